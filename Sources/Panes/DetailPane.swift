import Model
import Screen
import Text

/// The record of the selected event, as the state has wrapped it.
struct DetailPane {
  let state: BrowserState

  func paint(into grid: inout CellGrid, _ region: Region) {
    guard !region.isEmpty, state.detail.record != nil else { return }
    let detail = state.detail
    let end = region.column + region.size.columns - 1
    for offset in 0..<region.size.rows {
      let index = detail.top + offset
      guard detail.lines.indices.contains(index) else { break }
      let line = detail.lines[index]
      var column = region.column
      for run in line.runs {
        column.index += put(
          run, into: &grid, region.row + offset, column, end: region.column + region.size.columns)
      }
      let width = line.right.reduce(0) { $0 + cellWidth(visible($1.text)) }
      column = Column(max(column.index + 1, end.index - width))
      for run in line.right { column.index += put(run, into: &grid, region.row + offset, column, end: end) }
    }
    if !(detail.top == 0 && detail.isAtEnd), region.size.rows > 2 {
      let text = detail.isAtEnd ? " end " : " \(detail.percent) % "
      grid.putRight(
        text, row: region.row + region.size.rows - 1, end: end,
        style: CellStyle(state.focus == .detail ? .accent : .dim))
    }
  }

  private func put(_ run: StyledRun, into grid: inout CellGrid, _ row: Row, _ column: Column, end: Column)
    -> Int
  {
    let role = StyleRole(rawValue: run.role.rawValue) ?? .text
    return grid.put(
      run.text, row: row, column: column, width: max(0, end.index - column.index),
      style: CellStyle(role, isMatch: run.isMatch))
  }
}
