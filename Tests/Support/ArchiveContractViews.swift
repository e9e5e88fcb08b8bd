import Archive
import Diplomacy

/// What an archive promises of the views: pairs by year, hosts, people, promises.
extension ArchiveContract {
  private static let korea = SampleReport.country("KR")

  private static func talks(
    _ date: String?, _ other: String, host: String? = nil, people: [Person] = [], kind: EventKind = .talks,
    promises: [Commitment] = [], text: String? = nil
  ) -> CodedArticle {
    let plain = SampleReport(date, other, kind: kind, people: people, text: text).coded
    let events = plain.events.map { event in
      var event = event
      event.host = host.map(SampleReport.country)
      event.commitments = promises
      return event
    }
    return CodedArticle(article: plain.article, events: events)
  }

  private static func person(_ name: String, _ country: String) -> Person {
    Person(name: name, title: "", country: SampleReport.country(country))
  }

  /// Filters that are answered from tallies, from parts of months, and event by event.
  private static func filters() -> [Filter] {
    let span = DaySpan(
      from: PartialDate(iso: "2023-06-10")?.earliest, to: PartialDate(iso: "2024-03-05")?.latest)
    return [
      .everything, Filter([.country(korea)]), Filter([.kind(.talks)]), Filter([.exceptCountry(korea)]),
      Filter([.init(.days(span))]), Filter([.init(.days(span)), .country(korea)]), Filter([.words("report")]),
      Filter([.init(.host(.vietNam))]), Filter([.init(.trait(.noHost))]), Filter([.person("Lan")]),
    ]
  }

