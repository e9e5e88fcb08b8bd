import Commands
import Model
import Screen
import Text

/// Why the event was coded as it is, field by field, as the lines the state has laid out.
struct WhyPane {
  let state: BrowserState
  let why: WhyState
  let region: Region

  func paint(on grid: inout CellGrid) {
    guard !region.isEmpty else { return }
    let title = grid.write(
      state.say("Why this event?"), in: region, row: 0, column: 1, style: CellStyle(.heading))
    for keys in [corrects + closes, closes]
    where grid.writeRight(keys, in: region, row: 0, taken: title + 3, role: .dim) {
      break
    }
    let start = region.size.rows > 3 ? 2 : 1
    for (offset, line) in why.visibleLines.enumerated() {
      paint(line, row: start + offset, on: &grid)
    }
    if why.isLonger, region.size.rows > 3 {
      let place = (WhyState.fields.firstIndex(of: why.field) ?? 0) + 1
      grid.writeRight(
        state.say("%1 of %2", "\(place)", "\(WhyState.fields.count)"), in: region,
        row: region.size.rows - 1, margin: 2, role: .dim)
    }
  }

  private var closes: String { state.say("%1 closes", key(.why) ?? key(.leave) ?? "Esc") }

  private var corrects: String {
    let commands: [Command] = [.correctCountry, .correctKind, .correctDate, .correctLevel, .notAnEvent]
    let keys = commands.compactMap(key)
    return keys.isEmpty ? "" : state.say("%1 correct", keys.joined(separator: " ")) + "   "
  }

  /// A prompt may lie below: the keys are those of the panel all the same.
  private func key(_ command: Command) -> String? {
    state.keymap.keys(for: command, in: .why).first?.name
  }

  private func paint(_ line: WhyState.Line, row: Int, on grid: inout CellGrid) {
    DetailLinePainter(region: region).paint(line.line, row: row, on: &grid)
    guard line.field == why.field else { return }
    grid.write("▌", in: region, row: row, column: 0, style: CellStyle(.accent))
    let left = region.column.index
    grid.restyle(row: region.row + row, columns: left..<left + region.size.columns) { $0.isSelected = true }
  }
}

/// One wrapped line of the detail or the why panel: its runs from the left, and what stands against the right border.
struct DetailLinePainter {
  let region: Region

  func paint(_ line: DetailLine, row: Int, on grid: inout CellGrid) {
    var column = 0
    for run in line.runs {
      column += grid.write(run.text, in: region, row: row, column: column, style: style(run))
    }
    var right = region.size.columns - 2 - line.right.reduce(0) { $0 + cellWidth($1.text) }
    guard right > column else { return }
    for run in line.right {
      right += grid.write(run.text, in: region, row: row, column: right, style: style(run))
    }
  }

  private func style(_ run: StyledRun) -> CellStyle {
    CellStyle(StyleRole(rawValue: run.role.rawValue) ?? .text, isMatch: run.isMatch)
  }
}
