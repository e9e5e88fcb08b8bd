import Diplomacy
import GRDB

/// What the reader thinks has become of promises: rows of `own_promise`, below the entry of their event in `own`. What
/// has no row is open.
struct JudgedPromises {
  private let db: Database

  init(_ db: Database) { self.db = db }

  static func register(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("what became of promises") { db in
      try db.execute(
        sql: """
          create table own_promise(
            entry integer not null, words text not null, nth integer not null, status text not null,
            primary key(entry, words, nth)) without rowid;
          """)
    }
  }

  var isEmpty: Bool {
    get throws { try Int.fetchOne(db.cachedStatement(sql: "select 1 from own_promise limit 1")) == nil }
  }

  // MARK: one entry

  func all(of entry: Int64) throws -> [PromiseKey: PromiseStatus] {
    try read("select words, nth, status from own_promise where entry = ?", entry)
  }

  func all(at report: Int64) throws -> [PromiseKey: PromiseStatus] {
    let sql =
      "select words, own_promise.nth, status from own join own_promise on entry = own.id where now = ?"
    return try read(sql, report)
  }

  private func read(_ sql: String, _ number: Int64) throws -> [PromiseKey: PromiseStatus] {
    let rows = try StoredRow.fetchAll(db.cachedStatement(sql: sql), arguments: [number])
    return try rows.reduce(into: [:]) { judged, row in
      guard let status = PromiseStatus(rawValue: row["status"]) else {
        throw DamagedRow(what: "what became of a promise")
      }
      judged[PromiseKey(text: StoredText.read(row["words"]), nth: row["nth"])] = status
    }
  }

  func write(_ status: PromiseStatus, _ key: PromiseKey, of entry: Int64) throws {
    let words = StoredText.write(key.text)
    try db.cachedStatement(sql: "delete from own_promise where entry = ? and words = ? and nth = ?")
      .execute(arguments: [entry, words, key.nth])
    if status == .open { return }
    try db.cachedStatement(sql: "insert into own_promise(entry, words, nth, status) values (?, ?, ?, ?)")
      .execute(arguments: [entry, words, key.nth, status.rawValue])
  }

  // MARK: by status

  /// The events, or reports, with a promise of that status, ascending.
  func numbers(_ status: PromiseStatus, _ postings: Postings) throws -> [Int64] {
    let column = postings.counting == .events ? "coalesce(lead, event.id)" : "event.id"
    let details = try EventDetails(postings)
    let judged = try Int64.fetchAll(
      db,
      sql: """
        select distinct \(column) as number from own_promise join own on own.id = entry
        join event on event.id = now order by number
        """)
    let having = try judged.filter { try details.promises($0).contains { $0.status == status } }
    guard status == .open else { return having }
    let none = Set(judged).subtracting(having)
    guard let term = try postings.number(of: .promise) else { return [] }
    return try postings.stream(term, ClassChoice(.everything, postings.classes))
      .ids(in: 0..<EventNumber.afterAll).filter { !none.contains($0) }
  }
}
