import Archive
import Diplomacy
import Foundation
import GRDB
import Text

/// Makes anew what is derived from articles and events: terms, counts, folds and the index of words.
struct Derivation {
  /// Raised when the terms of an event or the way they are counted change.
  static let version = 4

  private let db: Database
  private let progressed: (ArchiveProgress) -> Void

  init(_ db: Database, _ progressed: @escaping (ArchiveProgress) -> Void) {
    self.db = db
    self.progressed = progressed
  }

  /// Brings an archive up to date that was derived by other versions of the rules.
  static func refresh(_ database: any DatabaseWriter, _ progressed: @escaping (ArchiveProgress) -> Void)
    throws
  {
    func stale(_ db: Database) throws -> (Bool, Bool, Bool) {
      (
        try Upkeep(db).version(of: "terms") != version, try FoldTable.isStale(db), try SearchTable.isStale(db)
      )
    }
    guard try database.read(stale) != (false, false, false) else { return }
    try database.write { db in
      let (terms, folds, words) = try stale(db)
      let ledger = Ledger(db)
      let derivation = Derivation(db, progressed)
      if terms { try derivation.enterAll(ledger) }
      if folds || terms { try FoldTable(db).refresh(ledger) }
      if words { try derivation.index(ledger) }
      try ledger.close()
    }
  }

  private func events() throws -> Int { try Int.fetchOne(db, sql: "select count(*) from event") ?? 0 }

  /// Enters the terms of every event as if none was folded.
  private func enterAll(_ ledger: Ledger) throws {
    try db.execute(
      sql:
        """
        delete from posting; delete from tally; delete from total; update term set events = 0, reports = 0;
        update event set lead = null where lead is not null;
        """
    )
    let all = try events()
    let rows = try StoredRow.fetchCursor(
      db,
      sql: """
        select event.*, packed, language from event join detail using(id)
        join article on article.id = event.article order by event.id
        """)
    var done = 0
    while let row = try rows.next() {
      let core = try EventTable.timelineRow(row, headline: "")
      let event = try EventDetail(row.bytes("packed"), of: core.id.number).event(core)
      try ledger.enter(event, in: try ArticleTable.language(row["language"]), at: core.id.number)
      done += 1
      if done % 20_000 == 0 {
        try ledger.writePostings()
        try ledger.writeTallies()
        progressed(ArchiveProgress("events", done: done, all: all))
      }
    }
    try ledger.writePostings()
    try OwnTable(db).enterAll(ledger)
    try Upkeep(db).set("terms", Derivation.version)
  }

  private func index(_ ledger: Ledger) throws {
    let all = try events()
    try SearchTable(db).refresh(ledger) { done in
      if done % 500 == 0 { progressed(ArchiveProgress("words", done: done, all: all)) }
    }
  }

  /// Reads the events of every article again, and puts the reader's corrections upon them.
  func codeAgain(_ code: (Article) -> [Event]) throws -> Int {
    try db.execute(
      sql: """
        delete from event; delete from detail; delete from coded_event; delete from posting; delete from tally;
        delete from total; delete from term; delete from class; drop table search; update own set now = null;
        """)
    try SearchTable(db).create()
    try PersonNames(db).clear()
    let ids = try Int64.fetchAll(db, sql: "select id from article order by id")
    let batch = 500
    for start in stride(from: 0, to: ids.count, by: batch) {
      try codeBatch(ids[start..<min(ids.count, start + batch)], code)
      progressed(ArchiveProgress("reports", done: min(ids.count, start + batch), all: ids.count))
    }
    try Upkeep(db).set("terms", Derivation.version)
    try Upkeep(db).set("search", SearchTable.version)
    return try Int.fetchOne(db, sql: "select count(*) from event where lead is null") ?? 0
  }

  private func codeBatch(_ ids: ArraySlice<Int64>, _ code: (Article) -> [Event]) throws {
    let ledger = Ledger(db)
    var batch = CodedBatch(ledger)
    for id in ids {
      guard let article = try ArticleTable(db).article(ArticleID(id)) else { continue }
      batch.take(article, code(article), at: ArticleID(id), hash: ArticleTable.hash(article))
    }
    try batch.store()
    try ledger.close()
  }
}
