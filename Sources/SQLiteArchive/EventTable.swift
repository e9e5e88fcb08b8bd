import Diplomacy
import Foundation
import GRDB
import Text

/// Events, their details, and the tables by which a filter finds them.
struct EventTable {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func add(_ event: Event, article: ArticleID) throws {
    let id = try nextNumber(block: EventNumber.block(of: event.date))
    let sql = """
      insert into event(id, article, date, end, kind, subkind, status, level, first, second)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    try db.cachedStatement(sql: sql).execute(arguments: [
      id, article.number, event.date?.iso, event.end?.iso, event.kind.rawValue, event.subkind?.rawValue,
      event.status.rawValue, event.level.rawValue, event.parties.first.code, event.parties.second.code,
    ])
    let json = String(decoding: try JSONEncoder().encode(EventDetail(event)), as: UTF8.self)
    try db.cachedStatement(sql: "insert into event_detail(id, json) values (?, ?)").execute(arguments: [
      id, json,
    ])
    try addKeys(event, id)
  }

  private func addKeys(_ event: Event, _ id: Int64) throws {
    let country = try db.cachedStatement(
      sql: "insert or ignore into event_country(country, party, id) values (?, ?, ?)")
    for party in event.parties.both { try country.execute(arguments: [party.code, 1, id]) }
    for named in event.mentionedCountries where !event.parties.contains(named) {
      try country.execute(arguments: [named.code, 0, id])
    }
    try db.cachedStatement(sql: "insert into event_dyad(dyad, id) values (?, ?)")
      .execute(arguments: [event.parties.dyad.code, id])
    let person = try db.cachedStatement(
      sql: "insert or ignore into event_person(name, id, country) values (?, ?, ?)")
    for one in event.people {
      try person.execute(arguments: [StoredText.write(normalized(one.name)), id, one.country.code])
    }
  }

  private func nextNumber(block: Int64) throws -> Int64 {
    let first = EventNumber.first(inBlock: block)
    let last = try Int64.fetchOne(
      db.cachedStatement(sql: "select max(id) from event where id >= ? and id < ?"),
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
    guard let detail = try? JSONDecoder().decode(EventDetail.self, from: Data((row["json"] as String).utf8))
    else {
      throw DamagedRow(what: "the details of event \(id.number)")
    }
    return (core.article, detail.event(core))
  }

  /// Reads the columns of `event`.
  static func timelineRow(_ row: StoredRow, headline: String) throws -> TimelineRow {
    let id: Int64 = row["id"]
    guard let kind = EventKind(rawValue: row["kind"]), let status = EventStatus(rawValue: row["status"]),
      let level = ProtocolLevel(rawValue: row["level"]), let first = Country(row["first"] as String),
      let second = Country(row["second"] as String), let parties = Parties(first, second)
    else { throw DamagedRow(what: "event \(id)") }
    return TimelineRow(
      id: EventID(id), article: ArticleID(row["article"]), date: try StoredDate.read(row["date"]),
      end: try StoredDate.read(row["end"]), kind: kind,
      subkind: (row["subkind"] as String?).flatMap(Subkind.init(rawValue:)), status: status, level: level,
      parties: parties, headline: headline)
  }

  /// Undated events are nobody's neighbours: nothing says what they come before.
  func neighbour(of id: EventID, later: Bool) throws -> EventID? {
    guard id.number >= EventNumber.firstDated else { return nil }
    let sides = try StoredRow.fetchOne(
      db, sql: "select first, second from event where id = ?", arguments: [id.number])
    guard let sides, let first = Country(sides["first"] as String),
      let second = Country(sides["second"] as String),
      let dyad = Dyad(first, second)
    else { return nil }
    let sql =
      later
      ? "select min(id) from event_dyad where dyad = ? and id > ? and id >= ?"
      : "select max(id) from event_dyad where dyad = ? and id < ? and id >= ?"
    return try Int64.fetchOne(db, sql: sql, arguments: [dyad.code, id.number, EventNumber.firstDated])
      .map { EventID($0) }
  }
}
