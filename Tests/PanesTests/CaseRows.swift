import Archive
import Diplomacy
import Foundation

/// The articles and events that a golden screen's setup tells; `ScreenCase` says how its lines are written.
struct CaseRows {
  private(set) var articles: [CodedArticle] = []

  init(_ lines: [String]) {
    for line in lines {
      let rest = String(line.drop { $0 != " " }.dropFirst())
      switch line.prefix(while: { $0 != " " }) {
      case "row": addRow(rest)
      case "evidence": changeLast { CaseRows.addEvidence(rest, &$0, $1) }
      case "person":
        changeLast { event, _ in
          let parts = rest.dropFirst(3).split(separator: ",", maxSplits: 1).map { $0.drop { $0 == " " } }
          guard let country = Country(rest.prefix(2)), let name = parts.first else { return }
          event.people.append(
            Person(name: String(name), title: parts.count > 1 ? String(parts[1]) : "", country: country))
        }
      case "report": addReport(rest)
      default: break
      }
    }
  }

  private mutating func addRow(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 3).map(String.init)
    guard words.count == 4, let kind = EventKind(rawValue: words[1]), let parties = Parties(code: words[2])
    else { return }
    let days = words[0].split(separator: ">")[0].components(separatedBy: "..")
    let date = PartialDate(iso: days[0])
    let published = words[0].split(separator: ">").dropFirst().first.flatMap { PartialDate(iso: $0) }
    let event = Event(
      date: date, end: days.count > 1 ? PartialDate(iso: days[1]) : nil, kind: kind,
      level: .headOfStateOrParty, parties: parties)
    articles.append(
      CodedArticle(
        article: CaseRows.article(words[3], published ?? date, days[0], source: "case"), events: [event]))
  }

  private mutating func addReport(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3, var event = articles.last?.events.first else { return }
    event.people = []
    event.evidence = []
    articles.append(
      CodedArticle(
        article: CaseRows.article(words[2], PartialDate(iso: words[0]), words[0], source: words[1]),
        events: [event]))
  }

  private static func article(
    _ headline: String, _ date: PartialDate?, _ iso: String, source: String
  ) -> Article {
    let title = Article.Paragraph(part: .title, text: headline)
    let body = Article.Paragraph(part: .body, text: headline + ", " + iso + ".")
    let caption = Article.Paragraph(part: .caption, text: headline + " (photo)")
    return Article(
      published: date, title: headline, paragraphs: [title, body, caption], language: .vietnamese,
      source: source)
  }

  private mutating func changeLast(_ change: (inout Event, Article) -> Void) {
    guard let last = articles.popLast(), var event = last.events.first else { return }
    change(&event, last.article)
    articles.append(CodedArticle(article: last.article, events: [event]))
  }

  private static func addEvidence(_ line: String, _ event: inout Event, _ article: Article) {
    let pieces = line.split(separator: "\"").map(String.init)
    guard pieces.count == 3, let field = Evidence.Field(rawValue: String(pieces[0].dropLast())) else {
      return
    }
    for (index, paragraph) in article.paragraphs.enumerated().dropFirst() {
      guard let range = paragraph.text.firstRange(of: pieces[1]) else { continue }
      let start = paragraph.text.utf8.distance(from: paragraph.text.startIndex, to: range.lowerBound)
      let span = TextSpan(paragraph: index, bytes: start..<start + pieces[1].utf8.count)
      event.evidence.append(Evidence(field: field, span: span, rule: String(pieces[2].dropFirst())))
      return
    }
  }
}
