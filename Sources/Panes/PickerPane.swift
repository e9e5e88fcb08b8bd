import Model
import Screen
import Text

/// A list to pick from, beside the timeline that already shows what would be kept.
struct PickerPane {
  let picker: PickerState
  let say: Catalogue
  let region: Region

  private var isCommands: Bool { picker.subject == .commands }
  /// Whose items are whole lines behind a date.
  private var isLongList: Bool { [.reports, .marks, .references].contains(picker.subject) }
  /// Lines left for items: the title, a blank, and where there is room a blank and two lines of remedy.
  private var itemRows: Int { max(1, region.size.rows - (region.size.rows >= 10 ? 3 + remedy.count : 2)) }
  private var codeWidth: Int {
    min(
      picker.shown.map { cellWidth($0.code) }.max() ?? 0, isCommands ? 9 : isLongList ? 10 : 6
    )
  }

  func paint(on grid: inout CellGrid) {
    guard !region.isEmpty else { return }
    paintTitle(on: &grid)
    let rows = itemRows
    let top = max(0, min(picker.highlighted - rows / 2, picker.shown.count - rows))
    let start = region.size.rows > 2 ? 2 : 1
    for (offset, item) in picker.shown.dropFirst(top).prefix(rows).enumerated() {
      paint(item, isHighlighted: top + offset == picker.highlighted, row: start + offset, on: &grid)
    }
    if picker.shown.isEmpty {
      let text = picker.items.isEmpty && picker.typed.isEmpty ? "" : say("Nothing fits.")
      grid.write(text, in: region, row: start, column: 2, style: CellStyle(.dim))
    }
    if region.size.rows >= 10 {
      paintRemedy(row: start + max(1, min(rows, picker.shown.count)) + 1, on: &grid)
    }
  }

  private func paintTitle(on grid: inout CellGrid) {
    let title =
      picker.excludes
      ? say("%1, not: ", picker.title)
      : picker.takesAll ? say("%1, all of: ", picker.title) : picker.title + ": "
    let start = 1 + grid.write(title, in: region, row: 0, column: 1, style: CellStyle(.heading))
    let (text, cursor) = picker.edit.window(width: max(1, region.size.columns - start - 1))
    grid.write(text, in: region, row: 0, column: start, style: CellStyle(.prompt))
    let column = min(region.column.index + start + cursor, max(0, grid.size.columns - 1))
    grid.cursor = CellGrid.Position(row: region.row, column: Column(column))
  }

  private func paint(_ item: PickerState.Item, isHighlighted: Bool, row: Int, on grid: inout CellGrid) {
    let isChosen = picker.chosen.contains(item.value)
    if isHighlighted { grid.write("▌", in: region, row: row, column: 0, style: CellStyle(.accent)) }
    if isChosen { grid.write("+", in: region, row: row, column: 1, style: CellStyle(.accent)) }
    let role: StyleRole =
      isChosen ? picker.excludes ? .exclusion : .chip : !item.isOn ? .dim : isCommands ? .accent : .text
    grid.write(item.code, in: region, row: row, column: 2, width: codeWidth, style: CellStyle(role))
    let label = 2 + (codeWidth == 0 ? 0 : codeWidth + 2)
    if isCommands {
      // In a narrow pane what a command does says more than its name.
      let isNarrow = region.size.columns < 56
      let name =
        isNarrow
        ? 0
        : grid.write(
          item.label, in: region, row: row, column: label, style: item.isOn ? .text : CellStyle(.dim))
      let help = isNarrow ? label : label + max(name, 17) + 2
      grid.writeCut(
        isNarrow && !item.isOn ? item.label + ": " + item.detail : item.detail, in: region, row: row,
        column: help, width: region.size.columns - help - 1, role: .dim)
    } else {
      let room = region.size.columns - 1 - label
      let count = (isLongList ? room : min(40, room)) - cellWidth(item.detail)
      grid.writeCut(item.label, in: region, row: row, column: label, width: count - 1, role: .text)
      grid.write(item.detail, in: region, row: row, column: label + count, style: CellStyle(.dim))
    }
    if isHighlighted {
      let left = region.column.index
      grid.restyle(row: region.row + row, columns: left..<left + region.size.columns) { $0.isSelected = true }
    }
  }

  private var remedy: [String] {
    switch picker.subject {
    case .facet:
      [
        say("Tab adds   ! excludes"), say("Ctrl-T all shown   Ctrl-O any/all"),
        say("Enter keeps   Esc gives back"),
      ]
    case .commands: [say("Enter does it   Esc leaves")]
    case .correctCountry: [say("Tab: the other party"), say("Enter corrects   Esc leaves")]
    case .correctKind, .correctLevel: [say("Enter corrects   Esc leaves")]
    case .reports, .references: [say("Enter opens   Esc leaves")]
    case .marks: [say("Enter goes there   Esc leaves")]
    case .tags(let onMarked):
      [
        onMarked ? say("Enter tags all marked") : say("Enter tags, or takes the tag off"),
        onMarked ? say("Tab: this event only") : say("Tab: all marked"), say("Alt-Enter shows only these"),
      ]
    case .copying: [say("Enter copies   Esc leaves")]
    case .sorting: [say("Enter sorts   Esc leaves")]
    case .savedFilters: [say("Enter keeps   Esc gives back")]
    }
  }

  private func paintRemedy(row: Int, on grid: inout CellGrid) {
    for (offset, line) in remedy.enumerated() {
      grid.write(line, in: region, row: row + offset, column: 2, style: CellStyle(.dim))
    }
  }
}
