import Diplomacy
import Text

/// The trail of a wording as a concordance: a line for each use, the wording in one column, and between them the events
/// of the pair that dropped it.
package struct TrailState: Sendable {
  package struct Line: Hashable, Sendable {
    package let step: Trail.Step
    /// What stands before the wording, the wording, and what follows.
    package let before: String
    package let words: String
    package let after: String
  }

  package let trail: Trail
  /// Uses of other pairs are shown too.
  package private(set) var isOfAll = false
  package private(set) var lines: [Line] = []
  package private(set) var cursor = 0
  package private(set) var top = 0
  private var height = 1

  package init(_ trail: Trail) {
    self.trail = trail
    lay()
  }

  package var visibleLines: ArraySlice<Line> { lines.dropFirst(top).prefix(height) }
  package var current: Trail.Step? { lines[safe: cursor]?.step }
  package var percent: Int { lines.isEmpty ? 100 : min(100, (top + height) * 100 / lines.count) }
  package var isLonger: Bool { lines.count > height }

  private var ofPair: [Trail.Step] { trail.steps.filter { $0.parties.dyad == trail.dyad } }
  /// Uses by the pair, and by all pairs.
  package var uses: (pair: Int, all: Int) {
    (ofPair.count { $0.place != nil }, trail.steps.count { $0.place != nil })
  }
  package var drops: Int { ofPair.count { $0.place == nil } }
  package var first: PartialDate? { ofPair.first { $0.place != nil && $0.date != nil }?.date }
  package var last: PartialDate? { ofPair.last { $0.place != nil && $0.date != nil }?.date }

  mutating func resize(height: Int) {
    self.height = max(1, height)
    settle()
  }

  mutating func move(by count: Int) {
    cursor = max(0, min(cursor + count, lines.count - 1))
    settle()
  }

  mutating func page(by direction: Int, of part: Int) {
    move(by: direction * max(1, height / part - (part == 1 ? 1 : 0)))
  }

  /// To the next line where the wording comes or goes: a use after a drop, a drop after a use.
  mutating func moveToGap(forward: Bool) {
    let borders = lines.indices.filter { index in
      index == 0 || (lines[index].step.place == nil) != (lines[index - 1].step.place == nil)
    }
    if let next = forward ? borders.first(where: { $0 > cursor }) : borders.last(where: { $0 < cursor }) {
      cursor = next
      settle()
    }
  }

  /// The line stays under the cursor.
  mutating func showAll(_ isOfAll: Bool) {
    guard isOfAll != self.isOfAll else { return }
    let step = current
    let offset = cursor - top
    self.isOfAll = isOfAll
    lay()
    let place = lines.firstIndex { $0.step == step }
    let nearest = lines.lastIndex {
      ($0.step.date?.earliest).map { $0 <= step?.date?.earliest ?? $0 } ?? false
    }
    cursor = place ?? nearest ?? 0
    top = cursor - offset
    settle()
  }

  private mutating func lay() {
    lines = (isOfAll ? trail.steps : ofPair).map { step in
      guard let place = step.place else { return Line(step: step, before: "", words: "", after: step.text) }
      let bytes = Array(step.text.utf8)
      func part(_ range: Range<Int>) -> String {
        visible(String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self))
      }
      return Line(
        step: step, before: part(0..<place.bytes.lowerBound), words: part(place.bytes),
        after: part(place.bytes.upperBound..<max(bytes.count, place.bytes.upperBound)))
    }
    cursor = max(0, min(cursor, lines.count - 1))
  }

  private mutating func settle() {
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
    top = max(0, min(top, lines.count - height))
  }
}
