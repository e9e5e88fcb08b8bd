import Comparing
import Diplomacy
import Text

/// Lays two compared texts out as lines, paragraph beside paragraph. What one has alone stands in brackets, so that it
/// can be told without colour: wording in `‹ ›`, figures in `[ ]`.
struct CompareText {
  let texts: ComparedTexts
  let widths: (left: Int, right: Int)

  /// Columns left of the text, where the cursor stands.
  static let margin = 2

  var lines: [CompareState.Line] {
    var lines: [CompareState.Line] = []
    for row in texts.comparison.rows {
      let left = halves(row.left, texts.left.article, widths.left, .dropped)
      let right = halves(row.right, texts.right.article, widths.right, .added)
      guard !left.isEmpty || !right.isEmpty else { continue }
      if !lines.isEmpty { lines.append(CompareState.Line()) }
      for index in 0..<max(left.count, right.count) {
        lines.append(
          CompareState.Line(
            left: left[safe: index], right: right[safe: index], isMoved: row.isMoved && index == 0))
      }
    }
    return lines
  }

  private func halves(
    _ side: TextComparison.Side?, _ article: Article, _ width: Int, _ role: TextRole
  ) -> [CompareState.Half] {
    guard let side, width > 0, let paragraph = article.paragraphs[safe: side.paragraph] else { return [] }
    let bracketed = BracketedText(paragraph.text, side.stretches, role)
    return wrap(bracketed.text, width: max(1, width - CompareText.margin - 1)).map { range in
      let start = bracketed.offset(of: range.lowerBound)
      let end = max(start, bracketed.offset(of: range.upperBound))
      return CompareState.Half(
        runs: bracketed.runs(range), source: TextSpan(paragraph: side.paragraph, bytes: start..<end))
    }
  }
}

/// A paragraph with its stretches in brackets.
private struct BracketedText {
  private(set) var bytes: [UInt8] = []
  /// Where the brackets and what they hold stand in `bytes`, in order.
  private var marked: [(bytes: Range<Int>, role: TextRole, change: Int)] = []
  /// Bytes of brackets so far at places of `bytes`, in order.
  private var inserted: [(at: Int, bytes: Int)] = []

  init(_ text: String, _ stretches: [TextComparison.Stretch], _ role: TextRole) {
    let source = Array(text.utf8)
    var at = 0
    for stretch in stretches {
      bytes += source[at..<stretch.bytes.lowerBound]
      let start = bytes.count
      insert(stretch.isFigure ? "[" : "‹")
      bytes += source[stretch.bytes]
      insert(stretch.isFigure ? "]" : "›")
      marked.append((start..<bytes.count, stretch.isFigure ? .figure : role, stretch.change))
      at = stretch.bytes.upperBound
    }
    bytes += source[at...]
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func insert(_ bracket: String) {
    bytes += Array(bracket.utf8)
    inserted.append((bytes.count, bracket.utf8.count))
  }

  /// The place in the paragraph itself.
  func offset(of place: Int) -> Int { place - inserted.reduce(0) { $0 + ($1.at <= place ? $1.bytes : 0) } }

  func runs(_ range: Range<Int>) -> [CompareState.Run] {
    var runs: [CompareState.Run] = []
    var at = range.lowerBound
    func run(_ part: Range<Int>, _ role: TextRole, _ change: Int?) -> CompareState.Run {
      CompareState.Run(text: String(decoding: bytes[part], as: UTF8.self), role: role, change: change)
    }
    for mark in marked where mark.bytes.overlaps(range) {
      let part = mark.bytes.clamped(to: range)
      if at < part.lowerBound { runs.append(run(at..<part.lowerBound, .text, nil)) }
      runs.append(run(part, mark.role, mark.change))
      at = part.upperBound
    }
    if at < range.upperBound { runs.append(run(at..<range.upperBound, .text, nil)) }
    return runs
  }
}
