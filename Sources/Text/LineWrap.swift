/// Lines of a text at a width in cells, as UTF-8 ranges in order. Words stay whole; a word longer than the width is
/// broken between characters; blanks at line ends belong to no line. A width below 1 counts as 1, and a wide
/// character stands alone where even it does not fit. Empty text has no lines.
package func wrap(_ text: String, width: Int) -> [Range<Int>] {
  let width = max(1, width)
  var lines: [Range<Int>] = []
  var start = 0
  var end = 0
  var cells = 0
  var breakEnd = -1
  var breakNext = 0
  var cellsAtBreak = 0
  var at = 0
  for character in text {
    let bytes = character.utf8.count
    let isBlank = character == " "
    let glyph = cellWidth(character)
    if isBlank {
      if cells > 0 {
        if end > start { breakEnd = end }
        breakNext = at + bytes
        cells += 1
        cellsAtBreak = cells
      } else {
        start = at + bytes
        end = start
      }
      at += bytes
      continue
    }
    if cells + glyph > width, end > start {
      if breakEnd > start {
        lines.append(start..<breakEnd)
        start = breakNext
        cells -= cellsAtBreak
      } else {
        lines.append(start..<end)
        start = at
        cells = 0
      }
      breakEnd = -1
    }
    cells += glyph
    at += bytes
    end = at
  }
  if end > start { lines.append(start..<end) }
  return lines
}

/// The text itself if it fits, else its beginning with `…` in the last cell; never half a character.
package func cut(_ text: String, width: Int) -> String {
  guard width > 0 else { return "" }
  var cells = 0
  var kept = ""
  var keptBeforeEllipsis = ""
  for character in text {
    let glyph = cellWidth(character)
    if cells + glyph > width { return keptBeforeEllipsis + "…" }
    cells += glyph
    kept.append(character)
    if cells <= width - 1 { keptBeforeEllipsis = kept }
  }
  return text
}
