import Diplomacy
import Text

// Tags and notes on events.
extension BrowserState {
  mutating func openTags() -> [Effect] {
    guard recordAtHand != nil else { return tellNoRecord() }
    return open(.tags(onMarked: false))
  }

  /// The record of what is selected: keys may run ahead of the report that follows them, and a note or a tag must not
  /// land on the event before.
  private var recordAtHand: EventRecord? {
    guard let record = detail.record, record.id == report ?? timeline.selected?.id else { return nil }
    return record
  }

  private mutating func tellNoRecord() -> [Effect] {
    let isComing = timeline.selected != nil
    notice = Notice(
      text: isComing
        ? say("The report is still on its way; press the key again.") : say("No event is selected."),
      isWarning: false)
    return []
  }

  /// Tab in the list of tags: this event, or all that is marked.
  mutating func changeTagged(_ onMarked: Bool) -> [Effect] {
    if marks.isEmpty {
      notice = Notice(text: say("Nothing is marked."), isWarning: false)
    } else {
      picker?.subject = .tags(onMarked: !onMarked)
    }
    return []
  }

  /// A tag on the event is taken off; on marked events it is put where it is not.
  mutating func tag(_ typed: String, onMarked: Bool) -> [Effect] {
    guard let tag = Tag.written(typed) else {
      notice = Notice(text: say("A tag needs a letter or a digit."), isWarning: true)
      return []
    }
    if onMarked { return wish(.set(.tag(tag), true), at: .marked(counting)) }
    guard let record = recordAtHand else { return tellNoRecord() }
    return wish(.set(.tag(tag), !record.own.tags.contains(tag)), at: .events([record.id], counting))
  }

  mutating func filter(byTag tag: String) -> [Effect] {
    guard let tag = Tag.written(tag) else { return [] }
    return refilter { $0.toggle(Filter.Clause(.tag(tag))) }
  }

  // MARK: notes

  /// A note of several lines is edited where there is room for it.
  mutating func openNote() -> [Effect] {
    guard let record = recordAtHand else { return tellNoRecord() }
    let note = record.own.note
    if note.contains(where: \.isNewline) || note.count > LineEdit.limit {
      return [.editNote(record.id, note)]
    }
    prompt = PromptState(purpose: .note(record.id), text: note, history: [])
    return []
  }

  /// Tab takes what is typed into the editor.
  mutating func editNote() -> [Effect] {
    guard let prompt, case .note(let id) = prompt.purpose else { return [] }
    self.prompt = nil
    return [.editNote(id, prompt.edit.text)]
  }

  mutating func acceptNote(_ text: String, on id: EventID) -> [Effect] {
    prompt = nil
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    var note = lines.joined(separator: "\n")
    while note.last?.isWhitespace == true { note.removeLast() }
    if note == detail.record?.own.note, detail.record?.id == id { return [] }
    return wish(.note(note), at: .events([id], counting))
  }
}

/// How a tag is written: composed, its blanks single, of a bounded length.
package enum Tag {
  static let limit = 40

  /// Nil where there is neither letter nor digit.
  package static func written(_ typed: String) -> String? {
    let plain = typed.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : String($0) }
    let words = normalized(plain.joined()).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let tag = String(words.prefix(limit))
    return tag.contains { $0.isLetter || $0.isNumber } ? tag : nil
  }
}
