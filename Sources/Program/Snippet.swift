import Diplomacy
import Text

/// A piece of a report around the first place where each phrase stands.
package struct Snippet: Hashable, Sendable {
  package let text: String

  /// One snippet per phrase, at most `width` cells each; none for a phrase that the report does not have.
  package static func of(_ phrases: [SearchPhrase], in article: Article, width: Int) -> [Snippet] {
    var found: [Snippet] = []
    for phrase in phrases {
      for paragraph in article.paragraphs {
        guard let match = phrase.matches(in: paragraph.text).first else { continue }
        let snippet = Snippet(paragraph.text, around: match, width: width)
        if !found.contains(snippet) { found.append(snippet) }
        break
      }
    }
    return found
  }

  /// Whole words before and after the match, as far as there is room.
  init(_ paragraph: String, around match: Range<Int>, width: Int) {
    let bytes = Array(paragraph.utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    if cellWidth(visible(paragraph)) <= width {
      self.text = visible(paragraph)
      return
    }
    let before = text(0..<match.lowerBound).split(separator: " ", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    for word in before.reversed() {
      if cellWidth(visible((kept + [word]).joined(separator: " "))) > width / 3 { break }
      kept.insert(word, at: 0)
    }
    let start = (kept.count == before.count ? "" : "… ") + kept.joined(separator: " ")
    self.text = cut(visible(start + text(match.lowerBound..<bytes.count)), width: width)
  }
}
