import Diplomacy
import Text

/// Turns the bytes of a report into an article: an optional header ` date YYYY-MM-DD ` (or ` date YYYY-MM `), then
/// paragraphs parted by blank lines. Pure: it opens nothing and knows no clock.
package struct ArticleReader: Sendable {
  package init() {}

  /// `source` is the base name the article goes by; it is also what a problem names.
  package func read(
    _ bytes: [UInt8], source: String
  ) throws(ReadingProblem) -> (article: Article, warnings: [ReadingWarning]) {
    let file = visible(source)
    try refuse(bytes, file)
    let text = try decoded(bytes, file)
    let (published, rest) = try header(of: text, file)
    let paragraphs = ArticleParts(rest).paragraphs
    guard let first = paragraphs.first else { throw .empty(file: file) }
    let article = Article(
      published: published, title: first.text, paragraphs: paragraphs,
      language: LanguageGuess.language(of: rest),
      source: source)
    return (article, [])
  }

  private func refuse(_ bytes: [UInt8], _ file: String) throws(ReadingProblem) {
    if bytes.count > Limits.fileBytes { throw .tooLarge(file: file, bytes: bytes.count) }
    if let name = ForeignFormat.encoding(of: bytes) { throw .otherEncoding(file: file, name: name) }
    if let name = ForeignFormat.name(of: bytes) { throw .unreadFormat(file: file, name: name) }
    if bytes.contains(0) { throw .binary(file: file) }
  }

  private func decoded(_ bytes: [UInt8], _ file: String) throws(ReadingProblem) -> String {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      throw .wrongEncoding(file: file, line: lineOfFirstFault(content))
    }
    return normalized(text)
  }

  private func lineOfFirstFault(_ bytes: ArraySlice<UInt8>) -> Int {
    var line = 1
    for part in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }

  /// The header's date exactly as printed, and the text after it.
  private func header(of text: String, _ file: String) throws(ReadingProblem) -> (PartialDate?, Substring) {
    let start = text.drop { $0.isWhitespace }
    guard start.hasPrefix("date "), let range = start.firstIndex(of: " ") else { return (nil, text[...]) }
    let after = start[start.index(after: range)...].drop { $0 == " " }
    let digits = after.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
    guard digits.count >= 7, digits.contains("-") else { return (nil, text[...]) }
    guard let date = PartialDate(iso: digits) else {
      guard digits.allSatisfy({ $0.isNumber || $0 == "-" }), digits.first?.isNumber == true else {
        return (nil, text[...])
      }
      throw .impossibleDate(file: file, date: String(digits.prefix(20)))
    }
    return (date, after[digits.endIndex...])
  }
}
