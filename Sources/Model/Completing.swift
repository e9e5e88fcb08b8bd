import Asking
import Text

// Tab in a prompt: as far as all ways to go on agree, and then one way after the other.
extension BrowserState {
  mutating func complete(by count: Int) -> [Effect] {
    guard let prompt else { return [] }
    if case .pipe(let wholeView) = prompt.purpose { return changePiped(wholeView) }
    if var completion = prompt.completion {
      let line = completion.step(by: count)
      return put(line, completion)
    }
    let (begun, candidates) = candidates(for: prompt)
    guard var completion = Completion(prompt.edit, begun: begun, candidates) else {
      notice = Notice(text: say("Nothing to complete here."), isWarning: false)
      return []
    }
    if let line = completion.extended(beyond: begun) {
      return put(line, candidates.count > 1 ? completion : nil)
    }
    let line = completion.step(by: count)
    return put(line, candidates.count > 1 ? completion : nil)
  }

  private mutating func put(_ line: LineEdit, _ completion: Completion?) -> [Effect] {
    let effects = edit { $0 = line }
    prompt?.completion = completion
    return effects
  }

  /// What the end of the text before the cursor may become, and that end.
  private func candidates(for prompt: PromptState) -> (begun: String, [Completion.Candidate]) {
    let text = prompt.edit.textBeforeCursor
    switch prompt.purpose {
    case .filter: return filterCandidates(text)
    case .command: return commandCandidates(text)
    case .search, .date, .saving, .export, .pipe, .days, .goTo:
      let older = prompt.history.reversed().filter { fold($0).hasPrefix(fold(text)) && $0 != text }
      return (text, older.map { Completion.Candidate($0) })
    }
  }

  func filterCandidates(_ text: String) -> (begun: String, [Completion.Candidate]) {
    if let begun = FilterLanguage.begunCountry(in: text) {
      let fitting = begun.isEmpty ? slots.map(\.country) : names.matches(begun)
      return (begun, fitting.map { Completion.Candidate($0.code, note: names.name($0)) })
    }
    let (begun, words) = FilterLanguage.completions(of: text)
    return (begun, words.map { Completion.Candidate($0) })
  }
}
