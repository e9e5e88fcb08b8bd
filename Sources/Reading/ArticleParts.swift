import Diplomacy
import Text

/// Splits the text of a report into paragraphs and tells title, lead, body and captions apart.
struct ArticleParts {
  let paragraphs: [Article.Paragraph]

  init(_ text: Substring) {
    var texts: [String] = []
    var current = ""
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let trimmed = ArticleParts.trimmed(line)
      if trimmed.isEmpty {
        if !current.isEmpty { texts.append(current) }
        current = ""
      } else {
        current += (current.isEmpty ? "" : " ") + trimmed
      }
    }
    if !current.isEmpty { texts.append(current) }
    var hasLead = false
    paragraphs = texts.flatMap(ArticleParts.bounded).enumerated().map { index, text in
      let part = ArticleParts.part(of: text, isFirst: index == 0, hasLead: hasLead)
      if part == .lead { hasLead = true }
      return Article.Paragraph(part: part, text: text)
    }
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while let first = line.first, first.isWhitespace { line.removeFirst() }
    while let last = line.last, last.isWhitespace { line.removeLast() }
    return String(line)
  }

  /// No paragraph grows beyond the limit: a longer one is cut at a blank near it.
  private static func bounded(_ text: String) -> [String] {
    guard text.utf8.count > Limits.paragraphBytes else { return [text] }
    var parts: [String] = []
    var current = ""
    for word in text.split(separator: " ") {
      if current.utf8.count + word.utf8.count > Limits.paragraphBytes, !current.isEmpty {
        parts.append(current)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    return parts + (current.isEmpty ? [] : [current])
  }

  private static func part(of text: String, isFirst: Bool, hasLead: Bool) -> Article.Part {
    if isCaption(text) { return .caption }
    if isFirst, !endsLikeASentence(text), text.count <= 160 { return .title }
    return hasLead ? .body : .lead
  }

  private static func endsLikeASentence(_ text: String) -> Bool {
    text.last.map { ".!?…”\"".contains($0) } ?? false
  }

  /// A caption ends with its credit: a word for the picture, a colon, a short name.
  private static func isCaption(_ text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":") else { return false }
    let credit = text[text.index(after: colon)...]
    guard credit.count <= 60, !credit.contains("?") else { return false }
    let word = text[..<colon].suffix(12).split { !$0.isLetter }.last.map { fold(String($0)) } ?? ""
    return creditWords.contains(word) && text[..<colon].last?.isLowercase == true
      && startsCapital(text[..<colon])
  }

  /// The word before the colon is written as a label, with a capital.
  private static func startsCapital(_ text: Substring) -> Bool {
    text.split { !$0.isLetter }.last?.first?.isUppercase ?? false
  }

  /// Folded words that stand before a picture credit, in the languages dyad reads.
  private static let creditWords: Set<String> = ["anh", "photo", "photos", "picture", "image"]
}

/// Tells Vietnamese from English by letters only Vietnamese has.
enum LanguageGuess {
  static func language(of text: Substring) -> Article.Language {
    var marked = 0
    var letters = 0
    for scalar in text.unicodeScalars.prefix(4000) {
      let value = scalar.value
      if (65...90).contains(value) || (97...122).contains(value) { letters += 1 }
      if value == 0x111 || value == 0x110 || value == 0x1A1 || value == 0x1B0
        || (0x1EA0...0x1EF9).contains(value)
      {
        marked += 1
      }
    }
    return marked * 25 > letters ? .vietnamese : .english
  }
}
