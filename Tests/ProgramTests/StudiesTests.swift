import Archive
import Diplomacy
import Reading
import SQLiteArchive
import Testing
import Text

@testable import Model
@testable import Program

@Suite struct StudiesTests {
  private let archive: DiskArchive
  private let studies: Studies
  private let korea = Parties(.vietNam, Country("KR")!)!
  private let japan = Parties(.vietNam, Country("JP")!)!

  init() throws {
    archive = try DiskArchive.inMemory()
    studies = Studies(archive: archive, reader: CloseReader())
    let rows: [(String, Parties, EventKind, [String])] = [
      ("2020-01-10", korea, .talks, ["Hai bên hướng tới đối tác chiến lược sâu rộng và bền vững."]),
      ("2021-02-10", korea, .visit, ["Đoàn thăm Hà Nội, nhắc tới hợp tác biển."]),
      ("2021-06-10", japan, .talks, ["Hai bên nói về đối tác chiến lược sâu rộng."]),
      ("2022-03-10", korea, .talks, ["Hai bên trao đổi về thương mại và lao động."]),
      (
        "2023-04-10", korea, .talks,
        ["Quan hệ là ĐỐI TÁC chiến lược sâu rộng.", "Bên lề đối tác chiến lược. Ảnh: Nguyễn Văn Mẫu"]
      ),
    ]
    for row in rows {
      var event = Event(
        date: PartialDate(iso: row.0), kind: row.2, level: .minister, parties: row.1,
        people: [Person(name: "Trần Thị Mẫu", title: "", country: .vietNam)])
      if row.0 == "2023-04-10" {
        event.mentions = [
          Mention(date: PartialDate(iso: "2021-02")!, kind: .visit, parties: korea),
          Mention(date: PartialDate(iso: "2019-02")!, kind: .visit, parties: korea),
        ]
      }
      let paragraphs =
        [Article.Paragraph(part: .title, text: "Tin \(row.0)")]
        + row.3.map { Article.Paragraph(part: $0.contains("Ảnh:") ? .caption : .body, text: $0) }
      let article = Article(
        published: PartialDate(iso: row.0), title: "Tin \(row.0)", paragraphs: paragraphs,
        language: .vietnamese, source: "made-up")
      _ = try archive.add([CodedArticle(article: article, events: [event])])
    }
  }

  private func id(_ day: String) throws -> EventID {
    let date = PartialDate(iso: day)!
    let window = try archive.window(
      Filter([.days(from: date.earliest, to: date.latest)]), order: .oldestFirst, anchor: .start, rows: 1)
    return try #require(window.rows.first?.id)
  }

  @Test func thePreviousOfThePairIsOneOfTheSameKind() throws {
    let order = ComparisonOrder(generation: 3, event: try id("2023-04-10"), other: nil)
    guard case .comparison(3, let texts?)? = try studies.answer(.compare(order)) else {
      Issue.record("no comparison")
      return
    }
    #expect(texts.left.event.date?.iso == "2022-03-10")
    #expect(texts.right.event.date?.iso == "2023-04-10")
    // Captions do not count.
    #expect(texts.comparison.rows.compactMap(\.right).map(\.paragraph).max() == 1)
  }

  @Test func withoutOneOfItsKindThePreviousOfThePairIsTaken() throws {
    let order = ComparisonOrder(generation: 1, event: try id("2021-02-10"), other: nil)
    guard case .comparison(_, let texts?)? = try studies.answer(.compare(order)) else {
      Issue.record("no comparison")
      return
    }
    #expect(texts.left.event.date?.iso == "2020-01-10")
    let first = ComparisonOrder(generation: 1, event: try id("2020-01-10"), other: nil)
    #expect(try studies.answer(.compare(first)) == .comparison(generation: 1, nil))
  }

  @Test func twoChosenEventsStandInOrderOfTime() throws {
    let order = ComparisonOrder(
      generation: 1, event: try id("2020-01-10"), other: try id("2022-03-10"))
    guard case .comparison(_, let texts?)? = try studies.answer(.compare(order)) else {
      Issue.record("no comparison")
      return
    }
    #expect(texts.left.event.date?.iso == "2020-01-10")
  }

  @Test func aTrailHasEveryUseAndWhatOfThePairDroppedIt() throws {
    let order = TrailOrder(generation: 1, phrase: "đối tác chiến lược", dyad: korea.dyad)
    guard case .trail(1, let trail)? = try studies.answer(.trail(order)) else {
      Issue.record("no trail")
      return
    }
    let told = trail.steps.map { step in
      "\(step.date?.iso ?? "") \(step.parties.second.code) \(step.place == nil ? "without" : "with")"
    }
    // The visit never had it, and a caption is no wording.
    #expect(
      told == [
        "2020-01-10 KR with", "2021-06-10 JP with", "2022-03-10 KR without", "2023-04-10 KR with",
      ])
    #expect(trail.unread == 0)
  }

  @Test func marksOfThePhraseAreMeant() throws {
    let order = TrailOrder(generation: 1, phrase: "đôi tac", dyad: korea.dyad)
    guard case .trail(_, let trail)? = try studies.answer(.trail(order)) else { return }
    #expect(trail.steps.isEmpty)
  }

  @Test func mentionsThatTheRecordHasCanBeOpened() throws {
    let record = try #require(try archive.record(id("2023-04-10")))
    guard case .closely(_, let reading)? = try studies.answer(.closely(record)) else {
      Issue.record("no reading")
      return
    }
    let events = reading.references.compactMap { reference -> EventID?? in
      if case .event(_, let event) = reference.target { event } else { nil }
    }
    let visit = try id("2021-02-10")
    #expect(events == [visit, nil])
    #expect(reading.asides == [2])
  }

  @Test func aWithdrawnStudyEndsWithoutAnAnswer() throws {
    let question = Question()
    question.withdraw()
    let order = TrailOrder(generation: 1, phrase: "hai bên", dyad: korea.dyad)
    #expect(throws: ArchiveProblem.withdrawn) {
      try Question.$current.withValue(question) { _ = try studies.answer(.trail(order)) }
    }
  }
}
