/// Brings the paragraphs of two texts together by the words they share: first all that keep their order, then those that
/// moved. Two paragraphs with too little in common stand alone.
struct ParagraphAlignment {
  struct Pair: Hashable {
    let left: Int?
    let right: Int?
    let isMoved: Bool
  }
  private(set) var rows: [Pair] = []

  /// Twice the shared words by all words from which two paragraphs count as one said anew.
  private static let least: Float = 0.34
  /// The same for one that stands elsewhere.
  private static let leastMoved: Float = 0.5
  /// Paragraphs of either text that are brought together; beyond them each stands alone.
  private static let most = 1500

  private let left: [KeyedParagraph]
  private let right: [KeyedParagraph]
  private var likeness: Likeness

  /// Nil when withdrawn. `words` is how many different words there are.
  init?(_ left: [KeyedParagraph], _ right: [KeyedParagraph], words: Int, isWithdrawn: () -> Bool) {
    self.left = left
    self.right = right
    let (some, others) = (left.prefix(ParagraphAlignment.most), right.prefix(ParagraphAlignment.most))
    guard let likeness = Likeness(Array(some), Array(others), words: words, isWithdrawn: isWithdrawn) else {
      return nil
    }
    self.likeness = likeness
    let ordered = orderedPairs()
    let moved = movedPairs(besides: ordered)
    lay(ordered, moved)
  }

  /// The pairs that together share most, none crossing another.
  private func orderedPairs() -> [(left: Int, right: Int)] {
    let (rows, columns) = (likeness.rows, likeness.columns)
    guard rows > 0, columns > 0 else { return [] }
    let width = columns + 1
    var best = [Float](repeating: 0, count: (rows + 1) * width)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        let at = row * width + column
        let same = likeness[row, column]
        let paired = same >= ParagraphAlignment.least ? same + best[at + width + 1] : 0
        best[at] = max(paired, best[at + width], best[at + 1])
      }
    }
    var pairs: [(left: Int, right: Int)] = []
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let at = row * width + column
      if best[at] == best[at + width] {
        row += 1
      } else if best[at] == best[at + 1] {
        column += 1
      } else {
        pairs.append((row, column))
        (row, column) = (row + 1, column + 1)
      }
    }
    return pairs
  }

  /// Of the paragraphs that stand alone, the likest two at a time.
  private func movedPairs(besides ordered: [(left: Int, right: Int)]) -> [(left: Int, right: Int)] {
    var (lefts, rights) = (Set(0..<likeness.rows), Set(0..<likeness.columns))
    for pair in ordered {
      lefts.remove(pair.left)
      rights.remove(pair.right)
    }
    let candidates = lefts.flatMap { left in
      rights.compactMap { right in
        let same = likeness[left, right]
        return same >= ParagraphAlignment.leastMoved ? (same: same, left: left, right: right) : nil
      }
    }.sorted { ($1.same, $0.left, $0.right) < ($0.same, $1.left, $1.right) }
    var pairs: [(left: Int, right: Int)] = []
    for candidate in candidates where lefts.contains(candidate.left) && rights.contains(candidate.right) {
      lefts.remove(candidate.left)
      rights.remove(candidate.right)
      pairs.append((candidate.left, candidate.right))
    }
    return pairs
  }

  /// In the order of the right text; what the left one has alone stands where it stood.
  private mutating func lay(_ ordered: [(left: Int, right: Int)], _ moved: [(left: Int, right: Int)]) {
    let movedLeft = Set(moved.map(\.left))
    let partner = Dictionary(uniqueKeysWithValues: moved.map { ($0.right, $0.left) })
    var (nextLeft, nextRight) = (0, 0)
    for pair in ordered + [(left: left.count, right: right.count)] {
      for alone in nextLeft..<pair.left where !movedLeft.contains(alone) {
        rows.append(Pair(left: alone, right: nil, isMoved: false))
      }
      for own in nextRight..<pair.right {
        rows.append(Pair(left: partner[own], right: own, isMoved: partner[own] != nil))
      }
      if pair.left < left.count, pair.right < right.count {
        rows.append(Pair(left: pair.left, right: pair.right, isMoved: false))
      }
      (nextLeft, nextRight) = (pair.left + 1, pair.right + 1)
    }
  }
}

/// How much of their words any two paragraphs share, 0 to 1.
private struct Likeness {
  let rows: Int
  let columns: Int
  private var cells: [Float]

  subscript(row: Int, column: Int) -> Float { cells[row * columns + column] }

  /// Counted by word, so that two paragraphs without a common word cost nothing. Nil when withdrawn.
  init?(_ left: [KeyedParagraph], _ right: [KeyedParagraph], words: Int, isWithdrawn: () -> Bool) {
    rows = left.count
    columns = right.count
    cells = [Float](repeating: 0, count: left.count * right.count)
    var places = [[(paragraph: Int32, times: Int32)]](repeating: [], count: words)
    for (index, paragraph) in right.enumerated() {
      for (word, times) in Likeness.counts(paragraph) { places[Int(word)].append((Int32(index), times)) }
    }
    for (row, paragraph) in left.enumerated() {
      if isWithdrawn() { return nil }
      for (word, times) in Likeness.counts(paragraph) {
        for place in places[Int(word)] {
          cells[row * columns + Int(place.paragraph)] += Float(min(times, place.times))
        }
      }
      for column in right.indices where cells[row * columns + column] > 0 {
        let all = Float(paragraph.keys.count + right[column].keys.count)
        cells[row * columns + column] *= 2 / all
      }
    }
  }

  private static func counts(_ paragraph: KeyedParagraph) -> [Int32: Int32] {
    paragraph.keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
