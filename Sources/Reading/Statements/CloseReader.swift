import Diplomacy
import Lexicons

/// Reads out of a report what its event does not hold: who said what, and which paragraphs are no wording. Pure.
package struct CloseReader: Sendable {
  package init() {}

  /// In the order of the text. Only the two parties speak; titles and asides say nothing.
  package func statements(in article: Article, between parties: Parties) -> [Statement] {
    guard let scene = Scene(article) else { return [] }
    let asides = asides(in: article)
    let words = CloseWords.of(article.language)
    var statements: [Statement] = []
    for page in scene.pages where !asides.contains(page.passage.index) && page.passage.part != .title {
      statements += StatementJudge(page: page, parties: parties, words: words).statements
    }
    return statements
  }

  /// Captions, bylines and boilerplate, by their place in the article.
  package func asides(in article: Article) -> Set<Int> {
    let judge = AsideJudge(language: article.language)
    let last = article.paragraphs.lastIndex { $0.part != .caption } ?? -1
    return Set(
      article.paragraphs.indices.filter { index in
        judge.isAside(article.paragraphs[index], isLast: index == last, isFirst: index == 0)
      })
  }
}
