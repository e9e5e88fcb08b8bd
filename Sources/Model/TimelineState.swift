import Diplomacy

/// One line of the list.
package enum TimelineLine: Hashable, Sendable {
  case blank
  case year(Int)
  /// The month is 0 over events of which only the year is known.
  case month(year: Int, month: Int)
  case undated
  case gap(String)
  /// Index into the rows of the window.
  case event(Int)
}

/// The list: a window of rows, which of them is selected, and the line at the top.
package struct TimelineState: Sendable {
  package private(set) var window = TimelineWindow.empty
  package private(set) var lines: [TimelineLine] = []
  /// Line of each row of the window.
  private var lineOfRow: [Int] = []
  /// Index of the selected row in the window.
  package private(set) var selectedRow = 0
  /// First line shown.
  package private(set) var top = 0
  /// Lines the list has on the screen.
  package private(set) var height = 1
  private var isCompact = false

  package var selected: TimelineRow? {
    window.rows.indices.contains(selectedRow) ? window.rows[selectedRow] : nil
  }
  /// Place in the whole filtered timeline, from 0.
  package var position: Int { window.first + selectedRow }
  package var selectedLine: Int { lineOfRow.indices.contains(selectedRow) ? lineOfRow[selectedRow] : 0 }
  package var visibleLines: ArraySlice<TimelineLine> {
    lines[min(top, lines.count)..<min(lines.count, top + height)]
  }
  package var visibleRows: [TimelineRow] {
    visibleLines.compactMap { if case .event(let row) = $0 { window.rows[row] } else { nil } }
  }

  private var reachesStart: Bool { window.first == 0 }
  private var reachesEnd: Bool { window.first + window.rows.count >= window.total }

  /// True when the selection stands so near a border of the window that the next page would miss rows.
  package var nearsBorder: Bool {
    (!reachesStart && selectedRow < height) || (!reachesEnd && window.rows.count - selectedRow <= height)
  }

  /// Takes a new window; the row with that identity, or else the anchored one, is selected, at the same height on the
  /// screen as the selection before.
  package mutating func take(_ window: TimelineWindow, keeping kept: EventID?) {
    let offset = selectedLine - top
    self.window = window
    layLines()
    selectedRow =
      kept.flatMap { id in window.rows.firstIndex { $0.id == id } }
      ?? min(max(0, window.anchored - window.first), max(0, window.rows.count - 1))
    top = selectedLine - offset
    settle()
  }

  /// Shows what the reader wished before the archive has it.
  mutating func sign(_ events: Set<EventID>, _ mark: OwnMark, _ isOn: Bool) {
    let rows = window.rows.map { row in
      guard events.contains(row.id) else { return row }
      var signed = row
      signed.own.set(mark, isOn)
      return signed
    }
    window = TimelineWindow(rows: rows, first: window.first, total: window.total, anchored: window.anchored)
  }

  /// In a narrow window year and month share one heading, and no line stays empty.
  package mutating func resize(height: Int, isCompact: Bool = false) {
    self.height = max(1, height)
    if isCompact != self.isCompact {
      let offset = selectedLine - top
      self.isCompact = isCompact
      layLines()
      top = selectedLine - offset
    }
    settle()
  }

  /// Moves by events; stays inside the window.
  package mutating func move(by rows: Int) { select(selectedRow + rows) }

  /// Moves by screen lines, headings counted, as a page does.
  package mutating func movePage(by lines: Int) {
    guard !window.rows.isEmpty else { return }
    let offset = selectedLine - top
    let wanted = selectedLine + lines
    var row = lineOfRow.partitioningIndex { $0 >= wanted }
    if row == selectedRow { row += lines > 0 ? 1 : -1 }
    select(row)
    top = selectedLine - offset
    settle()
  }

  package mutating func select(_ row: Int) {
    selectedRow = min(max(0, row), max(0, window.rows.count - 1))
    settle()
  }

  /// Selects the first row of the next or previous month; false when it lies outside the window.
  package mutating func moveGroup(forward: Bool) -> Bool {
    guard let here = selected else { return true }
    func month(_ row: TimelineRow) -> Int? { row.date.map { $0.year * 13 + ($0.month ?? 0) } }
    if forward {
      guard let next = window.rows[selectedRow...].firstIndex(where: { month($0) != month(here) }) else {
        return reachesEnd
      }
      select(next)
    } else {
      var row = selectedRow
      let before = window.rows[..<row].last.map(month) ?? nil
      let goal = row > 0 && before == month(here) ? month(here) : before
      while row > 0, month(window.rows[row - 1]) == goal { row -= 1 }
      select(row)
    }
    return true
  }

  private mutating func settle() {
    let line = selectedLine
    if line < top { top = line }
    if line >= top + height { top = line - height + 1 }
    // The headings above the first row belong to it.
    if selectedRow == 0, line < height { top = 0 }
    top = max(0, min(top, max(0, lines.count - height)))
  }

  private mutating func layLines() {
    lines = []
    lineOfRow = []
    var before: PartialDate?
    var isFirst = true
    for (index, row) in window.rows.enumerated() {
      let isAmongMonth = before.map { isAmong($0, index) } ?? false
      if !isAmongMonth { layHeadings(of: row.date, after: before, isFirst: isFirst) }
      lineOfRow.append(lines.count)
      lines.append(.event(index))
      if !isAmongMonth { before = row.date }
      isFirst = false
    }
  }

  /// Whether the row has no month and stands between rows of that one: its `~~` says enough, and the heading is not
  /// repeated below it.
  private func isAmong(_ month: PartialDate, _ index: Int) -> Bool {
    guard month.month != nil, let date = window.rows[index].date, date.month == nil else { return false }
    let next = window.rows[index...].first { $0.date?.month != nil || $0.date?.year != date.year }?.date
    return date.year == month.year && next?.year == month.year && next?.month == month.month
  }

  private mutating func layHeadings(of date: PartialDate?, after before: PartialDate?, isFirst: Bool) {
    guard let date else {
      if isFirst || before != nil { lines += isFirst ? [.undated] : [.blank, .undated] }
      return
    }
    let isNewYear = isFirst || before?.year != date.year
    let isNewMonth = isNewYear || before?.month != date.month
    guard isNewMonth else { return }
    if let before, !isFirst {
      let months = abs((before.year - date.year) * 12 + (before.month ?? 6) - (date.month ?? 6)) - 1
      if let silence = Wording.silence(months: months) { lines.append(.gap(silence)) }
    }
    if isNewYear, !isCompact { lines += isFirst ? [.year(date.year)] : [.blank, .year(date.year)] }
    lines.append(.month(year: date.year, month: date.month ?? 0))
  }
}

extension Array {
  /// First index whose element fulfils a condition that stays fulfilled from there on; `count` when none does.
  fileprivate func partitioningIndex(where fulfils: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if fulfils(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
