import Archive
import Diplomacy
import GRDB
import Text

/// Orders what words find by how well they fit: rare words count more, and words that stand often in a short report
/// (bm25, as the index computes it). Reads every hit, so it is asked for on demand alone.
struct RankedSearch {
  private let db: Database
  private let filter: Filter

  init(_ db: Database, _ filter: Filter) {
    self.db = db
    self.filter = filter
  }

  /// At most so many of the events kept, best first, the newest first among equals; an event stands where its best report
  /// does. None without words.
  func best(_ kept: any KeptEvents, limit: Int) throws -> [EventID] {
    let phrases = filter.searches.compactMap { SearchPhrase($0) }
    guard !phrases.isEmpty, limit > 0 else { return [] }
    let hits = try Int64.fetchCursor(
      db, sql: "select rowid from search where search match ? order by rank, rowid desc",
      arguments: [phrases.map { SearchTable.expression($0) }.joined(separator: " AND ")])
    var seen: Set<Int64> = []
    var best: [EventID] = []
    while best.count < limit, let hit = try hits.next() {
      let id = filter.counting == .events ? try FoldTable(db).leader(of: hit) : hit
      if seen.insert(id).inserted, try holds(id, kept) { best.append(EventID(id)) }
    }
    return best
  }

  private func holds(_ id: Int64, _ kept: any KeptEvents) throws -> Bool {
    let rank = try kept.rank(below: id)
    return rank < kept.total ? try kept.ids(rank..<rank + 1) == [id] : false
  }
}
