import Diplomacy
import Text

/// The words ` date 2026-01-30 ` before a report, where there are any.
struct DateHeader {
  /// The date exactly as printed, `YYYY-MM-DD` or `YYYY-MM`; nil without a header.
  let published: PartialDate?
  /// The text after the header.
  let rest: Substring

  /// A header whose date is of another shape or not in the calendar is refused, never guessed at or taken for text.
  init(_ text: String, file: String) throws(ReadingProblem) {
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard let word = DateHeader.date(in: start) else {
      published = nil
      rest = start
      return
    }
    let quoted = visible(String(word.prefix(40)))
    guard DateHeader.hasShape(word) else { throw .dateNotUnderstood(file: file, date: quoted) }
    guard let date = PartialDate(iso: word) else { throw .impossibleDate(file: file, date: quoted) }
    published = date
    rest = text[word.endIndex...]
  }

  /// The word after `date`. Capitals make a header only before a digit: "Date palms" may begin a report.
  private static func date(in start: Substring) -> Substring? {
    let keyword = start.prefix(4)
    guard keyword.lowercased() == "date" else { return nil }
    let after = start[keyword.endIndex...]
    guard after.first?.isWhitespace == true else { return nil }
    let word = after.drop { $0.isWhitespace && !$0.isNewline }.prefix { !$0.isWhitespace }
    guard let first = word.first else { return nil }
    return keyword == "date" || ("0"..."9").contains(first) ? word : nil
  }

  static func hasShape(_ word: Substring) -> Bool {
    guard word.utf8.count == 7 || word.utf8.count == 10 else { return false }
    return word.utf8.enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (48...57).contains(byte)
    }
  }
}
