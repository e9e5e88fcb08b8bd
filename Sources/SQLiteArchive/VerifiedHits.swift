import Diplomacy
import GRDB
import Synchronization
import Text

/// Articles found by fold whose text has the marks that were typed. Articles never change, so the answers to the last
/// question are kept, and only articles added since are read again.
final class VerifiedHits: Sendable {
  private struct Answer {
    var phrases: [SearchPhrase] = []
    var articles: [Int64] = []
    /// All articles up to this one have been looked at.
    var upTo: Int64 = 0
  }

  private let last = Mutex(Answer())

  func articles(_ phrases: [SearchPhrase], _ db: Database) throws -> [Int64] {
    var answer = last.withLock { $0.phrases == phrases ? $0 : Answer(phrases: phrases) }
    let newest = try Int64.fetchOne(db, sql: "select max(id) from article") ?? 0
    let candidates = try Int64.fetchAll(
      db, sql: "select rowid from search where search match ? and rowid > ? order by rowid",
      arguments: [SearchTable.expression(phrases), answer.upTo])
    for candidate in candidates where try holds(ArticleID(candidate), phrases, db) {
      answer.articles.append(candidate)
    }
    // A reader of an older state must not shorten what a newer one has found.
    answer.upTo = max(answer.upTo, newest)
    last.withLock { [answer] in $0 = answer }
    return answer.articles
  }

  private func holds(_ article: ArticleID, _ phrases: [SearchPhrase], _ db: Database) throws -> Bool {
    try ArticleTable(db).paragraphs(article).contains { paragraph in
      phrases.contains { !$0.matches(in: paragraph.text).isEmpty }
    }
  }
}
