import Commands
import Model
import Screen
import Text

/// The line being typed, at the bottom of the screen; what it finds is told at its right.
struct PromptPane {
  let prompt: PromptState
  let state: BrowserState
  let region: Region

  func paint(on grid: inout CellGrid) {
    let sign =
      switch prompt.purpose {
      case .search: "/"
      case .command: ":"
      case .date: "Date: "
      }
    let start = 1 + grid.write(" " + sign, in: region, row: 0, column: 0, style: CellStyle(.accent)) - 1
    let field = max(1, region.size.columns - start - 1)
    let (text, cursor) = prompt.edit.window(width: field)
    let used = grid.write(text, in: region, row: 0, column: start, style: CellStyle(.prompt))
    let column = min(region.column.index + start + cursor, max(0, grid.size.columns - 1))
    grid.cursor = CellGrid.Position(row: region.row, column: Column(column))
    let taken = start + used + 3
    if let note { grid.writeRight(note.text, in: region, row: 0, taken: taken, role: note.role) }
  }

  private var note: (text: String, role: StyleRole)? {
    if let notice = state.notice { return (notice.text, notice.isWarning ? .warning : .dim) }
    func key(_ command: Command) -> String { state.keymap.keys(for: command, in: .prompt).first?.name ?? "" }
    switch prompt.purpose {
    case .search: return (key(.accept) + " keeps   " + key(.cancel) + " gives back", .dim)
    case .command: return (key(.accept) + " does it   " + key(.cancel) + " gives back", .dim)
    case .date:
      return (
        "2025, 2025-10 or 2025-10-31   " + key(.accept) + " corrects   " + key(.cancel) + " leaves", .dim
      )
    }
  }
}

extension LineEdit {
  /// The part of the line around the cursor that fits, and the cursor's cell in it.
  func window(width: Int) -> (text: String, cursor: Int) {
    var start = cursor
    var cells = 1
    while start > 0 {
      let next = cellWidth(visible(String(characters[start - 1])))
      if cells + next > width { break }
      cells += next
      start -= 1
    }
    let before = cellWidth(visible(String(characters[start..<cursor])))
    return (String(characters[start...]), before)
  }
}
