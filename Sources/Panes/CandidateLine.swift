import Model
import Screen
import Text

/// The ways to go on with a prompt, on the line above it.
struct CandidateLine {
  let completion: Completion
  let region: Region

  func paint(on grid: inout CellGrid) {
    guard !region.isEmpty else { return }
    let blank = String(repeating: " ", count: region.size.columns)
    grid.write(blank, in: region, row: 0, column: 0, style: .text)
    var column = 1
    if first > 0 { column += grid.write("… ", in: region, row: 0, column: column, style: CellStyle(.dim)) }
    for (index, candidate) in completion.candidates.enumerated().dropFirst(first) {
      let width = cellWidth(label(candidate))
      guard column + width + 3 < region.size.columns || index == first else {
        grid.write("…", in: region, row: 0, column: column, style: CellStyle(.dim))
        return
      }
      paint(candidate, isChosen: index == completion.chosen, at: column, on: &grid)
      column += width + 3
    }
  }

  /// As many before the chosen one as fit with it.
  private var first: Int {
    guard let chosen = completion.chosen else { return 0 }
    var room = region.size.columns - 8
    var first = chosen
    while first >= 0 {
      room -= cellWidth(label(completion.candidates[first])) + 3
      if room < 0 { break }
      first -= 1
    }
    return min(chosen, first + 1)
  }

  private func label(_ candidate: Completion.Candidate) -> String {
    let text = visible(candidate.text)
    return candidate.note.isEmpty ? text : text + " " + visible(candidate.note)
  }

  private func paint(
    _ candidate: Completion.Candidate, isChosen: Bool, at column: Int, on grid: inout CellGrid
  ) {
    let width = grid.writeCut(
      label(candidate), in: region, row: 0, column: column, width: region.size.columns - column - 1,
      role: isChosen ? .chip : .text)
    guard isChosen else { return }
    let left = region.column.index + column
    grid.restyle(row: region.row, columns: left..<left + width) { $0.isSelected = true }
  }
}
