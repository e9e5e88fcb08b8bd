import Diplomacy
import GRDB
import Text

/// What the reader made of events, kept apart from articles and coding. An entry is named by the content of the article
/// and the event as coded; `now` is the number of the event today, null while it is not here. What a list or a filter
/// asks for stands in the postings too, as terms of the event: see `OwnTerms`.
struct OwnTable {
  let db: Database

  init(_ db: Database) { self.db = db }

  static func register(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("the reader's own work") { db in try db.execute(sql: tables) }
    JudgedPromises.register(&migrator)
  }

  /// `marked` is the place in the order of marking, 0 for no mark; below 0 it is the place of a mark taken off, so that
  /// putting it back restores the order.
  private static let tables = """
    create table own(
      id integer primary key, hash integer not null, first text not null, second text not null,
      date text not null, kind text not null, nth integer not null, source text not null, published text,
      title text not null, read integer not null default 0, marked integer not null default 0,
      note text not null default '', now integer, unique(hash, first, second, date, kind, nth));
    create index own_now on own(now);
    create table own_tag(
      entry integer not null, tag text not null, primary key(entry, tag)) without rowid;
    """

  /// More in one go are refused: each is looked up by its coding.
  static let most = 20_000

  var isEmpty: Bool {
    get throws { try Int.fetchOne(db.cachedStatement(sql: "select 1 from own limit 1")) == nil }
  }

  // MARK: entries

