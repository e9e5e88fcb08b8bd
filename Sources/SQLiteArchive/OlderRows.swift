import Archive
import Diplomacy
import Foundation
import GRDB

/// What archives before the tallies kept otherwise: paragraphs as rows, details as JSON, a table for each facet, the
/// words by article. Moved once, by a migration; terms, counts and words are then derived anew.
struct OlderRows {
  private let db: Database
  private let progressed: (ArchiveProgress) -> Void

  init(_ db: Database, _ progressed: @escaping (ArchiveProgress) -> Void) {
    self.db = db
    self.progressed = progressed
  }

  func move() throws {
    try moveTexts()
    try moveDetails(from: "event_detail", "json", by: "insert into detail(packed, id) values (?, ?)")
    try moveDetails(from: "coded_event", "packed", by: "update coded_event set packed = ? where id = ?")
    try db.execute(
      sql: """
        drop table paragraph; drop table event_detail; drop table event_country; drop table event_dyad;
        drop table event_person; drop index event_kind; drop index event_level; drop index event_leading_kind;
        drop index event_leading_level; drop table if exists search;
        """)
  }

  private func moveTexts() throws {
    let all = try Int.fetchOne(db, sql: "select count(*) from article") ?? 0
    let ledger = Ledger(db)
    var done = 0
    for id in try Int64.fetchAll(db, sql: "select id from article order by id") {
      let sql = "select part, text from paragraph where article = ? order by position"
      let paragraphs = try StoredRow.fetchAll(db.cachedStatement(sql: sql), arguments: [id]).map { row in
        guard let part = Article.Part(rawValue: row["part"]) else {
          throw DamagedRow(what: "article \(id) with an unknown part")
        }
        return Article.Paragraph(part: part, text: StoredText.read(row["text"]))
      }
      try ArticleTable(db).write(paragraphs, of: ArticleID(id), ledger)
      done += 1
      if done % 500 == 0 { progressed(ArchiveProgress("reports", done: done, all: all)) }
    }
  }

  private func moveDetails(from table: String, _ column: String, by sql: String) throws {
    let ledger = Ledger(db)
    for id in try Int64.fetchAll(db, sql: "select id from \(table) order by id") {
      let json = try String.fetchOne(
        db.cachedStatement(sql: "select \(column) from \(table) where id = ?"), arguments: [id])
      let write = try ledger.statement(sql)
      write.bind(1, try EventDetail(json: json ?? "", of: id).packed(ledger.packer))
      write.bind(2, id)
      try write.run()
    }
  }
}
