import Archive
import Diplomacy
import GRDB

/// Tells articles that are stored from those that are not, without writing.
struct KnownArticles {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// The hash only finds candidates; the text itself decides.
  func holds(_ article: Article) throws -> Bool {
    let statement = try db.cachedStatement(sql: "select id from article where hash = ? and published is ?")
    let candidates = try Int64.fetchAll(
      statement, arguments: [ArticleTable.hash(article), article.published?.iso])
    return try candidates.contains { candidate in
      try ArticleTable(db).paragraphs(ArticleID(candidate)).map(\.text) == article.paragraphs.map(\.text)
    }
  }
}
