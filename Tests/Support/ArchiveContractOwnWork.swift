import Archive
import Diplomacy

/// What an archive promises of the reader's own work.
extension ArchiveContract {
  private static func rows(
    _ archive: any EventArchive, _ clauses: [Filter.Clause] = [], _ counting: Counting = .events
  ) throws -> [TimelineRow] {
    try archive.window(
      Filter(clauses).counting(counting), order: .oldestFirst, anchor: .start, rows: 100
    ).rows
  }

  private static func trait(_ trait: Filter.Trait, excludes: Bool = false) -> Filter.Clause {
    Filter.Clause(.trait(trait), excludes: excludes)
  }

  static let ownWorkChecks: [Check] = [
    Check(name: "own work is found by filters, counted and undone") { complaints, archive in
      _ = try archive.add((1...6).map { SampleReport(SampleReport.day($0), $0 % 2 == 0 ? "KR" : "JP").coded })
      let ids = try rows(archive).map(\.id)
      complaints.expect(try rows(archive).map(\.own), Array(repeating: [], count: 6), "nothing begun")
      let read = try archive.keep([.set(.read, true)], at: .events(Array(ids[..<3]), .events))
      let marked = try archive.keep([.set(.marked, true)], at: .events([ids[4], ids[1]], .events))
      let tagged = try archive.keep([.set(.tag("Biển Đông"), true)], at: .marked(.events))
      _ = try archive.keep([.note("hỏi lại")], at: .events([ids[5]], .events))
      let korea = Filter.Clause.country(SampleReport.country("KR"))
      let wanted: [([Filter.Clause], [Int])] = [
        ([trait(.read)], [0, 1, 2]), ([trait(.unread)], [3, 4, 5]),
        ([trait(.unread, excludes: true)], [0, 1, 2]),
        ([trait(.read, excludes: true)], [3, 4, 5]), ([trait(.marked)], [1, 4]), ([trait(.noted)], [5]),
        ([trait(.tagged)], [1, 4]), ([Filter.Clause(.tag("bien dong"))], [1, 4]),
        ([Filter.Clause(.tag("bien dong"), excludes: true)], [0, 2, 3, 5]),
        ([Filter.Clause(.tag("no such"))], []),
        ([trait(.unread), trait(.marked)], [1, 3, 4, 5]), ([trait(.read), trait(.noted)], [0, 1, 2, 5]),
        ([trait(.marked), trait(.unread, excludes: true)], [1]), ([trait(.unread), korea], [3, 5]),
        ([trait(.marked), korea], [1]), ([trait(.read), korea.out], [0, 2]),
        ([trait(.marked, excludes: true), trait(.unread)], [3, 5]),
        ([trait(.marked), trait(.undated)], [1, 4]), ([trait(.unread), trait(.undated)], [3, 4, 5]),
        ([Filter.Clause(.either([[trait(.noted)], [trait(.marked), korea]]))], [1, 5]),
      ]
      for (clauses, places) in wanted {
        complaints.expect(try rows(archive, clauses).map(\.id), places.map { ids[$0] }, "\(clauses)")
        complaints.expect(try archive.count(Filter(clauses)), places.count, "count of \(clauses)")
        let months = try archive.months(Filter(clauses)).map(\.events)
        complaints.expect(months, places.isEmpty ? [] : [places.count], "months of \(clauses)")
        let countries = try archive.facet(.country, Filter(clauses), limit: 1).map(\.events)
        complaints.expect(countries, places.isEmpty ? [] : [places.count], "countries of \(clauses)")
      }
      let tags = try archive.facet(.tag, .everything, limit: 9)
      complaints.expect(tags, [FacetCount(value: .tag("Biển Đông"), events: 2)], "tags")
      complaints.expect(try rows(archive)[4].own, [.unread, .marked, .tagged], "signs")
      complaints.expect(
        try archive.marked(.events, limit: 9).map(\.id), [ids[4], ids[1]], "order of marking")
      complaints.expect(try archive.record(ids[5])?.own.note, "hỏi lại", "note")
      complaints.expect(try archive.verify(), [], "whole")
      try archive.put((read + marked + tagged).map(\.inverse))
      complaints.expect(try rows(archive, [trait(.tagged)]).count, 0, "no tag")
      complaints.expect(try rows(archive).prefix(5).map(\.own), Array(repeating: [], count: 5), "as before")
      try archive.put(marked)
      complaints.expect(try archive.marked(.events, limit: 9).map(\.id), [ids[4], ids[1]], "order again")
      complaints.expect(try archive.verify(), [], "whole after undoing")
    },
    Check(name: "the next unread event comes in the order of the list, then from its start") {
      complaints, archive in
      _ = try archive.add((1...4).map { SampleReport(SampleReport.day($0), "KR").coded })
      _ = try archive.add([SampleReport(nil, "KR").coded])
      let ids = try rows(archive).map(\.id)
      _ = try archive.keep([.set(.read, true)], at: .events([ids[1], ids[2]], .events))
      func next(_ order: TimelineOrder, _ place: Int?) throws -> Int? {
        try archive.nextUnread(.everything, order, after: place.map { ids[$0] }).flatMap {
          ids.firstIndex(of: $0)
        }
      }
      complaints.expect(try next(.oldestFirst, 0), 3, "past the read")
      complaints.expect(try next(.oldestFirst, 3), 4, "undated last")
      complaints.expect(try next(.oldestFirst, 4), 0, "from the start")
      complaints.expect(try next(.newestFirst, 3), 0, "newest first")
      complaints.expect(try next(.newestFirst, 0), 4, "undated last, newest first")
      complaints.expect(try next(.newestFirst, 4), 3, "from the start, newest first")
      complaints.expect(try next(.newestFirst, nil), 3, "from nowhere")
      _ = try archive.keep([.set(.read, true)], at: .filter(.everything))
      complaints.expect(try next(.oldestFirst, 0), nil, "all read")
      complaints.expect(
        try archive.keep([.set(.read, true)], at: .filter(.everything)), [], "nothing to change")
    },
    Check(name: "an event stays read when a further report of it comes") { complaints, archive in
      _ = try archive.add([SampleReport("2024-03-05", "KR", text: "Short.").coded])
      let id = try rows(archive)[0].id
      _ = try archive.keep([.set(.read, true), .set(.tag("a"), true)], at: .events([id], .events))
      _ = try archive.add([SampleReport("2024-03-05", "KR", text: "A longer report of the same.").coded])
      let events = try rows(archive)
      complaints.expect(events.map(\.reports), [2], "one event")
      complaints.expect(
        events.map { $0.own.contains(.read) && $0.own.contains(.tagged) }, [true], "still read")
      complaints.expect(try archive.count(Filter([trait(.unread)])), 0, "nothing unread")
      let unread = try rows(archive, [trait(.unread)], .reports)
      complaints.expect(unread.count, 1, "one report unread")
      complaints.expect(try archive.verify(), [], "whole")
      _ = try archive.keep([.set(.read, false)], at: .events([events[0].id], .events))
      complaints.expect(try archive.count(Filter([trait(.read)])), 0, "unread by a key")
      complaints.expect(try archive.count(Filter([trait(.read)]).counting(.reports)), 0, "all its reports")
      complaints.expect(try archive.verify(), [], "whole when unread")
    },
    Check(name: "own work follows corrections and survives a rebuild") { complaints, archive in
      let reports = (1...3).map { SampleReport(SampleReport.day($0), "KR").coded }
      _ = try archive.add(reports)
      let id = try rows(archive)[1].id
      _ = try archive.keep(
        [.set(.marked, true), .set(.tag("a"), true), .note("n")], at: .events([id], .events))
      let work = OwnWork(isMarked: true, tags: ["a"], note: "n")
      guard let coded = try archive.record(id)?.coded else { return complaints.complain("a record") }
      let moved = try archive.correct(coded, .date(PartialDate(iso: "2024-05-01")))?.id
      complaints.expect(try moved.flatMap { try archive.record($0)?.own }, work, "after another date")
      complaints.expect(try rows(archive, [trait(.marked)]).map(\.date?.month), [5], "found there")
      _ = try archive.correct(coded, .event(false))
      complaints.expect(try rows(archive, [trait(.marked)]).count, 0, "not while it is no event")
      complaints.expect(try archive.verify(), [], "whole while it is no event")
      _ = try archive.correct(coded, .event(true))
      complaints.expect(try archive.record(rows(archive, [trait(.noted)])[0].id)?.own, work, "an event again")
      _ = try archive.rebuild { article in reports.first { $0.article == article }?.events ?? [] }
      complaints.expect(try rows(archive, [Filter.Clause(.tag("a"))]).count, 1, "after a rebuild")
      complaints.expect(try archive.verify(), [], "whole after a rebuild")
    },
    Check(name: "own work taken twice is there once, and of two notes both are kept") { complaints, archive in
      let report = SampleReport("2024-03-05", "KR").coded
      _ = try archive.add([report])
      let id = try rows(archive)[0].id
      _ = try archive.keep(
        [.set(.read, true), .set(.marked, true), .set(.tag("a"), true), .note("n")],
        at: .events([id], .events))
      let entries = try archive.ownWork()
      complaints.expect(entries.map(\.work), [try archive.record(id)?.own], "one entry")
      complaints.expect(try archive.take(entries), 1, "taken again")
      complaints.expect(try archive.ownWork(), entries, "nothing twice")
      var other = entries
      other[0].work = OwnWork(note: "m")
      _ = try archive.take(other)
      complaints.expect(try archive.record(id)?.own.note, "n\nm", "both notes")
      complaints.expect(try archive.verify(), [], "whole")
    },
  ]
}

extension Filter.Clause {
  fileprivate var out: Filter.Clause { Filter.Clause(value, excludes: true) }
}
