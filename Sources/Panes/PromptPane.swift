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
      case .search: prompt.searchesEverything ? say("everything") + " /" : "/"
      case .command: ":"
      case .date: say("Date: ")
      case .filter: say("Filter: ")
      case .days: state.clock == .event ? say("Days: ") : say("Published: ")
      case .goTo: say("Go to: ")
      case .saving: say("Save filter as: ")
      case .note: state.say("Note: ")
      case .readAll: state.say("Set all that is shown as read? y/n ")
      case .export: countsEvents ? say("Save %1 events as: ", total) : say("Save %1 reports as: ", total)
      case .pipe(wholeView: false): say("Pipe this report to: ")
      case .pipe(wholeView: true):
        countsEvents ? say("Pipe %1 events to: ", total) : say("Pipe %1 reports to: ", total)
      }
    let start = 1 + grid.write(" " + sign, in: region, row: 0, column: 0, style: CellStyle(.accent)) - 1
    let room = region.size.columns - start - 1
    // A mistake has a part of the line to itself, whatever is typed.
    let field = max(1, prompt.mistake == nil ? room : room - min(cellWidth(told) + 3, room / 2))
    let (text, cursor) = prompt.edit.window(width: field)
    let used = grid.write(text, in: region, row: 0, column: start, width: field, style: CellStyle(.prompt))
    paintMistake(start: start, cursor: cursor, used: used, on: &grid)
    let column = min(region.column.index + start + cursor, max(0, grid.size.columns - 1))
    grid.cursor = CellGrid.Position(row: region.row, column: Column(column))
    let taken = start + used + 3
    if prompt.mistake != nil, state.notice == nil {
      let width = min(cellWidth(told), region.size.columns - taken - 1)
      grid.writeCut(
        told, in: region, row: 0, column: region.size.columns - 1 - width, width: width, role: .warning)
    } else if let note {
      let longer = searchKeys.map { $0 + "   " + note.text }
      if longer.map({ !grid.writeRight($0, in: region, row: 0, taken: taken, role: note.role) }) ?? true {
        grid.writeRight(note.text, in: region, row: 0, taken: taken, role: note.role)
      }
    }
  }

  private var say: Catalogue { state.say }
  private var countsEvents: Bool { state.counting == .events }
  private var total: String { state.keptRowsText }
  private var told: String { prompt.mistake.map { visible(say($0.phrase)) } ?? "" }

  /// Sets off the word at fault, as far as it is in view.
  private func paintMistake(start: Int, cursor: Int, used: Int, on grid: inout CellGrid) {
    guard let mistake = prompt.mistake else { return }
    let characters = prompt.edit.characters
    func cells(_ range: Range<Int>) -> Int {
      range.clamped(to: 0..<characters.count).reduce(0) { $0 + cellWidth(visible(String(characters[$1]))) }
    }
    let hidden = cells(0..<prompt.edit.cursor) - cursor
    let first = start + max(0, cells(0..<mistake.place.lowerBound) - hidden)
    let last = start + min(used, cells(0..<mistake.place.upperBound) - hidden)
    guard first < last else { return }
    let left = region.column.index
    grid.restyle(row: region.row, columns: left + first..<left + last) { $0.role = .warning }
  }

  private func key(_ command: Command) -> String {
    state.keymap.keys(for: command, in: .prompt).first?.name ?? ""
  }

  /// What a search can do besides, where there is room to tell.
  private var searchKeys: String? {
    guard prompt.purpose == .search, state.notice == nil else { return nil }
    let scope =
      prompt.searchesEverything
      ? say("%1 this view", key(.searchEverything)) : say("%1 everything", key(.searchEverything))
    return scope + "   " + say("%1 exact marks", key(.exactMarks))
  }

  private var note: (text: String, role: StyleRole)? {
    if let notice = state.notice { return (notice.text, notice.isWarning ? .warning : .dim) }
    switch prompt.purpose {
    case .search:
      return (say("%1 keeps", key(.accept)) + "   " + say("%1 gives back", key(.cancel)), .dim)
    case .command:
      return (say("%1 does it", key(.accept)) + "   " + say("%1 gives back", key(.cancel)), .dim)
    case .date:
      let keys = say("%1 corrects", key(.accept)) + "   " + say("%1 leaves", key(.cancel))
      return (say("2025, 2025-10 or 2025-10-31") + "   " + keys, .dim)
    case .filter:
      let keys = [
        say("%1 completes", key(.complete)), say("%1 keeps", key(.accept)),
        say("%1 gives back", key(.cancel)),
      ]
      return (keys.joined(separator: "   "), .dim)
    case .days:
      let keys = say("%1 keeps", key(.accept)) + "   " + say("%1 gives back", key(.cancel))
      return (say("2025, 10/2025, last-90d, 2024..2026") + "   " + keys, .dim)
    case .goTo:
      return (say("2023, 2023-06, 30/1/2026") + "   " + say("%1 goes there", key(.accept)), .dim)
    case .note:
      return (
        state.say("%1 keeps   %2 opens your editor   %3 leaves", key(.accept), key(.complete), key(.cancel)),
        .dim
      )
    case .readAll: return (state.say("y sets them, any other key leaves it"), .dim)
    case .saving:
      return (say("%1 saves", key(.accept)) + "   " + say("%1 leaves", key(.cancel)), .dim)
    case .export: return (say(".md .html .csv .jsonl .ics .txt   %1 leaves", key(.cancel)), .dim)
    case .pipe(let wholeView):
      let other =
        wholeView ? say("%1 the report alone", key(.complete)) : say("%1 all shown", key(.complete))
      return (other + "   " + say("%1 leaves", key(.cancel)), .dim)
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
