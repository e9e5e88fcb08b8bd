import Diplomacy
import Model
import Screen
import Text

/// The list of events under its headings. Columns never move with content.
struct TimelinePane {
  let state: BrowserState
  let usesASCII: Bool

  private struct Columns {
    let date: Int
    let glyph: Int
    let dyad: Int
    let headline: Int
    let end: Int
  }

  func paint(into grid: inout CellGrid, _ region: Region) {
    guard !region.isEmpty else { return }
    if state.timeline.window.rows.isEmpty {
      paintSilence(into: &grid, region)
      return
    }
    if region.size.columns < 10 || region.size.rows < 3 {
      paintSelectedOnly(into: &grid, region)
      return
    }
    let columns = columns(region)
    for (offset, line) in state.timeline.visibleLines.enumerated() {
      let row = region.row + offset
      switch line {
      case .blank: break
      case .year(let year): paintYear(year, into: &grid, row, columns, region)
      case .month(_, let month):
        grid.put(
          " " + Wording.months[max(0, min(11, month - 1))], row: row, column: region.column + 1,
          style: CellStyle(.dim))
      case .undated: grid.put("no date", row: row, column: region.column + 1, style: CellStyle(.heading))
      case .gap(let text):
        grid.put(
          cut(text, width: region.size.columns - 9), row: row, column: region.column + 8,
          style: CellStyle(.dim))
      case .event(let index): paintEvent(index, into: &grid, row, columns, region)
      }
    }
  }

  private func columns(_ region: Region) -> Columns {
    let left = region.column.index
    let isWide = region.size.columns >= 44
    let glyph = left + 8
    let dyad = glyph + (isWide ? 9 : 2)
    return Columns(
      date: left + 1, glyph: glyph, dyad: dyad, headline: dyad + 7, end: left + region.size.columns - 1)
  }

  private func paintYear(
    _ year: Int, into grid: inout CellGrid, _ row: Row, _ columns: Columns, _ region: Region
  ) {
    grid.put(String(year), row: row, column: Column(columns.date), style: CellStyle(.heading))
    guard region.size.columns >= 44 else { return }
    let counts = (1...12).map { month in
      state.months.first { $0.year == year && $0.month == month }?.events ?? 0
    }
    let greatest = counts.max() ?? 0
    let histogram = counts.map { bar($0, of: max(4, greatest)) }.joined()
    grid.put(histogram, row: row, column: Column(columns.end - 13), style: CellStyle(.density))
  }

  private func paintEvent(
    _ index: Int, into grid: inout CellGrid, _ row: Row, _ columns: Columns, _ region: Region
  ) {
    let event = state.timeline.window.rows[index]
    let isSelected = index == state.timeline.selectedRow
    func style(_ role: StyleRole) -> CellStyle { CellStyle(role, isSelected: isSelected) }
    if isSelected {
      grid.fill(
        Region(row: row, column: region.column, size: Size(columns: region.size.columns, rows: 1)),
        style: CellStyle(.text, isSelected: true))
      grid.put("▌", row: row, column: region.column, style: style(.accent))
    }
    let date = day(event)
    grid.put(date, row: row, column: Column(columns.glyph - 1 - cellWidth(date)), style: style(.date))
    let glyph = usesASCII ? Wording.asciiGlyph(event.kind) : Wording.glyph(event.kind)
    grid.put(glyph, row: row, column: Column(columns.glyph), style: style(.kind))
    if columns.dyad - columns.glyph > 2 {
      grid.put(
        Wording.short(event.kind), row: row, column: Column(columns.glyph + 2), width: 6, style: style(.kind))
    }
    paintDyad(event.parties, into: &grid, row, columns, style)
    paintHeadline(event, into: &grid, row, columns, isSelected)
  }

  private func paintDyad(
    _ parties: Parties, into grid: inout CellGrid, _ row: Row, _ columns: Columns,
    _ style: (StyleRole) -> CellStyle
  ) {
    var column = columns.dyad
    column += grid.put(
      parties.first.code, row: row, column: Column(column), width: 6, style: style(.firstParty))
    column += grid.put(
      "-", row: row, column: Column(column), width: max(0, columns.headline - 1 - column), style: style(.dim))
    grid.put(
      parties.second.code, row: row, column: Column(column), width: max(0, columns.headline - 1 - column),
      style: style(.secondParty))
  }

  private func paintHeadline(
    _ event: TimelineRow, into grid: inout CellGrid, _ row: Row, _ columns: Columns, _ isSelected: Bool
  ) {
    let isStateVisit = event.kind == .visit && event.subkind == .state
    let tail = event.status == .cancelled ? "×" : event.status == .planned ? "?" : isStateVisit ? "★" : ""
    let room = columns.end - columns.headline - (tail.isEmpty ? 0 : 2)
    guard room > 0 else { return }
    let text = cut(visible(event.headline), width: room)
    grid.put(
      text, row: row, column: Column(columns.headline), width: room,
      style: CellStyle(.text, isSelected: isSelected))
    if !tail.isEmpty {
      grid.put(
        tail, row: row, column: Column(columns.end - 1), style: CellStyle(.accent, isSelected: isSelected))
    }
    guard let phrase = SearchPhrase(state.shownFilter.words) else { return }
    let bytes = Array(text.utf8)
    for match in phrase.matches(in: text) {
      let start = columns.headline + cellWidth(String(decoding: bytes[..<match.lowerBound], as: UTF8.self))
      let width = cellWidth(String(decoding: bytes[match], as: UTF8.self))
      grid.restyle(row: row, columns: start..<start + width) { $0.isMatch = true }
    }
  }

  /// `30`, `10–13`, `28–2.9` over a month's end, `~` where only the month or year is known.
  private func day(_ event: TimelineRow) -> String {
    guard let date = event.date else { return "?" }
    guard let day = date.day else { return date.month == nil ? "year" : "~" }
    guard let end = event.end, let endDay = end.day else { return String(day) }
    if end.month == date.month, end.year == date.year { return "\(day)–\(endDay)" }
    return "\(day)–\(endDay).\(end.month ?? 0)"
  }

  private func paintSelectedOnly(into grid: inout CellGrid, _ region: Region) {
    guard let event = state.timeline.selected else { return }
    let text = Wording.glyph(event.kind) + " " + event.parties.code + " " + visible(event.headline)
    grid.put(
      cut(text, width: region.size.columns), row: region.row, column: region.column,
      width: region.size.columns,
      style: CellStyle(.text, isSelected: true))
  }

  private func paintSilence(into grid: inout CellGrid, _ region: Region) {
    let sentence =
      state.filter.isEmpty
      ? "The record is empty. dyad import FOLDER fills it; dyad FOLDER reads without keeping."
      : "Nothing matches " + state.filter.chips.map(\.label).joined(separator: ", ")
        + ". x drops the last filter, X all."
    let bytes = Array(visible(sentence).utf8)
    for (offset, range) in wrap(visible(sentence), width: max(1, region.size.columns - 4)).enumerated()
    where offset + 1 < max(2, region.size.rows) {
      grid.put(
        String(decoding: bytes[range], as: UTF8.self),
        row: region.row + (region.size.rows > 1 ? offset + 1 : offset),
        column: region.column + min(2, region.size.columns / 4), style: CellStyle(.dim))
    }
  }
}
