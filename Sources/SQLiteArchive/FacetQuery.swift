import Diplomacy
import GRDB

/// Counts the kept events by month or by the values of a facet.
struct FacetQuery {
  let db: Database
  let query: FilterQuery

  func months() throws -> [MonthCount] {
    // Joining event to itself would look every row up twice, and out of order.
    let event = query.readsEvents ? "d" : "e"
    let sql = query.sql(
      "substr(\(event).date, 1, 7) as month, count(*) as events",
      and: "\(event).date is not null group by 1 order by 1",
      join: query.readsEvents ? "" : "join event e on e.id = d.id")
    return try StoredRow.fetchAll(db, sql: sql, arguments: query.values()).map { row in
      guard let month = try StoredDate.read(row["month"]) else { throw DamagedRow(what: "a month") }
      return MonthCount(year: month.year, month: month.month ?? 0, events: row["events"])
    }
  }

  func values(of facet: Facet, limit: Int) throws -> [FacetCount] {
    switch facet {
    case .country:
      try counts("event_country", "country", "party = 1", limit) { row in
        Country(row["value"] as String).map { .country($0) }
      }
    case .mention:
      try counts("event_country", "country", "party = 0", limit) { row in
        Country(row["value"] as String).map { .mention($0) }
      }
    case .dyad: try counts("event_dyad", "dyad", "1", limit) { row in FacetQuery.dyad(row["value"]) }
    case .kind:
      try counts("event", "kind", "1", limit) { row in EventKind(rawValue: row["value"]).map { .kind($0) } }
    case .level:
      try counts("event", "level", "1", limit) { row in
        ProtocolLevel(rawValue: row["value"]).map { .level($0) }
      }
    case .person:
      try counts("event_person", "name, country", "1", limit) { row in
        Country(row["country"] as String).map { .person(name: StoredText.read(row["value"]), country: $0) }
      }
    }
  }

  private func counts(
    _ table: String, _ columns: String, _ condition: String, _ limit: Int,
    _ value: (StoredRow) -> FacetCount.Value?
  ) throws -> [FacetCount] {
    let valueColumn = columns.split(separator: ",")[0]
    let isEvent = table == "event"
    let counted =
      isEvent ? query.counting == .events ? "lead is null" : "1" : KeyRole.condition(query.counting, "")
    let kept = query.isEverything ? "" : " and id in (\(query.sql("d.id")))"
    let sql = """
      select \(valueColumn) as value, \(columns), count(*) as events from \(table) where \(condition) and \(counted)\(kept)
      group by \(columns) order by events desc, \(columns) limit ?
      """
    return try StoredRow.fetchAll(db, sql: sql, arguments: query.values([limit])).compactMap { row in
      value(row).map { FacetCount(value: $0, events: row["events"]) }
    }
  }

  private static func dyad(_ code: String) -> FacetCount.Value? {
    let sides = code.split(separator: "-").compactMap { Country($0) }
    guard sides.count == 2, let dyad = Dyad(sides[0], sides[1]) else { return nil }
    return .dyad(dyad)
  }
}
