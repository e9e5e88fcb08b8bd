import Commands
import Diplomacy
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
    if let fold = state.timeline.selectedFold { return paintFold(fold, on: &grid) }
    for (offset, line) in detail.lines.dropFirst(detail.top).prefix(detail.height).enumerated() {
      DetailLinePainter(region: region).paint(line, row: offset, on: &grid)
    }
    if detail.lines.count > detail.height {
      paintThumb(on: &grid)
      if detail.height < region.size.rows {
        grid.writeRight("\(detail.percent) %", in: region, row: region.size.rows - 1, margin: 2, role: .dim)
      }
    }
  }

  /// What stands folded under the cursor.
  private func paintFold(_ fold: FoldedGroup, on grid: inout CellGrid) {
    let say = state.say
    grid.writeCut(state.title(fold.group), in: region, row: 0, column: 1, role: .heading)
    grid.writeCut(
      say("%1, folded", state.count(fold.count)), in: region, row: 1, column: 1, role: .text)
    func key(_ command: Command) -> String? { LiveKeys.first(command, state) }
    let hints = [
      key(.openArticle).map { say("%1 unfolds it", $0) }, key(.unfoldAll).map { say("%1 unfolds all", $0) },
    ]
    grid.writeCut(
      hints.compactMap { $0 }.joined(separator: "   "), in: region, row: 3, column: 1, role: .dim)
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
