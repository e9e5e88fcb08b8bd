/// Where two paragraphs differ: words of the left in place of words of the right, in order.
struct WordAlignment {
  struct Edit: Hashable {
    var left: Range<Int>
    var right: Range<Int>
    var size: Int { max(left.count, right.count) }
  }
  private(set) var edits: [Edit] = []

  init(_ left: [Int32], _ right: [Int32]) {
    var start = (0, 0)
    let pairs = CommonSequence(left, right).pairs
    for pair in pairs + [(left: left.count, right: right.count)] {
      if pair.left > start.0 || pair.right > start.1 {
        add(Edit(left: start.0..<pair.left, right: start.1..<pair.right))
      }
      start = (pair.left + 1, pair.right + 1)
    }
  }

  /// Words in common that stand lonely between two longer changes are chance: the changes are read as one.
  private mutating func add(_ edit: Edit) {
    guard let last = edits.last else { return edits.append(edit) }
    let island = edit.left.lowerBound - last.left.upperBound
    guard island <= WordAlignment.longestIsland, last.size + edit.size >= 2 * island + 2,
      min(last.size, edit.size) > 0, last.size > 1 || edit.size > 1
    else { return edits.append(edit) }
    edits[edits.count - 1] = Edit(
      left: last.left.lowerBound..<edit.left.upperBound, right: last.right.lowerBound..<edit.right.upperBound)
  }

  private static let longestIsland = 2
}
