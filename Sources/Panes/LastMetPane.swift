import Model
import Screen
import Text

/// When two leaders or offices last met, as the lines the state has laid out.
struct LastMetPane {
  let state: BrowserState
  let card: LastMetState
  let region: Region

  func paint(on grid: inout CellGrid) {
    guard !region.isEmpty else { return }
    let title = grid.write(
      state.say("Last met"), in: region, row: 0, column: 1, style: CellStyle(.heading))
    let key = state.keymap.keys(for: .lastMet, in: .view).first?.name ?? "Esc"
    grid.writeRight(state.say("%1 closes", key), in: region, row: 0, taken: title + 3, role: .dim)
    if !card.isFilled {
      grid.write(state.say("Looking…"), in: region, row: 2, column: 2, style: CellStyle(.dim))
    }
    for (offset, line) in card.visible.enumerated() {
      let row = offset + 2
      DetailLinePainter(region: region).paint(line.line, row: row, on: &grid)
      if card.top + offset == card.selected, line.target != nil {
        grid.markSelected(in: region, row: row, hasKeys: state.context == .view)
      }
    }
  }
}
