import Diplomacy
import GRDB
import Text

/// A filter as SQL: the numbers of the events it keeps. One facet drives (its table has the numbers in order), the
/// others are probed event by event. Within a facet values are alternatives, facets all apply, exclusions always do.
/// Days mean the first day of the event; words mean its article (any article that tells the event, where events are
/// counted); words without a letter or digit keep everything.
struct FilterQuery {
  let counting: Counting
  private var source = "event d"
  private var conditions: [String] = []
  private var sourceArguments: [any DatabaseValueConvertible] = []
  private var arguments: [any DatabaseValueConvertible] = []

  /// A facet's table, the column of its values, and what else holds of its rows.
  private struct Key {
    let table: String
    let column: String
    let extra: String
    let values: [String]
  }

  init(_ filter: Filter, _ verified: VerifiedHits, _ db: Database) throws {
    counting = filter.counting
    var keys = FilterQuery.kept(filter)
    if let driver = keys.first {
      keys.removeFirst()
      drive(by: driver)
    }
    for key in keys { probe(key, negated: false) }
    for key in FilterQuery.excluded(filter) { probe(key, negated: true) }
    addDays(filter)
    try addWords(filter, verified, db)
  }

  /// The facets with kept values, the most selective first.
  private static func kept(_ filter: Filter) -> [Key] {
    [
      Key(table: "event_person", column: "name", extra: "", values: filter.people.map { normalized($0) }),
      dyads(filter.dyads), parties(filter.countries),
      Key(
        table: "event_country", column: "country", extra: " and %.party = 0",
        values: filter.mentions.map(\.code)),
      kinds(filter.kinds), levels(filter.levels),
    ].filter { !$0.values.isEmpty }
  }

  private static func excluded(_ filter: Filter) -> [Key] {
    [
      parties(filter.excludedCountries), dyads(filter.excludedDyads), kinds(filter.excludedKinds),
      levels(filter.excludedLevels),
    ].filter { !$0.values.isEmpty }
  }

  private static func parties(_ countries: [Country]) -> Key {
    Key(table: "event_country", column: "country", extra: " and %.party = 1", values: countries.map(\.code))
  }
  private static func dyads(_ dyads: [Dyad]) -> Key {
    Key(table: "event_dyad", column: "dyad", extra: "", values: dyads.map(\.code))
  }
  private static func kinds(_ kinds: [EventKind]) -> Key {
    Key(table: "event", column: "kind", extra: "", values: kinds.map(\.rawValue))
  }
  private static func levels(_ levels: [ProtocolLevel]) -> Key {
    Key(table: "event", column: "level", extra: "", values: levels.map(\.rawValue))
  }

  private func condition(_ key: Key, _ alias: String) -> String {
    let extra = key.extra.split(separator: "%", omittingEmptySubsequences: false).joined(separator: alias)
    let counted = counted(key.table, alias)
    if key.values.count == 1 { return "\(alias).\(key.column) = ?" + extra + counted }
    let marks = Array(repeating: "?", count: key.values.count).joined(separator: ", ")
    return "\(alias).\(key.column) in (\(marks))" + extra + counted
  }

  /// What holds of the rows of a table that are counted, after `and`.
  private func counted(_ table: String, _ alias: String) -> String {
    if table != "event" { return " and " + KeyRole.condition(counting, alias + ".") }
    return counting == .events ? " and \(alias).lead is null" : ""
  }

  private mutating func drive(by key: Key) {
    if key.values.count == 1 && key.table != "event_person" {
      source = "\(key.table) d"
      conditions.append(condition(key, "d"))
      arguments += key.values
    } else {
      source = "(select distinct x.id from \(key.table) x where \(condition(key, "x"))) d"
      sourceArguments += key.values
    }
  }

  private mutating func probe(_ key: Key, negated: Bool) {
    let negation = negated ? "not " : ""
    conditions.append(
      "\(negation)exists(select 1 from \(key.table) x where \(condition(key, "x")) and x.id = d.id)")
    arguments += key.values
  }

  private mutating func addDays(_ filter: Filter) {
    var alternatives: [String] = []
    for case .days(let from, let to) in filter.clauses {
      let first = from.map { EventNumber.first(inBlock: EventNumber.block(of: $0)) } ?? EventNumber.firstDated
      let after = to.map { EventNumber.first(inBlock: EventNumber.block(of: $0) + 1) } ?? Int64.max
      alternatives.append("(d.id >= ? and d.id < ?)")
      arguments += [first, after]
    }
    if !alternatives.isEmpty { conditions.append("(" + alternatives.joined(separator: " or ") + ")") }
  }

  private mutating func addWords(_ filter: Filter, _ verified: VerifiedHits, _ db: Database) throws {
    let typed = filter.clauses.compactMap { if case .words(let words) = $0 { words } else { nil } }
    let phrases = typed.compactMap { SearchPhrase($0) }
    if phrases.isEmpty || phrases.count < typed.count { return }
    let hits: String
    if phrases.contains(where: \.hasMarks) {
      let articles = try verified.articles(phrases, db)
      hits = "select value from json_each(?)"
      arguments.append("[" + articles.map(String.init).joined(separator: ",") + "]")
    } else {
      hits = "select rowid from search where search match ?"
      arguments.append(SearchTable.expression(phrases))
    }
    if counting == .events {
      conditions.append("d.id in (select coalesce(x.lead, x.id) from event x where x.article in (\(hits)))")
    } else if readsEvents {
      conditions.append("d.article in (\(hits))")
    } else {
      conditions.append("exists(select 1 from event x where x.id = d.id and x.article in (\(hits)))")
    }
  }

  /// Whether `d` is the table of events, with all its columns.
  var readsEvents: Bool { source == "event d" }

  /// Whether every event is kept.
  var isEverything: Bool { readsEvents && conditions.isEmpty }

  /// `select <columns> from ... where ...`, the kept events under the name `d`.
  func sql(_ columns: String, and more: String = "", join: String = "") -> String {
    // Every table that drives is restricted already; only the bare table of events is not.
    let counted = source == "event d" && counting == .events ? ["d.lead is null"] : []
    let all = counted + conditions + (more.isEmpty ? [] : [more])
    return "select \(columns) from \(source) \(join)"
      + (all.isEmpty ? "" : " where " + all.joined(separator: " and "))
  }

  /// The values of `sql(...)`, those of the additional condition last.
  func values(_ more: [any DatabaseValueConvertible] = []) -> StatementArguments {
    StatementArguments(sourceArguments + arguments + more)
  }

  func count(_ db: Database, and more: String = "", _ values: [any DatabaseValueConvertible] = []) throws
    -> Int
  {
    try Int.fetchOne(db, sql: sql("count(*)", and: more), arguments: self.values(values)) ?? 0
  }
}
