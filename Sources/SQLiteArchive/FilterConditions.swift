import Diplomacy
import GRDB
import Text

/// A piece of SQL and the values of its question marks, in order.
struct SQLFragment {
  let sql: String
  let arguments: [any DatabaseValueConvertible]

  init(_ sql: String, _ arguments: [any DatabaseValueConvertible] = []) {
    self.sql = sql
    self.arguments = arguments
  }

  init(anyOf fragments: [SQLFragment]) { self.init(fragments, joined: " or ") }
  init(allOf fragments: [SQLFragment]) { self.init(fragments, joined: " and ") }

  private init(_ fragments: [SQLFragment], joined: String) {
    self.init("(" + fragments.map(\.sql).joined(separator: joined) + ")", fragments.flatMap(\.arguments))
  }
}

/// What a filter asks of the event `d` beyond its facets' tables: host, topics and traits.
struct DetailConditions {
  private(set) var fragments: [SQLFragment] = []

  init(_ filter: Filter) {
    for excludes in [false, true] {
      let values: [Filter.Value] = excludes ? filter.excluded { $0 } : filter.kept { $0 }
      func negated(_ fragment: SQLFragment) -> SQLFragment {
        excludes ? SQLFragment("not " + fragment.sql, fragment.arguments) : fragment
      }
      let hosts = values.compactMap { if case .host(let it) = $0 { it.code } else { nil } }
      if !hosts.isEmpty {
        let condition = "json_extract(x.json, '$.host') in (\(marks(hosts.count)))"
        fragments.append(
          negated(
            SQLFragment("exists(select 1 from event_detail x where x.id = d.id and \(condition))", hosts)))
      }
      let topics = values.compactMap { if case .topic(let it) = $0 { it.rawValue } else { nil } }
      if !topics.isEmpty {
        let from = "event_detail x, json_each(x.json, '$.topics') t"
        fragments.append(
          negated(
            SQLFragment(
              "exists(select 1 from \(from) where x.id = d.id and t.value in (\(marks(topics.count))))",
              topics)))
      }
      let traits = values.compactMap {
        if case .trait(let it) = $0 { DetailConditions.trait(it) } else { nil }
      }
      if !traits.isEmpty { fragments.append(negated(SQLFragment(anyOf: traits.map { SQLFragment($0) }))) }
    }
  }

  private static func trait(_ trait: Filter.Trait) -> String {
    let own = "x.id = d.id"
    return switch trait {
    case .undated: "(d.id < \(EventNumber.firstDated))"
    case .severalDays: "exists(select 1 from event x where \(own) and x.end is not null)"
    case .thirdCountry:
      "exists(select 1 from event_detail x join event y on y.id = x.id where \(own) "
        + "and json_extract(x.json, '$.host') not in (y.first, y.second))"
    case .commitments:
      "exists(select 1 from event_detail x where \(own) and json_array_length(x.json, '$.commitments') > 0)"
    case .severalReports:
      "exists(select 1 from event x where x.lead = d.id or (\(own) and x.lead is not null))"
    case .corrected:
      "exists(select 1 from coded_event c join event x on x.id = c.now where \(own) or x.lead = d.id)"
    }
  }
}

/// What a filter asks of a report: conditions on `x`, the event as that report tells it.
struct ReportConditions {
  let verified: VerifiedHits
  let db: Database

  /// All of them must hold of one report; sources, languages and days of publication are alternatives.
  func kept(_ values: [Filter.Value]) throws -> [SQLFragment] {
    let words = try values.compactMap(words)
    let others = [
      try values.compactMap(source), values.compactMap(language), values.compactMap(published),
    ].filter { !$0.isEmpty }
    return words + others.map { SQLFragment(anyOf: $0) }
  }

  func each(_ values: [Filter.Value]) throws -> [SQLFragment] {
    try values.compactMap { value in
      try words(value) ?? source(value) ?? language(value) ?? published(value)
    }
  }

  private func words(_ value: Filter.Value) throws -> SQLFragment? {
    guard case .words(let typed) = value, let phrase = SearchPhrase(typed) else { return nil }
    if phrase.hasMarks { return within(try verified.articles(phrase, db)) }
    return SQLFragment(
      "x.article in (select rowid from search where search match ?)", [SearchTable.expression(phrase)])
  }

  private func source(_ value: Filter.Value) throws -> SQLFragment? {
    guard case .source(let typed) = value, let phrase = SearchPhrase(typed) else { return nil }
    let rows = try StoredRow.fetchCursor(db, sql: "select id, source from article")
    var found: [Int64] = []
    while let row = try rows.next() {
      if !phrase.matches(in: StoredText.read(row["source"])).isEmpty { found.append(row["id"]) }
    }
    return within(found)
  }

  private func within(_ articles: [Int64]) -> SQLFragment {
    SQLFragment(
      "x.article in (select value from json_each(?))",
      ["[" + articles.map(String.init).joined(separator: ",") + "]"])
  }

  private func language(_ value: Filter.Value) -> SQLFragment? {
    guard case .language(let language) = value else { return nil }
    return article("a.language = ?", [language.rawValue])
  }

  /// A month or year is compared by its first day.
  private func published(_ value: Filter.Value) -> SQLFragment? {
    guard case .published(let span) = value else { return nil }
    let ends = [span.from, span.to].map { $0.map { PartialDate($0).iso } }
    return article(
      "substr(a.published || '-01-01', 1, 10) between ? and ?", [ends[0] ?? "0001", ends[1] ?? "9999-12-31"])
  }

  private func article(_ condition: String, _ arguments: [any DatabaseValueConvertible]) -> SQLFragment {
    SQLFragment("exists(select 1 from article a where a.id = x.article and \(condition))", arguments)
  }
}

/// The names of people as the archive has them.
struct PersonNames {
  private let db: Database
  init(_ db: Database) { self.db = db }

  /// Names that have the words of one of those asked for, whole and in a row.
  func names(called typed: [String]) throws -> [DatabaseValue] {
    let phrases = typed.compactMap { SearchPhrase($0, isWhole: true) }
    // From name to name by the key of the table, so that each is read once however often it stands there.
    let sql = """
      with recursive known(name) as (
        select min(name) from event_person
        union all
        select (select min(p.name) from event_person p where p.name > known.name) from known
        where known.name is not null)
      select name from known where name is not null
      """
    return try DatabaseValue.fetchAll(db, sql: sql).filter { value in
      let name = StoredText.read(value)
      return phrases.contains { !$0.matches(in: name).isEmpty }
    }
  }
}
