import Archive
import Diplomacy

/// What an archive promises of the reader's corrections.
extension ArchiveContract {
  private static let values: [FieldValue] = [
    .kind(.meeting), .level(.minister), .date(PartialDate(iso: "2023-11-30")), .event(false),
    .parties(Parties(SampleReport.country("KR"), .vietNam) ?? SampleReport.parties("KR")),
    .parties(SampleReport.parties("US")),
  ]

  private static func record(_ archive: any EventArchive, _ words: String) throws -> EventRecord? {
    let rows = try archive.window(Filter([.words(words)]), order: .newestFirst, anchor: .start, rows: 1).rows
    return try rows.first.flatMap { try archive.record($0.id) }
  }

  static let correctionChecks: [Check] = [
    Check(name: "an event is found by its name whatever its number is") { complaints, archive in
      _ = try archive.add([SampleReport.full, SampleReport("2024-03-05", "KR").coded])
      guard let before = try record(archive, "hội") else { return complaints.complain("a record") }
      let name = before.coded
      complaints.expect(try archive.number(of: name), before.id, "by its name")
      let other = CodedEvent(
        article: name.article, parties: name.parties, date: name.date, kind: name.kind, nth: name.nth + 1)
      complaints.expect(try archive.number(of: other), nil, "no such event")
      let moved = try archive.correct(name, .date(PartialDate(iso: "2019-02-03")))
      complaints.expect(try archive.number(of: name), moved?.id, "by its name after a correction")
      complaints.expect(moved?.id == before.id, false, "another number")
      _ = try archive.correct(name, .event(false))
      complaints.expect(try archive.number(of: name), nil, "no event any more")
    },
    Check(name: "a correction shows in every answer, and undoing it restores exactly") {
      complaints, archive in
      _ = try archive.add([SampleReport.full])
      guard let before = try record(archive, "hội") else { return complaints.complain("a record") }
      complaints.expect(before.corrections, [], "no corrections")
      for value in values {
        let outcome = try archive.correct(before.coded, value)
        let was = FieldValue(value.field, of: before.event)
        complaints.expect(outcome?.before, was, "before \(value)")
        complaints.expect(try archive.corrections().map(\.change.now), [value], "kept \(value)")
        guard value != .event(false) else {
          complaints.expect(outcome?.id, nil, "no event, no number")
          complaints.expect(try archive.count(.everything), 0, "no event")
          complaints.expect(try archive.facet(.person, .everything, limit: 9), [], "no event, no people")
          _ = try archive.correct(before.coded, was)
          complaints.expect(try record(archive, "hội"), before, "given back as an event")
          continue
        }
        let after = try outcome?.id.flatMap { try archive.record($0) }
        complaints.expect(after.map { FieldValue(value.field, of: $0.event) }, value, "now \(value)")
        complaints.expect(after?.corrections, FieldChange(was: was, now: value).map { [$0] }, "told \(value)")
        complaints.expect(after?.coded, before.coded, "the name stays under \(value)")
        _ = try archive.correct(before.coded, was)
        complaints.expect(try record(archive, "hội"), before, "restored from \(value)")
        complaints.expect(try archive.corrections(), [], "withdrawn \(value)")
      }
    },
    Check(name: "filters, counts, months and facets have the corrected value") { complaints, archive in
      _ = try archive.add([
        SampleReport("2024-03-05", "KP", text: "Mistaken").coded, SampleReport("2024-03-09", "KR").coded,
      ])
      guard let record = try record(archive, "mistaken") else { return complaints.complain("a record") }
      _ = try archive.correct(record.coded, .parties(SampleReport.parties("KR")))
      _ = try archive.correct(record.coded, .kind(.visit))
      _ = try archive.correct(record.coded, .date(PartialDate(iso: "2024-04-01")))
      let korea = SampleReport.country("KR")
      let wanted: [(Filter.Clause, Int)] = [
        (.country(korea), 2), (.country(SampleReport.country("KP")), 0), (.kind(.visit), 1),
        (.kind(.talks), 1),
        (.dyad(SampleReport.parties("KR").dyad), 2), (.words("mistaken"), 1),
        (.days(from: PartialDate(iso: "2024-04-01")?.calendarDay, to: nil), 1),
      ]
      for (clause, count) in wanted {
        complaints.expect(try archive.count(Filter([clause])), count, "\(clause)")
        let reports = Filter([clause]).counting(.reports)
        complaints.expect(try archive.count(reports), count, "reports of \(clause)")
      }
      complaints.expect(try archive.months(.everything).map(\.month), [3, 4], "months")
      let dyads = try archive.facet(.dyad, .everything, limit: 9).map(\.events)
      complaints.expect(dyads, [2], "pairs")
      let rows = try archive.window(.everything, order: .newestFirst, anchor: .start, rows: 9).rows
      complaints.expect(rows.map { $0.date?.iso ?? "" }, ["2024-04-01", "2024-03-09"], "order of rows")
      // Back in another order than they were made.
      _ = try archive.correct(record.coded, .parties(record.event.parties))
      _ = try archive.correct(record.coded, .date(record.event.date))
      _ = try archive.correct(record.coded, .kind(record.event.kind))
      complaints.expect(try ArchiveContract.record(archive, "mistaken"), record, "restored")
    },
    Check(name: "a correction moves a report into another event and out again") { complaints, archive in
      _ = try archive.add([
        SampleReport("2024-03-05", "KR", text: "First and longest").coded,
        SampleReport("2024-03-05", "KR", text: "Second").coded,
        SampleReport("2024-03-05", "KR", kind: .visit, text: "Third").coded,
      ])
      func reports() throws -> [Int] {
        try archive.window(.everything, order: .oldestFirst, anchor: .start, rows: 9).rows.map(\.reports)
          .sorted()
      }
      complaints.expect(try reports(), [1, 2], "as coded")
      guard let third = try record(archive, "third"), let first = try record(archive, "first") else {
        return complaints.complain("records")
      }
      _ = try archive.correct(third.coded, .kind(.talks))
      complaints.expect(try reports(), [3], "joined")
      _ = try archive.correct(first.coded, .date(PartialDate(iso: "2024-03-06")))
      complaints.expect(try reports(), [1, 2], "the leader left")
      complaints.expect(try archive.count(Filter([.words("second")])), 1, "found by the report left")
      _ = try archive.correct(first.coded, .event(false))
      complaints.expect(try reports(), [2], "taken out")
      _ = try archive.correct(first.coded, .event(true))
      _ = try archive.correct(first.coded, .date(first.event.date))
      complaints.expect(try reports(), [3], "joined again")
      _ = try archive.correct(third.coded, .kind(.visit))
      complaints.expect(try reports(), [1, 2], "restored")
      complaints.expect(try archive.count(Filter([.kind(.visit)])), 1, "the visit alone")
      complaints.expect(try archive.facet(.country, .everything, limit: 1).map(\.events), [2], "countries")
    },
    Check(name: "corrections wait for their article and outlive its import") { complaints, archive in
      let report = SampleReport("2024-03-05", "KR", source: "old name.txt").coded
      guard let event = report.events.first else { return complaints.complain("an event") }
      _ = try archive.add([report])
      guard let record = try record(archive, "report") else { return complaints.complain("a record") }
      _ = try archive.correct(record.coded, .kind(.visit))
      let renamed = SampleReport("2024-03-05", "KR", source: "new name.txt").coded
      complaints.expect(try archive.add([renamed]), [.alreadyThere], "again")
      complaints.expect(try archive.count(Filter([.kind(.visit)])), 1, "after importing again")
      let kept = try archive.corrections()
      complaints.expect(kept.map(\.source), ["old name.txt"], "source")
      complaints.expect(
        kept.map(\.change), FieldChange(was: .kind(event.kind), now: .kind(.visit)).map { [$0] }, "change")
      complaints.expect(try archive.take(kept), 1, "taken where it is known")
      complaints.expect(try archive.corrections(), kept, "taking changes nothing")
      let other = CodedEvent(
        article: ArticleHash(7), parties: event.parties, date: event.date, kind: .aid, nth: 0)
      complaints.expect(try archive.correct(other, .event(false)), nil, "an unknown event")
      guard let change = FieldChange(was: .event(true), now: .event(false)) else { return }
      let waiting = Correction(event: other, change: change, source: "x", published: nil, title: "y")
      complaints.expect(try archive.take([waiting]), 0, "waiting")
      complaints.expect(try archive.corrections(), kept + [waiting], "both kept")
    },
  ]
}
