import Archive
import Diplomacy

/// The longer checks of `ArchiveContract`.
extension ArchiveContract {
  static func checkWindows(_ complaints: inout ArchiveComplaints, _ archive: any EventArchive) throws {
    let all = Filter.everything
    for order in TimelineOrder.allCases {
      let whole = try archive.window(all, order: order, anchor: .start, rows: 100)
      let days = Array(1...20)
      let wanted = order == .newestFirst ? Array(days.reversed()) : days
      complaints.expect(whole.rows.compactMap { $0.date?.day }, wanted, "\(order)")
      complaints.expect(whole.rows.last?.date == nil, true, "\(order): undated last")
      complaints.expect(whole.total, 21, "\(order) total")
      let end = try archive.window(all, order: order, anchor: .end, rows: 5)
      complaints.expect(end.first, 16, "\(order) first of end")
      complaints.expect(end.anchored, 20, "\(order) end")
      for place in [0, 1, 7, 13, 19, 20] {
        let window = try archive.window(all, order: order, anchor: .position(place), rows: 5)
        complaints.expect(window.anchored, place, "\(order) position \(place)")
        complaints.expect(window.first, min(max(0, place - 2), 16), "\(order) first at \(place)")
        complaints.expect(
          window.rows, Array(whole.rows[window.first..<(window.first + 5)]), "\(order) rows at \(place)")
        let same = try archive.window(all, order: order, anchor: .event(whole.rows[place].id), rows: 5)
        complaints.expect(same, window, "\(order) event \(place)")
      }
      let beyond = try archive.window(all, order: order, anchor: .position(.max), rows: 5)
      complaints.expect(beyond, end, "\(order) beyond the end")
      let before = try archive.window(all, order: order, anchor: .position(.min), rows: 0)
      complaints.expect(before.anchored, 0, "\(order) before the start")
      complaints.expect(before.rows, [], "\(order) no rows")
      for (day, place) in [
        ("2024-03-04", wanted.firstIndex(of: 4)), ("2030-01-01", wanted.firstIndex(of: 20)),
      ] {
        guard let day = PartialDate(iso: day)?.calendarDay else { continue }
        let window = try archive.window(all, order: order, anchor: .day(day), rows: 3)
        complaints.expect(window.anchored, place ?? -1, "\(order) day \(day)")
      }
    }
  }

  static func checkFilters(_ complaints: inout ArchiveComplaints, _ archive: any EventArchive) throws {
    let kim = Person(name: "Kim Thử", title: "", country: SampleReport.country("KR"))
    _ = try archive.add([
      SampleReport("2024-01-10", "KR", kind: .visit, people: [kim], mentioned: ["JP"]).coded,
      SampleReport("2024-02-10", "KR", kind: .talks, level: .headOfGovernment).coded,
      SampleReport("2024-03-10", "JP", kind: .visit).coded, SampleReport("2024-04", "US", kind: .aid).coded,
      SampleReport(nil, "US", kind: .visit).coded,
    ])
    let korea = SampleReport.country("KR")
    let japan = SampleReport.country("JP")
    let january = PartialDate(iso: "2024-01-10")?.calendarDay
    let march = PartialDate(iso: "2024-03-31")?.calendarDay
    let dyad = Dyad(.vietNam, korea).map { [Filter.Clause.dyad($0)] } ?? []
    let other = Dyad(.vietNam, korea).map { [Filter.Clause.exceptDyad($0)] } ?? []
    let wanted: [([Filter.Clause], Int)] = [
      ([], 5), ([.country(korea)], 2), ([.country(.vietNam)], 5), ([.country(korea), .country(japan)], 3),
      ([.country(korea), .country(.vietNam)], 5), ([.country(korea), .kind(.visit)], 1),
      ([.kind(.visit)], 3), ([.kind(.visit), .kind(.aid)], 4), ([.exceptKind(.visit)], 2),
      ([.kind(.visit), .exceptCountry(korea)], 2), ([.mention(japan)], 1), ([.country(japan)], 1),
      ([.mention(korea)], 0), (dyad, 2), (other, 3), (dyad + other, 0),
      ([.person("Kim Thử")], 1), ([.person("Kim Thu\u{31B}\u{309}")], 1), ([.person("Kim")], 1),
      ([.level(.headOfGovernment)], 1), ([.exceptLevel(.headOfGovernment)], 4),
      ([.level(.minister), .level(.headOfGovernment), .country(korea)], 2),
      ([.days(from: january, to: march)], 3), ([.days(from: nil, to: january)], 1),
      ([.days(from: march, to: nil)], 1), ([.days(from: nil, to: nil)], 4),
      (
        [.country(korea), .mention(japan), .kind(.visit), .person("Kim Thử"), .days(from: nil, to: march)], 1
      ),
      ([.words("report"), .country(korea)], 2), ([.words("aid"), .exceptCountry(korea)], 1),
    ]
    for (clauses, number) in wanted {
      let filter = Filter(clauses)
      complaints.expect(try archive.count(filter), number, "count of \(clauses)")
      let window = try archive.window(filter, order: .oldestFirst, anchor: .end, rows: 9)
      complaints.expect(window.rows.count, number, "rows of \(clauses)")
      complaints.expect(window.total, number, "total of \(clauses)")
    }
  }

