import Diplomacy

/// How many rows a filter keeps, counted after the rows themselves were shown.
struct RowCount: Sendable {
  let filter: Filter
  /// Nil while it is being counted.
  var rows: Int?
}

extension BrowserState {
  /// How many rows the filter keeps; nil while nobody has counted.
  package var keptRows: Int? {
    if timeline.window.isCounted { return timeline.window.total }
    return rowCount?.filter == shownFilter ? rowCount?.rows : nil
  }

  /// The same for the eye: `40+` while only that many are known.
  package var keptRowsText: String { keptRows.map { "\($0)" } ?? "\(timeline.window.total)+" }

  /// Has the rows counted, once for each filter.
  mutating func count() -> [Effect] {
    guard !timeline.window.isCounted, rowCount?.filter != shownFilter else { return [] }
    rowCount = RowCount(filter: shownFilter)
    return [.countRows(shownFilter)]
  }

  /// The window is asked for again, now that its place is known.
  mutating func take(_ rows: Int, keptBy filter: Filter) -> [Effect] {
    guard filter == shownFilter else { return [] }
    rowCount = RowCount(filter: filter, rows: rows)
    guard !timeline.window.isCounted, !awaitsWindow, let id = timeline.selected?.id else { return [] }
    return reload(.event(id), anchorDecides: false, countsToo: false)
  }
}
