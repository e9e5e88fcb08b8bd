// The door of this module, and the only one that knows of SQLite. An archive is one file:
//   article, paragraph     what was imported (ArticleTable)
//   event, event_detail    what was read out of it (EventTable), with the keys by which it is found (EventKeys)
//   event.lead             which report leads the event that several tell (FoldTable)
//   correction             what the reader corrected, kept apart (CorrectionTable), and the events as they were coded
//   search                 the folded words of each article (SearchTable)
// FilterQuery turns a filter into SQL, WindowQuery reads a stretch of the timeline, FacetQuery counts.
import Archive
import Diplomacy
import GRDB

/// An archive in an SQLite file (or in memory). Several processes may use one file: readers see the last committed
/// state and never wait; a writer waits up to `ArchiveFile.patience` for another. A batch that `add` has answered
/// survives a power cut: the log is synced at each commit (WAL, `synchronous=FULL`).
package final class DiskArchive: EventArchive {
  private let file: ArchiveFile
  private let database: any DatabaseWriter
  private let verifiedHits = VerifiedHits()

  /// Opens the file, creating it (mode 0600) and its folder (mode 0700) where they are missing.
  package init(file path: String) throws(ArchiveProblem) {
    file = ArchiveFile(path: path)
    database = try file.open()
    try prepare()
  }

  private init(memory: DatabaseQueue) throws(ArchiveProblem) {
    file = ArchiveFile(path: "in memory")
    database = memory
    try prepare()
  }

  /// An archive that ends with the process.
  package static func inMemory() throws(ArchiveProblem) -> DiskArchive {
    let file = ArchiveFile(path: "in memory")
    let queue = try file.guarding { try DatabaseQueue() }
    return try DiskArchive(memory: queue)
  }

  private func prepare() throws(ArchiveProblem) {
    let problem = try file.guarding { try Schema.prepare(database) }
    switch problem {
    case .ready: break
    case .newer: throw .newerVersion(file: file.path)
    case .foreign: throw .cannotOpen(file: file.path, reason: "it is the database of another program")
    }
    try file.guarding {
      try SearchTable.refresh(database)
      try FoldTable.refresh(database)
    }
  }

  package func add(_ batch: [CodedArticle]) throws(ArchiveProblem) -> [AddOutcome] {
    if batch.isEmpty { return [] }
    return try file.guarding {
      try database.write { db in
        var touched: Set<FoldGroup> = []
        let outcomes = try batch.map { try ArticleTable(db).add($0, &touched) }
        try FoldTable(db).refold(touched)
        return outcomes
      }
    }
  }

  package func window(
    _ filter: Filter, order: TimelineOrder, anchor: TimelineAnchor, rows: Int
  ) throws(ArchiveProblem) -> TimelineWindow {
    try reading(filter) { db, query in
      try WindowQuery(db: db, query: query, order: order).window(anchor: anchor, rows: rows)
    }
  }

  package func record(_ id: EventID) throws(ArchiveProblem) -> EventRecord? {
    try file.guarding {
      try database.read { db in
        guard let (article, event) = try EventTable(db).event(id) else { return nil }
        guard let text = try ArticleTable(db).article(article) else {
          throw DamagedRow(what: "event without article")
        }
        let (coded, changes) = try CorrectionTable(db).history(of: id.number, article: article)
        return EventRecord(
          id: id, event: event, article: text, marks: [], reports: try FoldTable(db).reports(id),
          coded: coded, corrections: changes)
      }
    }
  }

  package func count(_ filter: Filter) throws(ArchiveProblem) -> Int {
    try reading(filter) { db, query in try query.count(db) }
  }

  package func months(_ filter: Filter) throws(ArchiveProblem) -> [MonthCount] {
    try reading(filter) { db, query in try FacetQuery(db: db, query: query).months() }
  }

  package func facet(_ facet: Facet, _ filter: Filter, limit: Int) throws(ArchiveProblem) -> [FacetCount] {
    try reading(filter) { db, query in
      try FacetQuery(db: db, query: query).values(of: facet, limit: max(0, limit))
    }
  }

  package func neighbour(
    of id: EventID, later: Bool, _ counting: Counting
  ) throws(ArchiveProblem) -> EventID? {
    try file.guarding {
      try database.read { db in try EventTable(db).neighbour(of: id, later: later, counting) }
    }
  }

  package func correct(
    _ event: CodedEvent, _ value: FieldValue
  ) throws(ArchiveProblem) -> CorrectionOutcome? {
    try file.guarding { try database.write { db in try CorrectionTable(db).correct(event, value) } }
  }

  package func corrections() throws(ArchiveProblem) -> [Correction] {
    try file.guarding { try database.read { db in try CorrectionTable(db).all() } }
  }

  package func take(_ corrections: [Correction]) throws(ArchiveProblem) -> Int {
    try file.guarding { try database.write { db in try CorrectionTable(db).take(corrections) } }
  }

  package func articles() throws(ArchiveProblem) -> Int {
    try file.guarding {
      try database.read { db in try Int.fetchOne(db, sql: "select count(*) from article") ?? 0 }
    }
  }

  package func commits() throws(ArchiveProblem) -> Int {
    try file.guarding {
      try database.read { db in
        try Int.fetchOne(db, sql: "select version from upkeep where name = 'commits'") ?? 0
      }
    }
  }

  package func verify(_ progressed: (ArchiveProgress) -> Void) throws(ArchiveProblem) -> [String] {
    try file.guarding {
      try database.read { db in
        let found = try String.fetchAll(db, sql: "pragma integrity_check(20)").filter { $0 != "ok" }
        return found.map { "The file is damaged: \($0)." }
      }
    }
  }

  package func rebuild(
    code: (Article) -> [Event], _ progressed: (ArchiveProgress) -> Void
  ) throws(ArchiveProblem) -> Int {
    throw .failed(file: file.path, reason: "it cannot be rebuilt yet")
  }

  package func backup(to path: String) throws(ArchiveProblem) {
    try file.guarding {
      try database.unsafeRead { db in try ArchiveBackup(path: path).write(from: db) }
    }
  }

  /// One consistent state for all the statements of an answer.
  private func reading<Answer>(
    _ filter: Filter, _ answer: (Database, FilterQuery) throws -> Answer
  ) throws(ArchiveProblem) -> Answer {
    try file.guarding {
      try database.read { db in try answer(db, FilterQuery(filter, verifiedHits, db)) }
    }
  }
}
