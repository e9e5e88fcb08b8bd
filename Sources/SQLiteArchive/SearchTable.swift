import Diplomacy
import GRDB
import Text

/// The words of each article, folded by `Text.fold`; the text itself is in `paragraph`.
struct SearchTable {
  /// Between paragraphs, so that no phrase runs over their border: a word of the index that nobody can type.
  private static let border = " \u{E000} "

  private let db: Database

  init(_ db: Database) { self.db = db }

  func create() throws {
    try db.execute(
      sql: """
        create virtual table search using fts5(text, content='', tokenize="unicode61 remove_diacritics 0");
        insert into search(search, rank) values ('hashsize', 16777216);
        """)
  }

  func add(_ article: ArticleID, _ title: String, _ paragraphs: [String]) throws {
    var texts = paragraphs
    if !paragraphs.contains(title) { texts.insert(title, at: 0) }
    let words = texts.joined(separator: SearchTable.border)
    // A NUL would end the text early.
    let folded = fold(String(words.map { $0 == "\0" ? " " : $0 }))
    try db.cachedStatement(sql: "insert into search(rowid, text) values (?, ?)")
      .execute(arguments: [article.number, folded])
  }

  /// Indexes all articles again when any was folded by another version of `Text.fold`.
  static func refresh(_ database: any DatabaseWriter) throws {
    let stale = "select exists(select 1 from article where fold <> ?)"
    guard try database.read({ db in try Bool.fetchOne(db, sql: stale, arguments: [foldVersion]) }) == true
    else { return }
    try database.write { db in try SearchTable(db).rebuild() }
  }

  private func rebuild() throws {
    try db.execute(sql: "drop table search")
    try create()
    let rows = try StoredRow.fetchCursor(db, sql: "select id, title from article order by id")
    while let row = try rows.next() {
      let id = ArticleID(row["id"])
      try add(id, StoredText.read(row["title"]), try ArticleTable(db).paragraphs(id).map(\.text))
    }
    try db.execute(sql: "update article set fold = ?", arguments: [foldVersion])
  }

  /// The phrase as the index is asked for it: quoted words only, so nothing typed is ever taken for syntax.
  static func expression(_ phrase: SearchPhrase) -> String {
    let words = phrase.foldedWords.map { $0.split(separator: "\"").joined() }
    return "\"" + words.joined(separator: " ") + "\" *"
  }
}
