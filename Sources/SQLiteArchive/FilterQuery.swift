import Diplomacy
import GRDB
import Text

/// A filter as SQL: the numbers of the events it keeps. One facet drives (its table has the numbers in order), the
/// others are probed event by event. Within a facet values are alternatives, facets all apply, exclusions always do;
/// each list of an `either` is a query of its own. Days mean the first day of the event. What is asked of the report
/// (words, source, language, day of publication) must hold of one report that tells the event, where events are
/// counted; host, topics and status are those of the report that leads it. Words without a letter or digit keep
/// everything.
struct FilterQuery {
  let counting: Counting
  private var source = "event d"
  private var conditions: [String] = []
  private var sourceArguments: [any DatabaseValueConvertible] = []
  private var arguments: [any DatabaseValueConvertible] = []

  init(_ filter: Filter, _ verified: VerifiedHits, _ db: Database) throws {
    counting = filter.counting
    var keys = try FilterQuery.keys(filter.kept { $0 }, db)
    var groups = try FilterQuery.groups(filter.kept { $0 }, filter.counting, verified, db)
    if let driver = keys.first {
      keys.removeFirst()
      drive(by: driver)
    } else if !groups.isEmpty {
      let driver = groups.removeFirst()
      source = "(\(driver.sql)) d"
      sourceArguments += driver.arguments
    }
    for key in keys { probe(key, negated: false) }
    for key in try FilterQuery.keys(filter.excluded { $0 }, db) { probe(key, negated: true) }
    addDays(filter)
    add(DetailConditions(filter).fragments)
    for group in groups { add(group, "d.id in (%)") }
    for group in try FilterQuery.groups(filter.excluded { $0 }, counting, verified, db) {
      add(group, "d.id not in (%)")
    }
    try addReports(filter, verified, db)
  }

  // MARK: facets that have a table or a column of their own

  /// A facet's table, the column of its values, and what else holds of its rows.
  private struct Key {
    let table: String
    let column: String
    var extra = ""
    let values: [any DatabaseValueConvertible]
  }

  /// The facets with values, the most selective first. A facet none of whose values can be found keeps its place.
  private static func keys(_ values: [Filter.Value], _ db: Database) throws -> [Key] {
    func key(
      _ table: String, _ column: String, _ extra: String = "",
      _ pick: (Filter.Value) -> (any DatabaseValueConvertible)?
    ) -> Key? {
      let found = values.compactMap(pick)
      return found.isEmpty ? nil : Key(table: table, column: column, extra: extra, values: found)
    }
    let people = values.compactMap { if case .person(let name) = $0 { name } else { nil } }
    let names =
      try people.isEmpty
      ? nil : Key(table: "event_person", column: "name", values: PersonNames(db).names(called: people))
    return [
      key("event", "id") { if case .event(let it) = $0 { it.number } else { nil } }, names,
      key("event_dyad", "dyad") { if case .dyad(let it) = $0 { it.code } else { nil } },
      key("event_country", "country", " and %.party = 1") {
        if case .country(let it) = $0 { it.code } else { nil }
      },
      key("event_country", "country", " and %.party = 0") {
        if case .mention(let it) = $0 { it.code } else { nil }
      },
      key("event", "kind") { if case .kind(let it) = $0 { it.rawValue } else { nil } },
      key("event", "level") { if case .level(let it) = $0 { it.rawValue } else { nil } },
      key("event", "subkind") { if case .subkind(let it) = $0 { it.rawValue } else { nil } },
      key("event", "status") { if case .status(let it) = $0 { it.rawValue } else { nil } },
    ].compactMap { $0 }
  }

  private func condition(_ key: Key, _ alias: String) -> String {
    let extra = key.extra.split(separator: "%", omittingEmptySubsequences: false).joined(separator: alias)
    let counted = counted(key.table, alias)
    if key.values.count == 1 { return "\(alias).\(key.column) = ?" + extra + counted }
    return "\(alias).\(key.column) in (\(marks(key.values.count)))" + extra + counted
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

  // MARK: alternatives

  /// Each `either` as one select of numbers.
  private static func groups(
    _ values: [Filter.Value], _ counting: Counting, _ verified: VerifiedHits, _ db: Database
  ) throws -> [SQLFragment] {
    let lists = values.compactMap { if case .either(let lists) = $0 { lists } else { nil } }
    return try lists.map { lists in
      let queries = try lists.map { try FilterQuery(Filter($0).counting(counting), verified, db) }
      return SQLFragment(
        queries.map { $0.sql("d.id") }.joined(separator: " union "),
        queries.flatMap { $0.sourceArguments + $0.arguments })
    }
  }

  private mutating func add(_ fragment: SQLFragment, _ frame: String = "%") {
    conditions.append(frame.replacing("%", with: fragment.sql))
    arguments += fragment.arguments
  }

  private mutating func add(_ fragments: [SQLFragment]) { for fragment in fragments { add(fragment) } }

  // MARK: days and reports

  private mutating func addDays(_ filter: Filter) {
    func fragment(_ span: DaySpan) -> SQLFragment {
      let first = span.from.map { EventNumber.first(inBlock: EventNumber.block(of: $0)) }
      let after = span.to.map { EventNumber.first(inBlock: EventNumber.block(of: $0) + 1) }
      return SQLFragment("(d.id >= ? and d.id < ?)", [first ?? EventNumber.firstDated, after ?? Int64.max])
    }
    func days(_ value: Filter.Value) -> DaySpan? { if case .days(let span) = value { span } else { nil } }
    let kept = filter.kept(days).map(fragment)
    if !kept.isEmpty { add(SQLFragment(anyOf: kept)) }
    for span in filter.excluded(days) { add(fragment(span), "not %") }
  }

  private mutating func addReports(_ filter: Filter, _ verified: VerifiedHits, _ db: Database) throws {
    let reports = ReportConditions(verified: verified, db: db)
    let kept = try reports.kept(filter.kept { $0 })
    if !kept.isEmpty { add(SQLFragment(allOf: kept), telling(negated: false)) }
    for fragment in try reports.each(filter.excluded { $0 }) { add(fragment, telling(negated: true)) }
  }

  /// The frame of a condition on `x`, an event as one report tells it.
  private func telling(negated: Bool) -> String {
    if counting == .events {
      return "d.id \(negated ? "not " : "")in (select coalesce(x.lead, x.id) from event x where %)"
    }
    return "\(negated ? "not " : "")exists(select 1 from event x where x.id = d.id and %)"
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

/// `?, ?, ?`
func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
