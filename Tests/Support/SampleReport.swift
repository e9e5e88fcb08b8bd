import Archive
import Diplomacy

/// A made-up report with one event between Viet Nam and another country, for tests of archives.
package struct SampleReport {
  package let coded: CodedArticle

  package static func country(_ code: String) -> Country { Country(code) ?? .vietNam }

  package static func parties(_ code: String) -> Parties {
    Parties(.vietNam, country(code)) ?? Parties(.vietNam, country("LA"))!
  }

  /// That day of March 2024.
  package static func day(_ day: Int) -> String { day < 10 ? "2024-03-0\(day)" : "2024-03-\(day)" }

  package static let calendarDay = CalendarDay(ordinal: 19_800)

  /// The date in ISO 8601, of any precision; nil for an undated event.
  package init(
    _ date: String?, _ other: String, kind: EventKind = .talks, level: ProtocolLevel = .minister,
    people: [Person] = [], mentioned: [String] = [], text: String? = nil, source: String = "report.txt",
    published: String? = nil
  ) {
    let text = text ?? "Report \(date ?? "without a date") on \(other), \(kind.rawValue)."
    let article = Article(
      published: (published ?? date).flatMap { PartialDate(iso: $0) }, title: text,
      paragraphs: [Article.Paragraph(part: .lead, text: text)], language: .english, source: source)
    let parties = Parties(.vietNam, SampleReport.country(other))
    let events = parties.map { parties in
      [
        Event(
          date: date.flatMap { PartialDate(iso: $0) }, kind: kind, level: level, parties: parties,
          people: people,
          mentionedCountries: mentioned.map(SampleReport.country))
      ]
    }
    coded = CodedArticle(article: article, events: events ?? [])
  }

  /// The same report with promises in these words, of one sum.
  package func promising(_ texts: [String]) -> CodedArticle {
    CodedArticle(
      article: coded.article,
      events: coded.events.map { event in
        var event = event
        event.commitments = texts.map {
          Commitment(text: $0, amount: 30_000_000, currency: "USD", due: nil)
        }
        return event
      })
  }

  /// An article and an event with something in every field, a NUL in the text among it.
  package static var full: CodedArticle {
    let text = "Hai bên hội đàm tại Hà Nội\u{0}, ký thoả thuận 30 triệu USD."
    let article = Article(
      published: PartialDate(iso: "2021-06"), title: "Hội đàm",
      paragraphs: [
        Article.Paragraph(part: .title, text: "Hội đàm"), Article.Paragraph(part: .body, text: text),
        Article.Paragraph(part: .caption, text: "Quang cảnh buổi hội đàm."),
      ], language: .vietnamese, source: "hội đàm.txt")
    guard let parties = Parties(country("LA"), .vietNam), let date = PartialDate(iso: "2021-06-02") else {
      return CodedArticle(article: article, events: [])
    }
    let span = TextSpan(paragraph: 1, bytes: 0..<8)
    let event = Event(
      date: date, end: PartialDate(iso: "2021-06-04"), kind: .visit, subkind: .official, status: .planned,
      level: .headOfGovernment, parties: parties, host: .vietNam,
      people: [Person(name: "Nguyễn Văn Mẫu", title: "Thủ tướng", country: .vietNam)],
      place: Place(name: "Hà Nội", country: .vietNam), topics: [.economy, .border],
      commitments: [
        Commitment(text: "30 triệu USD", amount: 30_000_000, currency: "USD", due: PartialDate(iso: "2022"))
      ],
      mentions: [Mention(date: PartialDate(iso: "2019-05") ?? date, kind: .meeting, parties: parties)],
      mentionedCountries: [country("TH")],
      evidence: [Evidence(field: .kind, span: span, rule: "the first act")])
    return CodedArticle(article: article, events: [event])
  }
}
