import Diplomacy
import GRDB

/// Reads a stretch of the filtered timeline. It has two parts in either order: dated events, then undated ones.
struct WindowQuery {
  private let db: Database
  private let counting: Counting
  private let kept: any KeptEvents
  private let order: TimelineOrder
  private let dated: Int

  init(db: Database, counting: Counting, kept: any KeptEvents, order: TimelineOrder) {
    self.db = db
    self.counting = counting
    self.kept = kept
    self.order = order
    dated = kept.total - kept.undated
  }

  func window(anchor: TimelineAnchor, rows: Int) throws -> TimelineWindow {
    if kept.total == 0 { return .empty }
    let anchored = try place(of: anchor)
    let wanted = min(max(0, rows), kept.total)
    let first = max(0, min(anchored - wanted / 2, kept.total - wanted))
    let shown = first..<(first + wanted)
    let ids = try numbers(shown.clamped(to: 0..<dated)) + numbers(shown.clamped(to: dated..<kept.total))
    return TimelineWindow(rows: try read(ids), first: first, total: kept.total, anchored: anchored)
  }

  private func place(of anchor: TimelineAnchor) throws -> Int {
    switch anchor {
    case .start: 0
    case .end: kept.total - 1
    case .position(let place): min(max(0, place), kept.total - 1)
    case .event(let id): try place(ofEvent: id.number)
    case .day(let day): try place(of: day)
    }
  }

  private func place(ofEvent id: Int64) throws -> Int {
    let id = counting == .events ? try FoldTable(db).leader(of: id) : id
    let isDated = id >= EventNumber.firstDated
    let rank = try nearest(toBlock: EventNumber.block(of: id), border: id, isDated: isDated)
    return rank.map(place(ofRank:)) ?? (isDated ? 0 : kept.total - 1)
  }

  /// Several events of that day: the one the timeline shows first.
  private func place(of day: CalendarDay) throws -> Int {
    let block = EventNumber.block(of: day)
    let border = EventNumber.first(inBlock: order == .newestFirst ? block + 1 : block)
    return try nearest(toBlock: block, border: border, isDated: true).map(place(ofRank:)) ?? 0
  }

  /// The kept events on either side of the border, the one fewer days away; the later of two as near.
  private func nearest(toBlock block: Int64, border: Int64, isDated: Bool) throws -> Int? {
    let part = isDated ? kept.undated..<kept.total : 0..<kept.undated
    if part.isEmpty { return nil }
    let after = min(max(part.lowerBound, try kept.rank(below: border)), part.upperBound)
    let sides = try kept.ids(max(part.lowerBound, after - 1)..<min(part.upperBound, after + 1))
    guard sides.count == 2 else { return after == part.lowerBound ? after : after - 1 }
    return block - EventNumber.block(of: sides[0]) < EventNumber.block(of: sides[1]) - block
      ? after - 1 : after
  }

  private func place(ofRank rank: Int) -> Int {
    let isDated = rank >= kept.undated
    switch order {
    case .newestFirst: return isDated ? kept.total - 1 - rank : dated + kept.undated - 1 - rank
    case .oldestFirst: return isDated ? rank - kept.undated : dated + rank
    }
  }

  /// Numbers of one part, in the order of the timeline.
  private func numbers(_ places: Range<Int>) throws -> [Int64] {
    if places.isEmpty { return [] }
    let isDated = places.lowerBound < dated
    let (size, start, base) = isDated ? (dated, 0, kept.undated) : (kept.undated, dated, 0)
    let inside = (places.lowerBound - start)..<(places.upperBound - start)
    if order == .oldestFirst { return try kept.ids((base + inside.lowerBound)..<(base + inside.upperBound)) }
    return try kept.ids((base + size - inside.upperBound)..<(base + size - inside.lowerBound)).reversed()
  }

  private func read(_ ids: [Int64]) throws -> [TimelineRow] {
    let rows = try RowReader(db, counting)
    return try ids.map(rows.row)
  }
}

/// Reads all that the list shows of single events.
struct RowReader {
  private let statement: Statement
  private let signs: OwnSignReader

  init(_ db: Database, _ counting: Counting) throws {
    let reports =
      counting == .events ? "(select 1 + count(*) from event r where r.lead = event.id)" : "1"
    let sql = """
      select event.*, title, \(reports) as reports from event join article on article.id = event.article
      where event.id = ?
      """
    statement = try db.cachedStatement(sql: sql)
    signs = try OwnSignReader(db, counting)
  }

  func row(_ id: Int64) throws -> TimelineRow {
    guard let row = try StoredRow.fetchOne(statement, arguments: [id]) else {
      throw DamagedRow(what: "event \(id) without its article")
    }
    return try EventTable.timelineRow(
      row, headline: StoredText.read(row["title"]), reports: row["reports"], own: signs.signs(of: id))
  }
}
