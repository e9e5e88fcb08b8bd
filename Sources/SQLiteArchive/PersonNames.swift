import GRDB
import Text

/// The folded words of the names of people, under the number of the person's term: `term` grows with the archive, and is
/// not read through for a name.
struct PersonNames {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// With all people that are there.
  func create() throws {
    try db.execute(
      sql: """
        create virtual table person_name using fts5(
          words, content='', detail=full, tokenize="unicode61 remove_diacritics 0");
        """)
    let ledger = Ledger(db)
    let people = try BulkStatement(db, "select id, value from term where facet = 'person' order by id")
    try people.eachRow { try add($0.text(at: 1), $0.number(at: 0), ledger) }
  }

  func add(_ name: String, _ term: Int64, _ ledger: Ledger) throws {
    let insert = try ledger.statement("insert into person_name(rowid, words) values (?, ?)")
    insert.bind(1, term)
    insert.bind(2, SearchPhrase(name)?.foldedWords.joined(separator: " ") ?? "")
    try insert.run()
  }

  func clear() throws { try db.execute(sql: "insert into person_name(person_name) values ('delete-all')") }
}
