import Diplomacy
import Text

/// Turns the bytes of a report into an article: an optional header ` date YYYY-MM-DD ` (or ` date YYYY-MM `), then
/// paragraphs parted by blank lines. Pure: it opens nothing and knows no clock.
package struct ArticleReader: Sendable {
  package init() {}

  /// `source` is the base name the article goes by; a problem names `path`, or the source where there is none.
  package func read(
    _ bytes: [UInt8], source: String, path: String? = nil
  ) throws(ReadingProblem) -> (article: Article, warnings: [ReadingWarning]) {
    let file = visible(path ?? source)
    try refuse(bytes, file)
    let text = try decoded(bytes, file)
    let header = try DateHeader(text, file: file)
    let paragraphs = ArticleParts(header.rest).paragraphs
    guard let first = paragraphs.first, paragraphs.contains(where: { $0.text.hasWord }) else {
      throw .empty(file: file)
    }
    let article = Article(
      published: header.published, title: first.text, paragraphs: paragraphs,
      language: LanguageGuess.language(of: header.rest),
      source: source)
    return (article, [])
  }

  private func refuse(_ bytes: [UInt8], _ file: String) throws(ReadingProblem) {
    if bytes.count > Limits.fileBytes { throw .tooLarge(file: file, bytes: bytes.count) }
    if let name = ForeignFormat.encoding(of: bytes) { throw .otherEncoding(file: file, name: name) }
    if let name = ForeignFormat.name(of: bytes) ?? ForeignFormat.name(ofFile: file) {
      throw .unreadFormat(file: file, name: name)
    }
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
}

extension String {
  /// Invisible marks alone are no report.
  var hasWord: Bool {
    unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
