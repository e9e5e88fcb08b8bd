import Diplomacy
import Foundation
import GRDB

/// What the reader corrected, kept apart from articles and coding. A correction rewrites the rows of its event, so that
/// every query sees it; the event as coded is kept in `coded_event`, so that it can be given back exactly.
struct CorrectionTable {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// An event of an article as it was coded, and its number today; nil while it is no event.
  private struct Known {
    let key: CodedEvent
    let codedID: Int64
    let event: Event
    let now: Int64?
    let isKept: Bool
  }

  /// How a person finds the report again.
  struct ReportName {
    let source: String
    let published: PartialDate?
    let title: String
  }

  // MARK: correcting

  func correct(_ key: CodedEvent, _ value: FieldValue, _ ledger: Ledger) throws -> CorrectionOutcome? {
    guard let (article, known) = try find(key) else { return nil }
    let before = try changes(of: key).first { $0.field == value.field }?.now
    let coded = FieldValue(value.field, of: known.event)
    try store(key, coded, value, try report(article))
    var touched: Set<FoldGroup> = []
    let id = try rewrite(known, of: article, &touched, ledger)
    try FoldTable(db).refold(touched, ledger)
    return CorrectionOutcome(before: before ?? coded, id: id.map { EventID($0) })
  }

  func take(_ corrections: [Correction], _ ledger: Ledger) throws -> Int {
    var found = 0
    var touched: Set<FoldGroup> = []
    for correction in corrections {
      let here = try find(correction.event)
      let was = here.map { FieldValue(correction.change.field, of: $0.1.event) } ?? correction.change.was
      try store(
        correction.event, was, correction.change.now,
        ReportName(source: correction.source, published: correction.published, title: correction.title))
      guard let (article, known) = here else { continue }
      found += 1
      _ = try rewrite(known, of: article, &touched, ledger)
    }
    try FoldTable(db).refold(touched, ledger)
    return found
  }

  /// Corrects the events of an article that has just been added, as far as corrections wait for it.
  func apply(
    to article: ArticleID, _ hash: ArticleHash, _ touched: inout Set<FoldGroup>, _ ledger: Ledger
  ) throws {
    let waiting = try ledger.statement("select 1 from correction where hash = ? limit 1")
    waiting.bind(1, hash.number)
    guard try waiting.number() != nil else { return }
    try ledger.writePostings()
    for known in try events(of: article, hash) where try !changes(of: known.key).isEmpty {
      _ = try rewrite(known, of: article, &touched, ledger)
    }
  }

