import Diplomacy
import Text

/// The fields of one report in a file of many, as they stand there.
struct ReportRecord: Hashable {
  var date = ""
  var title = ""
  var body = ""
  var source = ""

  /// The report that the same text would be in a file of its own, so that its content tells it from others whatever
  /// file brings it. `place` is what it goes by where it names no source.
  func article(place: String) throws(RecordFault) -> Article {
    guard ![title, body, source].contains(where: \.hasNul) else { throw .nul }
    guard source.utf8.count <= Limits.sourceBytes else { throw .longSource }
    let published = try published()
    let text = normalized(text)
    let paragraphs = ArticleParts(text[...]).paragraphs
    guard let first = paragraphs.first, paragraphs.contains(where: { $0.text.hasWord }) else { throw .noText }
    let name = ReportRecord.line(source)
    return Article(
      published: published, title: first.text, paragraphs: paragraphs,
      language: LanguageGuess.language(of: text[...]), source: name.isEmpty ? place : normalized(name))
  }

  private func published() throws(RecordFault) -> PartialDate? {
    let word = date.trimmed
    if word.isEmpty { return nil }
    func quoted() -> String { visible(String(word.prefix(40))) }
    guard DateHeader.hasShape(word) else { throw .dateNotUnderstood(quoted()) }
    guard let published = PartialDate(iso: word) else { throw .impossibleDate(quoted()) }
    return published
  }

  /// The title above the body, once: some files repeat it as the first line of the body.
  private var text: String {
    let title = ReportRecord.line(title)
    let body = body.trimmed
    guard !title.isEmpty else { return String(body) }
    if body.hasPrefix(title) {
      let rest = body.dropFirst(title.count)
      if rest.first?.isNewline ?? true { return title + "\n\n" + rest }
    }
    return title + "\n\n" + body
  }

  private static func line(_ text: String) -> String {
    guard text.mayHaveLines else { return String(text.trimmed) }
    return text.split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }.joined(
      separator: " ")
  }
}

extension String {
  fileprivate var hasNul: Bool {
    utf8.withContiguousStorageIfAvailable { place(of: 0, or: 0, in: $0) < $0.count } ?? utf8.contains(0)
  }

  /// Whether a sign stands in it that could end a line.
  fileprivate var mayHaveLines: Bool {
    utf8.contains { (10...13).contains($0) || $0 == 0xC2 || $0 == 0xE2 }
  }
}

extension StringProtocol {
  fileprivate var trimmed: SubSequence {
    let ends = [unicodeScalars.first, unicodeScalars.last]
    if ends.allSatisfy({ $0.map { (33...126).contains($0.value) } ?? false }) { return self[...] }
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return self[endIndex...] }
    return self[...last].drop { $0.isWhitespace }
  }
}
