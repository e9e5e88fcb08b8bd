import Diplomacy
import GRDB

/// Reads a stretch of the filtered timeline. It has two parts in either order: dated events, then undated ones.
struct WindowQuery {
  private let db: Database
  private let filter: Filter
  private let kept: any KeptEvents
  private let order: TimelineOrder
  private let dated: Int

  init(db: Database, filter: Filter, kept: any KeptEvents, order: TimelineOrder) {
    self.db = db
    self.filter = filter
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
    case .day(let day): try place(from: day, to: day)
    case .span(let first, let last): try place(from: first, to: last)
    case .group: 0
    }
  }

  private func place(ofEvent id: Int64) throws -> Int {
    let id = try number(of: filter.counting == .events ? FoldTable(db).leader(of: id) : id)
    let isDated = id >= EventNumber.firstDated
    let rank = try nearest(toBlock: EventNumber.block(of: id), border: id, isDated: isDated)
    return rank.map(place(ofRank:)) ?? (isDated ? 0 : kept.total - 1)
  }

  /// Of several events in those days the one the timeline shows first; where there is none, the nearest to their end
  /// that is shown first.
  private func place(from first: CalendarDay, to last: CalendarDay) throws -> Int {
    let isNewest = order == .newestFirst
    let block = EventNumber.block(of: isNewest ? last : first)
    let border = EventNumber.first(inBlock: isNewest ? block + 1 : block)
    let inside = EventNumber.block(of: first)...max(EventNumber.block(of: first), EventNumber.block(of: last))
    return try nearest(toBlock: block, border: border, isDated: true, inside: inside).map(place(ofRank:)) ?? 0
  }

  /// The kept events on either side of the border: one inside, else the one fewer days away; the later of two as near.
  private func nearest(
    toBlock block: Int64, border: Int64, isDated: Bool, inside: ClosedRange<Int64>? = nil
  ) throws -> Int? {
    let part = isDated ? kept.undated..<kept.total : 0..<kept.undated
    if part.isEmpty { return nil }
    let after = min(max(part.lowerBound, try kept.rank(below: border)), part.upperBound)
    let sides = try kept.ids(max(part.lowerBound, after - 1)..<min(part.upperBound, after + 1))
    guard sides.count == 2 else { return after == part.lowerBound ? after : after - 1 }
    let blocks = sides.map(EventNumber.block(of:))
    if let inside, inside.contains(blocks[0]) != inside.contains(blocks[1]) {
      return inside.contains(blocks[0]) ? after - 1 : after
    }
    return block - blocks[0] < blocks[1] - block ? after - 1 : after
  }

  /// By which it stands in the order; an event that is not here stays as it is.
  private func number(of id: Int64) throws -> Int64 {
    if filter.clock == .event { return id }
    let sql = "select number from publication where event = ?"
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) ?? id
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
    let reports =
      filter.counting == .events ? "(select 1 + count(*) from event r where r.lead = event.id)" : "1"
    let sql = """
      select event.*, title, published, \(reports) as reports from event join article on article.id = event.article
      where event.id = \(filter.clock == .event ? "?" : "(select event from publication where number = ?)")
      """
    let statement = try db.cachedStatement(sql: sql)
    return try ids.map { id in
      guard let row = try StoredRow.fetchOne(statement, arguments: [id]) else {
        throw DamagedRow(what: "event \(id) without its article")
      }
      return try EventTable.timelineRow(
        row, headline: StoredText.read(row["title"]), reports: row["reports"],
        published: StoredDate.read(row["published"]))
    }
  }
}
