import Archive
import Diplomacy
import Foundation
import SQLiteArchive

/// Questions of one archive, against 16 ms.
struct Questions {
  let archive: DiskArchive
  let path: String
  let events: Int
  /// Only questions with this in their name are asked.
  var only: String?
  private static let goal = 16.0

  private func days(_ made: inout MadeUpReports) -> Filter.Clause {
    let first = CalendarDay(ordinal: 9131 + made.below(10_000))
    return .days(from: first, to: first.adding(days: 30 + made.below(2000)))
  }

  func ask() throws {
    var made = MadeUpReports(textLength: 0)
    let ranks = [0, 1, 3, 10, 40, 120, 190]
    func country() -> Country { made.country(ranks[made.below(ranks.count)]) }
    func pair() -> Filter.Clause {
      let one = made.below(200)
      return Dyad(made.country(one), made.country((one + 1 + made.below(198)) % 200)).map { .dyad($0) }
        ?? .country(country())
    }
    func kind() -> Filter.Clause { .kind(EventKind.allCases[made.below(EventKind.allCases.count)]) }
    func window(_ clauses: [Filter.Clause]) throws {
      let filter = Filter(clauses)
      let position = made.below(max(1, events / 50))
      _ = try archive.glance(filter, order: .newestFirst, anchor: .position(position), rows: 60)
    }
    func one(_ value: Filter.Value) -> [Filter.Clause] { [Filter.Clause(value)] }
    func topic() -> Filter.Value { .topic(Topic.allCases[made.below(Topic.allCases.count)]) }
    try tell("window, no filter") { _ in try window([]) }
    try tell("window, country") { _ in try window([.country(country())]) }
    try tell("window, pair") { _ in try window([pair()]) }
    try tell("window, kind") { _ in try window([kind()]) }
    try tell("window, country + kind") { _ in try window([.country(country()), kind()]) }
    try tell("window, two countries") { _ in try window([.country(country()), .country(country())]) }
    try tell("window, all but a country") { _ in try window([.exceptCountry(country())]) }
    try tell("window, days") { _ in try window([days(&made)]) }
    try tell("window, country + days") { _ in try window([.country(country()), days(&made)]) }
    try tell("window, host") { _ in try window(one(.host(country()))) }
    try tell("window, topic") { _ in try window(one(topic())) }
    try tell("window, status") { _ in try window(one(.status(.held))) }
    try tell("window, language") { _ in try window(one(.language(.english))) }
    func first(_ clauses: [Filter.Clause], rows: Int = 60) throws {
      _ = try archive.glance(Filter(clauses), order: .newestFirst, anchor: .start, rows: rows)
    }
    try tell("first page, source", rounds: 50) { _ in try first(one(.source("agency-\(made.below(60))"))) }
    try tell("first page, topic + country", rounds: 50) { _ in try first(one(topic()) + [.country(country())])
    }
    try tell("first page, person + country", rounds: 50) { _ in
      try first([.person("Person \(made.below(40))"), .country(made.country(made.below(3)))])
    }
    try tell("count, country + kind + days") { _ in
      _ = try archive.count(Filter([.country(country()), kind(), days(&made)]))
    }
    try tell("months, country") { _ in _ = try archive.months(Filter([.country(country())])) }
    for facet in [Facet.country, .dyad, .kind, .person] {
      try tell("facet \(facet)", rounds: 20) { _ in _ = try archive.facet(facet, .everything, limit: 200) }
    }
    try tell("facet person, kind", rounds: 20) { _ in
      _ = try archive.facet(.person, Filter([kind()]), limit: 200)
    }
    try tell("facet country, kind", rounds: 20) { _ in
      _ = try archive.facet(.country, Filter([kind()]), limit: 200)
    }
    try tell("facet dyad, country + days", rounds: 20) { _ in
      _ = try archive.facet(.dyad, Filter([.country(country()), days(&made)]), limit: 200)
    }
    let rows = try archive.window(.everything, order: .newestFirst, anchor: .position(events / 2), rows: 200)
      .rows
    try tell("neighbour") { round in
      _ = try archive.neighbour(of: rows[round % rows.count].id, later: round % 2 == 0, .events)
    }
    try tell("record") { round in _ = try archive.record(rows[round % rows.count].id) }
    try askViews(&made)
    try askWords(&made)
  }

