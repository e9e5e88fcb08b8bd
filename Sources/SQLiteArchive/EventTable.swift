import Diplomacy
import GRDB

/// Events, their details, and the tables by which a filter finds them.
struct EventTable {
  private let db: Database

  init(_ db: Database) { self.db = db }

  @discardableResult func add(_ event: Event, article: ArticleID) throws -> Int64 {
    let id = try nextNumber(block: EventNumber.block(of: event.date))
    try insert(event, id: id, article: article)
    return id
  }

  func insert(_ event: Event, id: Int64, article: ArticleID) throws {
    let sql = """
      insert into event(id, article, date, end, kind, subkind, status, level, first, second)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    try db.cachedStatement(sql: sql).execute(arguments: [
      id, article.number, event.date?.iso, event.end?.iso, event.kind.rawValue, event.subkind?.rawValue,
      event.status.rawValue, event.level.rawValue, event.parties.first.code, event.parties.second.code,
    ])
    try db.cachedStatement(sql: "insert into event_detail(id, json) values (?, ?)").execute(arguments: [
      id, try EventDetail(event).json,
    ])
    try EventKeys(event).add(to: id, .own, db)
  }

  /// Takes the event away with all by which it is found.
  func remove(_ event: Event, id: Int64) throws {
    try EventKeys(event).remove(from: id, .own, db)
    for table in ["event", "event_detail"] {
      try db.cachedStatement(sql: "delete from \(table) where id = ?").execute(arguments: [id])
    }
  }

  /// A number after all of that day; the numbers of corrected events stay theirs.
  func nextNumber(block: Int64) throws -> Int64 {
    let first = EventNumber.first(inBlock: block)
    let last = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          select max(last) from (
            select max(id) as last from event where id >= ?1 and id < ?2
            union all select max(id) from coded_event where id >= ?1 and id < ?2)
          """),
      arguments: [first, first + EventNumber.perDay])
    let next = (last ?? first - 1) + 1
    guard next < first + EventNumber.perDay else {
      throw DatabaseError(message: "there are more than a million events on one day")
    }
    return next
  }

  func event(_ id: EventID) throws -> (ArticleID, Event)? {
    let sql = "select event.*, json from event join event_detail using(id) where id = ?"
    guard let row = try StoredRow.fetchOne(db, sql: sql, arguments: [id.number]) else { return nil }
    let core = try EventTable.timelineRow(row, headline: "")
    return (core.article, try EventDetail(json: row["json"], of: id.number).event(core))
  }

  /// Reads the columns of `event`.
  static func timelineRow(_ row: StoredRow, headline: String, reports: Int = 1) throws -> TimelineRow {
    let id: Int64 = row["id"]
    guard let kind = EventKind(rawValue: row["kind"]), let status = EventStatus(rawValue: row["status"]),
      let level = ProtocolLevel(rawValue: row["level"]), let first = Country(row["first"] as String),
      let second = Country(row["second"] as String), let parties = Parties(first, second)
    else { throw DamagedRow(what: "event \(id)") }
    return TimelineRow(
      id: EventID(id), article: ArticleID(row["article"]), date: try StoredDate.read(row["date"]),
      end: try StoredDate.read(row["end"]), kind: kind,
      subkind: (row["subkind"] as String?).flatMap(Subkind.init(rawValue:)), status: status, level: level,
      parties: parties, headline: headline, reports: reports)
  }

  /// Undated events are nobody's neighbours: nothing says what they come before.
  func neighbour(of id: EventID, later: Bool, _ counting: Counting) throws -> EventID? {
    guard id.number >= EventNumber.firstDated else { return nil }
    let start = counting == .events ? try FoldTable(db).leader(of: id.number) : id.number
    let sides = try StoredRow.fetchOne(
      db, sql: "select first, second from event where id = ?", arguments: [start])
    guard let sides, let first = Country(sides["first"] as String),
      let second = Country(sides["second"] as String),
      let dyad = Dyad(first, second)
    else { return nil }
    let sql =
      later
      ? "select min(id) from event_dyad where dyad = ? and id > ? and id >= ?"
      : "select max(id) from event_dyad where dyad = ? and id < ? and id >= ?"
    return try Int64.fetchOne(
      db, sql: sql + " and " + KeyRole.condition(counting, ""),
      arguments: [dyad.code, start, EventNumber.firstDated]
    )
    .map { EventID($0) }
  }
}