  static func checkWords(_ complaints: inout ArchiveComplaints, _ archive: any EventArchive) throws {
    _ = try archive.add([
      SampleReport("2024-01-01", "KR", text: "Hai ngoại trưởng điện đàm “hôm nay”, AND nothing else.").coded,
      SampleReport("2024-01-02", "KR", text: "Một chuyến thăm dài ở Đắk Lắk – cao nguyên.").coded,
      SampleReport("2024-01-03", "KR", text: "Mot chuyen tham dai.").coded,
    ])
    let wanted: [(String, Int)] = [
      ("dien dam", 1), ("điện đàm", 1), ("đie\u{323}\u{302}n đàm", 1), ("diện đàm", 0), ("ĐIỆN ĐÀM", 1),
      ("chuyen tham", 2), ("chuyến tham", 1), ("chuyến thă", 1), ("chuyên tham", 0), ("dak lak", 1),
      ("hom nay", 1),
      ("lak cao", 1), ("ng", 2), ("n", 2), ("else", 1), ("nothing AND", 0), ("AND nothing", 1),
      ("\"dien\" OR *", 0),
      ("(dien", 1), ("text:dien", 0), ("dien*", 1), ("-", 3), ("\"", 3), ("dam dien", 0), ("hay\u{0}nay", 0),
    ]
    for (words, number) in wanted {
      complaints.expect(try archive.count(Filter([.words(words)])), number, "“\(words)”")
    }
    let near: [(String, Int)] = [
      ("đàm trưởng~2", 1), ("trưởng đàm~0", 0), ("trưởng đàm~1", 1), ("dai chuyen~1", 2), ("dài chuyến~1", 1),
      ("dài chuyến~0", 0), ("lak thăm~9", 1), ("điện~3", 1), ("nothing hom na~2", 1),
      ("ngoai dam khong~9", 0),
    ]
    for (words, number) in near {
      complaints.expect(try archive.count(Filter([.words(words)])), number, "near: “\(words)”")
    }
    let marked = Filter([.words("chuyến thăm")])
    complaints.expect(try archive.count(marked), 1, "before another article")
    _ = try archive.add([SampleReport("2024-01-04", "KR", text: "Lại một chuyến thăm.").coded])
    complaints.expect(try archive.count(marked), 2, "after another article")
  }

