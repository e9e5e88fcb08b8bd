import Archive
import Diplomacy
import Foundation
import GRDB
import Text

/// Compares all that an archive keeps twice. Reads one committed state and writes nothing but a passing index.
struct Verification {
  private let db: Database
  private let progressed: (ArchiveProgress) -> Void

  init(_ db: Database, _ progressed: @escaping (ArchiveProgress) -> Void) {
    self.db = db
    self.progressed = progressed
  }

  /// One sentence per finding; none when all is well.
  func findings() throws -> [String] {
    try db.execute(sql: "begin")
    defer { try? db.execute(sql: "rollback") }
    let found = try String.fetchAll(db, sql: "pragma integrity_check(20)").filter { $0 != "ok" }
    if !found.isEmpty { return found.map { "The file is damaged: \($0)." } }
    let wrong = try rows()
    // What is derived can only be compared with rows that are sound.
    return try wrong.isEmpty ? words() + terms() + PublicationTables.findings(db) : wrong
  }

  private func rows() throws -> [String] {
    let questions = [
      ("select count(*) from event where article not in (select id from article)", "without an article"),
      ("select count(*) from event where id not in (select id from detail)", "without details"),
      (
        "select count(*) from event e where lead is not null and not exists(select 1 from event l where l.id = e.lead and l.lead is null)",
        "led by no event"
      ),
    ]
    var findings = try questions.compactMap { sql, what in
      let count = try Int.fetchOne(db, sql: sql) ?? 0
      return count == 0 ? nil : "\(count) events are \(what)."
    }
    for id in try Int64.fetchAll(db, sql: "select id from article") {
      let hash = try Int64.fetchOne(
        db.cachedStatement(sql: "select hash from article where id = ?"), arguments: [id])
      let article = try? ArticleTable(db).article(ArticleID(id))
      if article.map({ ArticleTable.hash($0) }) != hash {
        findings.append("The text of article \(id) is not the one that was stored.")
      }
    }
    return findings
  }

  // MARK: index

  /// Indexes the text once more and compares, word by word, in how many events each stands and how often.
  private func words() throws -> [String] {
    try SearchTable(db).create("temp.again")
    defer {
      for table in ["again_words", "search_words", "again"] {
        try? db.execute(sql: "drop table if exists temp.\(table)")
      }
    }
    let insert = try BulkStatement(db, "insert into temp.again(rowid, text) values (?, ?)")
    let all = try Int.fetchOne(db, sql: "select count(*) from event") ?? 0
    try SearchTable(db).forEachEvent { id, words, done in
      insert.bind(1, id)
      insert.bind(2, words)
      try insert.run()
      if done % 500 == 0 { progressed(ArchiveProgress("words", done: done, all: all)) }
    }
    try db.execute(
      sql: """
        create virtual table temp.again_words using fts5vocab(temp, again, row);
        create virtual table temp.search_words using fts5vocab(main, search, row);
        """)
    let wrong = try String.fetchAll(
      db,
      sql: """
        select term from (
          select term, doc, cnt, 1 as side from temp.again_words
          union all select term, doc, cnt, 2 from temp.search_words)
        group by term, doc, cnt having count(*) = 1 order by term limit 5
        """)
    let documents =
      try Int.fetchOne(
        db, sql: "select count(*) from search_docsize where id not in (select id from event)") ?? 0
    var findings = Set(wrong).sorted().map { "The index has “\(visible($0))” otherwise than the text." }
    if documents > 0 { findings.append("The index has the words of \(documents) events that are not here.") }
    return findings
  }

  // MARK: counts

  /// Works out anew where every term stands and how often, year by year.
  private func terms() throws -> [String] {
    let expected = ExpectedTerms(db)
    let all = try Int.fetchOne(db, sql: "select count(*) from event") ?? 0
    try expected.read { done in
      if done % 5000 == 0 { progressed(ArchiveProgress("counts", done: done, all: all)) }
    }
    return try expected.findings()
  }
}
