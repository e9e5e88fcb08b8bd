import Text

package enum DetailPlacement: String, Sendable, CaseIterable { case right, below, off }
package enum Focus: Sendable { case timeline, detail }

/// Where everything stands: arithmetic from the window's size and the reader's wishes. Panes obey it.
package struct Layout: Hashable, Sendable {
  package let size: Size
  package var status = Region.nowhere
  package var countries = Region.nowhere
  package var topRule = Region.nowhere
  package var list = Region.nowhere
  /// One column between the panes, or one row when they stand one above the other.
  package var divider = Region.nowhere
  package var detail = Region.nowhere
  package var bottomRule = Region.nowhere
  package var density = Region.nowhere
  package var hints = Region.nowhere

  /// Lines of the detail pane that hold text; where there is room its last line tells how much is left.
  package var detailLines: Int { detail.size.rows >= 4 ? detail.size.rows - 1 : detail.size.rows }

  /// From this width on headings have lines of their own and the list its full columns.
  package static let wideColumns = 100

  /// Cells of the article's text at most.
  package static let readableWidth = 72

  /// What the body is divided into: list and detail, two texts of the same width, or one thing alone.
  package enum Division: Sendable { case panes, halves, whole }

  /// From this width on two texts stand side by side.
  package static let twoTexts = 60

  package init(
    size: Size, placement: DetailPlacement, listShare: Int, showsDensity: Bool, focus: Focus,
    division: Division = .panes
  ) {
    self.size = size
    let (columns, rows) = (size.columns, size.rows)
    if columns < 10 || rows < 3 {
      list = Region(row: 0, column: 0, columns: columns, rows: rows)
      return
    }
    status = Region(row: 0, column: 0, columns: columns, rows: 1)
    hints = Region(row: rows - 1, column: 0, columns: columns, rows: 1)
    var top = 1
    var bottom = rows - 1
    if rows >= 10 {
      if rows >= 16, division == .panes {
        countries = Region(row: top, column: 0, columns: columns, rows: 1)
        top += 1
      }
      topRule = Region(row: top, column: 0, columns: columns, rows: 1)
      top += 1
      if showsDensity, rows >= 16, division == .panes {
        bottom -= 1
        density = Region(row: bottom, column: 0, columns: columns, rows: 1)
      }
      bottom -= 1
      bottomRule = Region(row: bottom, column: 0, columns: columns, rows: 1)
    }
    let body = Region(row: top, column: 0, columns: columns, rows: max(0, bottom - top))
    let isTiny = columns < 40 || rows < 10
    if division == .whole {
      list = body
    } else if division == .halves, columns >= Layout.twoTexts {
      split(body, left: (columns - 1) / 2)
    } else if division == .halves {
      if focus == .timeline { list = body } else { detail = body }
    } else if isTiny || placement == .off {
      if focus == .timeline { list = body } else { detail = body }
    } else if placement == .below || columns < 72 {
      split(body, above: listShare)
    } else {
      split(body, beside: listShare)
    }
  }

  private mutating func split(_ body: Region, beside share: Int) {
    let columns = body.size.columns
    // Headlines suffer first in a narrow window: there the list has up to six columns more.
    let hundredthsMore = min(600, max(0, (Self.wideColumns - columns) * 30))
    split(body, left: min(max((columns * share + hundredthsMore) / 100, 30), columns - 31))
  }

  private mutating func split(_ body: Region, left: Int) {
    let columns = body.size.columns
    list = Region(row: body.row, column: body.column, size: Size(columns: left, rows: body.size.rows))
    divider = Region(row: body.row, column: Column(left), size: Size(columns: 1, rows: body.size.rows))
    detail = Region(
      row: body.row, column: Column(left + 1), size: Size(columns: columns - left - 1, rows: body.size.rows))
  }

  private mutating func split(_ body: Region, above share: Int) {
    let rows = body.size.rows
    let upper = min(max(rows * share / 100, 2), max(2, rows - 3))
    list = Region(row: body.row, column: body.column, size: Size(columns: body.size.columns, rows: upper))
    divider = Region(
      row: body.row + upper, column: body.column, size: Size(columns: body.size.columns, rows: 1))
    detail = Region(
      row: body.row + upper + 1, column: body.column,
      size: Size(columns: body.size.columns, rows: max(0, rows - upper - 1)))
  }
}
