import Commands
import Model
import Screen
import Text

/// Every command with its live keys, group by group.
struct HelpPane {
  let state: BrowserState
  let top: Int

  func paint(into grid: inout CellGrid, _ region: Region) {
    guard !region.isEmpty else { return }
    let lines = state.helpLines
    for offset in 0..<region.size.rows {
      guard lines.indices.contains(top + offset) else { break }
      let row = region.row + offset
      let line = lines[top + offset]
      if let heading = line.heading {
        grid.put(heading, row: row, column: region.column + 1, style: CellStyle(.heading))
      } else if let command = line.row {
        paint(command, into: &grid, row, region)
      }
    }
    let left = lines.count - top - region.size.rows
    if left > 0, region.size.rows > 2 {
      grid.putRight(
        " Space: \(left) more lines ", row: region.row + region.size.rows - 1,
        end: region.column + region.size.columns - 1, style: CellStyle(.dim))
    }
  }

  private func paint(_ row: CommandRow, into grid: inout CellGrid, _ line: Row, _ region: Region) {
    let keys =
      row.command == .slot1
      ? "1 … 9"
      : KeyContext.allCases.lazy.map { state.keymap.keys(for: row.command, in: $0) }.first { !$0.isEmpty }?
        .prefix(3).map(\.name).joined(separator: " ") ?? "; only"
    let help = row.command == .slot1 ? "Country in that slot on or off" : row.help
    let width = 16
    grid.put(keys, row: line, column: region.column + 2, width: width, style: CellStyle(.accent))
    let room = max(0, region.size.columns - width - 4)
    grid.put(cut(help, width: room), row: line, column: region.column + width + 3, style: CellStyle(.text))
  }
}
