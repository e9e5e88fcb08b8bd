import Diplomacy
import Text

/// Words in a row of one paragraph that the reader has chosen.
struct PhraseChoice: Hashable, Sendable {
  let paragraph: Int
  /// Places among the words of the paragraph; never empty.
  var words: Range<Int>
  /// The longest phrase there is.
  static let longest = 16
}

/// The words of a report, paragraph by paragraph.
struct ArticleWords {
  let article: Article

  func words(_ paragraph: Int) -> [Range<Int>] {
    article.paragraphs[safe: paragraph].map { comparableWords(in: $0.text).map(\.bytes) } ?? []
  }

  func span(_ phrase: PhraseChoice) -> TextSpan? {
    let words = words(phrase.paragraph)
    guard let first = words[safe: phrase.words.lowerBound],
      let last = words[safe: phrase.words.upperBound - 1]
    else { return nil }
    return TextSpan(paragraph: phrase.paragraph, bytes: first.lowerBound..<last.upperBound)
  }

  /// The words that a place touches, at most as many as a phrase may have.
  func phrase(at span: TextSpan) -> PhraseChoice? {
    let words = words(span.paragraph)
    guard let first = words.firstIndex(where: { $0.upperBound > span.bytes.lowerBound }) else { return nil }
    let end = words.firstIndex { $0.lowerBound >= span.bytes.upperBound } ?? words.count
    let last = min(max(first + 1, end), first + PhraseChoice.longest)
    return PhraseChoice(paragraph: span.paragraph, words: first..<last)
  }

  /// As many words further on, over the borders of paragraphs.
  func moved(_ phrase: PhraseChoice, by count: Int, among shown: [Int]) -> PhraseChoice {
    let words = words(phrase.paragraph)
    let start = phrase.words.lowerBound + count
    if start >= 0, start + phrase.words.count <= words.count {
      return PhraseChoice(paragraph: phrase.paragraph, words: start..<start + phrase.words.count)
    }
    guard let place = shown.firstIndex(of: phrase.paragraph) else { return phrase }
    var next = place + count.signum()
    while let paragraph = shown[safe: next] {
      let size = self.words(paragraph).count
      if size > 0 {
        let length = min(size, phrase.words.count)
        let first = count > 0 ? 0 : size - length
        return PhraseChoice(paragraph: paragraph, words: first..<first + length)
      }
      next += count.signum()
    }
    return phrase
  }

  func stretched(_ phrase: PhraseChoice, by count: Int) -> PhraseChoice {
    let most = min(PhraseChoice.longest, words(phrase.paragraph).count - phrase.words.lowerBound)
    let length = max(1, min(most, phrase.words.count + count))
    return PhraseChoice(
      paragraph: phrase.paragraph, words: phrase.words.lowerBound..<phrase.words.lowerBound + length)
  }
}
