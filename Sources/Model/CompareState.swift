import Comparing
import Diplomacy
import Text

/// Two texts side by side: their lines, where the cursor stands, and which change was gone to last.
package struct CompareState: Sendable {
  package enum Side: Sendable { case left, right }

  package struct Run: Hashable, Sendable {
    package let text: String
    package let role: TextRole
    /// Index into the changes; nil for wording both have.
    package let change: Int?
  }

  package struct Half: Hashable, Sendable {
    package let runs: [Run]
    /// Where in its article the half begins.
    package let source: TextSpan
    var changes: [Int] { runs.compactMap(\.change) }
  }

  /// A line of the screen; a half is nil where its text has nothing there.
  package struct Line: Hashable, Sendable {
    package var left: Half?
    package var right: Half?
    /// The paragraph stands elsewhere in the left text.
    package var isMoved = false
  }

  package private(set) var texts: ComparedTexts
  package private(set) var lines: [Line] = []
  package private(set) var side = Side.right
  package private(set) var top = 0
  package private(set) var cursor = 0
  /// The change gone to last.
  package private(set) var change: Int?
  /// First line of each change.
  private var firstLines: [Int] = []
  private var widths = (left: 0, right: 0)
  private var height = 1

  package init(_ texts: ComparedTexts) { self.texts = texts }

  /// Only one text has room.
  package var isSingle: Bool { widths.left == 0 || widths.right == 0 }
  package var visibleLines: ArraySlice<Line> { lines.dropFirst(top).prefix(height) }
  package var record: EventRecord { side == .left ? texts.left : texts.right }
  package var percent: Int { lines.isEmpty ? 100 : min(100, (top + height) * 100 / lines.count) }
  package var isLonger: Bool { lines.count > height }

  /// A width of 0 leaves that text out of sight.
  mutating func resize(left: Int, right: Int, height: Int) {
    self.height = max(1, height)
    if (left, right) != widths {
      widths = (left, right)
      lay()
    }
    settle()
  }

  mutating func move(by count: Int) {
    cursor = max(0, min(cursor + count, lines.count - 1))
    settle()
  }

  mutating func page(by direction: Int, of part: Int) {
    move(by: direction * max(1, height / part - (part == 1 ? 1 : 0)))
  }

  mutating func moveParagraph(forward: Bool) {
    let starts = lines.indices.filter { index in
      !isBlank(index) && (index == 0 || isBlank(index - 1))
    }
    if let next = forward ? starts.first(where: { $0 > cursor }) : starts.last(where: { $0 < cursor }) {
      cursor = next
      settle()
    }
  }

  /// False when there is no change in that direction.
  mutating func moveChange(forward: Bool) -> Bool {
    let stands = change.map { firstLines[$0] == cursor } ?? false
    let next: Int? =
      if stands, let change {
        change + (forward ? 1 : -1)
      } else {
        forward
          ? firstLines.firstIndex { $0 >= cursor } : firstLines.lastIndex { $0 < cursor }
      }
    guard let next, firstLines.indices.contains(next) else { return false }
    change = next
    cursor = firstLines[next]
    switch texts.comparison.changes[next] {
    case .added: side = isSingle ? side : .right
    case .dropped: side = isSingle ? side : .left
    case .changed: break
    }
    // A line of what stands before the change is left in view.
    if cursor < top + 1 || cursor >= top + height - 1 { top = cursor - height / 3 }
    settle()
    return true
  }

  mutating func choose(_ side: Side) {
    guard side != self.side else { return }
    self.side = side
    if isSingle { swapWidths() }
  }

  private mutating func swapWidths() {
    let place = change
    widths = (widths.right, widths.left)
    lay()
    cursor = place.map { firstLines[$0] } ?? min(cursor, max(0, lines.count - 1))
    settle()
  }

  mutating func swap() {
    texts = texts.swapped
    side = side == .left ? .right : .left
    if isSingle { widths = (widths.right, widths.left) }
    lay()
    settle()
  }

  /// Where the chosen text stands at the cursor, or at the nearest line above it.
  var place: TextSpan? {
    for line in lines[..<min(lines.count, cursor + 1)].reversed() {
      if let half = side == .left ? line.left : line.right { return half.source }
    }
    return nil
  }

  /// Of the change at the cursor, the stretches of one text; none where it has nothing there.
  func stretches(_ side: Side) -> [TextSpan] {
    let number =
      change.flatMap { firstLines[$0] == cursor ? $0 : nil }
      ?? lines[safe: cursor].flatMap { line in
        (side == .left ? line.left : line.right)?.changes.first
      }
    guard let number else { return [] }
    for row in texts.comparison.rows {
      guard let half = side == .left ? row.left : row.right else { continue }
      let found = half.stretches.filter { $0.change == number }
      if !found.isEmpty { return found.map { TextSpan(paragraph: half.paragraph, bytes: $0.bytes) } }
    }
    return []
  }

  private func isBlank(_ line: Int) -> Bool { lines[line].left == nil && lines[line].right == nil }

  private mutating func lay() {
    lines = CompareText(texts: texts, widths: widths).lines
    firstLines = texts.comparison.changes.indices.map { _ in -1 }
    for (index, line) in lines.enumerated() {
      for change in (line.left?.changes ?? []) + (line.right?.changes ?? []) where firstLines[change] < 0 {
        firstLines[change] = index
      }
    }
    // Of a text out of sight: what was dropped stands where the one in view goes on.
    for index in firstLines.indices where firstLines[index] < 0 {
      firstLines[index] = index > 0 ? firstLines[index - 1] : 0
    }
    cursor = max(0, min(cursor, lines.count - 1))
  }

  private mutating func settle() {
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
    top = max(0, min(top, lines.count - height))
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
