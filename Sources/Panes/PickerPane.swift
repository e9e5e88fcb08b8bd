import Model
import Screen
import Text

/// The picker in the place of the detail; the timeline beside it shows what would be kept.
struct PickerPane {
  let state: BrowserState

  func paint(into grid: inout CellGrid, _ region: Region) {
    guard !region.isEmpty, let picker = state.picker else { return }
    let prompt = picker.title + ": "
    var column = region.column + 1
    column.index += grid.put(prompt, row: region.row, column: column, style: CellStyle(.heading))
    let before = String(picker.edit.characters[..<picker.edit.cursor])
    grid.put(picker.edit.text, row: region.row, column: column, style: CellStyle(.prompt))
    let cursor =
      column
      + min(cellWidth(visible(before)), max(0, region.column.index + region.size.columns - 1 - column.index))
    grid.cursor = CellGrid.Position(row: region.row, column: cursor)
    paintItems(picker, into: &grid, region)
  }

  private func paintItems(_ picker: PickerState, into grid: inout CellGrid, _ region: Region) {
    let height = region.size.rows - 2
    guard height > 0 else { return }
    if picker.shown.isEmpty {
      let text = picker.items.isEmpty ? "nothing to choose from here" : "nothing fits; Backspace widens"
      grid.put(text, row: region.row + 2, column: region.column + 1, style: CellStyle(.dim))
      return
    }
    let top = max(0, min(picker.highlighted - height / 2, picker.shown.count - height))
    let codeWidth = min(13, picker.shown.map { cellWidth($0.code) }.max() ?? 0)
    for offset in 0..<min(height, picker.shown.count - top) {
      paint(
        picker.shown[top + offset], at: top + offset, picker, codeWidth, into: &grid, region,
        region.row + 2 + offset)
    }
  }

  private func paint(
    _ item: PickerState.Item, at index: Int, _ picker: PickerState, _ codeWidth: Int,
    into grid: inout CellGrid,
    _ region: Region, _ row: Row
  ) {
    let isHighlighted = index == picker.highlighted
    func style(_ role: StyleRole) -> CellStyle { CellStyle(role, isSelected: isHighlighted) }
    if isHighlighted {
      grid.fill(
        Region(row: row, column: region.column, size: Size(columns: region.size.columns, rows: 1)),
        style: style(.text))
      grid.put("▌", row: row, column: region.column, style: style(.accent))
    }
    let isChosen = picker.chosen.contains(item.value)
    if isChosen { grid.put("+", row: row, column: region.column + 1, style: style(.accent)) }
    var column = region.column + 2
    if codeWidth > 0 {
      grid.put(item.code, row: row, column: column, width: codeWidth, style: style(.accent))
      column = column + codeWidth + 2
    }
    let isCommand = picker.subject == .commands
    let end = region.column.index + region.size.columns - 1
    if isCommand {
      let room = max(0, end - column.index)
      let width = grid.put(cut(item.label, width: room), row: row, column: column, style: style(.text))
      let rest = max(0, room - max(20, width) - 1)
      grid.put(
        cut(item.detail, width: rest), row: row, column: column + max(20, width) + 1, style: style(.dim))
    } else {
      let room = max(0, end - column.index - cellWidth(item.detail) - 1)
      grid.put(
        cut(visible(item.label), width: room), row: row, column: column, width: room, style: style(.text))
      grid.putRight(item.detail, row: row, end: Column(end), style: style(.dim))
    }
  }
}
