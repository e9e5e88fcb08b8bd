import Diplomacy
import Lexicons
import Text

/// Splits the text of a report into paragraphs and tells title, lead, body and captions apart. Works on bytes: every
/// report of an archive goes through here.
struct ArticleParts {
  let paragraphs: [Article.Paragraph]

  init(_ text: Substring) {
    var text = String(text)
    let texts = text.withUTF8 { ParagraphSplitter(bytes: $0).paragraphs() }
    var hasLead = false
    paragraphs = texts.flatMap(ArticleParts.bounded).enumerated().map { index, text in
      let part = ArticleParts.part(of: text, isFirst: index == 0, hasLead: hasLead)
      if part == .lead { hasLead = true }
      return Article.Paragraph(part: part, text: text)
    }
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
    guard let colon = text.utf8.suffix(credit).lastIndex(of: 58) else { return false }
    let name = text.utf8[colon...].dropFirst()
    guard !name.contains(63),
      let before = String(text.utf8[..<colon].suffix(label).drop { $0 & 0xC0 == 0x80 }),
      let word = before.split(whereSeparator: { !$0.isLetter }).last, before.last?.isLetter == true
    else { return false }
    return word.first?.isUppercase == true && PictureCredits.contains(String(word))
  }
}

/// Lines joined into paragraphs at blank lines, each trimmed.
private struct ParagraphSplitter {
  let bytes: UnsafeBufferPointer<UInt8>

  func paragraphs() -> [String] {
    var paragraphs: [String] = []
    var current: [UInt8] = []
    var start = 0
    while start <= bytes.count {
      let (end, next) = lineEnd(from: start)
      let line = trimmed(start..<end)
      if line.isEmpty {
        close(&current, &paragraphs)
      } else {
        if !current.isEmpty { current.append(32) }
        current.append(contentsOf: bytes[line])
      }
      start = next
    }
    close(&current, &paragraphs)
    return paragraphs
  }

  private func close(_ current: inout [UInt8], _ paragraphs: inout [String]) {
    guard !current.isEmpty else { return }
    paragraphs.append(String(decoding: current, as: UTF8.self))
    current.removeAll(keepingCapacity: true)
  }

  /// The end of the line and the start of the next; CR LF counts as one end, like LF, CR, VT, FF, NEL, LS and PS.
  private func lineEnd(from start: Int) -> (Int, Int) {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
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

  static func language(of text: Substring) -> Article.Language {
    var words = 0
    var marked = 0
    var (isWord, isMarked) = (false, false)
    for byte in text.utf8.prefix(read) {
      let isLetter = (65...90).contains(byte) || (97...122).contains(byte)
      // The first bytes of Latin letters with marks; curly quotes and dashes begin with E2.
      let isMark = (0xC3...0xC6).contains(byte) || byte == 0xE1
      if isLetter || byte >= 0x80 && byte != 0xE2 {
        isWord = true
        if isMark { isMarked = true }
      } else if isWord {
        words += 1
        if isMarked { marked += 1 }
        (isWord, isMarked) = (false, false)
      }
    }
    return marked * 10 > words * 3 ? .vietnamese : .english
  }
}
