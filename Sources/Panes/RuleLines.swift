import Model
import Screen
import Text

/// One rule above, one below, one between the panes. The rule over the pane with the focus has the accent.
struct RuleLines {
  let state: BrowserState
  let layout: Layout

  private var isBeside: Bool { layout.divider.size.columns == 1 && layout.divider.size.rows > 0 }
  private var isOver: Bool { !layout.divider.isEmpty && !isBeside }

  func paint(on grid: inout CellGrid) {
    let rule = CellStyle(.rule)
    grid.fill(layout.topRule, with: "─", style: rule)
    grid.fill(layout.bottomRule, with: "─", style: rule)
    if isOver {
      grid.fill(layout.divider, with: "─", style: rule)
    } else {
      grid.fill(layout.divider, with: "│", style: rule)
    }
    if isBeside {
      let column = layout.divider.column
      if !layout.topRule.isEmpty { grid.put("┬", row: layout.topRule.row, column: column, style: rule) }
      if !layout.bottomRule.isEmpty { grid.put("┴", row: layout.bottomRule.row, column: column, style: rule) }
    }
    accent(on: &grid)
  }

  private func accent(on grid: inout CellGrid) {
    guard !layout.topRule.isEmpty, !layout.divider.isEmpty else { return }
    let pane = state.detailHasKeys ? layout.detail : layout.list
    let rule = isOver && state.detailHasKeys ? layout.divider.row : layout.topRule.row
    let columns = pane.column.index..<pane.column.index + pane.size.columns
    grid.restyle(row: rule, columns: columns) { $0.role = .accent }
  }
}
