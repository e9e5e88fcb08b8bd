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
    Check(name: "what became of a promise is found, undone, taken over and survives a rebuild") {
      complaints, archive in
      let texts = [["30 million", "a bridge", "a bridge"], ["by 2030"], []]
      let reports = texts.enumerated().map { day, texts in
        SampleReport(SampleReport.day(day + 1), "KR").promising(texts)
      }
      _ = try archive.add(reports)
      let ids = try rows(archive).map(\.id)
      func statuses(_ clauses: [Filter.Clause] = []) throws -> [String] {
        try archive.promises(Filter(clauses), limit: 9).list.map { "\($0.commitment.text) \($0.status)" }
      }
      func found(_ clause: Filter.Clause) throws -> [Int] {
        try rows(archive, [clause]).compactMap { ids.firstIndex(of: $0.id) }
      }
      let met = try archive.keep([.promise(place: 1, .met)], at: .events([ids[0]], .events))
      let missed = try archive.keep([.promise(place: 0, .missed)], at: .events([ids[1]], .events))
      complaints.expect(
        try archive.keep([.promise(place: 1, .met)], at: .events([ids[0]], .events)), [], "so already")
      complaints.expect(
        try archive.keep([.promise(place: 7, .met)], at: .events([ids[0]], .events)), [], "no such promise")
      let after = ["30 million open", "a bridge open", "by 2030 missed", "a bridge met"]
      complaints.expect(try statuses(), after, "the judged last")
      complaints.expect(try statuses([trait(.met)]), ["a bridge met"], "the met alone")
      complaints.expect(try statuses([trait(.open)]), ["30 million open", "a bridge open"], "the open alone")
      complaints.expect(try statuses([trait(.missed), trait(.met)]), Array(after.suffix(2)), "either")
      complaints.expect(try found(trait(.open)), [0], "open")
      complaints.expect(try found(trait(.met)), [0], "met")
      complaints.expect(try found(trait(.missed)), [1], "missed")
      complaints.expect(try found(trait(.open, excludes: true)), [1, 2], "nothing open")
      complaints.expect(try found(Filter.Clause(.either([[trait(.missed)], [trait(.met)]]))), [0, 1], "any")
      complaints.expect(
        try archive.record(ids[0])?.own.judged(reports[0].events[0].commitments).map(\.status),
        [.open, .met, .open], "in the record")
      let entries = try archive.ownWork()
      _ = try archive.rebuild { article in
        reports.first { $0.article == article }?.events.map { event in
          var event = event
          event.commitments.insert(
            Commitment(text: "read anew", amount: nil, currency: nil, due: nil), at: 0)
          return event
        } ?? []
      }
      let again = try statuses().filter { !$0.hasPrefix("read anew") }
      complaints.expect(again, after, "by its words after a rebuild")
      try archive.put((met + missed).map(\.inverse))
      complaints.expect(try found(trait(.open)), [0, 1, 2], "undone")
      complaints.expect(try archive.take(entries), 2, "taken over")
      complaints.expect(try found(trait(.missed)), [1], "missed again")
      try archive.put(met.map(\.inverse) + [met[0]])
      complaints.expect(try archive.ownWork().map(\.work.promises), entries.map(\.work.promises), "the same")
      complaints.expect(try archive.verify(), [], "whole")
    },
    Check(name: "a promise that several reports tell is judged once for all of them") { complaints, archive in
      let short = SampleReport("2024-03-05", "KR", text: "Short.").promising(["30 million"])
      _ = try archive.add([short])
      let id = try rows(archive)[0].id
      _ = try archive.keep([.promise(place: 0, .met)], at: .events([id], .events))
      let long = SampleReport("2024-03-05", "KR", text: "A longer report of the same talks.")
      _ = try archive.add([long.promising(["three tens of millions"])])
      let promises = try archive.promises(.everything, limit: 9).list
      complaints.expect(promises.map(\.status), [.met], "once, met")
      complaints.expect(try archive.count(Filter([trait(.open)])), 0, "nothing open")
      complaints.expect(try archive.count(Filter([trait(.open)]).counting(.reports)), 1, "one report")
      let leader = promises[0].event
      complaints.expect(try archive.record(leader)?.own.promises.values.map(\.self), [.met], "in the record")
      let changes = try archive.keep([.promise(place: 0, .missed)], at: .events([leader], .events))
      complaints.expect(changes.count, 2, "in one place")
      complaints.expect(try archive.promises(.everything, limit: 9).list.map(\.status), [.missed], "missed")
      _ = try archive.keep([.promise(place: 0, .open)], at: .events([leader], .events))
      complaints.expect(try archive.ownWork(), [], "nothing is left of it")
    },
  ]
}

extension Filter.Clause {
  fileprivate var out: Filter.Clause { Filter.Clause(value, excludes: true) }
}
