import Archive
import Diplomacy
import GRDB

// What the archive keeps for the reader: see `OwnTable`.
extension DiskArchive {
  package func keep(_ wishes: [OwnWish], at target: OwnTarget) throws(ArchiveProblem) -> [OwnChange] {
    try file.guarding {
      try writing { ledger in
        let db = ledger.db
        let (ids, counting) = try self.ids(target, db)
        guard ids.count <= OwnTable.most else { throw ArchiveProblem.tooMany(ids.count, most: OwnTable.most) }
        return try wishes.flatMap { try OwnTable(db).keep($0, at: ids, counting, ledger) }
      }
    }
  }

  package func put(_ changes: [OwnChange]) throws(ArchiveProblem) {
    try file.guarding {
      try writing { ledger in for change in changes { try OwnTable(ledger.db).put(change, ledger) } }
    }
  }

  package func marked(_ counting: Counting, limit: Int) throws(ArchiveProblem) -> [TimelineRow] {
    try file.guarding {
      try database.read { db in
        let ids = try OwnTable(db).marked(counting, limit: limit)
        return try WindowQuery.read(ids, Filter.everything.counting(counting), db)
      }
    }
  }

  package func nextUnread(
    _ filter: Filter, _ order: TimelineOrder, after: EventID?
  ) throws(ArchiveProblem) -> EventID? {
    var unread = filter
    unread.add(Filter.Clause(.either([[Filter.Clause(.trait(.unread))]])))
    return try reading(unread) { _, kept in try NextOf(kept, order).number(after: after?.number) }
      .map { EventID($0) }
  }

  package func ownWork() throws(ArchiveProblem) -> [OwnEntry] {
    try file.guarding { try database.read { db in try OwnExchange(db).all() } }
  }

  package func take(_ entries: [OwnEntry]) throws(ArchiveProblem) -> Int {
    try file.guarding {
      try writing { ledger in try OwnExchange(ledger.db).take(entries, ledger) }
    }
  }

  private func ids(_ target: OwnTarget, _ db: Database) throws -> ([Int64], Counting) {
    switch target {
    case .events(let ids, let counting):
      // What is gone by now is left alone.
      return (try ids.map(\.number).filter { try EventTable(db).event(EventID($0)) != nil }, counting)
    case .marked(let counting): return (try OwnTable(db).marked(counting, limit: .max), counting)
    case .filter(let filter):
      let kept = try Kept(db, lists).events(filter)
      guard kept.total <= OwnTable.most else {
        throw ArchiveProblem.tooMany(kept.total, most: OwnTable.most)
      }
      return (try kept.ids(0..<kept.total), filter.counting)
    case .range(let one, let other, let filter): return (try stretch(one, other, filter, db), filter.counting)
    }
  }

  /// From one row to another, as they stand by the clock of the filter.
  private func stretch(
    _ one: EventID, _ other: EventID, _ filter: Filter, _ db: Database
  ) throws -> [Int64] {
    let kept: any KeptEvents =
      filter.clock == .event
      ? try Kept(db, lists).events(filter) : try Kept(db, lists).byPublication(filter, published)
    let places = PlaceByClock(db, filter.clock)
    let ends = try [one, other].map { try places.number(of: $0.number) }
    let (low, high) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    let ranks = try kept.rank(below: low)..<kept.rank(below: high + 1)
    guard ranks.count <= OwnTable.most else {
      throw ArchiveProblem.tooMany(ranks.count, most: OwnTable.most)
    }
    return try kept.ids(ranks).map { try places.event(at: $0) }
  }
}

/// The numbers by which events stand in the order of a clock.
private struct PlaceByClock {
  private let db: Database
  private let clock: TimelineClock

  init(_ db: Database, _ clock: TimelineClock) {
    self.db = db
    self.clock = clock
  }

  func number(of event: Int64) throws -> Int64 {
    try clock == .event ? event : found("select number from publication where event = ?", event)
  }

  func event(at number: Int64) throws -> Int64 {
    try clock == .event ? number : found("select event from publication where number = ?", number)
  }

  private func found(_ sql: String, _ number: Int64) throws -> Int64 {
    let found = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [number])
    guard let found else { throw DamagedRow(what: "the order of publication") }
    return found
  }
}

/// The kept event behind another in the order of the timeline, and from the start again.
private struct NextOf {
  private let kept: any KeptEvents
  private let order: TimelineOrder

  init(_ kept: any KeptEvents, _ order: TimelineOrder) {
    self.kept = kept
    self.order = order
  }

  /// Dated events come first in either order, undated ones last.
  func number(after id: Int64?) throws -> Int64? {
    let (undated, dated) = (0..<kept.undated, kept.undated..<kept.total)
    var parts = [dated, undated]
    if let id {
      let (below, above) = (try kept.rank(below: id), try kept.rank(below: id + 1))
      func rest(_ part: Range<Int>) -> Range<Int> {
        order == .newestFirst ? part.clamped(to: 0..<below) : part.clamped(to: above..<max(above, kept.total))
      }
      let isDated = id >= EventNumber.firstDated
      parts = isDated ? [rest(dated), undated, dated] : [rest(undated), dated, undated]
    }
    guard let part = parts.first(where: { !$0.isEmpty }) else { return nil }
    let rank = order == .newestFirst ? part.upperBound - 1 : part.lowerBound
    return try kept.ids(rank..<rank + 1).first
  }
}
