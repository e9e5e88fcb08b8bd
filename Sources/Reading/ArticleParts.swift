import Diplomacy
import Lexicons
import Text

/// Splits the text of a report into paragraphs and tells title, lead, body and captions apart. Works on bytes: every
/// report of an archive goes through here.
struct ArticleParts {
  let paragraphs: [Article.Paragraph]

  init(_ text: Substring) {
    var text = String(text)
    let lines = text.withUTF8 { ParagraphSplitter(bytes: $0).lines() }
    var builder = PartsBuilder()
    var current = ""
    for line in lines {
      if !line.opensParagraph {
        current += " " + ArticleParts.slice(line.bytes, of: text)
      } else {
        builder.add(current)
        current = String(ArticleParts.slice(line.bytes, of: text))
      }
    }
    builder.add(current)
    paragraphs = builder.paragraphs
  }

  /// The paragraphs so far.
  private struct PartsBuilder {
    private(set) var paragraphs: [Article.Paragraph] = []
    private var hasLead = false

    mutating func add(_ text: String) {
      guard text.utf8.count > Limits.paragraphBytes else { return addPiece(text) }
      for piece in ArticleParts.pieces(of: text) { addPiece(piece) }
    }

    private mutating func addPiece(_ text: String) {
      guard !text.isEmpty else { return }
      let part = ArticleParts.part(of: text, isFirst: paragraphs.isEmpty, hasLead: hasLead)
      if part == .lead { hasLead = true }
      paragraphs.append(Article.Paragraph(part: part, text: text))
    }
  }

  /// A slice of a string is known to be valid, so that it need not be looked through again.
  private static func slice(_ bytes: Range<Int>, of text: String) -> Substring {
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: bytes.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: bytes.count)]
  }

  /// No paragraph grows beyond the limit: a longer one is cut at a blank near it.
  private static func pieces(of text: String) -> [String] {
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

  /// Characters of the longest headline.
  private static let headline = 160

  private static func part(of text: String, isFirst: Bool, hasLead: Bool) -> Article.Part {
    if isCaption(text) { return .caption }
    if isFirst, !endsLikeASentence(text), text.count <= headline { return .title }
    return hasLead ? .body : .lead
  }

  private static func endsLikeASentence(_ text: String) -> Bool {
    text.last.map { ".!?…”\"".contains($0) } ?? false
  }

  /// Bytes of the longest credit behind the colon, and of the label before it.
  private static let credit = 120
  private static let label = 24

  /// A caption ends with its credit: a word for the picture, a colon, a short name.
  private static func isCaption(_ text: String) -> Bool {
    guard let behind = colon(of: text) else { return false }
    let colon = text.utf8.index(text.utf8.endIndex, offsetBy: -behind)
    guard let before = String(text.utf8[..<colon].suffix(label).drop { $0 & 0xC0 == 0x80 }),
      let word = before.split(whereSeparator: { !$0.isLetter }).last, before.last?.isLetter == true
    else { return false }
    return word.first?.isUppercase == true && PictureCredits.contains(String(word))
  }

  /// Bytes from the last colon to the end, where they could be a credit.
  private static func colon(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      let tail = bytes.suffix(credit)
      guard let colon = tail.lastIndex(of: 58), !tail[colon...].contains(63) else { return nil }
      return bytes.count - colon
    }
  }
}

/// Lines, each trimmed, that blank lines part into paragraphs.
private struct ParagraphSplitter {
  let bytes: UnsafeBufferPointer<UInt8>

  struct Line {
    let bytes: Range<Int>
    /// Whether a blank line, or none, stands before it.
    let opensParagraph: Bool
  }

  /// The lines that are not blank.
  func lines() -> [Line] {
    var lines: [Line] = []
    var opens = true
    var start = 0
    while start <= bytes.count {
      let (end, next) = lineEnd(from: start)
      let line = trimmed(start..<end)
      if !line.isEmpty { lines.append(Line(bytes: line, opensParagraph: opens)) }
      opens = line.isEmpty
      start = next
    }
    return lines
  }

  /// The end of the line and the start of the next; CR LF counts as one end, like LF, CR, VT, FF, NEL, LS and PS.
  private func lineEnd(from start: Int) -> (Int, Int) {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte > 13, byte != 0xC2, byte != 0xE2 {
        index += 1
        continue
      }
      if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { return (index, index + 2) }
      if (10...13).contains(byte) { return (index, index + 1) }
      if byte == 0xC2, at(index + 1) == 0x85 { return (index, index + 2) }
      if byte == 0xE2, at(index + 1) == 0x80, at(index + 2) == 0xA8 || at(index + 2) == 0xA9 {
        return (index, index + 3)
      }
      index += 1
    }
    return (bytes.count, bytes.count + 1)
  }

  private func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var (start, end) = (line.lowerBound, line.upperBound)
    while start < end, let width = blank(at: start, before: end) { start += width }
    while start < end, let width = blank(endingAt: end, after: start) { end -= width }
    return start..<end
  }

  /// Bytes of the blank that begins there: a blank, a tab, a no-break or another wide blank.
  private func blank(at index: Int, before end: Int) -> Int? {
    if bytes[index] == 32 || bytes[index] == 9 { return 1 }
    if index + 1 < end, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 { return 2 }
    guard index + 2 < end else { return nil }
    let isSpace = bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && (0x80...0x8A).contains(bytes[index + 2])
    let isIdeographic = bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
    return isSpace || isIdeographic ? 3 : nil
  }

  private func blank(endingAt end: Int, after start: Int) -> Int? {
    for width in 1...3 where end - width >= start && blank(at: end - width, before: end) == width {
      return width
    }
    return nil
  }
}

/// Tells Vietnamese from English: a third of Vietnamese words bear a mark, of English ones only the names do.
enum LanguageGuess {
  /// Bytes read: more tells no more.
  private static let read = 2000

  /// For each byte 0 where it stands in no word, 1 for a letter, 3 for a letter with a mark.
  private static let classes: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    // The first bytes of Latin letters with marks; curly quotes and dashes begin with E2.
    if (0xC3...0xC6).contains(byte) || byte == 0xE1 { return 3 }
    let isLetter = (65...90).contains(byte) || (97...122).contains(byte)
    return isLetter || byte >= 0x80 && byte != 0xE2 ? 1 : 0
  }

  static func language(of text: Substring) -> Article.Language {
    var text = text
    return text.withUTF8 { language(of: UnsafeBufferPointer(rebasing: $0.prefix(read))) }
  }

  private static func language(of bytes: UnsafeBufferPointer<UInt8>) -> Article.Language {
    var (words, marked, seen) = (0, 0, UInt8(0))
    classes.withUnsafeBufferPointer { classes in
      for byte in bytes {
        let kind = classes[Int(byte)]
        // Without branches, since every fifth byte ends a word.
        words += kind == 0 ? Int(seen & 1) : 0
        marked += kind == 0 ? Int(seen >> 1) : 0
        seen = kind == 0 ? 0 : seen | kind
      }
    }
    return marked * 10 > words * 3 ? .vietnamese : .english
  }
}
