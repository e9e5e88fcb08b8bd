import Archive
import GRDBSQLite

/// The least that anybody would write: a table of text and a contentless FTS5 index beside it, one transaction, no
/// journal and no sync. What an import is measured against.
struct BareIndex {
  private let database: OpaquePointer

  init?(_ path: String) {
    var opened: OpaquePointer?
    guard sqlite3_open(path, &opened) == SQLITE_OK, let opened else { return nil }
    database = opened
    let sql = """
      pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -200000;
      create table t(id integer primary key, date, title, body);
      create virtual table a using fts5(title, body, content='', tokenize='unicode61 remove_diacritics 2');
      """
    sqlite3_exec(database, sql, nil, nil, nil)
  }

  func add(_ articles: [CodedArticle]) {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    var table: OpaquePointer?
    var index: OpaquePointer?
    sqlite3_exec(database, "begin", nil, nil, nil)
    sqlite3_prepare_v2(database, "insert into t values (?, ?, ?, ?)", -1, &table, nil)
    sqlite3_prepare_v2(database, "insert into a(rowid, title, body) values (?, ?, ?)", -1, &index, nil)
    for (number, coded) in articles.enumerated() {
      let body = coded.article.paragraphs.map(\.text).joined(separator: "\n")
      sqlite3_bind_int64(table, 1, Int64(number + 1))
      sqlite3_bind_text(table, 2, coded.article.published?.iso, -1, copied)
      sqlite3_bind_text(table, 3, coded.article.title, -1, copied)
      sqlite3_bind_text(table, 4, body, -1, copied)
      sqlite3_step(table)
      sqlite3_reset(table)
      sqlite3_bind_int64(index, 1, Int64(number + 1))
      sqlite3_bind_text(index, 2, coded.article.title, -1, copied)
      sqlite3_bind_text(index, 3, body, -1, copied)
      sqlite3_step(index)
      sqlite3_reset(index)
    }
    sqlite3_exec(database, "commit", nil, nil, nil)
    sqlite3_finalize(table)
    sqlite3_finalize(index)
    sqlite3_close(database)
  }
}

/// The first page as a bare FTS5 gives it: the numbers of the newest hits and their titles, from an index that is open.
final class BarePage {
  private let database: OpaquePointer
  private var query: OpaquePointer?

  init?(_ path: String) {
    var opened: OpaquePointer?
    guard sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY, nil) == SQLITE_OK, let opened else {
      return nil
    }
    database = opened
    let sql = """
      select title from search cross join event on event.id = search.rowid join article on article.id = event.article
      where search match ? order by search.rowid desc limit ?
      """
    sqlite3_prepare_v2(database, sql, -1, &query, nil)
  }

  deinit {
    sqlite3_finalize(query)
    sqlite3_close(database)
  }

  func first(_ rows: Int32, of words: String) {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(query, 1, "\"\(words)\"", -1, copied)
    sqlite3_bind_int(query, 2, rows)
    while sqlite3_step(query) == SQLITE_ROW { sqlite3_column_text(query, 0) }
    sqlite3_reset(query)
  }
}
