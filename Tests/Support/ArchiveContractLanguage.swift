import Archive
import Diplomacy

/// What filters can ask beyond the facets of the pickers.
extension ArchiveContract {
  static func checkLanguage(_ complaints: inout ArchiveComplaints, _ archive: any EventArchive) throws {
    let kim = Person(name: "Kim Văn Thử", title: "", country: SampleReport.country("KR"))
    _ = try archive.add([
      SampleReport.full,
      SampleReport("2024-01-10", "KR", kind: .visit, people: [kim], source: "Hội nghị.txt").coded,
      SampleReport("2024-01-10", "KR", kind: .visit, text: "Second report, later.", published: "2024-02-01")
        .coded,
      SampleReport("2024-03-10", "JP", kind: .talks, mentioned: ["CN"], published: "2024-03").coded,
      SampleReport(nil, "US", kind: .aid).coded,
    ])
    func value(_ value: Filter.Value) -> Filter.Clause { Filter.Clause(value) }
    func without(_ value: Filter.Value) -> Filter.Clause { Filter.Clause(value, excludes: true) }
    let korea = SampleReport.country("KR")
    let day = PartialDate(iso: "2024-02-01")?.calendarDay
    let onceAndAgain: [Filter.Clause] = [.words("second"), value(.source("hoi nghi"))]
    // Filter, events, reports.
    let wanted: [([Filter.Clause], Int, Int)] = [
      ([value(.host(.vietNam))], 1, 1), ([without(.host(.vietNam))], 3, 4), ([value(.host(korea))], 0, 0),
      ([value(.topic(.economy)), value(.topic(.nuclear))], 1, 1), ([without(.topic(.border))], 3, 4),
      ([value(.status(.planned))], 1, 1), ([value(.subkind(.official))], 1, 1),
      ([value(.trait(.undated))], 1, 1), ([value(.trait(.severalDays))], 1, 1),
      ([value(.trait(.thirdCountry))], 0, 0), ([value(.trait(.commitments)), value(.trait(.undated))], 2, 2),
      ([value(.trait(.severalReports))], 1, 2), ([without(.trait(.corrected))], 4, 5),
      ([value(.language(.vietnamese))], 1, 1), ([without(.language(.english))], 1, 1),
      ([value(.source("hoi"))], 2, 2), ([value(.source("nghị"))], 1, 1), ([without(.source("report"))], 1, 2),
      ([value(.text(.title, "hội đàm"))], 1, 1), ([value(.text(.title, "thoa thuan"))], 0, 0),
      ([value(.text(.body, "thoả thuận"))], 1, 1), ([value(.text(.body, "thoá"))], 0, 0),
      ([without(.text(.title, "second"))], 3, 4), ([value(.text(.title, "talks")), .words("second")], 0, 0),
      ([value(.text(.title, "second")), value(.text(.title, "hoi dam"))], 2, 2),
      ([value(.published(DaySpan(from: day, to: day)))], 1, 1),
      ([value(.published(DaySpan(from: day, to: nil)))], 2, 2),
      ([without(.published(DaySpan(from: day, to: nil)))], 2, 3), (onceAndAgain, 0, 0),
      ([.words("second"), .words("later")], 1, 1), ([.words("second"), .words("talks")], 0, 0),
      ([without(.words("second"))], 3, 4), ([.words("hội"), .words("thoả")], 1, 1),
      ([.person("van thu")], 1, 1), ([.person("Văn Thu")], 1, 1), ([.person("Vạn")], 0, 0),
      ([.person("Th")], 0, 0),
      ([without(.person("kim"))], 3, 4), ([without(.mention(SampleReport.country("CN")))], 3, 4),
      ([without(.days(DaySpan(from: day, to: nil)))], 3, 4),
      ([value(.either([[.kind(.talks)], [.kind(.aid)]]))], 2, 2),
      ([.country(korea), value(.either([[.kind(.talks)], [.words("second")]]))], 1, 1),
      ([without(.either([[.kind(.visit), .country(korea)], [.kind(.aid)]]))], 2, 2),
      (
        [
          value(.either([[.country(korea)], [.country(SampleReport.country("JP"))]])),
          value(.either([[.kind(.talks)], [value(.either([[.person("kim")]]))]])),
        ], 2, 2
      ),
    ]
    for (clauses, events, reports) in wanted {
      for (counting, number) in [(Counting.events, events), (.reports, reports)] {
        let filter = Filter(clauses).counting(counting)
        complaints.expect(try archive.count(filter), number, "\(counting) of \(clauses)")
        let window = try archive.window(filter, order: .newestFirst, anchor: .start, rows: 9)
        complaints.expect(window.rows.count, number, "rows, \(counting) of \(clauses)")
        let months = try archive.months(filter).reduce(0) { $0 + $1.events }
        complaints.expect(months <= number, true, "months, \(counting) of \(clauses)")
        let kinds = try archive.facet(.kind, filter, limit: 99).reduce(0) { $0 + $1.events }
        complaints.expect(kinds, number, "kinds, \(counting) of \(clauses)")
        for row in window.rows {
          let one = Filter([value(.event(row.id))]).counting(counting)
          complaints.expect(
            try archive.window(one, order: .newestFirst, anchor: .start, rows: 9).rows, [row], "\(row.id)")
        }
      }
    }
  }
}
