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
    prompt?.settle()
    return typed()
  }

  /// As `edit`; what the change takes away can be put back.
  mutating func cut(_ change: (inout LineEdit) -> String) -> [Effect] {
    var taken = ""
    let effects = edit { taken = change(&$0) }
    if !taken.isEmpty { cutText = taken }
    return effects
  }

  /// What a prompt does as soon as its text changes.
  private mutating func typed() -> [Effect] {
    switch prompt?.purpose {
    case .date, .saving, .export, .pipe: notice = nil
    case .days: return datesTyped()
    case .goTo:
      prompt?.mistake = nil
      notice = nil
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
    prompt = PromptState(purpose: .search, history: histories[.searches])
    return []
  }

  mutating func openCommandLine() -> [Effect] {
    prompt = PromptState(purpose: .command, history: histories[.commands])
    return [.loadSavedFilters]
  }

  private mutating func searchTyped() -> [Effect] {
    guard let prompt, prompt.purpose == .search, let saved else { return [] }
    let words = SearchPhrase(prompt.edit.text) == nil ? "" : prompt.edit.text
    var tried = prompt.searchesEverything && !words.isEmpty ? .everything : saved.filter
    tried.search(words)
    return show(tried, isOn: !words.isEmpty || saved.filterIsOn)
  }

  /// Ctrl-O in a search: this view, or everything.
  mutating func changeSearched() -> [Effect] {
    guard prompt?.purpose == .search else { return tellSearchOnly() }
    prompt?.searchesEverything.toggle()
    return searchTyped()
  }

  /// Ctrl-T in a search: a leading `=` asks for exactly the marks that are typed.
  mutating func changeMarks() -> [Effect] {
    guard let prompt, prompt.purpose == .search else { return tellSearchOnly() }
    let (before, after) = (prompt.edit.textBeforeCursor, prompt.edit.textAfterCursor)
    let isExact = prompt.edit.text.hasPrefix("=")
    let effects = edit {
      $0 =
        !isExact
        ? LineEdit("=" + before, after: after)
        : before.isEmpty
          ? LineEdit("", after: String(after.dropFirst()))
          : LineEdit(String(before.dropFirst()), after: after)
    }
    notice = Notice(
      text: isExact ? say("A letter without marks finds any marks.") : say("Marks exactly as typed."),
      isWarning: false)
    return effects
  }

  private mutating func tellSearchOnly() -> [Effect] {
    notice = Notice(text: say("Only a search has that; / begins one."), isWarning: false)
    return []
  }

  mutating func recall(older: Bool) -> [Effect] {
    prompt?.completion = nil
    prompt?.recall(older: older)
    return typed()
  }

  /// Ctrl-R: the next older entry that has what was typed.
  mutating func recallSought() -> [Effect] {
    guard prompt != nil else { return [] }
    prompt?.completion = nil
    guard let sought = prompt?.recallSought() else {
      notice = Notice(text: say("No older entry fits."), isWarning: false)
      return []
    }
    let effects = typed()
    if !sought.isEmpty { notice = Notice(text: say("Older entries with “%1”", sought), isWarning: false) }
    return effects
  }

  mutating func accept(excluding: Bool) -> [Effect] {
    if picker != nil { return acceptPick(excluding: excluding) }
    guard let prompt else { return [] }
    let text = prompt.edit.text
    switch prompt.purpose {
    case .date: return acceptDate(text)
    case .filter: return acceptFilter(text)
    case .days: return acceptDates(text)
    case .goTo: return acceptGoTo(text)
    case .saving: return acceptSaving(text)
    case .note(let id): return acceptNote(text, on: id)
    case .readAll: return answerReadAll("")
    case .export(let replaces): return acceptExport(text, replaces: replaces)
    case .pipe(let wholeView): return acceptPipe(text, wholeView: wholeView)
    case .search, .command: self.prompt = nil
    }
    switch prompt.purpose {
    case .search:
      if !filter.searches.isEmpty { histories.add(text, to: .searches) }
      saved = nil
      detail.showFirstMatch()
      return []
    case .command:
      if !text.isEmpty { histories.add(text, to: .commands) }
      return run(text)
    case .date, .filter, .saving, .export, .pipe, .days, .goTo, .note, .readAll: return []
    }
  }

  mutating func cancel() -> [Effect] {
    let before = saved
    let wasFilter = prompt.map { [.search, .filter, .days].contains($0.purpose) } ?? true
    picker = nil
    waitingPick = nil
    naming = nil
    prompt = nil
    saved = nil
    return wasFilter ? before.map { restore($0) } ?? [] : []
  }
}
