import Diplomacy
import Model
import Screen
import Text

/// Pairs of countries by year, and below them the cell under the cursor by level, direction and kind.
struct GridPane {
  let state: BrowserState
  let region: Region

  private var grid: GridState { state.views.grid }
  private var end: Int { GridState.pairWidth + grid.visibleYears.count * GridState.yearWidth }

  func paint(on cells: inout CellGrid) {
    guard !region.isEmpty, grid.isFilled else { return }
    guard !grid.rows.items.isEmpty else { return cells.writeSilence(state.viewSilence, in: region) }
    paintHead(on: &cells)
    for (offset, row) in grid.rows.visible.enumerated() {
      paint(row, isSelected: grid.rows.top + offset == grid.rows.selected, row: offset + 1, on: &cells)
    }
    paintCounts(on: &cells)
  }

  /// Years, and what is counted.
  private func paintHead(on cells: inout CellGrid) {
    let noun = state.counting == .events ? state.say("events") : state.say("reports")
    cells.write(noun, in: region, row: 0, column: 2, width: GridState.pairWidth - 4, style: CellStyle(.dim))
    if grid.left > 0 {
      cells.write("…", in: region, row: 0, column: GridState.pairWidth - 1, style: CellStyle(.dim))
    }
    for (index, year) in grid.visibleYears.enumerated() {
      let isHere = grid.left + index == grid.column
      let text = year == 0 ? state.say("none") : "\(year)"
      let column = GridState.pairWidth + (index + 1) * GridState.yearWidth - cellWidth(text)
      cells.write(text, in: region, row: 0, column: column, style: CellStyle(isHere ? .accent : .heading))
    }
    let all = state.say("all")
    let style = CellStyle(grid.isAtTotal ? .accent : .heading)
    cells.write(
      all, in: region, row: 0, column: end + GridState.totalWidth - cellWidth(all), style: style)
  }

  private func paint(_ row: GridState.Row, isSelected: Bool, row line: Int, on cells: inout CellGrid) {
    if isSelected {
      cells.markSelected(in: region, row: line, hasKeys: false)
    }
    if let dyad = row.dyad {
      paint(dyad, row: line, on: &cells)
    } else {
      cells.writeCut(
        state.say("all pairs"), in: region, row: line, column: 2, width: GridState.pairWidth - 3,
        role: isSelected ? .heading : .dim)
    }
    for (index, year) in grid.visibleYears.enumerated() {
      let column = GridState.pairWidth + (index + 1) * GridState.yearWidth
      cells.writeCount(row.events[year] ?? 0, in: region, row: line, end: column, isDim: row.dyad == nil)
    }
    cells.writeCount(
      row.total, in: region, row: line, end: end + GridState.totalWidth, isDim: row.dyad == nil)
    if isSelected { paintCursor(row: line, on: &cells) }
    if grid.isMarked(row) { cells.write("+", in: region, row: line, column: 1, style: CellStyle(.accent)) }
  }

  private func paint(_ dyad: Dyad, row: Int, on cells: inout CellGrid) {
    let room = GridState.pairWidth - 3
    let second = String(dyad.spoken[1].code.prefix(room - 3))
    let first = String(dyad.spoken[0].code.prefix(room - 1 - second.count))
    var column = 2
    column += cells.write(first, in: region, row: row, column: column, style: CellStyle(.firstParty))
    column += cells.write("-", in: region, row: row, column: column, style: CellStyle(.dim))
    cells.write(second, in: region, row: row, column: column, style: CellStyle(.secondParty))
  }