  static func checkBest(_ complaints: inout ArchiveComplaints, _ archive: any EventArchive) throws {
    _ = try archive.add([
      SampleReport("2024-01-01", "KR", text: "Thương mại, thương mại và thương mại.").coded,
      SampleReport(
        "2024-01-02", "JP", text: "Hai bên nói về văn hóa, giáo dục, thương mại, y tế và thể thao."
      ).coded,
      SampleReport("2024-01-03", "KR", text: "Không có gì về việc ấy.").coded,
      SampleReport("2024-01-04", "KR", text: "Hai bên nói về văn hóa, giáo dục, du lịch, y tế, thương mại.")
        .coded,
    ])
    func days(_ filter: Filter, _ limit: Int = 9) throws -> [String] {
      try archive.best(filter, limit: limit).compactMap { try archive.record($0)?.event.date?.iso }
    }
    let trade = Filter.Clause.words("thương mại")
    complaints.expect(try days(Filter([trade])).first, "2024-01-01", "the best of all")
    complaints.expect(try days(Filter([trade])).count, 3, "all that have the words")
    complaints.expect(try days(Filter([trade]), 2).count, 2, "no more than asked for")
    complaints.expect(
      try days(Filter([trade, .country(SampleReport.country("KR"))])), ["2024-01-01", "2024-01-04"],
      "only what the filter keeps")
    complaints.expect(try days(Filter([.words("không~thấy")])), [], "none where none fits")
    complaints.expect(try days(.everything), [], "none without words")
    var arrangement = Arrangement()
    arrangement.sorting = .match
    let window = try archive.window(Filter([trade]), arrangement, anchor: .start, rows: 2)
    complaints.expect(window.rows.first?.date?.iso, "2024-01-01", "the best of all in a window")
    complaints.expect([window.total, window.lines, window.rows.count], [3, 3, 3], "all in one window")
    let last = try archive.window(
      Filter([trade]).by(.publication), arrangement, anchor: .event(window.rows[2].id), rows: 2)
    complaints.expect(last.rows[last.anchored].id, window.rows[2].id, "an event among the matches")
    complaints.expect(
      try archive.glance(.everything, arrangement, anchor: .start, rows: 9).lines, 0, "no match without words"
    )
  }

  static func checkCounts(_ complaints: inout ArchiveComplaints, _ archive: any EventArchive) throws {
    let korea = SampleReport.country("KR")
    func person(_ name: String, _ country: String) -> Person {
      Person(name: name, title: "", country: SampleReport.country(country))
    }
    _ = try archive.add([
      SampleReport("2023-12-31", "KR", people: [person("Lan", "VN"), person("Lan", "KR")]).coded,
      SampleReport("2024-01-01", "KR", people: [person("Lan", "VN")], mentioned: ["JP", "KR"]).coded,
      SampleReport("2024-01-31", "JP", kind: .visit).coded, SampleReport("2024", "US").coded,
      SampleReport(nil, "US").coded,
    ])
    complaints.expect(
      try archive.months(.everything),
      [
        MonthCount(year: 2023, month: 12, events: 1), MonthCount(year: 2024, month: 0, events: 1),
        MonthCount(year: 2024, month: 1, events: 2),
      ], "months")
    let koreans = Filter([.country(korea)])
    complaints.expect(try archive.months(koreans).map(\.events), [1, 1], "months of Korea")
    func expect(_ facet: Facet, _ filter: Filter, _ limit: Int, _ wanted: [FacetCount]) throws {
      complaints.expect(try archive.facet(facet, filter, limit: limit), wanted, "\(facet)")
    }
    func count(_ code: String, _ events: Int) -> FacetCount {
      FacetCount(value: .country(SampleReport.country(code)), events: events)
    }
    try expect(.country, .everything, 9, [count("VN", 5), count("KR", 2), count("US", 2), count("JP", 1)])
    try expect(.country, .everything, 2, [count("VN", 5), count("KR", 2)])
    try expect(.country, koreans, 9, [count("KR", 2), count("VN", 2)])
    try expect(.mention, .everything, 9, [FacetCount(value: .mention(SampleReport.country("JP")), events: 1)])
    try expect(
      .kind, .everything, 9,
      [FacetCount(value: .kind(.talks), events: 4), FacetCount(value: .kind(.visit), events: 1)])
    try expect(.level, koreans, 9, [FacetCount(value: .level(.minister), events: 2)])
    try expect(
      .person, koreans, 9,
      [
        FacetCount(value: .person(name: "Lan", country: .vietNam), events: 2),
        FacetCount(value: .person(name: "Lan", country: korea), events: 1),
      ])
    let dyads = try archive.facet(.dyad, Filter([.words("visit")]), limit: 9)
    complaints.expect(dyads.map(\.events), [1], "dyads under words")
  }
}
