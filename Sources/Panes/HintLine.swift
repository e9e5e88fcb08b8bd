import Commands
import Model
import Screen
import Text

/// The last line: a prompt being typed, a notice, or the keys of the moment.
struct HintLine {
  let state: BrowserState

  func paint(into grid: inout CellGrid, _ region: Region) {
    guard !region.isEmpty else { return }
    if let prompt = state.prompt {
      paint(prompt, into: &grid, region)
    } else if let notice = state.notice {
      let text = cut(visible(notice.text), width: region.size.columns - 2)
      grid.put(
        text, row: region.row, column: region.column + 1,
        style: CellStyle(notice.isWarning ? .warning : .text))
    } else {
      paintHints(into: &grid, region)
    }
  }

  private func paint(_ prompt: PromptState, into grid: inout CellGrid, _ region: Region) {
    let sign = prompt.purpose == .search ? "/" : ":"
    var column = Column(1)
    column.index += grid.put(sign, row: region.row, column: column, style: CellStyle(.accent))
    let room = max(1, region.size.columns - 4)
    let before = String(prompt.edit.characters[..<prompt.edit.cursor])
    // A long line is shown by its end as far as the cursor.
    let hidden = max(0, cellWidth(visible(before)) - room + 1)
    var skipped = 0
    let shown = prompt.edit.text.drop { character in
      guard skipped < hidden else { return false }
      skipped += cellWidth(character)
      return true
    }
    grid.put(String(shown), row: region.row, column: column, width: room, style: CellStyle(.prompt))
    grid.cursor = CellGrid.Position(
      row: region.row, column: column + max(0, cellWidth(visible(before)) - skipped))
    let help = "Enter keep   Esc give back"
    if let notice = state.notice {
      grid.putRight(
        cut(visible(notice.text), width: room / 2), row: region.row, end: Column(region.size.columns - 1),
        style: CellStyle(.dim))
    } else if cellWidth(prompt.edit.text) + cellWidth(help) + 8 < region.size.columns {
      grid.putRight(help, row: region.row, end: Column(region.size.columns - 1), style: CellStyle(.dim))
    }
  }

  private func paintHints(into grid: inout CellGrid, _ region: Region) {
    let helpLabel = "?" + " help"
    let helpStart = region.size.columns - helpLabel.count - 1
    var column = 1
    for (key, label) in hints {
      let width = cellWidth(key) + 1 + cellWidth(label)
      if column + width + 2 > helpStart { break }
      column += grid.put(key, row: region.row, column: Column(column), style: CellStyle(.accent)) + 1
      column += grid.put(label, row: region.row, column: Column(column), style: CellStyle(.dim)) + 3
    }
    let key =
      state.picker != nil ? "F1" : state.keymap.keys(for: .help, in: state.context).first?.name ?? "F1"
    let end = Column(region.size.columns - 1)
    grid.putRight(" help", row: region.row, end: end, style: CellStyle(.dim))
    grid.putRight(key, row: region.row, end: Column(end.index - 5), style: CellStyle(.accent))
  }

  private var hints: [(String, String)] {
    if state.helpTop != nil { return [("Space", "more"), ("q", "close")] }
    if state.picker != nil {
      return [("type", "to narrow")] + keys([.pickAdd, .accept, .acceptExclusion, .cancel])
    }
    if state.focus == .detail {
      return pair(.moveDown, .moveUp, "scroll")
        + keys([.focusTimeline, .nextEvent, .keepDyad, .search, .nextMatch, .chooseCountry, .palette, .back])
    }
    return pair(.moveDown, .moveUp, "move") + keys([.openArticle]) + [("1-9", "country")]
      + keys([
        .keepDyad, .search, .chooseCountry, state.filter.isEmpty ? .chooseKind : .dropFilter, .palette, .back,
      ])
  }

  private func keys(_ commands: [Command]) -> [(String, String)] {
    commands.compactMap { command in
      state.keymap.keys(for: command, in: state.context).first.map { ($0.name, label(command)) }
    }
  }

  private func label(_ command: Command) -> String {
    command == .back && state.focus == .timeline ? "quit" : command.row.label
  }

  private func pair(_ one: Command, _ other: Command, _ label: String) -> [(String, String)] {
    let names = [one, other].compactMap { state.keymap.keys(for: $0, in: state.context).first?.name }
    return names.isEmpty ? [] : [(names.joined(separator: " "), label)]
  }
}