  /// The row is marked, the cell alone is set off: brackets show it where there is no colour.
  private func paintCursor(row: Int, on cells: inout CellGrid) {
    let hasKeys = state.views.part == .list && !state.detailHasKeys
    let place = grid.isAtTotal ? grid.visibleYears.count : grid.column - grid.left
    let width = grid.isAtTotal ? GridState.totalWidth : GridState.yearWidth
    let start = GridState.pairWidth + place * GridState.yearWidth
    if hasKeys {
      let left = region.column.index
      cells.write("▌", in: region, row: row, column: 0, style: CellStyle(.accent))
      cells.restyle(row: region.row + row, columns: left + start..<left + start + width) {
        $0.isSelected = true
      }
    }
    let value = cellValue
    let digits = value == 0 ? 1 : "\(value)".count
    cells.write("[", in: region, row: row, column: start + width - digits - 1, style: CellStyle(.accent))
    cells.write("]", in: region, row: row, column: start + width, style: CellStyle(.accent))
  }

  private var cellValue: Int {
    guard let row = grid.rows.current else { return 0 }
    return grid.cell.year.map { row.events[$0] ?? 0 } ?? row.total
  }

  // MARK: the counts of the cell

  private func paintCounts(on cells: inout CellGrid) {
    let panel = grid.counts
    guard panel.height > 0 else { return }
    let top = region.size.rows - panel.height
    let hasKeys = state.views.part == .counts && !state.detailHasKeys
    for (offset, line) in panel.visible.enumerated() {
      cells.write(line.label, in: region, row: top + offset, column: 2, style: CellStyle(.dim))
      var column = 2 + CountPanel.labelWidth
      for (index, item) in line.items.enumerated() {
        let isHere = hasKeys && line.first + index == panel.selected
        let start = column
        column += cells.write(item.label, in: region, row: top + offset, column: column, style: .text) + 1
        column += cells.write(
          item.number, in: region, row: top + offset, column: column, style: CellStyle(.heading))
        if isHere {
          let left = region.column.index
          cells.write("▌", in: region, row: top + offset, column: start - 1, style: CellStyle(.accent))
          cells.restyle(row: region.row + top + offset, columns: left + start..<left + column) {
            $0.isSelected = true
          }
        }
        column += CountPanel.gap
      }
    }
  }
}

/// The events of the cell under the cursor.
struct CellEventsPane {
  let state: BrowserState
  let region: Region

  func paint(on cells: inout CellGrid) {
    let grid = state.views.grid
    guard !region.isEmpty, let told = grid.told else { return }
    let pair = told.dyad?.spokenCode ?? state.say("all pairs")
    let year = told.year.map { $0 == 0 ? state.say("no date") : "\($0)" } ?? state.say("all years")
    let title = cells.write(
      pair + "  " + year, in: region, row: 0, column: 1, style: CellStyle(.heading))
    cells.writeRight("\(grid.total)", in: region, row: 0, taken: title + 3, role: .dim)
    let hasKeys = state.views.part == .side && state.context == .view
    for (offset, event) in grid.events.visible.enumerated() {
      let line = offset + 2
      let isSelected = grid.events.top + offset == grid.events.selected
      paint(event, showsPair: told.dyad == nil, showsYear: told.year == nil, row: line, on: &cells)
      if isSelected, hasKeys { cells.markSelected(in: region, row: line, hasKeys: true) }
    }
  }

  private func paint(
    _ event: TimelineRow, showsPair: Bool, showsYear: Bool, row: Int, on cells: inout CellGrid
  ) {
    let date =
      showsYear
      ? event.date?.iso ?? "" : event.date.map { Wording.short($0, without: $0.year, state.say) } ?? ""
    var column = 1
    cells.write(date, in: region, row: row, column: column, width: 10, style: CellStyle(.date))
    column += showsYear ? 12 : 8
    cells.write(Wording.glyph(event.kind), in: region, row: row, column: column, style: CellStyle(.kind))
    column += 2
    if showsPair {
      cells.write(
        event.parties.code, in: region, row: row, column: column, width: 8, style: CellStyle(.country))
      column += 9
    }
    cells.writeCut(
      event.headline, in: region, row: row, column: column, width: region.size.columns - column - 1,
      role: event.status == .held ? .text : .dim)
  }
}
