import Archive
import Diplomacy

/// What a timeline in groups must be.
extension ArchiveContract {
  private static let dates: [String?] = [
    "2024-03-01", "2024-03-05", "2024-03-05", "2024-03-31", "2024-07", "2024", "2024-01-01", "2025-02-10",
    "2025-02-11", "2031-12-31", nil, nil, "1999-05-05", "2024-07-09",
  ]

  private static func fill(_ archive: any EventArchive) throws {
    let countries = ["KR", "JP", "US"]
    let kinds: [EventKind] = [.talks, .visit, .meeting, .aid]
    _ = try archive.add(
      dates.enumerated().map { index, date in
        SampleReport(
          date, countries[index % countries.count], kind: kinds[index % kinds.count],
          source: "report-\(index).txt"
        ).coded
      })
  }

  static func checkSpans(_ complaints: inout ArchiveComplaints, _ archive: any EventArchive) throws {
    try fill(archive)
    for order in TimelineOrder.allCases {
      let isNewest = order == .newestFirst
      for (from, to, day) in [
        ("2024-03-01", "2024-03-31", isNewest ? "2024-03-31" : "2024-03-01"),
        ("2024-03-04", "2024-03-30", "2024-03-05"), ("2025-01-01", "2025-02-10", "2025-02-10"),
        ("2025-02-11", "2025-12-31", "2025-02-11"), ("2040-01-01", "2041-01-01", "2031-12-31"),
        ("1950-01-01", "1960-01-01", "1999-05-05"),
      ] {
        guard let first = PartialDate(iso: from)?.calendarDay, let last = PartialDate(iso: to)?.calendarDay
        else { continue }
        let window = try archive.window(.everything, order: order, anchor: .span(first, last), rows: 1)
        complaints.expect(window.rows.first?.date?.iso, day, "\(order) \(from)..\(to)")
      }
    }
  }

  static func checkArrangements(_ complaints: inout ArchiveComplaints, _ archive: any EventArchive) throws {
    try fill(archive)
    for order in TimelineOrder.allCases {
      for sorting in Sorting.allCases where sorting != .match {
        for zoom in [TimeZoom.month, .quarter, .year, .decade] {
          var arrangement = Arrangement(order: order)
          arrangement.sorting = sorting
          arrangement.zoom = zoom
          try check(&complaints, archive, arrangement)
        }
      }
    }
  }

  /// Folds every second group and walks the lines.
  private static func check(
    _ complaints: inout ArchiveComplaints, _ archive: any EventArchive, _ plain: Arrangement
  ) throws {
    let what = "\(plain.sorting) \(plain.zoom) \(plain.order)"
    let whole = try archive.window(.everything, order: plain.order, anchor: .start, rows: 100)
    func group(_ row: TimelineRow) -> TimelineGroup {
      plain.group(of: row.date, row.parties, row.level, row.kind) ?? .undated
    }
    let unfolded = try archive.window(.everything, plain, anchor: .start, rows: 100)
    complaints.expect(Set(unfolded.rows), Set(whole.rows), what + " rows")
    var groups: [TimelineGroup] = []
    for row in unfolded.rows where groups.last != group(row) { groups.append(group(row)) }
    complaints.expect(Set(groups).count, groups.count, what + " groups in one piece")
    for one in groups {
      let ordered = whole.rows.filter { group($0) == one }
      complaints.expect(unfolded.rows.filter { group($0) == one }, ordered, what + " order within \(one)")
    }
    var arrangement = plain
    for (index, one) in groups.enumerated() where index % 2 == 0 { arrangement.folding.fold(one) }
    var lines: [String] = []
    for one in groups {
      let rows = unfolded.rows.filter { group($0) == one }
      lines += arrangement.folding.folds(one) ? ["\(one) \(rows.count)"] : rows.map { "\($0.id.number)" }
    }
    for size in [1, 3, 100] {
      for place in lines.indices {
        let window = try archive.window(.everything, arrangement, anchor: .position(place), rows: size)
        let shown = ArchiveContract.lines(of: window)
        complaints.expect(window.lines, lines.count, what + " lines")
        complaints.expect(window.total, whole.total, what + " total")
        complaints.expect(
          shown, Array(lines[window.first..<window.first + min(size, lines.count)]), what + " at \(place)")
        complaints.expect(window.anchored, place, what + " place \(place)")
      }
    }
    for row in whole.rows {
      let window = try archive.window(.everything, arrangement, anchor: .event(row.id), rows: 100)
      let wanted = arrangement.folding.folds(group(row)) ? "\(group(row)) " : "\(row.id.number)"
      complaints.expect(
        lines[window.anchored].hasPrefix(wanted), true, what + " event \(row.date?.iso ?? "undated")")
    }
    for (index, one) in groups.enumerated() {
      let window = try archive.window(.everything, arrangement, anchor: .group(one, after: 0), rows: 3)
      let first = lines.firstIndex { line in
        line.hasPrefix("\(one) ") || unfolded.rows.contains { group($0) == one && "\($0.id.number)" == line }
      }
      complaints.expect(window.anchored, first ?? -1, what + " group \(index)")
    }
  }

