import Screen
import Text

// Writing relative to a region, never beyond it.
extension CellGrid {
  /// Returns the cells written.
  @discardableResult
  mutating func write(
    _ text: String, in region: Region, row: Int, column: Int, width: Int = .max, style: CellStyle
  ) -> Int {
    guard row >= 0, row < region.size.rows, column >= 0 else { return 0 }
    let room = min(width, region.size.columns - column)
    guard room > 0 else { return 0 }
    return put(text, row: region.row + row, column: region.column + column, width: room, style: style)
  }

  /// As `write`; what is too long ends in `…`.
  @discardableResult
  mutating func writeCut(
    _ text: String, in region: Region, row: Int, column: Int, width: Int = .max, role: StyleRole
  ) -> Int {
    let room = min(width, region.size.columns - column)
    guard room > 0 else { return 0 }
    return write(
      cutWithEllipsis(text, width: room), in: region, row: row, column: column, width: room,
      style: CellStyle(role))
  }

  /// Ends `margin` cells before the right border; left away when it would reach into the first `taken` cells.
  @discardableResult
  mutating func writeRight(
    _ text: String, in region: Region, row: Int, taken: Int = 0, margin: Int = 1, role: StyleRole
  ) -> Bool {
    let column = region.size.columns - margin - cellWidth(text)
    guard column >= taken else { return false }
    write(text, in: region, row: row, column: column, style: CellStyle(role))
    return true
  }
}

/// The text as it is shown, at most so many cells wide; a cut is told by `…`.
func cutWithEllipsis(_ text: String, width: Int) -> String {
  if let cells = plainCells(text) {
    if cells <= width { return text }
    return width > 0 ? String(text.unicodeScalars.prefix(width - 1)) + "…" : ""
  }
  let text = visible(text)
  guard cellWidth(text) > width else { return text }
  guard width > 0 else { return "" }
  var kept = ""
  var used = 0
  for character in text {
    let cells = cellWidth(character)
    if used + cells > width - 1 { break }
    kept.append(character)
    used += cells
  }
  return kept + "…"
}

/// A count as a bar of eighths: nothing for none, never less than the lowest bar for something.
func densityBar(_ count: Int, of most: Int) -> String {
  let bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  guard count > 0, most > 0 else { return " " }
  return bars[min(bars.count - 1, max(0, (count * bars.count + most - 1) / most - 1))]
}
