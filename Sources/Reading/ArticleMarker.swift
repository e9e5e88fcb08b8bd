import Diplomacy
import Lexicons

/// Finds what a reader's eye looks for in the text: countries, people with their offices, days, sums of money.
package struct ArticleMarker: Sendable {
  package init() {}

  /// In order of position, not overlapping; where two meet, the one that begins first stays.
  package func marks(in article: Article) -> [TextMark] {
    let lexicon = Lexicon.of(article.language)
    let resolver = DateResolver(published: article.published)
    return article.paragraphs.enumerated().flatMap { index, paragraph in
      let words = ParagraphWords(paragraph, index: index, lexicon: lexicon)
      return marks(words, resolver)
    }
  }

  private func marks(_ words: ParagraphWords, _ resolver: DateResolver) -> [TextMark] {
    let countries = CountryMentions(words).found
    var marks = countries.map { TextMark(span: words.span($0.words), role: .country($0.country)) }
    for person in PersonMentions(words, countries: countries).found {
      if let name = person.nameWords { marks.append(TextMark(span: words.span(name), role: .person)) }
    }
    marks += resolver.mentions(in: words).map { TextMark(span: words.span($0.words), role: .date) }
    marks += sums(words).map { TextMark(span: words.span($0), role: .sum) }
    marks.sort { $0.span.bytes.lowerBound < $1.span.bytes.lowerBound }
    var end = 0
    return marks.filter { mark in
      guard mark.span.bytes.lowerBound >= end else { return false }
      end = mark.span.bytes.upperBound
      return true
    }
  }

  /// A figure with its scale, if any, and a currency.
  private func sums(_ words: ParagraphWords) -> [Range<Int>] {
    words.findings.compactMap { finding in
      guard case .currency = finding.meaning else { return nil }
      var start = finding.words.lowerBound
      let scale = words.findings.first {
        if case .scale = $0.meaning { $0.words.upperBound == start } else { false }
      }
      start = scale?.words.lowerBound ?? start
      let figure = start
      while start > 0,
        words.words[start - 1].number != nil
          || (start < figure && [44, 46].contains(words.sign(at: start - 1)))
      {
        start -= 1
      }
      return start < figure ? start..<finding.words.upperBound : nil
    }
  }
}
