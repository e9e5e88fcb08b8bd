import Archive
import Diplomacy

/// Windows that do not wait for counts.
extension ArchiveContract {
  static let glanceChecks: [Check] = [
    Check(name: "a glance shows the rows of the window, counted or not") { complaints, archive in
      _ = try archive.add(ArchiveContract.manyReports)
      try ArchiveContract.checkGlances(&complaints, archive)
    },
    Check(name: "a window tells how much there is in all") { complaints, archive in
      _ = try archive.add(ArchiveContract.manyReports)
      for counting in Counting.allCases {
        let all = try archive.count(Filter.everything.counting(counting))
        let filter = Filter([.kind(.visit)]).counting(counting)
        let window = try archive.window(filter, order: .newestFirst, anchor: .start, rows: 5)
        complaints.expect(window.all, all, "\(counting)")
        complaints.expect(window.total < all, true, "less than all")
      }
    },
  ]

  /// Three months of reports of two kinds, some of one event, some without a date, in words with marks and without.
  private static var manyReports: [CodedArticle] {
    let kim = Person(name: "Kim Văn Thử", title: "", country: SampleReport.country("KR"))
    let texts = ["Hội đàm cấp cao", "hoi dam thường kỳ", "Hồi đám mây tan", "Talks on hoisting", "Visit"]
    return (0..<180).map { number in
      let month = number % 3 + 1
      let day = number % 11 + 10
      let date = number % 17 == 0 ? nil : "2024-0\(month)-\(day)"
      return SampleReport(
        date, ["KR", "JP", "LA"][number % 3], kind: number % 5 < 3 ? .talks : .visit,
        people: number % 4 == 0 ? [kim] : [], mentioned: number % 6 == 0 ? ["CN"] : [],
        text: "\(texts[number % 5]) \(number)",
        source: number % 2 == 0 ? "Đài một.txt" : "second-\(number).txt",
        published: "2024-0\(month)-28"
      ).coded
    }
  }

  private static var lookedAt: [Filter] {
    func value(_ value: Filter.Value, excludes: Bool = false) -> Filter.Clause {
      Filter.Clause(value, excludes: excludes)
    }
    let korea = SampleReport.country("KR")
    let china = SampleReport.country("CN")
    let days = DaySpan(
      from: CalendarDay(year: 2024, month: 1, day: 15), to: CalendarDay(year: 2024, month: 2, day: 12))
    let lists: [[Filter.Clause]] = [
      [.words("hoi dam")], [.words("hội đàm")], [.words("h")], [.words("hoi")], [.words("hội đ")],
      [.words("hoi dam"), .country(korea)], [.words("dam"), .words("cap")], [.words("nowhere")],
      [.words("hoi dam"), .kind(.visit)], [.words("hoi"), value(.days(days))],
      [.person("kim"), .country(korea)],
      [.person("kim"), .words("hội")], [value(.source("dai mot"))], [value(.source("đài mot"))],
      [value(.source("dài"))], [value(.source("dai")), value(.source("second"))],
      [value(.source("second")), .words("talks")], [value(.language(.english)), .country(korea)],
      [value(.language(.vietnamese))], [.mention(china), value(.words("visit"), excludes: true)],
      [value(.words("hoi"), excludes: true)], [value(.source("dai"), excludes: true), .kind(.talks)],
      [value(.trait(.undated)), .country(korea)], [value(.trait(.severalReports))],
      [value(.trait(.severalReports), excludes: true), .words("hoi")],
      [value(.either([[.words("talks")], [.person("kim")]]))],
      [
        value(.either([[.words("talks"), .kind(.visit)], [.mention(china)]]), excludes: true),
        .country(korea),
      ],
      [value(.published(days)), .country(korea)], [value(.status(.held)), value(.topic(.economy))],
    ]
    return lists.flatMap { clauses in Counting.allCases.map { Filter(clauses).counting($0) } }
  }

  private struct Look: Hashable {
    let filter: Filter
    let order: TimelineOrder
    let anchor: TimelineAnchor
  }

  private static func checkGlances(_ complaints: inout ArchiveComplaints, _ archive: any EventArchive) throws
  {
    let some = try archive.window(.everything, order: .newestFirst, anchor: .start, rows: 300).rows
    let day = CalendarDay(year: 2024, month: 2, day: 3) ?? SampleReport.calendarDay
    let anchors: [TimelineAnchor] =
      [.start, .end, .position(0), .position(9), .position(4000), .day(day)]
      + stride(from: 0, to: some.count, by: 29).map { .event(some[$0].id) }
    let looks = lookedAt.flatMap { filter in
      TimelineOrder.allCases.flatMap { order in
        anchors.map { Look(filter: filter, order: order, anchor: $0) }
      }
    }
    // All glances come first: what was counted once is counted for good.
    let glances = try looks.map {
      try archive.glance($0.filter, order: $0.order, anchor: $0.anchor, rows: 8)
    }
    for (look, glance) in zip(looks, glances) {
      let window = try archive.window(look.filter, order: look.order, anchor: look.anchor, rows: 8)
      let what = "\(look)"
      complaints.expect(glance.rows.map(\.id), window.rows.map(\.id), what)
      complaints.expect(glance.anchored - glance.first, window.anchored - window.first, "anchored, \(what)")
      if glance.isCounted {
        complaints.expect(glance.total, window.total, "total, \(what)")
        complaints.expect(glance.first, window.first, "first, \(what)")
      }
      complaints.expect(glance.first == 0, window.first == 0, "start, \(what)")
      let reachesEnd = window.first + window.rows.count == window.total
      complaints.expect(glance.first + glance.rows.count == glance.total, reachesEnd, "end, \(what)")
    }
  }
}
