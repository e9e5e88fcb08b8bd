import Archive
import Diplomacy
import SQLiteArchive
import Support
import Testing

/// The same numbers for the same seed.
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite struct CorrectionWalkTests {
  /// Reports that meet often: few pairs, kinds and days, some people, two events in every third article.
  private func reports(_ dice: inout Dice) -> [CodedArticle] {
    (0..<40).map { number in
      let other = ["KR", "KP", "JP"].randomElement(using: &dice) ?? "KR"
      let names = [[], ["Kim Thử"], ["Park Mẫu"], ["Kim Thử", "Park Mẫu"]].randomElement(using: &dice) ?? []
      let report = SampleReport(
        SampleReport.day(Int.random(in: 1...3, using: &dice)), other,
        kind: [.talks, .visit].randomElement(using: &dice) ?? .talks,
        people: names.map { Person(name: $0, title: "", country: SampleReport.country(other)) },
        mentioned: number % 5 == 0 ? ["KP", "TH"] : [], text: "Report \(number)"
      ).coded
      let events = number % 3 == 0 ? report.events + report.events : report.events
      return CodedArticle(article: report.article, events: events)
    }
  }

  private func value(_ dice: inout Dice) -> FieldValue {
    switch Int.random(in: 0..<6, using: &dice) {
    case 0: .kind([.talks, .visit].randomElement(using: &dice) ?? .aid)
    case 1: .level([.minister, .other].randomElement(using: &dice) ?? .other)
    case 2:
      .date(PartialDate(iso: ["2024-03-01", "2024-03-02", "2024-03"].randomElement(using: &dice) ?? ""))
    case 3: .parties(SampleReport.parties(["KR", "KP"].randomElement(using: &dice) ?? "KR"))
    case 4: .event(false)
    default: .event(true)
    }
  }

  /// All that an archive answers, without the numbers it gave.
  private func answers(_ archive: any EventArchive) throws -> [String] {
    var all: [String] = []
    for counting in Counting.allCases {
      let filter = Filter.everything.counting(counting)
      let window = try archive.window(filter, order: .newestFirst, anchor: .start, rows: 1000)
      all.append("\(counting) \(window.total) \(try archive.months(filter))")
      for row in window.rows {
        let record = try #require(try archive.record(row.id))
        let told = record.reports.map(\.title).sorted().joined(separator: "+")
        all.append(
          "\(row.headline) \(row.date?.iso ?? "") \(row.kind) \(row.level) \(row.parties.code) "
            + "\(row.own.rawValue) \(record.own) \(counting == .events ? told : "") \(record.coded) \(record.corrections.map(\.now.text).sorted())"
        )
        if counting == .events { #expect(row.reports == record.reports.count) }
      }
      for facet in Facet.allCases { all.append("\(facet) \(try archive.facet(facet, filter, limit: 99))") }
      for clause in [
        Filter.Clause.person("Kim Thử"), .mention(SampleReport.country("TH")), .kind(.visit),
        .words("report 1"),
        .country(SampleReport.country("KP")), .exceptLevel(.other), Filter.Clause(.trait(.unread)),
        Filter.Clause(.trait(.marked)), Filter.Clause(.tag("a")),
      ] {
        all.append("\(clause) \(try archive.count(Filter([clause]).counting(counting)))")
      }
    }
    return all.sorted()
  }

  private func wish(_ dice: inout Dice) -> OwnWish {
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: .set(.read, Bool.random(using: &dice))
    case 1: .set(.marked, Bool.random(using: &dice))
    case 2: .set(.tag(["a", "b"].randomElement(using: &dice) ?? "a"), Bool.random(using: &dice))
    default: .note(["", "one", "two"].randomElement(using: &dice) ?? "")
    }
  }

  @Test(arguments: [2, 5, 7, 8] as [UInt64])
  func anyWalkOfCorrectionsAndOwnWorkEndsWhereAFreshImportBegins(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let reports = reports(&dice)
    let archive = try DiskArchive.inMemory()
    for report in reports { _ = try archive.add([report]) }
    let asCoded = try answers(archive)
    let all = try archive.window(
      Filter.everything.counting(.reports), order: .newestFirst, anchor: .start, rows: 1000)
    let events = try all.rows.compactMap { try archive.record($0.id)?.coded }
    var kept: [OwnChange] = []
    for _ in 0..<120 {
      let event = try #require(events.randomElement(using: &dice))
      #expect(try archive.correct(event, value(&dice)) != nil)
      let counting = Counting.allCases.randomElement(using: &dice) ?? .events
      let rows = try archive.window(
        Filter.everything.counting(counting), order: .newestFirst, anchor: .start, rows: 1000
      ).rows
      guard let row = rows.randomElement(using: &dice) else { continue }
      kept += try archive.keep([wish(&dice)], at: .events([row.id], counting))
    }
    // Counts, entries and index against the rows.
    #expect(try archive.verify() == [])
    let fresh = try DiskArchive.inMemory()
    #expect(try fresh.take(try archive.corrections()) == 0)
    #expect(try fresh.take(try archive.ownWork()) == 0)
    _ = try fresh.add(reports.shuffled(using: &dice))
    #expect(try answers(fresh) == (try answers(archive)))
    for correction in try archive.corrections().shuffled(using: &dice) {
      _ = try archive.correct(correction.event, correction.change.was)
    }
    #expect(try archive.corrections() == [])
    try archive.put(kept.reversed().map(\.inverse))
    #expect(try archive.ownWork() == [])
    #expect(try answers(archive) == asCoded)
    #expect(try archive.verify() == [])
  }
}
