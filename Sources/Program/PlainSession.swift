import Commands
import Model
import Panes
import Screen
import Text

/// A browser state on lines instead of a screen: a line of the reader in, sentences out. For screen readers and pipes.
package final class PlainSession {
  private var state: BrowserState
  private let dispatcher: Dispatcher
  private let effects: Effects
  private let useTheme: (String) -> Phrase?
  private let read: () -> String?
  private let write: (String) -> Void
  private var isOver = false
  /// What was told last, so that only what changes is told.
  private var told = (status: "", row: "")

  /// `read` answers with the next line, nil at the end; `write` takes a line without its end.
  package init(
    state: BrowserState, dispatcher: Dispatcher, effects: Effects,
    useTheme: @escaping (String) -> Phrase? = { _ in nil }, read: @escaping () -> String?,
    write: @escaping (String) -> Void
  ) {
    self.state = state
    self.dispatcher = dispatcher
    self.effects = effects
    self.useTheme = useTheme
    self.read = read
    self.write = write
  }

  /// Where the reader stands.
  package var memory: SessionMemory { state.memory }
  package var desk: Desk { state.desk }

  private var say: Catalogue { state.say }
  private var text: PlainText { PlainText(state) }

  /// Returns when the reader quits or the lines end.
  package func run() {
    perform(state.resize(Size(columns: 120, rows: 40)))
    perform(state.start())
    write(say("dyad, plain. A line is a key or the name of a command; help lists them, quit leaves."))
    tell()
    while !isOver, let line = read() {
      take(line)
      if !isOver { tell() }
    }
  }

  // MARK: lines

  private func take(_ line: String) {
    if state.picker != nil { return answerPicker(line) }
    if state.prompt != nil || state.naming != nil { return answerPrompt(line) }
    switch line {
    case "": press(.moveDown)
    case "list": text.list.forEach(write)
    case "row": write(text.row)
    case "status": write(text.status)
    case "read": text.article.forEach(write)
    default: obey(line)
    }
  }

  /// A key by its name, a search behind `/`, or else a line as behind `:`.
  private func obey(_ line: String) {
    if let key = KeyPress(name: line) {
      switch dispatcher.press(key, in: state.context) {
      case .command(let command): press(command)
      case .unbound(let key): perform(state.ignore(key.name))
      case .text, .name: break
      }
    } else if line.hasPrefix("/") {
      press(.search)
      answerPrompt(String(line.dropFirst()))
    } else {
      press(.commandLine)
      answerPrompt(line.hasPrefix(":") ? String(line.dropFirst()) : line)
    }
  }

  /// The line takes the place of what the prompt held; an empty one leaves it.
  private func answerPrompt(_ line: String) {
    guard !line.isEmpty else { return press(.cancel) }
    let isNaming = state.naming != nil
    // One letter is the whole answer there.
    let isAsked = state.prompt?.purpose == .readAll
    if !isNaming, !isAsked {
      press(.deleteToStart)
      press(.deleteToEnd)
    }
    perform(state.enter(line))
    if isNaming || isAsked { return }
    press(.accept)
    if let mistake = state.prompt?.mistake {
      write(visible(say(mistake.phrase)))
      press(.cancel)
    }
  }

  private func answerPicker(_ line: String) {
    let takesMore = line.hasPrefix("+")
    let excludes = line.hasPrefix("!")
    let number = Int(takesMore || excludes ? String(line.dropFirst()) : line)
    if line.isEmpty { return press(.cancel) }
    if line == "ok" { return press(.accept) }
    guard let number else {
      press(.deleteToStart)
      press(.deleteToEnd)
      return perform(state.enter(line))
    }
    guard (1...max(1, state.picker?.shown.count ?? 0)).contains(number) else {
      return write(say("There is no number %1.", "\(number)"))
    }
    let distance = number - 1 - (state.picker?.highlighted ?? 0)
    for _ in 0..<abs(distance) { press(distance > 0 ? .pickNext : .pickPrevious) }
    press(takesMore ? .pickAdd : excludes ? .acceptExclusion : .accept)
  }

  // MARK: what is told

  private func tell() {
    if let notice = state.notice {
      write(visible(notice.isWarning ? say("Warning: %1", notice.text) : notice.text))
    }
    if state.helpTop != nil {
      text.overlay.forEach(write)
      perform(state.obey(.leave))
    }
    text.why.forEach(write)
    if state.why != nil { perform(state.obey(.leave)) }
    if state.picker != nil { return text.picker.forEach(write) }
    if state.prompt != nil { return write(promptText) }
    if state.naming != nil { return write(say("Name the macro.")) }
    tellPlace()
  }

  private func tellPlace() {
    if state.focus == .detail {
      text.article.forEach(write)
      perform(state.obey(.focusTimeline))
    }
    if text.status != told.status { write(text.status) }
    if text.row != told.row { write(text.row) }
    told = (text.status, text.row)
  }

  private var promptText: String {
    let before = state.prompt?.edit.text ?? ""
    return before.isEmpty
      ? say("Type it; an empty line leaves.") : visible(say("Type it anew; now it is %1", before))
  }

  // MARK: effects, each answered at once

  private func press(_ command: Command) { perform(state.press(command)) }

  private func perform(_ effects: [Effect]) { effects.forEach(perform) }

  private func perform(_ effect: Effect) {
    switch effect {
    case .quit: isOver = true
    case .suspend, .redraw, .putOnClipboard: break
    case .lend(let errand):
      if let problem = ErrandRunner.run(errand, say) { perform(state.hear(.failed(say(problem)))) }
    case .setTheme(let name):
      perform(state.hear(useTheme(name).map { .failed(say($0)) } ?? .themed(name)))
    default:
      if let message = effects.performAtOnce(effect) { perform(state.hear(message)) }
    }
  }
}
