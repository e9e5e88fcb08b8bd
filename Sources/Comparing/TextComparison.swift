// The door of this module: which wording two texts share, and which was changed, dropped or added. Paragraphs are
// brought together first, then the words inside them. Pure, and bounded in time whatever the texts are.
import Text

/// A paragraph handed in for comparison.
package struct ComparedParagraph: Hashable, Sendable {
  /// Its place in its article, from 0.
  package let place: Int
  package let text: String
  package init(place: Int, text: String) {
    self.place = place
    self.text = text
  }
}

/// Two texts side by side. The left one is the older.
package struct TextComparison: Hashable, Sendable {
  package enum Change: Hashable, Sendable { case changed, dropped, added }

  /// Words in a row that the other text does not have there.
  package struct Stretch: Hashable, Sendable {
    /// UTF-8 offsets into the paragraph.
    package let bytes: Range<Int>
    package let isFigure: Bool
    /// Index into `changes`.
    package let change: Int
  }

  package struct Side: Hashable, Sendable {
    /// Its place in its article, from 0.
    package let paragraph: Int
    package let stretches: [Stretch]
  }

  /// Two paragraphs that say the same, or one that stands alone.
  package struct Row: Hashable, Sendable {
    package let left: Side?
    package let right: Side?
    /// The two stand in another order in their texts.
    package let isMoved: Bool
  }

  /// In the order of the right text.
  package internal(set) var rows: [Row] = []
  package internal(set) var changes: [Change] = []

  package func count(_ change: Change) -> Int { changes.count { $0 == change } }

  /// The same texts with left and right exchanged.
  package var swapped: TextComparison {
    var copy = TextComparison()
    copy.rows = rows.map { Row(left: $0.right, right: $0.left, isMoved: $0.isMoved) }
    copy.changes = changes.map { change in
      switch change {
      case .changed: .changed
      case .dropped: .added
      case .added: .dropped
      }
    }
    return copy
  }

  init() {}

  /// Nil when `isWithdrawn` says, between two paragraphs, that nobody waits for the answer any more.
  package init?(
    _ left: [ComparedParagraph], _ right: [ComparedParagraph], isWithdrawn: () -> Bool = { false }
  ) {
    var keys = KeyNumbers()
    let (left, right) = (left.map { KeyedParagraph($0, &keys) }, right.map { KeyedParagraph($0, &keys) })
    let pairs = ParagraphAlignment(left, right, words: keys.count, isWithdrawn: isWithdrawn)
    guard let pairs else { return nil }
    for pair in pairs.rows {
      if isWithdrawn() { return nil }
      add(pair.left.map { left[$0] }, pair.right.map { right[$0] }, isMoved: pair.isMoved)
    }
  }

  private mutating func add(_ left: KeyedParagraph?, _ right: KeyedParagraph?, isMoved: Bool) {
    guard let left, let right else {
      // A paragraph without a word, such as a row of stars, is no wording.
      let isWording = !(left ?? right)!.words.isEmpty
      if isWording { changes.append(left == nil ? .added : .dropped) }
      rows.append(Row(left: left.map(alone), right: right.map(alone), isMoved: false))
      return
    }
    var sides: (left: [Stretch], right: [Stretch]) = ([], [])
    for edit in WordAlignment(left.keys, right.keys).edits {
      let number = changes.count
      changes.append(edit.left.isEmpty ? .added : edit.right.isEmpty ? .dropped : .changed)
      sides.left += left.stretches(edit.left, change: number)
      sides.right += right.stretches(edit.right, change: number)
    }
    rows.append(
      Row(
        left: Side(paragraph: left.place, stretches: sides.left),
        right: Side(paragraph: right.place, stretches: sides.right), isMoved: isMoved))
  }

  private func alone(_ paragraph: KeyedParagraph) -> Side {
    let all =
      paragraph.words.isEmpty ? [] : paragraph.stretches(paragraph.words.indices, change: changes.count - 1)
    return Side(paragraph: paragraph.place, stretches: all)
  }
}

/// Words as numbers: equal keys have equal numbers, across both texts.
struct KeyNumbers {
  private var numbers: [String: Int32] = [:]
  var count: Int { numbers.count }

  mutating func number(of key: String) -> Int32 {
    if let known = numbers[key] { return known }
    let number = Int32(numbers.count)
    numbers[key] = number
    return number
  }
}

/// A paragraph with its words as numbers.
struct KeyedParagraph {
  let place: Int
  let words: [ComparableWord]
  let keys: [Int32]

  init(_ paragraph: ComparedParagraph, _ numbers: inout KeyNumbers) {
    place = paragraph.place
    words = comparableWords(in: paragraph.text)
    keys = words.map { numbers.number(of: $0.key) }
  }

  /// Figures stand for themselves, words between them together.
  func stretches(_ range: Range<Int>, change: Int) -> [TextComparison.Stretch] {
    var stretches: [TextComparison.Stretch] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let isFigure = words[start].isFigure
      var end = start + 1
      while !isFigure, end < range.upperBound, !words[end].isFigure { end += 1 }
      let bytes = words[start].bytes.lowerBound..<words[end - 1].bytes.upperBound
      stretches.append(TextComparison.Stretch(bytes: bytes, isFigure: isFigure, change: change))
      start = end
    }
    return stretches
  }
}
