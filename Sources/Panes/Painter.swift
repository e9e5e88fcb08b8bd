// The door of this module: paints a browser state into a grid of cells. A pane prints what the state holds, where the
// layout says; it computes nothing that a test of the state would want to know.
import Commands
import Diplomacy
import Model
import Screen
import Text

package struct Painter: Sendable {
  private let usesASCII: Bool

  /// With `usesASCII` only ASCII glyphs are drawn, for terminals and fonts without the others.
  package init(usesASCII: Bool = false) { self.usesASCII = usesASCII }

  package func paint(_ state: BrowserState) -> CellGrid {
    var grid = CellGrid(size: state.size)
    let layout = state.layout
    StatusPane(state: state).paint(into: &grid, layout.status)
    CountryBar(state: state).paint(into: &grid, layout.countries)
    rules(layout, state, into: &grid)
    TimelinePane(state: state, usesASCII: usesASCII).paint(into: &grid, layout.list)
    if state.picker != nil {
      PickerPane(state: state).paint(into: &grid, layout.detail)
    } else if let top = state.helpTop {
      HelpPane(state: state, top: top).paint(into: &grid, layout.detail)
    } else {
      DetailPane(state: state).paint(into: &grid, layout.detail)
    }
    DensityStrip(state: state, usesASCII: usesASCII).paint(into: &grid, layout.density)
    HintLine(state: state).paint(into: &grid, layout.hints)
    if usesASCII { Painter.plain(&grid) }
    return grid
  }

  private func rules(_ layout: Layout, _ state: BrowserState, into grid: inout CellGrid) {
    let rule = CellStyle(.rule)
    grid.fill(layout.topRule, with: "─", style: rule)
    grid.fill(layout.bottomRule, with: "─", style: rule)
    guard !layout.divider.isEmpty else { return }
    let isUpright = layout.divider.size.columns == 1
    grid.fill(layout.divider, with: isUpright ? "│" : "─", style: rule)
    guard isUpright else { return }
    let column = layout.divider.column
    if !layout.topRule.isEmpty { grid.put("┬", row: layout.topRule.row, column: column, style: rule) }
    if !layout.bottomRule.isEmpty { grid.put("┴", row: layout.bottomRule.row, column: column, style: rule) }
    // The focused pane has the accent on its side of the rule above.
    let focused =
      state.focus == .timeline && state.picker == nil && state.helpTop == nil ? layout.list : layout.detail
    for cell in 0..<focused.size.columns where !layout.topRule.isEmpty {
      grid.put("━", row: layout.topRule.row, column: focused.column + cell, style: CellStyle(.accent))
    }
  }

  /// Box lines and bars by their nearest ASCII.
  private static func plain(_ grid: inout CellGrid) {
    let map: [String: String] = [
      "─": "-", "━": "=", "│": "|", "┬": "+", "┴": "+", "▌": ">", "▏": "|", "…": "~", "–": "-", "★": "^",
      "×": "x",
      "↓": "v", "↑": "^", "▁": "_", "▂": "_", "▃": "-", "▄": "-", "▅": "=", "▆": "=", "▇": "#", "█": "#",
    ]
    for row in 0..<grid.size.rows {
      for column in 0..<grid.size.columns {
        let cell = grid[Row(row), Column(column)]
        if let plain = map[cell.glyph] {
          grid.put(plain, row: Row(row), column: Column(column), style: cell.style)
        }
      }
    }
  }
}

/// Eighths of a cell for a count against the greatest.
func bar(_ count: Int, of greatest: Int) -> String {
  guard count > 0, greatest > 0 else { return " " }
  let bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  return bars[min(7, max(0, (count * 8 + greatest - 1) / greatest - 1))]
}

extension CellGrid {
  /// Writes against the right border of a stretch; what does not fit is not written.
  mutating func putRight(_ text: String, row: Row, end: Column, style: CellStyle) {
    put(text, row: row, column: Column(end.index - cellWidth(visible(text))), style: style)
  }
}