  /// What a view is opened with, and what a move of its cursor asks for.
  private func askViews(_ made: inout MadeUpReports) throws {
    let days = Filter([days(&made)])
    for (name, filter) in [
      ("all", Filter.everything), ("country", Filter([.country(made.country(1))])), ("days", days),
      ("topic", Filter([.init(.topic(.economy))])),
    ] {
      try tell("view of pairs by year, \(name)", rounds: 10, goal: 100) { _ in
        _ = try archive.dyadYears(filter, first: 150)
      }
      try tell("view of people, \(name)", rounds: 10, goal: 100) { _ in
        _ = try archive.people(filter, limit: 150, countsAll: false)
      }
      try tell("all pairs by year, \(name)", rounds: 3, goal: 1000) { _ in
        _ = try archive.dyadYears(filter)
      }
      try tell("all people, \(name)", rounds: 3, goal: 1000) { _ in
        _ = try archive.people(filter, limit: 500)
      }
      try tell("view of visits, \(name)", rounds: 10, goal: 100) { _ in
        _ = try archive.visits(filter, limit: 1000)
      }
      try tell("view of commitments, \(name)", rounds: 10, goal: 100) { _ in
        _ = try archive.promises(filter, limit: 2000)
      }
      try tell("view, a cell, \(name)", rounds: 10, goal: 100) { _ in
        _ = try archive.counts(filter, isWhole: false)
        _ = try archive.window(filter, order: .newestFirst, anchor: .start, rows: 200)
      }
      try tell("all counts of a cell, \(name)", rounds: 3, goal: 1000) { _ in
        _ = try archive.counts(filter, isWhole: true)
      }
    }
    let one = Person(name: "Person 1", title: "", country: made.country(0))
    try tell("view, whom a person met", rounds: 10, goal: 100) { _ in
      _ = try archive.counterparts(of: one, Filter([.person(one.name)]), limit: 500, isWhole: false)
    }
  }

  private func askWords(_ made: inout MadeUpReports) throws {
    func page(_ clauses: [Filter.Clause]) throws {
      _ = try archive.glance(Filter(clauses), order: .newestFirst, anchor: .start, rows: 40)
    }
    try tell("words, rare, first 40", rounds: 50) { _ in
      try page([.words("\(made.word(400 + made.below(280))) \(made.word(300 + made.below(300)))")])
    }
    try tell("words, common, first 40", rounds: 50) { round in try page([.words(made.word(round * 3))]) }
    try tell("words, common + country, first 40", rounds: 50) { round in
      try page([.words(made.word(round)), .country(made.country(round * 3))])
    }
    try tell("words, one letter, first 40", rounds: 20) { round in
      try page([.words(String(made.word(round * 34).prefix(1)))])
    }
    try tell("words, counted", rounds: 5) { round in
      _ = try archive.count(Filter([.words("\(made.word(round + 1)) \(made.word(0))")]))
    }
    guard only == nil, let bare = BarePage(path) else { return }
    for (name, words) in [
      ("a common word", [made.word(0), made.word(4)]), ("two common words", ["ba ba", "ba bai"]),
    ] {
      let own = try Times(50) { round in try page([.words(words[round % 2])]) }
      let other = Times(50) { round in bare.first(40, of: words[round % 2]) }
      print(
        "first 40 of \(name): dyad \(fixed(own.workOfMedian, 5)) ms of work, bare FTS5 \(fixed(other.workOfMedian, 5)), ratio \(fixed(own.workOfMedian / other.workOfMedian, 5)) of 2"
      )
    }
  }

  private func tell(
    _ name: String, rounds: Int = 200, goal: Double = Questions.goal, _ work: (Int) throws -> Void
  ) throws {
    if let only, !name.contains(only) { return }
    let times = try Times(rounds, work)
    let padded = name.padding(toLength: 32, withPad: " ", startingAt: 0)
    print(
      "\(padded)\(fixed(times.median, 9)) \(fixed(times.p99, 9))   \(fixed(times.p99 / goal, 6)) of \(Int(goal)) ms \(fixed(times.workOfMedian, 12)) \(fixed(times.workOfP99, 8))"
    )
    fflush(nil)
  }
}
