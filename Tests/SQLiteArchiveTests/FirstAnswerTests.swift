import Archive
import Diplomacy
import Support
import Testing

@testable import SQLiteArchive

/// What a view is opened with where counting all would take long.
@Suite struct FirstAnswerTests {
  private static func person(_ name: String, _ country: String) -> Person {
    Person(name: name, title: "", country: SampleReport.country(country))
  }

  private func archive() throws -> DiskArchive {
    let (lan, minh) = (Self.person("Lan", "VN"), Self.person("Minh", "VN"))
    let archive = try DiskArchive.inMemory()
    _ = try archive.add([
      SampleReport("2023-01-01", "KR", people: [lan]).coded,
      SampleReport("2023-01-02", "KR", people: [lan]).coded,
      SampleReport("2023-01-03", "JP", people: [lan]).coded,
      SampleReport("2023-01-04", "JP", kind: .visit, people: [minh]).coded,
      SampleReport("2023-01-05", "KR", people: [lan, minh]).coded,
      SampleReport(nil, "KR", people: [minh]).coded,
    ])
    return archive
  }

  private func ask<Answer>(
    _ filter: Filter, newest: Int, _ archive: DiskArchive, _ answer: (ViewQuery) throws -> Answer
  ) throws -> Answer {
    try archive.reading(filter) { db, kept in
      try answer(ViewQuery(db: db, filter: filter, kept: kept, newest: newest))
    }
  }

  private static let korea = Filter([.country(SampleReport.country("KR"))])
  private static let filters = [korea, Filter([.words("report")]), Filter([.init(.trait(.noHost))])]

  @Test func peopleOfTheLatestEventsComeFirst() throws {
    let archive = try archive()
    let first = try ask(Self.korea, newest: 2, archive) { try $0.people(limit: 9, countsAll: false) }
    #expect(first.people.map(\.name) == ["Lan", "Minh"])
    #expect(first.people.map(\.events) == [2, 1])
    #expect(first.newest == 2)
    #expect(first.all == nil)
  }

  @Test(arguments: filters)
  func allPeopleAreTheSameByEventsAndByWhereTheyStand(filter: Filter) throws {
    let archive = try archive()
    let many = try ask(filter, newest: 1, archive) { try $0.people(limit: 9, countsAll: true) }
    let few = try ask(filter, newest: 99, archive) { try $0.people(limit: 9, countsAll: true) }
    #expect(many == few)
    #expect(many.all == few.people.count)
  }

  @Test func nothingIsLeftOutWhereAllAreFew() throws {
    let archive = try archive()
    let first = try ask(Self.korea, newest: 4, archive) { try $0.people(limit: 9, countsAll: false) }
    #expect(first.newest == nil)
    #expect(first.all == 2)
  }

  @Test func whomSomebodyMetIsKnownFromTheLatestEventsFirst() throws {
    let archive = try archive()
    let korea = Person(name: "Nobody", title: "", country: SampleReport.country("KR"))
    let first = try ask(Self.korea, newest: 2, archive) {
      try $0.counterparts(of: korea, limit: 9, isWhole: false)
    }
    #expect(first.people.map(\.events) == [2, 1])
    #expect(first.newest == 2)
    let all = try ask(Self.korea, newest: 2, archive) {
      try $0.counterparts(of: korea, limit: 9, isWhole: true)
    }
    #expect(all.people.map(\.events) == [3, 2])
    #expect(all.newest == nil)
  }

  @Test func kindsAreKnownFromTheCountsAndHostsAreOfTheLatest() throws {
    let archive = try archive()
    let counted = try ask(Self.korea, newest: 2, archive) { try $0.counts(isWhole: false) }
    #expect(!counted.classesAreLeast)
    #expect(counted.hostsAreLeast)
    #expect(counted.kinds.reduce(0) { $0 + $1.events } == 4)
    #expect(counted.hosts.reduce(0) { $0 + $1.events } == 2)
    let listed = try ask(Self.filters[1], newest: 2, archive) { try $0.counts(isWhole: false) }
    #expect(listed.classesAreLeast)
    #expect(listed.kinds.reduce(0) { $0 + $1.events } == 2)
  }

  @Test func thePairsMetMostAreCountedInFull() throws {
    let archive = try archive()
    let filter = Self.filters[1]
    let all = try archive.dyadYears(filter)
    let first = try ask(filter, newest: 1, archive) { try $0.dyadYears(first: 1) }
    #expect(first.isCut)
    #expect(first.all == all.all)
    #expect(first.rows.allSatisfy(all.rows.contains))
    #expect(first.rows.first?.dyad.code == "KR-VN")
  }
}
