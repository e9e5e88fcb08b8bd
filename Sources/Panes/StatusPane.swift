import Diplomacy
import Model
import Screen
import Text

/// The first line: the name, the filter as chips, what is counted, the order.
struct StatusPane {
  let state: BrowserState

  func paint(into grid: inout CellGrid, _ region: Region) {
    guard !region.isEmpty else { return }
    let count = self.count
    let countStart = region.size.columns - cellWidth(count) - 1
    var column = 1
    column += grid.put("dyad", row: region.row, column: Column(column), style: CellStyle(.heading)) + 3
    if state.isSample, state.filter.isEmpty {
      let sample =
        region.size.columns >= 100 ? "the built-in sample; yours: dyad FOLDER" : "sample; yours: dyad FOLDER"
      let room = countStart - column - 1
      column +=
        grid.put(cut(sample, width: room), row: region.row, column: Column(column), style: CellStyle(.dim))
        + 2
    }
    if !state.filterIsOn {
      column +=
        grid.put("filters off", row: region.row, column: Column(column), style: CellStyle(.warning)) + 2
    }
    paintChips(into: &grid, region.row, from: column, to: countStart - 2)
    grid.put(count, row: region.row, column: Column(max(1, countStart)), style: CellStyle(.text))
  }

  private func paintChips(into grid: inout CellGrid, _ row: Row, from start: Int, to end: Int) {
    var column = start
    let trying = state.picker != nil || state.prompt?.purpose == .search ? " (trying)" : " ×"
    for (index, chip) in state.filter.chips.enumerated() {
      let label = chip.label + (index == state.filter.chips.count - 1 ? trying : " ×")
      let width = cellWidth(visible(label))
      if column + width > end {
        if column + 1 <= end { grid.put("…", row: row, column: Column(column), style: CellStyle(.dim)) }
        return
      }
      let role: StyleRole = !state.filterIsOn ? .dim : chip.excludes ? .exclusion : .chip
      column += grid.put(label, row: row, column: Column(column), style: CellStyle(role)) + 3
    }
  }

  private var count: String {
    let arrow = state.order == .newestFirst ? "↓" : "↑"
    let total = state.timeline.window.total
    var text = "\(total) of \(state.allEvents) events"
    if let all = state.matchesInAll, all != total {
      text = "\(total) here, \(all) in all, of \(state.allEvents) events"
    }
    return text + (state.size.columns >= 100 ? "  by event date " : " ") + arrow
  }
}