  private func store(
    _ key: CodedEvent, _ was: FieldValue, _ now: FieldValue, _ report: ReportName?
  ) throws {
    let condition = CorrectionTable.condition + " and field = ?"
    let values: [(any DatabaseValueConvertible)?] = CorrectionTable.values(key) + [now.field.rawValue]
    try db.execute(sql: "delete from correction where " + condition, arguments: StatementArguments(values))
    guard now != was else { return }
    try db.execute(
      sql: """
        insert into correction(hash, first, second, date, kind, nth, field, was, now, source, published, title)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: StatementArguments(
        values + [
          was.text, now.text, StoredText.write(report?.source ?? ""), report?.published?.iso,
          StoredText.write(report?.title ?? ""),
        ]))
  }

  /// Writes the rows of an event anew, as coded and then as corrected; answers its number.
  private func rewrite(
    _ known: Known, of article: ArticleID, _ touched: inout Set<FoldGroup>, _ ledger: Ledger
  ) throws -> Int64? {
    let events = EventTable(db)
    guard let text = try ArticleTable(db).article(article) else {
      throw DamagedRow(what: "event without article")
    }
    let now = try current(known)
    if let now, let (_, before) = try events.event(EventID(now)) {
      if let group = FoldGroup(before) { touched.insert(group) }
      try FoldTable(db).dissolve(now, ledger)
      try events.remove(before, id: now, of: text, ledger)
    }
    try db.execute(sql: "delete from coded_event where id = ?", arguments: [known.codedID])
    let changes = try changes(of: known.key)
    var event = known.event
    for change in changes { change.now.correct(&event) }
    var id: Int64? = known.codedID
    if !changes.isEmpty {
      id = changes.contains { $0.now == .event(false) } ? nil : try number(event, known, now, ledger)
      try keep(known, article, now: id)
    }
    guard let id else {
      try OwnTable(db).move(known.key, to: nil, ledger)
      return nil
    }
    try events.insert(event, id: id, of: text, at: article, ledger)
    try SearchTable(db).add(id, SearchTable.words(of: text), ledger)
    try ledger.writePostings()
    try OwnTable(db).move(known.key, to: id, ledger)
    if let group = FoldGroup(event) { touched.insert(group) }
    return id
  }

  /// Looked up anew: an earlier correction of the same batch may have moved it.
  private func current(_ known: Known) throws -> Int64? {
    let row = try StoredRow.fetchOne(
      db, sql: "select now from coded_event where id = ?", arguments: [known.codedID])
    return row == nil ? known.codedID : row?["now"]
  }

  /// The number as coded where the day allows, else the one it has, else the next of its day.
  private func number(_ event: Event, _ known: Known, _ now: Int64?, _ ledger: Ledger) throws -> Int64 {
    let block = EventNumber.block(of: event.date)
    for id in [known.codedID, now].compactMap(\.self) where EventNumber.block(of: id) == block { return id }
    return try ledger.nextNumber(block: block)
  }

  private func keep(_ known: Known, _ article: ArticleID, now: Int64?) throws {
    let event = known.event
    try db.execute(
      sql: """
        insert into coded_event(
          id, article, date, end, kind, subkind, status, level, first, second, packed, now)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        known.codedID, article.number, event.date?.iso, event.end?.iso, event.kind.rawValue,
        event.subkind?.rawValue, event.status.rawValue, event.level.rawValue, event.parties.first.code,
        event.parties.second.code, Data(EventDetail(event).packed(Packer())), now,
      ])
  }

  // MARK: looking up

  /// The name of an event as coded, and what was corrected of it.
  func history(of id: Int64, article: ArticleID) throws -> (CodedEvent, [FieldChange]) {
    let hash = try Int64.fetchOne(
      db.cachedStatement(sql: "select hash from article where id = ?"), arguments: [article.number])
    guard let known = try events(of: article, ArticleHash(hash ?? 0)).first(where: { $0.now == id }) else {
      throw DamagedRow(what: "event \(id) without its article")
    }
    return (known.key, try known.isKept ? changes(of: known.key) : [])
  }

  /// The events of an article by the names they are kept under, and their numbers today.
  func names(of article: ArticleID, _ hash: ArticleHash) throws -> [(key: CodedEvent, now: Int64?)] {
    try events(of: article, hash).map { ($0.key, $0.now) }
  }

  /// The number of the event today; nil where it is not here.
  func number(of key: CodedEvent) throws -> Int64? { try find(key)?.1.now }

  private func find(_ key: CodedEvent) throws -> (ArticleID, Known)? {
    let articles = try Int64.fetchAll(
      db.cachedStatement(sql: "select id from article where hash = ?"), arguments: [key.article.number])
    for article in articles.map({ ArticleID($0) }) {
      if let known = try events(of: article, key.article).first(where: { $0.key == key }) {
        return (article, known)
      }
    }
    return nil
  }

  /// The events of an article as they were coded, in that order.
  private func events(of article: ArticleID, _ hash: ArticleHash) throws -> [Known] {
    let kept = try StoredRow.fetchAll(
      db.cachedStatement(sql: "select * from coded_event where article = ?"), arguments: [article.number])
    let today = Set(kept.compactMap { $0["now"] as Int64? })
    let ids = try Int64.fetchAll(
      db.cachedStatement(sql: "select id from event where article = ?"), arguments: [article.number])
    var coded = try kept.map { row -> (Int64, Event, Int64?, Bool) in
      let core = try EventTable.timelineRow(row, headline: "")
      let event = try EventDetail(row.bytes("packed"), of: core.id.number).event(core)
      return (core.id.number, event, row["now"], true)
    }
    for id in ids where !today.contains(id) {
      guard let (_, event) = try EventTable(db).event(EventID(id)) else { continue }
      coded.append((id, event, id, false))
    }
    var seen: [CodedEvent: Int] = [:]
    return coded.sorted { $0.0 < $1.0 }.map { id, event, now, isKept in
      let first = CodedEvent(event, of: hash, nth: 0)
      let nth = seen[first, default: 0]
      seen[first] = nth + 1
      let key = CodedEvent(event, of: hash, nth: nth)
      return Known(key: key, codedID: id, event: event, now: now, isKept: isKept)
    }
  }

  private func changes(of key: CodedEvent) throws -> [FieldChange] {
    let sql = "select field, was, now from correction where \(CorrectionTable.condition) order by id"
    return try StoredRow.fetchAll(
      db.cachedStatement(sql: sql), arguments: StatementArguments(CorrectionTable.values(key))
    ).map(CorrectionTable.change)
  }

  func all() throws -> [Correction] {
    try StoredRow.fetchAll(db, sql: "select * from correction order by id").map { row in
      return Correction(
        event: try CorrectionTable.key(row), change: try CorrectionTable.change(row),
        source: StoredText.read(row["source"]),
        published: try StoredDate.read(row["published"]), title: StoredText.read(row["title"]))
    }
  }

  /// Reads the columns that name an event.
  static func key(_ row: StoredRow) throws -> CodedEvent {
    guard let parties = Parties(code: "\(row["first"] as String)-\(row["second"] as String)"),
      let kind = EventKind(rawValue: row["kind"])
    else { throw DamagedRow(what: "the name of an event") }
    let date: String = row["date"]
    return CodedEvent(
      article: ArticleHash(row["hash"]), parties: parties,
      date: try StoredDate.read(date.isEmpty ? nil : date), kind: kind, nth: row["nth"])
  }

  func report(_ article: ArticleID) throws -> ReportName? {
    let sql = "select source, published, title from article where id = ?"
    return try StoredRow.fetchOne(db, sql: sql, arguments: [article.number]).map { row in
      ReportName(
        source: StoredText.read(row["source"]), published: try StoredDate.read(row["published"]),
        title: StoredText.read(row["title"]))
    }
  }

  static let condition = "hash = ? and first = ? and second = ? and date = ? and kind = ? and nth = ?"

  static func values(_ key: CodedEvent) -> [any DatabaseValueConvertible] {
    [
      key.article.number, key.parties.first.code, key.parties.second.code, key.date?.iso ?? "",
      key.kind.rawValue, key.nth,
    ]
  }

  private static func change(_ row: StoredRow) throws -> FieldChange {
    guard let field = CorrectedField(rawValue: row["field"]), let was = FieldValue(field, text: row["was"]),
      let now = FieldValue(field, text: row["now"]), let change = FieldChange(was: was, now: now)
    else { throw DamagedRow(what: "a correction") }
    return change
  }
}
