/// The ways to go on with what is typed; Tab goes from one to the next.
package struct Completion: Hashable, Sendable {
  package struct Candidate: Hashable, Sendable {
    /// What would stand in the line.
    package let text: String
    /// What it means, where the text alone does not tell.
    package let note: String

    init(_ text: String, note: String = "") {
      self.text = text
      self.note = note
    }
  }

  package let candidates: [Candidate]
  /// The one that stands in the line; nil while only what they have in common does.
  package private(set) var chosen: Int?
  private let before: String
  private let after: String

  /// `begun` is the end of what stands before the cursor, to be replaced by a candidate. Nil without candidates.
  init?(_ edit: LineEdit, begun: String, _ candidates: [Candidate]) {
    guard !candidates.isEmpty else { return nil }
    before = String(edit.textBeforeCursor.dropLast(begun.count))
    after = edit.textAfterCursor
    self.candidates = candidates
  }

  /// The line with as much as all candidates begin with; nil when that is no more than what stands there.
  func extended(beyond begun: String) -> LineEdit? {
    guard var common = candidates.first?.text else { return nil }
    for candidate in candidates { while !candidate.text.hasPrefix(common) { common.removeLast() } }
    return common.count > begun.count ? LineEdit(before + common, after: after) : nil
  }

  /// The line with the next candidate, or the one before; after the last comes the first.
  mutating func step(by count: Int) -> LineEdit {
    let start = chosen ?? (count > 0 ? -1 : 0)
    let next = (start + count + candidates.count) % candidates.count
    chosen = next
    return LineEdit(before + candidates[next].text, after: after)
  }
}
