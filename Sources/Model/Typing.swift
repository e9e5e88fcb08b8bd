import Commands
import Diplomacy
import Text

// Text typed into a prompt or a picker.
extension BrowserState {
  package mutating func type(_ character: Character) -> [Effect] { insert(String(character)) }

  /// A paste goes where text is typed; anywhere else it is no key and does nothing.
  package mutating func paste(_ text: String) -> [Effect] {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return prompt == nil && picker == nil ? [] : insert(line)
  }

  private mutating func insert(_ text: String) -> [Effect] { edit { $0.insert(text) } }

  mutating func edit(_ change: (inout LineEdit) -> Void) -> [Effect] {
    if picker != nil { return pick { $0.edit(change) } }
    guard prompt != nil else { return [] }
    change(&prompt!.edit)
    switch prompt?.purpose {
    case .date, .saving, .export, .pipe: notice = nil
    case .filter: return filterTyped()
    case .readAll: return answerReadAll(prompt?.edit.text ?? "")
    case .note: return []
    case .search, .command, nil: break
    }
    return searchTyped()
  }

  /// Backspace in an empty prompt leaves it, as in less and vi.
  mutating func deleteBack() -> [Effect] {
    if let prompt, prompt.edit.characters.isEmpty { return cancel() }
    return edit { $0.deleteBack() }
  }

  mutating func openSearch() -> [Effect] {
    saved = savedView
    prompt = PromptState(purpose: .search, history: searchHistory)
    return []
  }

  mutating func openCommandLine() -> [Effect] {
    prompt = PromptState(purpose: .command, history: commandHistory)
    return []
  }

  private mutating func searchTyped() -> [Effect] {
    guard let prompt, prompt.purpose == .search else { return [] }
    let words = SearchPhrase(prompt.edit.text) == nil ? "" : prompt.edit.text
    guard filter.searches != (words.isEmpty ? [] : [words]) else { return [] }
    filter.search(words)
    filterIsOn = true
    if words.isEmpty { matchesInAll = nil }
    detail.search(filter.searches)
    return reload((saved?.event).map { .event($0) } ?? .start, anchorDecides: true)
  }

  mutating func recall(older: Bool) -> [Effect] {
    prompt?.recall(older: older)
    return prompt?.purpose == .filter ? filterTyped() : searchTyped()
  }

  mutating func accept(excluding: Bool) -> [Effect] {
    if picker != nil { return acceptPick(excluding: excluding) }
    guard let prompt else { return [] }
    let text = prompt.edit.text
    switch prompt.purpose {
    case .date: return acceptDate(text)
    case .filter: return acceptFilter(text)
    case .saving: return acceptSaving(text)
    case .note(let id): return acceptNote(text, on: id)
    case .readAll: return answerReadAll("")
    case .export(let replaces): return acceptExport(text, replaces: replaces)
    case .pipe(let wholeView): return acceptPipe(text, wholeView: wholeView)
    case .search, .command: self.prompt = nil
    }
    switch prompt.purpose {
    case .search:
      if !filter.searches.isEmpty { searchHistory = searchHistory.filter { $0 != text } + [text] }
      saved = nil
      detail.showFirstMatch()
      return []
    case .command:
      if !text.isEmpty { commandHistory = commandHistory.filter { $0 != text } + [text] }
      return run(text)
    case .date, .filter, .saving, .export, .pipe, .note, .readAll: return []
    }
  }

  mutating func cancel() -> [Effect] {
    let before = saved
    let wasFilter = prompt.map { $0.purpose == .search || $0.purpose == .filter } ?? true
    picker = nil
    prompt = nil
    saved = nil
    return wasFilter ? before.map { restore($0) } ?? [] : []
  }

  /// Tab completes as far as all fitting names agree, then names them.
  mutating func complete() -> [Effect] {
    guard let prompt else { return [] }
    if prompt.purpose == .filter { return completeFilter() }
    if case .note = prompt.purpose { return editNote() }
    if case .pipe(let wholeView) = prompt.purpose { return changePiped(wholeView) }
    guard prompt.purpose == .command else { return [] }
    let typed = prompt.edit.text
    let fitting = commandNames.filter { $0.hasPrefix(typed) }
    guard var common = fitting.first else { return [] }
    for name in fitting { while !name.hasPrefix(common) { common.removeLast() } }
    self.prompt?.edit = LineEdit(common)
    if fitting.count > 1 {
      notice = Notice(text: fitting.prefix(8).joined(separator: "  "), isWarning: false)
    }
    return []
  }

  private var commandNames: [String] {
    CommandTable.nameable.map(\.command.rawValue) + ["theme "]
  }

  private mutating func run(_ line: String) -> [Effect] {
    let words = line.split(separator: " ").map(String.init)
    guard let name = words.first else { return [] }
    if name == "q" { return [.quit] }
    if name == "theme", words.count == 2 { return [.setTheme(words[1])] }
    if let command = Command(rawValue: name), commandNames.contains(name) { return obey(command) }
    notice = Notice(text: "\(name) is no command; Tab completes, ; lists them.", isWarning: true)
    return []
  }
}
