import Comparing
import Diplomacy
import Model
import Screen
import Text

/// Two texts side by side, or one of them where only one has room.
struct ComparePane {
  let state: BrowserState
  let compare: CompareState
  let left: Region
  let right: Region

  func paint(on grid: inout CellGrid) {
    paint(.left, left, on: &grid)
    paint(.right, right, on: &grid)
    let last = right.isEmpty ? left : right
    if compare.isLonger, last.size.rows >= 10 {
      grid.writeRight(
        "\(compare.percent) %", in: last, row: last.size.rows - 1, margin: 2, role: .dim)
    }
  }

  private func paint(_ side: CompareState.Side, _ region: Region, on grid: inout CellGrid) {
    guard !region.isEmpty else { return }
    paintHead(side == .left ? compare.texts.left : compare.texts.right, region, on: &grid)
    let start = region.size.rows >= 10 ? 2 : 1
    for (offset, line) in compare.visibleLines.enumerated() {
      let row = start + offset
      if line.isMoved { grid.write("↕", in: region, row: row, column: 1, style: CellStyle(.dim)) }
      if let half = side == .left ? line.left : line.right { paint(half, region, row: row, on: &grid) }
      if compare.top + offset == compare.cursor {
        grid.write(
          compare.side == side ? "▌" : "▏", in: region, row: row, column: 0, style: CellStyle(.accent))
      }
    }
  }

  private func paintHead(_ record: EventRecord, _ region: Region, on grid: inout CellGrid) {
    let event = record.event
    let date = event.date?.iso ?? state.say("no date")
    var column = 2
    column += grid.write(date, in: region, row: 0, column: column, style: CellStyle(.date)) + 2
    let kind = Wording.glyph(event.kind) + " " + Wording.name(event.kind, state.say).lowercased()
    column += grid.write(kind, in: region, row: 0, column: column, style: CellStyle(.heading)) + 2
    grid.writeCut(
      record.article.source, in: region, row: 0, column: column, width: region.size.columns - column - 1,
      role: .dim)
  }

  private func paint(_ half: CompareState.Half, _ region: Region, row: Int, on grid: inout CellGrid) {
    var column = 2
    for run in half.runs {
      let isCurrent = run.change != nil && run.change == compare.change
      let style = CellStyle(StyleRole(rawValue: run.role.rawValue) ?? .text, isMatch: isCurrent)
      column += grid.write(
        run.text, in: region, row: row, column: column, width: region.size.columns - column, style: style)
    }
  }
}

extension CompareState {
  /// `3 changes, 1 dropped, 2 added`; what there is none of is left out.
  func counts(_ say: Catalogue) -> String {
    let comparison = texts.comparison
    let (changed, dropped, added) = (
      comparison.count(.changed), comparison.count(.dropped), comparison.count(.added)
    )
    var parts: [String] = []
    if changed > 0 { parts.append(changed == 1 ? say("1 change") : say("%1 changes", "\(changed)")) }
    if dropped > 0 { parts.append(say("%1 dropped", "\(dropped)")) }
    if added > 0 { parts.append(say("%1 added", "\(added)")) }
    return parts.isEmpty ? say("word for word the same") : parts.joined(separator: ", ")
  }
}
