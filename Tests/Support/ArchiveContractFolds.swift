import Archive
import Diplomacy

/// What an archive promises of events that several reports tell.
extension ArchiveContract {
  private static func person(_ name: String, _ country: String) -> Person {
    Person(name: name, title: "", country: SampleReport.country(country))
  }

  private static let reports = Filter.everything.counting(.reports)

  static let foldChecks: [Check] = [
    Check(name: "reports of one event are one row, led by the fullest, whichever came first") {
      complaints, archive in
      let brief = SampleReport("2024-03-05", "KR", text: "Brief and brought in first.", source: "a.txt").coded
      let full = SampleReport(
        "2024-03-05", "KR", people: [person("Lan", "VN"), person("Kim Thử", "KR")], mentioned: ["JP"],
        text: "Full.", source: "b.txt"
      ).coded
      let other = SampleReport(
        "2024-03-05", "KR", people: [person("Kim Thu", "KR")], mentioned: ["TH"], text: "Another word.",
        published: "2024-03-06"
      ).coded
      _ = try archive.add([brief])
      _ = try archive.add([full, other])
      let window = try archive.window(.everything, order: .newestFirst, anchor: .start, rows: 9)
      complaints.expect(window.total, 1, "events")
      complaints.expect(window.rows.map(\.reports), [3], "reports of the row")
      complaints.expect(window.rows.map(\.headline), ["Full."], "headline")
      let each = try archive.window(reports, order: .newestFirst, anchor: .start, rows: 9)
      complaints.expect(each.rows.map(\.reports), [1, 1, 1], "each report a row")
      for row in each.rows {
        let told = try archive.record(row.id)?.reports.map(\.title)
        complaints.expect(
          told, ["Full.", "Brief and brought in first.", "Another word."], "reports of a record")
        let found = try archive.window(.everything, order: .oldestFirst, anchor: .event(row.id), rows: 3)
        complaints.expect(found.rows.first?.id, window.rows.first?.id, "a report leads to its event")
      }
    },
    Check(name: "an event is found by what any of its reports says, and nothing is dropped") {
      complaints, archive in
      _ = try archive.add([
        SampleReport(
          "2024-03-05", "KR", people: [person("Lan", "VN"), person("Kim", "KR")], text: "First"
        ).coded,
        SampleReport("2024-03-05", "KR", people: [person("Kim", "KR")], mentioned: ["TH"], text: "Second")
          .coded,
        SampleReport("2024-03-09", "JP", text: "Third").coded,
      ])
      let wanted: [(Filter.Clause, events: Int, reports: Int)] = [
        (.words("second"), 1, 1), (.words("first"), 1, 1), (.person("Kim"), 1, 2), (.person("Lan"), 1, 1),
        (.mention(SampleReport.country("TH")), 1, 1), (.country(.vietNam), 2, 3), (.kind(.talks), 2, 3),
        (.level(.minister), 2, 3), (.exceptCountry(SampleReport.country("JP")), 1, 2),
        (.days(from: nil, to: nil), 2, 3),
      ]
      for (clause, events, told) in wanted {
        let filter = Filter([clause])
        complaints.expect(try archive.count(filter), events, "events of \(clause)")
        complaints.expect(try archive.count(filter.counting(.reports)), told, "reports of \(clause)")
        let both = Filter([clause, .country(.vietNam), .kind(.talks)])
        complaints.expect(try archive.count(both), events, "events of \(clause) and more")
        complaints.expect(try archive.count(both.counting(.reports)), told, "reports of \(clause) and more")
      }
      complaints.expect(try archive.months(.everything).map(\.events), [2], "months of events")
      complaints.expect(try archive.months(reports).map(\.events), [3], "months of reports")
      for facet in [Facet.country, .dyad, .kind, .level] {
        let events = try archive.facet(facet, .everything, limit: 1).map(\.events)
        let told = try archive.facet(facet, reports, limit: 1).map(\.events)
        complaints.expect(events, facet == .dyad ? [1] : [2], "\(facet) of events")
        complaints.expect(told, facet == .dyad ? [2] : [3], "\(facet) of reports")
      }
      let kim = try archive.facet(.person, .everything, limit: 1).map(\.events)
      complaints.expect(kim, [1], "a person of two reports of one event")
    },
    Check(name: "reports that contradict each other are two events") { complaints, archive in
      func report(_ text: String, _ date: String, _ name: String, _ kind: EventKind = .talks) -> CodedArticle
      {
        SampleReport(date, "KR", kind: kind, people: [person(name, "KR")], text: text).coded
      }
      _ = try archive.add([
        report("1", "2024-03-05", "Kim Thử"), report("2", "2024-03-05", "Park Mẫu"),
        report("3", "2024-03-05", "Kim Thử", .visit), report("4", "2024-03-06", "Kim Thử"),
        report("5", "2024-03", "Kim Thử"), report("6", "2024-03", "Kim Thử"),
      ])
      complaints.expect(try archive.count(.everything), 6, "people, kinds, days and unknown days apart")
      _ = try archive.add([report("7", "2024-03-05", "Kim Chu Thử")])
      complaints.expect(try archive.count(.everything), 6, "a longer form of a name")
      let rows = try archive.window(.everything, order: .oldestFirst, anchor: .start, rows: 9).rows
      complaints.expect(rows.map(\.reports).reduce(0, +), 7, "reports of all rows")
      guard let first = rows.first(where: { $0.date?.day == 5 }) else { return complaints.complain("a row") }
      let step = try archive.neighbour(of: first.id, later: true, .events)
      complaints.expect(step.map { id in rows.contains { $0.id == id } }, true, "a neighbour is a row")
    },
  ]
}
