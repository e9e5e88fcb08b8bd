import Diplomacy
import Foundation
import GRDB

/// Events, their details, and the tables by which a filter finds them.
struct EventTable {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Writes a new event and its terms and counts; its postings are written by the ledger, its words by `SearchTable`.
  func insert(_ event: Event, id: Int64, of article: Article, at number: ArticleID, _ ledger: Ledger) throws {
    let row = try ledger.statement(
      """
      insert into event(id, article, date, end, kind, subkind, status, level, first, second)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    row.bind(1, id)
    row.bind(2, number.number)
    let columns = [
      event.date?.iso, event.end?.iso, event.kind.rawValue, event.subkind?.rawValue, event.status.rawValue,
      event.level.rawValue, event.parties.first.code, event.parties.second.code,
    ]
    for (place, value) in columns.enumerated() { row.bind(Int32(place + 3), value) }
    try row.run()
    let detail = try ledger.statement("insert into detail(id, packed) values (?, ?)")
    detail.bind(1, id)
    detail.bind(2, EventDetail(event).packed(ledger.packer))
    try detail.run()
    try ledger.enter(event, in: article.language, at: id)
  }

  /// Takes the event away with all by which it is found.
  func remove(_ event: Event, id: Int64, of article: Article, _ ledger: Ledger) throws {
    try ledger.remove(
      terms(of: event, in: article.language, at: id), at: ledger.standing(event, at: id), .own)
    try SearchTable(db).remove(id, SearchTable.words(of: article), ledger)
    for table in ["event", "detail"] {
      try db.cachedStatement(sql: "delete from \(table) where id = ?").execute(arguments: [id])
    }
  }

  /// All by which the event is found, the reader's own work among it.
  func terms(of event: Event, in language: Article.Language, at id: Int64) throws -> Set<Term> {
    Term.of(event, in: language).union(try OwnTerms(db).all(at: id))
  }

  func event(_ id: EventID) throws -> (ArticleID, Event)? {
    let sql = "select event.*, packed from event join detail using(id) where id = ?"
    let statement = try db.cachedStatement(sql: sql)
    guard let row = try StoredRow.fetchOne(statement, arguments: [id.number]) else { return nil }
    let core = try EventTable.timelineRow(row, headline: "")
    return (core.article, try EventDetail(row.bytes("packed"), of: id.number).event(core))
  }

  /// The event and its terms.
  func terms(_ id: Int64) throws -> (Event, Set<Term>)? {
    let sql = "select language from event join article on article.id = event.article where event.id = ?"
    guard let (_, event) = try event(EventID(id)),
      let word = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
    else { return nil }
    return (event, try terms(of: event, in: ArticleTable.language(word), at: id))
  }

  /// Reads the columns of `event`.
  static func timelineRow(
    _ row: StoredRow, headline: String, reports: Int = 1, published: PartialDate? = nil, own: OwnSigns = []
  ) throws -> TimelineRow {
    let id: Int64 = row["id"]
    guard let kind = EventKind(rawValue: row["kind"]), let status = EventStatus(rawValue: row["status"]),
      let level = ProtocolLevel(rawValue: row["level"]), let first = Country(row["first"] as String),
      let second = Country(row["second"] as String), let parties = Parties(first, second)
    else { throw DamagedRow(what: "event \(id)") }
    return TimelineRow(
      id: EventID(id), article: ArticleID(row["article"]), date: try StoredDate.read(row["date"]),
      end: try StoredDate.read(row["end"]), kind: kind,
      subkind: (row["subkind"] as String?).flatMap(Subkind.init(rawValue:)), status: status, level: level,
      parties: parties, headline: headline, reports: reports, published: published, own: own)
  }

  /// Reads a row of the timeline by the places of its columns.
  static func timelineRow(_ row: BulkStatement) throws -> TimelineRow {
    let id = row.number(at: 0)
    guard let kind = EventKind(rawValue: row.text(at: 4)),
      let status = EventStatus(rawValue: row.text(at: 6)),
      let level = ProtocolLevel(rawValue: row.text(at: 7)), let first = Country(row.text(at: 8)),
      let second = Country(row.text(at: 9)), let parties = Parties(first, second)
    else { throw DamagedRow(what: "event \(id)") }
    func date(_ column: Int32) throws -> PartialDate? {
      try StoredDate.read(row.isNull(at: column) ? nil : row.text(at: column))
    }
    return TimelineRow(
      id: EventID(id), article: ArticleID(row.number(at: 1)), date: try date(2), end: try date(3), kind: kind,
      subkind: row.isNull(at: 5) ? nil : Subkind(rawValue: row.text(at: 5)), status: status, level: level,
      parties: parties, headline: row.text(at: 10), reports: Int(row.number(at: 11)),
      published: try date(12))
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
    let range = later ? (start + 1)..<Int64.max : EventNumber.firstDated..<start
    let postings = try Postings(db, counting)
    guard let term = try postings.number(of: .dyad(dyad)) else { return nil }
    let stream = try postings.stream(term, ClassChoice(.everything, postings.classes))
    return try stream.ids(in: range, descending: !later, limit: 1).first.map { EventID($0) }
  }
}
