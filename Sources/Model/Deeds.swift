import Commands

/// What a reader does is kept as deeds: a key and all that follows in the prompt or picker it opens.
struct Deeds: Sendable {
  /// The deed being done.
  var begun: [Step] = []
  var last: [Step] = []
  var recording: Recording?
  /// Whether the recording ran when the deed began: the order that begins or ends one is no part of it.
  var wasRecording = false
  /// What is still to be done of a repetition or a macro.
  var playing: [Step] = []
  /// Steps played since the reader's last key.
  var played = 0
  /// The record asked for by a step; the next step waits for it.
  var awaitsRecord = false
  var awaitsMacro = false

  struct Recording: Sendable {
    let name: Character
    var steps: [Step] = []
  }

  /// A macro that calls itself ends here.
  static let mostPlayed = 2000
}

// Repeating the last deed, and macros.
extension BrowserState {
  /// A key of the reader: obeyed, and kept for `.` and for a macro being recorded.
  package mutating func press(_ command: Command) -> [Effect] {
    finishDeed()
    deeds.played = 0
    if holdsKeys { stopPlaying() }
    begin(.command(command))
    let effects = obey(command)
    finishDeed()
    return effects
  }

  /// Text of the reader, typed or pasted.
  package mutating func enter(_ text: String) -> [Effect] {
    guard takesText else { return [] }
    begin(.text(text))
    let effects = naming == nil ? paste(text) : name(text)
    finishDeed()
    return effects
  }

  private var takesText: Bool { helpTop == nil && (prompt != nil || picker != nil || naming != nil) }

  private mutating func begin(_ step: Step) {
    if deeds.begun.isEmpty { deeds.wasRecording = deeds.recording != nil }
    if case .text(let text) = step, case .text(let before)? = deeds.begun.last {
      deeds.begun[deeds.begun.count - 1] = .text(before + text)
    } else {
      deeds.begun.append(step)
    }
  }

  /// A deed is done when nothing is open any more.
  private mutating func finishDeed() {
    guard prompt == nil, picker == nil, naming == nil, !deeds.begun.isEmpty else { return }
    let deed = deeds.begun
    deeds.begun = []
    guard case .command(let command)? = deed.first, deed.last != .command(.cancel) else { return }
    let isRecording = deeds.recording != nil
    if deeds.wasRecording, isRecording { deeds.recording?.steps += deed }
    if command.canBeRepeated, deeds.wasRecording == isRecording { deeds.last = deed }
  }

  mutating func repeatLast() -> [Effect] { play(deeds.last) }

  // MARK: macros

  /// `,`: the next key names the macro.
  mutating func openNaming() -> [Effect] {
    naming = .runMacro
    return []
  }

  private mutating func name(_ text: String) -> [Effect] {
    naming = nil
    guard let name = text.first else { return [] }
    return runMacro(name)
  }

  mutating func runMacro(_ name: Character) -> [Effect] {
    deeds.awaitsMacro = true
    return [.loadMacro(name)]
  }

  mutating func take(_ steps: [Step]?, of name: Character) -> [Effect] {
    deeds.awaitsMacro = false
    guard let steps else {
      deeds.playing = []
      notice = Notice(
        text: say("There is no macro %1; :record %1 begins one.", String(name)), isWarning: false)
      return []
    }
    return play(steps)
  }

  /// `:record a` begins, `:record` ends.
  mutating func record(_ argument: String) -> [Effect] {
    if let recording = deeds.recording {
      deeds.recording = nil
      guard !recording.steps.isEmpty else {
        notice = Notice(text: say("Nothing was recorded."), isWarning: false)
        return []
      }
      return [.saveMacro(recording.name, recording.steps)]
    }
    guard argument.count == 1, let name = argument.first, name.isLetter || name.isNumber else {
      notice = Notice(text: say("A macro is named by one letter or digit: :record a"), isWarning: true)
      return []
    }
    deeds.recording = Deeds.Recording(name: name)
    notice = Notice(text: say("Recording %1; :record ends it.", argument), isWarning: false)
    return []
  }

  /// The macro being recorded.
  package var recordingName: Character? { deeds.recording?.name }

  // MARK: playing

  /// Whether keys have to wait: what they mean depends on answers that are still awaited.
  package var holdsKeys: Bool { waitingPick != nil || !deeds.playing.isEmpty || deeds.awaitsMacro }

  private mutating func play(_ steps: [Step]) -> [Effect] {
    deeds.playing = steps + deeds.playing
    return playOn()
  }

  /// Does the steps that are due, until one has to wait for an answer.
  mutating func playOn() -> [Effect] {
    var effects: [Effect] = []
    while !isWaiting, !deeds.playing.isEmpty {
      deeds.played += 1
      guard deeds.played <= Deeds.mostPlayed else {
        stopPlaying()
        notice = Notice(text: say("The macro was stopped: it never ends."), isWarning: true)
        return effects
      }
      let next = take(deeds.playing.removeFirst())
      if next.contains(where: \.asksForRecord) { deeds.awaitsRecord = true }
      effects += next
    }
    return effects
  }

  private mutating func take(_ step: Step) -> [Effect] {
    switch step {
    // What it stands for is played already.
    case .command(.repeatLast): []
    case .command(let command): obey(command)
    case .text(let text): naming == nil ? paste(text) : name(text)
    }
  }

  private var isWaiting: Bool {
    awaitsWindow || deeds.awaitsRecord || deeds.awaitsMacro || waitingPick != nil
      || picker.map { !$0.isFilled } ?? false
  }

  mutating func stopPlaying() {
    deeds.playing = []
    deeds.awaitsMacro = false
    deeds.awaitsRecord = false
    waitingPick = nil
  }
}

extension Command {
  /// Moving about and looking up is not worth repeating.
  fileprivate var canBeRepeated: Bool {
    switch row.group {
    case .moving, .picking, .typing: false
    case .program: self == .palette || self == .commandLine || self == .runMacro
    default: true
    }
  }
}

extension Effect {
  fileprivate var asksForRecord: Bool { if case .loadRecord = self { true } else { false } }
}
