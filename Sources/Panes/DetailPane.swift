import Model
import Screen
import Text

/// The selected event and its report, as the lines the state has wrapped.
struct DetailPane {
  let state: BrowserState
  let region: Region

  private var detail: DetailState { state.detail }

  func paint(on grid: inout CellGrid) {
    guard !region.isEmpty else { return }
    for (offset, line) in detail.lines.dropFirst(detail.top).prefix(detail.height).enumerated() {
      paint(line, row: offset, on: &grid)
    }
    if detail.lines.count > detail.height {
      paintThumb(on: &grid)
      if detail.height < region.size.rows {
        grid.writeRight("\(detail.percent) %", in: region, row: region.size.rows - 1, margin: 2, role: .dim)
      }
    }
  }

  private func paint(_ line: DetailLine, row: Int, on grid: inout CellGrid) {
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

  /// A bar on the right edge, as long as the part in view is of the whole.
  private func paintThumb(on grid: inout CellGrid) {
    let (height, count) = (detail.height, detail.lines.count)
    let length = max(1, height * height / count)
    let start = detail.isAtEnd ? height - length : min(height - length, detail.top * height / count)
    for row in start..<start + length {
      grid.write("▕", in: region, row: row, column: region.size.columns - 1, style: CellStyle(.rule))
    }
  }
}
