import Commands
import Model
import Screen
import Text

/// Every command with the keys it has now, those of the place first; or all that was told.
struct HelpPane {
  let state: BrowserState
  let top: Int
  let region: Region

  private var keyWidth: Int { state.helpKeyWidth }

  func paint(on grid: inout CellGrid) {
    guard !region.isEmpty else { return }
    let lines = state.helpLines
    let rows = max(1, region.size.rows - 2)
    let close = state.keymap.keys(for: .help, in: state.context).first?.name ?? "Esc"
    let title = grid.write(state.overlayTitle, in: region, row: 0, column: 1, style: CellStyle(.heading))
    grid.writeRight(state.say("%1 closes", close), in: region, row: 0, taken: title + 3, role: .dim)
    for (offset, line) in lines.dropFirst(top).prefix(rows).enumerated() {
      paint(line, row: offset + 1, on: &grid)
    }
    if lines.count > rows {
      let percent = min(100, (top + rows) * 100 / lines.count)
      grid.writeRight("\(percent) %", in: region, row: region.size.rows - 1, role: .dim)
    }
  }

  private func paint(_ line: HelpLine, row: Int, on grid: inout CellGrid) {
    if let heading = line.heading {
      grid.write(heading, in: region, row: row, column: 1, style: CellStyle(.heading))
    }
    if !line.keys.isEmpty {
      grid.writeCut(keys(line), in: region, row: row, column: 3, width: keyWidth - 1, role: .accent)
    }
    grid.writeCut(
      line.words, in: region, row: row, column: 3 + keyWidth, width: region.size.columns - keyWidth - 4,
      role: line.isWarning ? .warning : .text)
  }

  /// As many of the keys as fit.
  private func keys(_ line: HelpLine) -> String {
    var keys = line.keys
    while keys.count > 1, cellWidth(keys.joined(separator: " ")) > keyWidth - 1 { keys.removeLast() }
    return keys.joined(separator: " ")
  }
}

/// The keys a command has at this moment, whatever the reader has bound.
enum LiveKeys {
  static func first(_ command: Command, _ state: BrowserState) -> String? {
    state.keymap.keys(for: command, in: state.context).first?.name
  }
}