  func entry(_ key: CodedEvent) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "select id from own where \(CorrectionTable.condition)"),
      arguments: StatementArguments(CorrectionTable.values(key)))
  }

  func entry(at id: Int64) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "select id from own where now = ?"), arguments: [id])
  }

  func number(of entry: Int64) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "select now from own where id = ?"), arguments: [entry])
  }

  /// Makes the entry of an event where there is none.
  private func made(at id: Int64) throws -> Int64 {
    if let entry = try entry(at: id) { return entry }
    guard
      let article = try Int64.fetchOne(
        db.cachedStatement(sql: "select article from event where id = ?"), arguments: [id])
    else { throw DamagedRow(what: "event \(id)") }
    let (key, _) = try CorrectionTable(db).history(of: id, article: ArticleID(article))
    return try made(key, try CorrectionTable(db).report(ArticleID(article)), now: id)
  }

  func made(_ key: CodedEvent, _ report: CorrectionTable.ReportName?, now: Int64?) throws -> Int64 {
    if let entry = try entry(key) { return entry }
    let values: [(any DatabaseValueConvertible)?] = CorrectionTable.values(key)
    try db.cachedStatement(
      sql: """
        insert into own(hash, first, second, date, kind, nth, source, published, title, now)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: StatementArguments(
        values + [
          StoredText.write(report?.source ?? ""), report?.published?.iso,
          StoredText.write(report?.title ?? ""), now,
        ]))
    return db.lastInsertedRowID
  }

  // MARK: wishes

  func keep(_ wish: OwnWish, at ids: [Int64], _ counting: Counting, _ ledger: Ledger) throws -> [OwnChange] {
    switch wish {
    case .set(let mark, let isOn):
      let entries = try ids.flatMap { id in
        try changed(mark, isOn, at: id, counting).filter { try flip($0, mark, isOn, isAnew: true, ledger) }
      }
      return entries.isEmpty ? [] : [.set(mark, isOn, entries: entries)]
    case .note(let text):
      return try ids.compactMap { id in
        let group = try reports(of: id, counting)
        let noted = try group.first { try !note(at: $0).isEmpty }
        let before = try note(at: noted ?? id)
        if before == text { return nil }
        let entry = try made(at: noted ?? id)
        try write(text, at: entry, ledger)
        return .note(entry: entry, before: before, after: text)
      }
    case .promise(let place, let status):
      return try ids.flatMap { try judge(place, status, at: $0, counting) }
    }
  }

  /// What other reports say of the same promise is given up: the judgement stands in one place.
  private func judge(
    _ place: Int, _ status: PromiseStatus, at id: Int64, _ counting: Counting
  ) throws -> [OwnChange] {
    let event = counting == .events ? try FoldTable(db).leader(of: id) : id
    let told = try EventDetails(Postings(db, counting)).told(event).all
    guard let wanted = told.first(where: { $0.promise.event.number == id && $0.promise.place == place })
    else { return [] }
    return try told.compactMap { one in
      let isWanted = one.promise.isSame(as: wanted.promise)
      let after = isWanted ? status : .open
      guard isWanted || one.isTold(by: wanted), one.promise.status != after else { return nil }
      let entry = try made(at: one.promise.event.number)
      try JudgedPromises(db).write(after, one.key, of: entry)
      return .promise(entry: entry, one.key, before: one.promise.status, after: after)
    }
  }

  /// The entries that a wish is for: reading is reading all reports that tell the event, a mark or tag is put on one of
  /// them, and what is taken off is taken off all.
  private func changed(
    _ mark: OwnMark, _ isOn: Bool, at id: Int64, _ counting: Counting
  ) throws -> [Int64] {
    let group = try reports(of: id, counting)
    guard isOn else { return try group.compactMap(entry(at:)) }
    if mark == .read { return try group.map(made(at:)) }
    let terms = OwnTerms(db)
    if try group.contains(where: { try terms.has(OwnTerms.term(mark), at: $0) }) { return [] }
    return [try made(at: id)]
  }

  /// This report first.
  func reports(of id: Int64, _ counting: Counting) throws -> [Int64] {
    guard counting == .events else { return [id] }
    return try Int64.fetchAll(
      db.cachedStatement(sql: "select id from event where id = ?1 or lead = ?1 order by id <> ?2, id"),
      arguments: [try FoldTable(db).leader(of: id), id])
  }

  func put(_ change: OwnChange, _ ledger: Ledger) throws {
    switch change {
    case .set(let mark, let isOn, let entries):
      for entry in entries { _ = try flip(entry, mark, isOn, isAnew: false, ledger) }
    case .note(let entry, _, let after): try write(after, at: entry, ledger)
    case .promise(let entry, let key, _, let after): try JudgedPromises(db).write(after, key, of: entry)
    }
  }

  /// False when it was so already. A mark put on anew stands last, one put back where it stood.
  func flip(_ entry: Int64, _ mark: OwnMark, _ isOn: Bool, isAnew: Bool, _ ledger: Ledger) throws -> Bool {
    let sql: String
    switch mark {
    case .read: sql = "update own set read = ?2 where id = ?1 and read <> ?2"
    case .marked where !isOn: sql = "update own set marked = -marked where id = ?1 and marked > ?2"
    case .marked where isAnew:
      sql =
        "update own set marked = (select coalesce(max(abs(marked)), 0) + ?2 from own) where id = ?1 and marked <= 0"
    case .marked:
      sql = """
        update own set marked = case when marked < 0 then -marked
          else (select coalesce(max(abs(marked)), 0) + ?2 from own) end where id = ?1 and marked <= 0
        """
    case .tag(let tag):
      try db.cachedStatement(
        sql: isOn
          ? "insert or ignore into own_tag(entry, tag) values (?, ?)"
          : "delete from own_tag where entry = ? and tag = ?"
      ).execute(arguments: [entry, tag])
      return try settle(entry, [.tag(tag), .own(.tagged)], ledger)
    }
    try db.cachedStatement(sql: sql).execute(arguments: [entry, isOn ? 1 : 0])
    return try settle(entry, [OwnTerms.term(mark)], ledger)
  }

  private func settle(_ entry: Int64, _ terms: [Term], _ ledger: Ledger) throws -> Bool {
    guard db.changesCount > 0 else { return false }
    guard let id = try number(of: entry) else { return true }
    for term in terms { try OwnTerms(db).settle(term, around: id, ledger) }
    return true
  }

  private func write(_ note: String, at entry: Int64, _ ledger: Ledger) throws {
    try db.cachedStatement(sql: "update own set note = ? where id = ?")
      .execute(arguments: [StoredText.write(note), entry])
    _ = try settle(entry, [.own(.noted)], ledger)
  }

  func note(at id: Int64) throws -> String {
    let note = try DatabaseValue.fetchOne(
      db.cachedStatement(sql: "select note from own where now = ?"), arguments: [id])
    return StoredText.read(note ?? .null)
  }

  // MARK: following the events

  /// Finds the events of an article again, once they have numbers.
  func attach(to article: ArticleID, _ hash: ArticleHash, _ ledger: Ledger) throws {
    let waiting = try ledger.statement("select 1 from own where hash = ? limit 1")
    waiting.bind(1, hash.number)
    guard try waiting.number() != nil else { return }
    for (key, now) in try CorrectionTable(db).names(of: article, hash) {
      if let entry = try entry(key) { try move(entry, to: now, ledger) }
    }
  }

  /// The event of that name has another number now, or is none.
  func move(_ key: CodedEvent, to id: Int64?, _ ledger: Ledger) throws {
    if let entry = try entry(key) { try move(entry, to: id, ledger) }
  }

  private func move(_ entry: Int64, to id: Int64?, _ ledger: Ledger) throws {
    try db.cachedStatement(sql: "update own set now = ? where id = ?").execute(arguments: [id, entry])
    guard let id else { return }
    let terms = OwnTerms(db)
    for term in try terms.all(at: id) { try terms.settle(term, around: id, ledger) }
  }

  /// Enters all own work anew, while every report stands alone.
  func enterAll(_ ledger: Ledger) throws {
    let terms = OwnTerms(db)
    for id in try Int64.fetchAll(db, sql: "select now from own where now is not null order by now") {
      for term in try terms.all(at: id) { try terms.settle(term, around: id, ledger) }
    }
  }

  // MARK: reading

  /// Own work on the event that this report tells.
  func work(at id: Int64) throws -> OwnWork {
    var work = OwnWork()
    if try isEmpty { return work }
    for report in try reports(of: id, .events) {
      let sql = "select id, read, marked, note from own where now = ?"
      guard let row = try StoredRow.fetchOne(db.cachedStatement(sql: sql), arguments: [report]) else {
        continue
      }
      work.isRead = work.isRead || row["read"]
      work.isMarked = work.isMarked || (row["marked"] as Int64) > 0
      if work.note.isEmpty { work.note = StoredText.read(row["note"]) }
      work.tags += try tags(of: row["id"])
    }
    work.tags = Set(work.tags).sorted()
    if try !JudgedPromises(db).isEmpty {
      let details = try EventDetails(Postings(db, .events))
      work.promises = try details.told(FoldTable(db).leader(of: id)).judged(in: id)
    }
    return work
  }

  func tags(of entry: Int64) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(sql: "select tag from own_tag where entry = ? order by tag"), arguments: [entry])
  }

  /// Numbers of the marked events in the order of marking; where events are counted, each once.
  func marked(_ counting: Counting, limit: Int) throws -> [Int64] {
    let sql = """
      select coalesce(case when ?1 then lead end, event.id) as number, min(marked) as place
      from own join event on event.id = now where marked > 0 group by number order by place limit ?2
      """
    return try StoredRow.fetchAll(db, sql: sql, arguments: [counting == .events, limit]).map { $0["number"] }
  }
}
