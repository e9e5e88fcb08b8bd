import Diplomacy

/// The list: a window of rows and folded groups, which of them is selected, and the line at the top.
package struct TimelineState: Sendable {
  package private(set) var window = TimelineWindow.empty
  /// Rows and folded groups of the window in their order.
  package private(set) var entries: [TimelineEntry] = []
  private var laid = TimelineLines.none
  /// Index of the selected entry.
  package private(set) var selectedEntry = 0
  /// First line shown.
  package private(set) var top = 0
  /// Lines the list has on the screen.
  package private(set) var height = 1
  private var isCompact = false
  private var arrangement = Arrangement()
  private var clock = TimelineClock.event
  /// Lines above the selection in the next window; nil for as many as there are now.
  private var expectedOffset: Int?

  package var lines: [TimelineLine] { laid.lines }
  /// Nil on a folded group.
  package var selected: TimelineRow? { selectedRow.map { window.rows[$0] } }
  /// Index of the selected row in the window; nil on a folded group.
  package var selectedRow: Int? {
    if case .row(let row)? = entry, window.rows.indices.contains(row) { row } else { nil }
  }
  package var selectedFold: FoldedGroup? {
    if case .fold(let fold)? = entry, window.folds.indices.contains(fold) { window.folds[fold] } else { nil }
  }
  package var entry: TimelineEntry? {
    entries.indices.contains(selectedEntry) ? entries[selectedEntry] : nil
  }
  /// Place among all rows and folded groups, from 0.
  package var position: Int { window.first + selectedEntry }
  package var selectedLine: Int {
    laid.lineOfEntry.indices.contains(selectedEntry) ? laid.lineOfEntry[selectedEntry] : 0
  }
  /// Index of the entry that stands on the line; nil on headings.
  func entry(onLine line: Int) -> Int? { laid.lineOfEntry.firstIndex(of: line) }

  package var visibleLines: ArraySlice<TimelineLine> {
    lines[min(top, lines.count)..<min(lines.count, top + height)]
  }
  package var visibleRows: [TimelineRow] {
    visibleLines.compactMap { if case .event(let row) = $0 { window.rows[row] } else { nil } }
  }
  package var visibleFolds: [FoldedGroup] {
    visibleLines.compactMap { if case .fold(let fold) = $0 { window.folds[fold] } else { nil } }
  }
  /// Where a new window is to stand, so that the selection stays.
  package var anchor: TimelineAnchor? {
    selected.map { .event($0.id) } ?? selectedFold.map { .group($0.group, after: 0) }
  }
  /// The group that holds the selection.
  package var selectedGroup: TimelineGroup? {
    selectedFold?.group
      ?? selected.flatMap { arrangement.group(of: $0.date(by: clock), $0.parties, $0.level, $0.kind) }
  }

  package var reachesStart: Bool { window.first == 0 }
  package var reachesEnd: Bool { window.first + entries.count >= window.lines }

  /// True when the selection stands so near a border of the window that the next page would miss rows.
  package var nearsBorder: Bool {
    (!reachesStart && selectedEntry < height) || (!reachesEnd && entries.count - selectedEntry <= height)
  }

  /// Takes a new window; the row with that identity, or the folded group, or else the anchored line, is selected, at
  /// the same height on the screen as the selection before.
  package mutating func take(
    _ window: TimelineWindow, _ arrangement: Arrangement = Arrangement(), by clock: TimelineClock = .event,
    keeping kept: EventID?, orGroup group: TimelineGroup? = nil
  ) {
    let offset = expectedOffset ?? selectedLine - top
    expectedOffset = nil
    self.window = window
    self.arrangement = arrangement
    self.clock = clock
    layEntries()
    layLines()
    selectedEntry =
      kept.flatMap { id in entries.firstIndex { self.id($0) == id } }
      ?? group.flatMap { group in entries.firstIndex { self.group($0) == group } }
      ?? min(max(0, window.anchored - window.first), max(0, entries.count - 1))
    top = selectedLine - offset
    settle()
  }

  /// So many lines stand above the selection of the next window.
  mutating func expect(offset: Int) { expectedOffset = offset }

  private func id(_ entry: TimelineEntry) -> EventID? {
    if case .row(let row) = entry { window.rows[row].id } else { nil }
  }

  private func group(_ entry: TimelineEntry) -> TimelineGroup? {
    if case .fold(let fold) = entry { window.folds[fold].group } else { nil }
  }

  /// Headings for another zoom; the selection stays on its line of the screen.
  mutating func rearrange(_ arrangement: Arrangement) {
    guard arrangement != self.arrangement else { return }
    self.arrangement = arrangement
    layAgain()
  }

  /// Shows what the reader wished before the archive has it.
  mutating func sign(_ events: Set<EventID>, _ mark: OwnMark, _ isOn: Bool) {
    let rows = window.rows.map { row in
      guard events.contains(row.id) else { return row }
      var signed = row
      signed.own.set(mark, isOn)
      return signed
    }
    window = window.with(rows: rows)
  }

  /// In a narrow window year and month share one heading, and no line stays empty.
  package mutating func resize(height: Int, isCompact: Bool = false) {
    self.height = max(1, height)
    if isCompact != self.isCompact {
      self.isCompact = isCompact
      layAgain()
    }
    settle()
  }

  // MARK: moving

  /// Moves by rows and folded groups; stays inside the window.
  package mutating func move(by count: Int) { select(selectedEntry + count) }

  /// Moves by screen lines, headings counted, as a page does.
  package mutating func movePage(by lines: Int) {
    guard !entries.isEmpty else { return }
    let offset = selectedLine - top
    let wanted = selectedLine + lines
    var entry = laid.lineOfEntry.partitioningIndex { $0 >= wanted }
    if entry == selectedEntry { entry += lines > 0 ? 1 : -1 }
    select(entry)
    top = selectedLine - offset
    settle()
  }

  package mutating func select(_ entry: Int) {
    selectedEntry = min(max(0, entry), max(0, entries.count - 1))
    settle()
  }

  package mutating func selectLast() { select(entries.count - 1) }

  /// Selects the first line under the next heading, or that of its own, or of the one before. Where that lies outside
  /// the window, answers where it is.
  package mutating func moveGroup(forward: Bool) -> TimelineAnchor? {
    guard laid.paths.indices.contains(selectedEntry) else { return nil }
    let here = laid.paths[selectedEntry]
    if forward {
      if let next = laid.paths[selectedEntry...].firstIndex(where: { $0 != here }) {
        select(next)
        return nil
      }
      return reachesEnd ? nil : anchorBehind(here)
    }
    let before = selectedEntry > 0 ? laid.paths[selectedEntry - 1] : here
    let first = (laid.paths[..<selectedEntry].lastIndex { $0 != before } ?? -1) + 1
    if first == 0, !reachesStart { return anchor(of: before) }
    select(first)
    return nil
  }

  private mutating func settle() {
    let line = selectedLine
    if line < top { top = line }
    if line >= top + height { top = line - height + 1 }
    // The headings above the first row belong to it.
    if selectedEntry == 0, line < height { top = 0 }
    top = max(0, min(top, max(0, lines.count - height)))
  }

  // MARK: laying out

  private mutating func layEntries() {
    entries = []
    entries.reserveCapacity(window.rows.count + window.folds.count)
    var folds = window.folds.indices.makeIterator()
    var fold = folds.next()
    for row in 0...window.rows.count {
      while let next = fold, window.folds[next].rowsBefore <= row {
        entries.append(.fold(next))
        fold = folds.next()
      }
      if row < window.rows.count { entries.append(.row(row)) }
    }
  }

  private mutating func layLines() {
    laid = TimelineLines(
      window: window, entries: entries, arrangement: arrangement, clock: clock, isCompact: isCompact)
  }

  private mutating func layAgain() {
    let offset = selectedLine - top
    layLines()
    top = selectedLine - offset
    settle()
  }

  // MARK: groups beyond the window

  private func anchorBehind(_ path: HeadingPath) -> TimelineAnchor? {
    guard arrangement.sorting == .time, let days = path.days else {
      return selectedGroup.map { .group($0, after: 1) }
    }
    let (first, last) =
      arrangement.order == .newestFirst
      ? (CalendarDay(ordinal: .min), days.first.adding(days: -1))
      : (days.last.adding(days: 1), CalendarDay(ordinal: .max))
    return .span(first, last)
  }

  private func anchor(of path: HeadingPath) -> TimelineAnchor? {
    guard arrangement.sorting == .time, let days = path.days else {
      return selectedGroup.map { .group($0, after: 0) }
    }
    return .span(days.first, days.last)
  }
}

extension HeadingPath {
  /// First and last day under the headings; nil where they tell no time.
  fileprivate var days: (first: CalendarDay, last: CalendarDay)? {
    func span(_ first: PartialDate?, _ last: PartialDate?) -> (CalendarDay, CalendarDay)? {
      first.flatMap { first in last.map { (first.earliest, $0.latest) } }
    }
    switch minor ?? major {
    case .decade(let year):
      return span(PartialDate(year: max(1, year)), PartialDate(year: min(9999, year + 9)))
    case .year(let year), .month(let year, month: 0):
      return span(PartialDate(year: year), PartialDate(year: year))
    case .quarter(let year, let quarter):
      return span(
        PartialDate(year: year, month: quarter * 3 - 2), PartialDate(year: year, month: quarter * 3))
    case .month(let year, let month), .dayNotKnown(let year, let month):
      return span(PartialDate(year: year, month: month), PartialDate(year: year, month: month))
    case .week(let first, let last): return (first, last)
    case .day(let day): return (day, day)
    case .undated, .pair, .level, .kind, .matches: return nil
    }
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
