/// A line of the screen, counted from 0 at the top.
package struct Row: Hashable, Comparable, Sendable {
  package var index: Int
  package init(_ index: Int) { self.index = index }
  package static func < (left: Row, right: Row) -> Bool { left.index < right.index }
  package static func + (row: Row, lines: Int) -> Row { Row(row.index + lines) }
  package static func - (row: Row, lines: Int) -> Row { Row(row.index - lines) }
}

/// A cell of a line, counted from 0 at the left.
package struct Column: Hashable, Comparable, Sendable {
  package var index: Int
  package init(_ index: Int) { self.index = index }
  package static func < (left: Column, right: Column) -> Bool { left.index < right.index }
  package static func + (column: Column, cells: Int) -> Column { Column(column.index + cells) }
  package static func - (column: Column, cells: Int) -> Column { Column(column.index - cells) }
}

/// Cells across and lines down; never negative.
package struct Size: Hashable, Sendable {
  package let columns: Int
  package let rows: Int
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A rectangle of the screen; a size of zero means that it is not shown.
package struct Region: Hashable, Sendable {
  package let row: Row
  package let column: Column
  package let size: Size
  package init(row: Row, column: Column, size: Size) {
    self.row = row
    self.column = column
    self.size = size
  }
  package init(row: Int, column: Int, columns: Int, rows: Int) {
    self.init(row: Row(row), column: Column(column), size: Size(columns: columns, rows: rows))
  }
  package static let nowhere = Region(row: 0, column: 0, columns: 0, rows: 0)
  package var isEmpty: Bool { size.columns == 0 || size.rows == 0 }
}
