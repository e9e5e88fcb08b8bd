import Diplomacy
import Lexicons

/// Finds what a reader's eye looks for in the text: countries, people with their offices, days, sums of money.
package struct ArticleMarker: Sendable {
  package init() {}

  /// Reads the words of a language, which the first article would else wait for.
  package static func prepare(_ language: Article.Language) { _ = Lexicon.of(language) }

  /// In order of position, not overlapping; where two meet, the one that begins first stays.
  package func marks(in article: Article) -> [TextMark] {
    let lexicon = Lexicon.of(article.language)
    let resolver = DateResolver(published: article.published)
    return article.paragraphs.enumerated().flatMap { index, paragraph in
      marks(Passage(paragraph, index: index, lexicon: lexicon), resolver, lexicon)
    }
  }

  private func marks(_ passage: Passage, _ resolver: DateResolver, _ lexicon: Lexicon) -> [TextMark] {
    let countries = CountryMentions(passage).found
    var marks = countries.map { TextMark(span: passage.span($0.words), role: .country($0.country)) }
    for person in PersonMentions(passage, countries: countries, lexicon: lexicon).found {
      if let name = person.nameWords { marks.append(TextMark(span: passage.span(name), role: .person)) }
    }
    marks += resolver.mentions(in: passage).map { TextMark(span: passage.span($0.words), role: .date) }
    marks += SumReader(passage: passage).sums().map { TextMark(span: passage.span($0.words), role: .sum) }
    marks.sort { $0.span.bytes.lowerBound < $1.span.bytes.lowerBound }
    var end = 0
    return marks.filter { mark in
      guard mark.span.bytes.lowerBound >= end else { return false }
      end = mark.span.bytes.upperBound
      return true
    }
  }
}