  static let viewChecks: [Check] = [
    Check(name: "pairs by year and hosts agree with the events behind them") { complaints, archive in
      _ = try archive.add([
        talks("2023-06-09", "KR", host: "VN", people: [person("Lan", "VN")]),
        talks("2023-06-10", "KR", host: "KR"),
        talks("2024-03-05", "KR", host: "TH"), talks("2024-03-06", "KR"), talks("2024", "JP", host: "JP"),
        talks(nil, "JP", kind: .phoneCall), talks("2024-03", "JP", host: "VN"),
        talks("2024-03-05", "KR", host: "TH", text: "Report again."),
      ])
      for filter in filters() + filters().map({ $0.counting(.reports) }) {
        let name = "\(filter.clauses) \(filter.counting)"
        let grid = try archive.dyadYears(filter)
        complaints.expect(grid.rows.reduce(0) { $0 + $1.total }, try archive.count(filter), "all of \(name)")
        let first = try archive.dyadYears(filter, first: 1)
        complaints.expect(first.all, grid.all, "all pairs of \(name)")
        complaints.expect(first.rows.allSatisfy(grid.rows.contains), true, "the first of \(name)")
        complaints.expect(first.isCut || first == grid, true, "all or some of \(name)")
        for row in grid.rows {
          let pair = filter.keeping(only: row.dyad)
          complaints.expect(row.total, try archive.count(pair), "\(row.dyad.code) of \(name)")
          for (year, events) in row.events {
            let date = PartialDate(year: year)
            let cell = date.map { pair.keeping(only: DaySpan($0)) } ?? pair.keeping(.trait(.undated))
            complaints.expect(events, try archive.count(cell), "\(row.dyad.code) \(year) of \(name)")
          }
        }
        for count in try archive.hosts(filter) {
          let value = count.host.map { Filter.Value.host($0) } ?? .trait(.noHost)
          let wanted = try archive.count(filter.keeping(only: count.dyad).keeping(value))
          complaints.expect(count.events, wanted, "\(count) of \(name)")
        }
        let hosts = try archive.hosts(filter).reduce(0) { $0 + $1.events }
        complaints.expect(hosts, try archive.count(filter), "hosts of \(name)")
        let counts = try archive.counts(filter, isWhole: true)
        complaints.expect(counts.hosts, try archive.hosts(filter), "hosts beside kinds of \(name)")
        complaints.expect(counts.kinds, try archive.facet(.kind, filter, limit: 99), "kinds of \(name)")
        complaints.expect(counts.levels, try archive.facet(.level, filter, limit: 99), "levels of \(name)")
        complaints.expect(
          try archive.counts(filter, isWhole: false), counts, "few are counted at once: \(name)")
      }
    },
    Check(name: "people are counted with the day of their last event, and with whom they met") {
      complaints, archive in
      let (lan, kim, park) = (person("Lan", "VN"), person("Kim Thử", "KR"), person("Park Mẫu", "KR"))
      _ = try archive.add([
        talks("2023-06-09", "KR", people: [lan, kim]), talks("2024-03-05", "KR", people: [lan, kim]),
        talks("2024-03-08", "KR", people: [lan, park]), talks("2024-03-09", "KR", people: [park]),
        talks("2024-03-05", "KR", text: "Who was there is not told."),
      ])
      func told(_ people: PeopleMet) -> [String] {
        people.people.map { "\($0.name) \($0.events) \($0.last?.iso ?? "-")" }
      }
      let all = try archive.people(.everything, limit: 9)
      complaints.expect(
        told(all), ["Lan 3 2024-03-08", "Kim Thử 2 2024-03-05", "Park Mẫu 2 2024-03-09"], "people")
      complaints.expect(try archive.people(.everything, limit: 1).all, 3, "people in all")
      let quick = try archive.people(.everything, limit: 9, countsAll: false)
      complaints.expect(quick, all, "people, not counted")
      let first = try archive.people(.everything, limit: 2, countsAll: false)
      complaints.expect(told(first), Array(told(all).prefix(2)), "the first people")
      complaints.expect(first.all, nil, "not counted")
      let days = Filter([.days(from: PartialDate(iso: "2024-03-06")?.earliest, to: nil), .country(korea)])
      complaints.expect(
        told(try archive.people(days, limit: 9)), ["Park Mẫu 2 2024-03-09", "Lan 1 2024-03-08"], "late")
      let early = Filter([.days(from: nil, to: PartialDate(iso: "2024-01")?.latest)])
      complaints.expect(
        told(try archive.people(early, limit: 9)), ["Kim Thử 1 2023-06-09", "Lan 1 2023-06-09"], "early")
      let met = try archive.counterparts(
        of: lan, .everything.keeping(.person("Lan")), limit: 9, isWhole: true)
      complaints.expect(told(met), ["Kim Thử 2 2024-03-05", "Park Mẫu 1 2024-03-08"], "met")
      let both = Filter.everything.keeping(.person("Lan")).keeping(.person("Kim Thử"))
      complaints.expect(try archive.count(both), 2, "events of both")
    },
    Check(name: "promises come by the day they are due, those without one last") { complaints, archive in
      let sum = Commitment(text: "30 million", amount: 30_000_000, currency: "USD", due: nil)
      let late = Commitment(text: "by 2030", amount: nil, currency: nil, due: PartialDate(iso: "2030"))
      let soon = Commitment(text: "by May", amount: nil, currency: nil, due: PartialDate(iso: "2024-05"))
      _ = try archive.add([
        talks("2024-03-05", "KR", promises: [sum, late], text: "A long report of the talks with a promise."),
        talks("2024-03-05", "KR", promises: [sum], text: "Another one."),
        talks("2023-06-09", "JP", promises: [soon]), talks("2023-06-10", "JP"),
      ])
      let all = try archive.promises(.everything, limit: 9)
      complaints.expect(all.list.map(\.commitment.text), ["by May", "by 2030", "30 million"], "promises")
      complaints.expect(all.events, 2, "events with promises")
      complaints.expect(all.list.map(\.place), [0, 1, 0], "places")
      let japan = Filter([.country(SampleReport.country("JP"))])
      complaints.expect(
        try archive.promises(japan, limit: 9).list.map(\.commitment.text), ["by May"], "Japan")
      let traits = Filter([.init(.trait(.commitments))])
      complaints.expect(try archive.count(traits), 2, "events that promise")
      complaints.expect(try archive.count(traits.counting(.reports)), 3, "reports that promise")
      complaints.expect(try archive.promises(.everything, limit: 1).isCut, true, "cut")
      complaints.expect(try archive.verify(), [], "whole")
    },
    Check(name: "visits tell who went where, the latest first") { complaints, archive in
      var planned = talks("2030-01", "JP", host: "JP", kind: .visit)
      planned = CodedArticle(
        article: planned.article,
        events: planned.events.map { event in
          var event = event
          event.status = .planned
          return event
        })
      _ = try archive.add([
        talks("2023-06-09", "KR", host: "KR", kind: .visit), talks("2023-06-10", "KR", host: "VN"),
        talks("2024-03-05", "KR", host: "TH"), talks("2024-03-06", "KR"), planned,
        talks("2024-03-07", "KR", host: "KR", kind: .aid),
      ])
      func told(_ filter: Filter, _ limit: Int = 9) throws -> [String] {
        try archive.visits(filter, limit: limit).traces.map {
          "\($0.guest.code)→\($0.host.code) \($0.stage) \($0.date?.iso ?? "-")"
        }
      }
      let all = ["VN→JP dated 2030-01", "KR→VN visited 2023-06-10", "VN→KR visited 2023-06-09"]
      complaints.expect(try told(.everything), all, "all")
      complaints.expect(try told(Filter([.country(korea)])), Array(all.dropFirst()), "Korea")
      complaints.expect(try told(Filter([.kind(.visit), .kind(.aid)])), [all[0], all[2]], "visits")
      complaints.expect(try told(Filter([.kind(.aid)])), [], "none of aid")
      complaints.expect(try told(.everything, 1), [all[0]], "the latest")
      complaints.expect(try archive.visits(.everything, limit: 1).isCut, true, "cut")
      complaints.expect(try archive.visits(.everything, limit: 9).isCut, false, "whole")
    },
    Check(name: "what a led report alone tells of a promise is promised") { complaints, archive in
      let sum = Commitment(text: "30 million", amount: 30_000_000, currency: "USD", due: nil)
      _ = try archive.add([
        talks("2024-03-05", "KR", text: "A long report of the talks that tells of no promise at all."),
        talks("2024-03-05", "KR", promises: [sum], text: "Short."),
      ])
      complaints.expect(try archive.count(.everything), 1, "events")
      let traits = Filter([.init(.trait(.commitments))])
      complaints.expect(try archive.count(traits), 1, "events that promise")
      complaints.expect(try archive.count(traits.counting(.reports)), 1, "reports that promise")
      complaints.expect(
        try archive.promises(.everything, limit: 9).list.map(\.commitment.text), ["30 million"], "promises")
      complaints.expect(try archive.verify(), [], "whole")
    },
  ]
}
