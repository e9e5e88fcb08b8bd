import Archive
import Diplomacy

/// Goes through all rows a filter keeps, a stretch at a time, so that the first come at once and none is held.
package struct EventWalk {
  private let archive: any EventArchive
  private let filter: Filter
  private let order: TimelineOrder
  private static let firstStretch = 64
  private static let longestStretch = 16_384

  package init(archive: any EventArchive, filter: Filter, order: TimelineOrder) {
    self.archive = archive
    self.filter = filter
    self.order = order
  }

  /// Visits rows in order until the visitor says false, or until there are no more. What is stored meanwhile may be
  /// missed, but no row comes twice.
  package func visit(_ visitor: (TimelineRow) throws -> Bool) throws {
    var next = 0
    var length = EventWalk.firstStretch
    var told = Told(filter.clock, order)
    while true {
      let window = try archive.window(
        filter, order: order, anchor: .position(next + length / 2), rows: length)
      let rows = window.rows.dropFirst(max(0, next - window.first))
      for row in rows where told.isNew(row) {
        guard try visitor(row) else { return }
      }
      next = window.first + window.rows.count
      if rows.isEmpty || next >= window.total { return }
      length = min(length * 4, EventWalk.longestStretch)
    }
  }
}

/// Which rows were visited. In the order of events the last one tells; in the order of publication no row tells its
/// place, so all are kept, eight bytes each.
private struct Told {
  private let clock: TimelineClock
  private let order: TimelineOrder
  private var last: TimelineRow?
  private var all: Set<EventID> = []

  init(_ clock: TimelineClock, _ order: TimelineOrder) {
    self.clock = clock
    self.order = order
  }

  mutating func isNew(_ row: TimelineRow) -> Bool {
    switch clock {
    case .publication: return all.insert(row.id).inserted
    case .event:
      if let last, !isAfter(row, last) { return false }
      last = row
      return true
    }
  }

  /// Undated events come last in either order.
  private func isAfter(_ row: TimelineRow, _ last: TimelineRow) -> Bool {
    if (row.date == nil) != (last.date == nil) { return row.date == nil }
    return order == .newestFirst ? row.id < last.id : row.id > last.id
  }
}
