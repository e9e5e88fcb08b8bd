import Diplomacy
import Lexicons
import Testing

@testable import Reading

/// A report of a few paragraphs, and what each judge sees in it.
struct Report {
  let article: Article
  let lexicon: Lexicon

  init(
    _ paragraphs: [String], on header: String? = "2024-05-21", in language: Article.Language = .vietnamese
  ) {
    article = Article(
      published: header.flatMap { PartialDate(iso: $0) }, title: paragraphs[0],
      paragraphs: ArticleParts(paragraphs.joined(separator: "\n\n")[...]).paragraphs, language: language,
      source: "report.txt")
    lexicon = Lexicon.of(language)
  }

  init(
    _ paragraphs: String..., on header: String? = "2024-05-21", in language: Article.Language = .vietnamese
  ) {
    self.init(paragraphs, on: header, in: language)
  }

  // MARK: The first paragraph alone

  var passage: Passage { Passage(article.paragraphs[0], index: 0, lexicon: lexicon) }

  /// Codes in order of position.
  var countries: [String] { CountryMentions(passage).found.map(\.country.code) }

  var people: [PersonMention] {
    PersonMentions(passage, countries: CountryMentions(passage).found, lexicon: lexicon).found
  }

  /// Days in ISO form, the last day of a stretch behind a slash.
  var days: [String] { DateResolver(published: article.published).mentions(in: passage).map(Report.told) }

  // MARK: The whole report

  func scene() throws -> Scene { try #require(Scene(article)) }

  /// Days of the whole report as its own day tells them.
  func settledDays() throws -> [String] { try scene().pages.flatMap(\.dates).map(Report.told) }

  func acts() throws -> [Act] {
    let scene = try scene()
    return NewsJudge(.standard).weighed(ActFinder(scene: scene, focus: Focus(scene)).acts())
  }

  /// The first act of that kind.
  func act(_ kind: EventKind) throws -> Act { try #require(try acts().first { $0.kind == kind }) }

  /// The actor and the other side of that act: `LA>RU`.
  func sides(_ kind: EventKind) throws -> String {
    let sides = try act(kind).sides
    return "\(sides.actor.code)>\(sides.counterpart.code)"
  }

  var events: [Event] { EventReader().events(in: article) }

  private static func told(_ mention: DateMention) -> String {
    mention.date.iso + (mention.end.map { "/" + $0.iso } ?? "")
  }
}

extension PersonMention {
  /// Title, name and country: `Thủ tướng|Bounmy Keovong|LA`.
  var told: String { "\(title)|\(name)|\(country?.code ?? "-")" }
}

extension Weights {
  /// Numbers of a test's own; all others are 0.
  init(_ values: [String: Double]) { self.init(rows: values.map { [$0.key, String($0.value)] }) }
}
