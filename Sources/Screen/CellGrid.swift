import Text

/// One cell of the screen. A character two cells wide stands in its left cell; its right cell is empty (`""`).
package struct Cell: Hashable, Sendable {
  /// One grapheme cluster, already safe to show; empty for the right half of a wide character.
  package var glyph: String
  package var style: CellStyle
  package init(_ glyph: String, _ style: CellStyle) {
    self.glyph = glyph
    self.style = style
  }
  package static let blank = Cell(" ", .text)
}

/// The whole screen as a value: panes paint into it, a display shows it, a test reads it.
package struct CellGrid: Hashable, Sendable {
  package let size: Size
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor stands while text is typed; nil hides it.
  package var cursor: Position?

  package struct Position: Hashable, Sendable {
    package let row: Row
    package let column: Column
    package init(row: Row, column: Column) {
      self.row = row
      self.column = column
    }
  }

  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// Outside the grid reads as a blank.
  package subscript(row: Row, column: Column) -> Cell {
    guard holds(row, column) else { return .blank }
    return cells[row.index * size.columns + column.index]
  }

  /// Writes text made safe by `visible`, from a cell to the right, inside `width` cells; what does not fit is left
  /// away, a wide character never by half. Returns the cells written.
  @discardableResult
  package mutating func put(
    _ text: String, row: Row, column: Column, width: Int = .max, style: CellStyle = .text
  ) -> Int {
    guard row.index >= 0, row.index < size.rows else { return 0 }
    let end = min(size.columns, width == .max ? size.columns : column.index + max(0, width))
    if plainCells(text) != nil { return putPlain(text, row: row, column: column, end: end, style: style) }
    var at = column.index
    for character in visible(text) {
      let cells = cellWidth(character)
      if cells == 0 { continue }
      if at + cells > end { break }
      if at >= 0 { place(String(character), cells: cells, row: row, column: Column(at), style: style) }
      at += cells
    }
    return max(0, at - column.index)
  }

  /// Each scalar is a glyph of one cell.
  private mutating func putPlain(
    _ text: String, row: Row, column: Column, end: Int, style: CellStyle
  ) -> Int {
    var at = column.index
    for scalar in text.unicodeScalars {
      if at >= end { break }
      if at >= 0 { place(String(scalar), cells: 1, row: row, column: Column(at), style: style) }
      at += 1
    }
    return max(0, at - column.index)
  }

  /// Fills a region with one character one cell wide.
  package mutating func fill(_ region: Region, with glyph: String = " ", style: CellStyle = .text) {
    for row in 0..<region.size.rows {
      for column in 0..<region.size.columns {
        let (row, column) = (region.row + row, region.column + column)
        if holds(row, column) { place(glyph, cells: 1, row: row, column: column, style: style) }
      }
    }
  }

  /// Changes the style of cells that stand already, keeping their glyphs.
  package mutating func restyle(row: Row, columns: Range<Int>, _ change: (inout CellStyle) -> Void) {
    guard row.index >= 0, row.index < size.rows else { return }
    for column in columns.clamped(to: 0..<size.columns) {
      change(&cells[row.index * size.columns + column].style)
    }
  }

  /// The text of one line, right blanks kept.
  package func line(_ row: Row) -> String {
    guard row.index >= 0, row.index < size.rows else { return "" }
    return cells[row.index * size.columns..<(row.index + 1) * size.columns].map(\.glyph).joined()
  }

  private func holds(_ row: Row, _ column: Column) -> Bool {
    row.index >= 0 && row.index < size.rows && column.index >= 0 && column.index < size.columns
  }

  /// Overwriting half of a wide character blanks its other half.
  private mutating func place(_ glyph: String, cells width: Int, row: Row, column: Column, style: CellStyle) {
    let index = row.index * size.columns + column.index
    let lineEnd = (row.index + 1) * size.columns
    if cells[index].glyph.isEmpty, column.index > 0 { cells[index - 1].glyph = " " }
    let after = index + width
    if after < lineEnd, cells[after].glyph.isEmpty { cells[after].glyph = " " }
    cells[index] = Cell(glyph, style)
    if width == 2, index + 1 < lineEnd { cells[index + 1] = Cell("", style) }
  }
}
