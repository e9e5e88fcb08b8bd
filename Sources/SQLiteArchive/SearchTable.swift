import Diplomacy
import GRDB
import Text

/// The words of each event's report, folded by `Text.fold`, under the number of the event: what is found comes in the
/// order of the timeline. The text itself is in `text_piece`.
struct SearchTable {
  /// Between paragraphs, so that no phrase runs over their border: a word of the index that nobody can type.
  private static let border = " \u{E000} "

  private let db: Database

  init(_ db: Database) { self.db = db }

  func create(_ name: String = "search") throws {
    try db.execute(
      sql: """
        create virtual table \(name) using fts5(text, content='', tokenize="unicode61 remove_diacritics 0");
        """)
    try db.execute(
      sql: "insert into \(name)(\(SearchTable.unqualified(name)), rank) values ('hashsize', 16777216)")
  }

  private static func unqualified(_ name: String) -> Substring { name.split(separator: ".").last ?? "" }

  /// The text of an article as it is indexed.
  static func words(of article: Article) -> String {
    var texts = article.paragraphs.map(\.text)
    if !texts.contains(article.title) { texts.insert(article.title, at: 0) }
    let folded = fold(texts.joined(separator: border))
    // A NUL would end the text early.
    return folded.utf8.contains(0) ? String(folded.map { $0 == "\0" ? " " : $0 }) : folded
  }

  /// In ascending order of numbers this is thrice as fast as in any other.
  func add(_ id: Int64, _ words: String, _ ledger: Ledger) throws {
    let insert = try ledger.statement("insert into search(rowid, text) values (?, ?)")
    insert.bind(1, id)
    insert.bind(2, words)
    try insert.run()
  }

  /// The index cannot tell what it holds of an event: the same words take it away.
  func remove(_ id: Int64, _ words: String, _ ledger: Ledger) throws {
    let delete = try ledger.statement("insert into search(search, rowid, text) values ('delete', ?, ?)")
    delete.bind(1, id)
    delete.bind(2, words)
    try delete.run()
  }

  /// The index was made by another version of `Text.fold`.
  static func isStale(_ db: Database) throws -> Bool { try Upkeep(db).version(of: "search") != foldVersion }

  /// Indexes all events again.
  func refresh(_ ledger: Ledger, _ progressed: (Int) -> Void) throws {
    try db.execute(sql: "drop table if exists search")
    try create()
    try forEachEvent { id, words, done in
      try add(id, words, ledger)
      progressed(done)
    }
    try Upkeep(db).set("search", foldVersion)
  }

  /// Visits the words of each event in order of numbers.
  func forEachEvent(_ visit: (_ id: Int64, _ words: String, _ done: Int) throws -> Void) throws {
    let rows = try StoredRow.fetchCursor(db, sql: "select id, article from event order by id")
    var done = 0
    while let row = try rows.next() {
      guard let article = try ArticleTable(db).article(ArticleID(row["article"])) else {
        throw DamagedRow(what: "event without article")
      }
      done += 1
      try visit(row["id"], SearchTable.words(of: article), done)
    }
  }

  /// The phrase as the index is asked for it: quoted words only, so nothing typed is ever taken for syntax.
  static func expression(_ phrase: SearchPhrase) -> String {
    let words = phrase.foldedWords.map { $0.split(separator: "\"").joined() }
    if let distance = phrase.distance {
      return "NEAR(" + words.map { "\"" + $0 + "\"" }.joined(separator: " ") + " *, \(distance))"
    }
    return "\"" + words.joined(separator: " ") + "\" *"
  }
}
