import Diplomacy
import GRDB

/// Reads a stretch of the filtered timeline. It has two parts in either order: dated events, then undated ones.
struct WindowQuery {
  private let db: Database
  private let query: FilterQuery
  private let order: TimelineOrder
  private let total: Int
  private let dated: Int

  init(db: Database, query: FilterQuery, order: TimelineOrder) throws {
    self.db = db
    self.query = query
    self.order = order
    total = try query.count(db)
    dated = total - (try query.count(db, and: "d.id < ?", [EventNumber.firstDated]))
  }

  func window(anchor: TimelineAnchor, rows: Int) throws -> TimelineWindow {
    if total == 0 { return .empty }
    let anchored = try place(of: anchor)
    let wanted = min(max(0, rows), total)
    let first = max(0, min(anchored - wanted / 2, total - wanted))
    let inDated = max(0, min(wanted, dated - first))
    var ids = try numbers(isDated: true, from: first, inDated)
    ids += try numbers(isDated: false, from: max(0, first - dated), wanted - inDated)
    return TimelineWindow(rows: try read(ids), first: first, total: total, anchored: anchored)
  }

  private func place(of anchor: TimelineAnchor) throws -> Int {
    switch anchor {
    case .start: 0
    case .end: total - 1
    case .position(let place): min(max(0, place), total - 1)
    case .event(let id): try place(ofEvent: id.number)
    case .day(let day): try place(of: day)
    }
  }

  private func place(ofEvent id: Int64) throws -> Int {
    let id = query.counting == .events ? try FoldTable(db).leader(of: id) : id
    if try query.count(db, and: "d.id = ?", [id]) > 0 { return try place(ofKept: id) }
    if id < EventNumber.firstDated {
      return try nearest(to: id, isDated: false).map(place(ofKept:)) ?? total - 1
    }
    return try nearest(to: id, isDated: true).map(place(ofKept:)) ?? 0
  }

  /// Several events of that day: the one the timeline shows first.
  private func place(of day: CalendarDay) throws -> Int {
    let block = EventNumber.block(of: day)
    let border = EventNumber.first(inBlock: order == .newestFirst ? block + 1 : block)
    return try nearest(toBlock: block, border: border, isDated: true).map(place(ofKept:)) ?? 0
  }

  private func nearest(to id: Int64, isDated: Bool) throws -> Int64? {
    try nearest(toBlock: EventNumber.block(of: id), border: id, isDated: isDated)
  }

  /// The kept events on either side of the border, the one fewer days away; the later of two as near.
  private func nearest(toBlock block: Int64, border: Int64, isDated: Bool) throws -> Int64? {
    let part = WindowQuery.part(isDated)
    let before = try Int64.fetchOne(
      db, sql: query.sql("d.id", and: "d.id < ? and \(part) order by d.id desc limit 1"),
      arguments: query.values([border]))
    let after = try Int64.fetchOne(
      db, sql: query.sql("d.id", and: "d.id >= ? and \(part) order by d.id limit 1"),
      arguments: query.values([border]))
    guard let before, let after else { return before ?? after }
    return block - EventNumber.block(of: before) < EventNumber.block(of: after) - block ? before : after
  }

  /// Place of an event that the filter keeps.
  private func place(ofKept id: Int64) throws -> Int {
    let isDated = id >= EventNumber.firstDated
    let earlier = order == .newestFirst ? "d.id > ?" : "d.id < ?"
    let before = try query.count(db, and: "\(earlier) and \(WindowQuery.part(isDated))", [id])
    return isDated ? before : dated + before
  }

  private static func part(_ isDated: Bool) -> String {
    "d.id \(isDated ? ">=" : "<") \(EventNumber.firstDated)"
  }

  /// Numbers of one part from a place in it, walked to from the nearer end.
  private func numbers(isDated: Bool, from first: Int, _ count: Int) throws -> [Int64] {
    if count <= 0 { return [] }
    let size = isDated ? dated : total - dated
    let fromEnd = size - first - count
    let backwards = fromEnd < first
    let descending = (order == .newestFirst) != backwards
    let sql = query.sql(
      "d.id",
      and: "\(WindowQuery.part(isDated)) order by d.id \(descending ? "desc" : "asc") limit ? offset ?")
    let offset = backwards ? fromEnd : first
    let ids = try Int64.fetchAll(db, sql: sql, arguments: query.values([count, offset]))
    return backwards ? ids.reversed() : ids
  }

  private func read(_ ids: [Int64]) throws -> [TimelineRow] {
    let reports =
      query.counting == .events ? "(select 1 + count(*) from event r where r.lead = event.id)" : "1"
    let sql = """
      select event.*, title, \(reports) as reports from event join article on article.id = event.article
      where event.id = ?
      """
    let statement = try db.cachedStatement(sql: sql)
    return try ids.map { id in
      guard let row = try StoredRow.fetchOne(statement, arguments: [id]) else {
        throw DamagedRow(what: "event \(id) without its article")
      }
      return try EventTable.timelineRow(row, headline: StoredText.read(row["title"]), reports: row["reports"])
    }
  }
}