  private static func lines(of window: TimelineWindow) -> [String] {
    var lines: [String] = []
    var folds = window.folds[...]
    for row in 0...window.rows.count {
      while let fold = folds.first, fold.rowsBefore == row {
        lines.append("\(fold.group) \(fold.count)")
        folds.removeFirst()
      }
      if row < window.rows.count { lines.append("\(window.rows[row].id.number)") }
    }
    return lines
  }
}

/// What the order of publication must be.
extension ArchiveContract {
  static func checkPublication(_ complaints: inout ArchiveComplaints, _ archive: any EventArchive) throws {
    let days: [(event: String?, published: String?)] = [
      ("2024-03-01", "2024-03-09"), ("2024-03-05", "2024-03-05"), ("2024-01-01", "2025"), (nil, "2024-03-07"),
      ("2023-12-31", "2025-01"), ("2024-02-02", "2025-01-31"), ("2024-06", "2024-06-20"),
      ("2022-05-05", "2022"),
    ]
    let countries = ["KR", "JP"]
    _ = try archive.add(
      days.enumerated().map { index, day in
        SampleReport(
          day.event, countries[index % 2], kind: index % 3 == 0 ? .visit : .talks, source: "p-\(index).txt",
          published: day.published
        ).coded
      })
    let filters: [Filter] = [
      .everything, Filter([.country(SampleReport.country("KR"))]), Filter([.exceptKind(.visit)]),
      Filter([.words("Report")]), Filter([.words("KR"), .kind(.talks)]),
      Filter([Filter.Clause(.published(DaySpan(PartialDate(iso: "2025")!)))]),
      Filter([.days(from: CalendarDay(year: 2024, month: 1, day: 1), to: nil)]),
    ]
    for filter in filters.flatMap({ [$0, $0.counting(.reports)] }) {
      let plain = try archive.window(filter, order: .oldestFirst, anchor: .start, rows: 100).rows
      // Equal days keep the order of the events.
      let wanted = plain.filter { $0.published != nil }.enumerated().sorted {
        ($0.element.published!.earliest, $0.offset) < ($1.element.published!.earliest, $1.offset)
      }.map(\.element)
      for order in TimelineOrder.allCases {
        let rows = order == .oldestFirst ? wanted : wanted.reversed()
        let clocked = filter.by(.publication)
        let whole = try archive.window(clocked, order: order, anchor: .start, rows: 100)
        complaints.expect(
          whole.rows.filter { $0.published != nil }.map { $0.published?.iso }, rows.map { $0.published?.iso },
          "\(filter) \(order)")
        complaints.expect(Set(whole.rows), Set(plain), "\(filter) rows")
        complaints.expect(whole.total, plain.count, "\(filter) total")
        for (place, row) in whole.rows.enumerated() {
          let window = try archive.window(clocked, order: order, anchor: .event(row.id), rows: 3)
          complaints.expect(window.anchored, place, "\(filter) \(order) event \(place)")
          complaints.expect(
            window.rows, Array(whole.rows[window.first..<window.first + window.rows.count]),
            "rows at \(place)")
        }
      }
      var counts: [String: Int] = [:]
      for row in plain {
        if let date = row.published { counts["\(date.year)-\(date.month ?? 0)", default: 0] += 1 }
      }
      var told: [String: Int] = [:]
      for month in try archive.months(filter.by(.publication)) {
        told["\(month.year)-\(month.month)"] = month.events
      }
      complaints.expect(told, counts, "\(filter) months")
    }
    complaints.expect(try archive.verify(), [], "verified")
  }
}
