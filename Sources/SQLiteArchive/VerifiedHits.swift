import Diplomacy
import GRDB
import Synchronization
import Text

/// Articles found by fold whose text has the marks that were typed. Articles never change, so the answers to the last
/// questions are kept, and only articles added since are read again.
final class VerifiedHits: Sendable {
  private struct Answer {
    var articles: [Int64] = []
    /// All articles up to this one have been looked at.
    var upTo: Int64 = 0
  }

  private let last = Mutex([SearchPhrase: Answer]())
  private static let most = 8

  func articles(_ phrase: SearchPhrase, _ db: Database) throws -> [Int64] {
    var answer = last.withLock { $0[phrase] ?? Answer() }
    let newest = try Int64.fetchOne(db, sql: "select max(id) from article") ?? 0
    let candidates = try Int64.fetchAll(
      db, sql: "select rowid from search where search match ? and rowid > ? order by rowid",
      arguments: [SearchTable.expression(phrase), answer.upTo])
    for candidate in candidates where try holds(ArticleID(candidate), phrase, db) {
      answer.articles.append(candidate)
    }
    // A reader of an older state must not shorten what a newer one has found.
    answer.upTo = max(answer.upTo, newest)
    last.withLock { [answer] answers in
      if answers.count >= VerifiedHits.most, answers[phrase] == nil { answers = [:] }
      answers[phrase] = answer
    }
    return answer.articles
  }

  private func holds(_ article: ArticleID, _ phrase: SearchPhrase, _ db: Database) throws -> Bool {
    try ArticleTable(db).paragraphs(article).contains { !phrase.matches(in: $0.text).isEmpty }
  }
}
