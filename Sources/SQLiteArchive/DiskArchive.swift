// The door of this module, and the only one that knows of SQLite. An archive is one file:
//   article, text_piece    what was imported (ArticleTable)
//   event, detail          what was read out of it (EventTable)
//   event.lead             which report leads the event that several tell (FoldTable)
//   correction             what the reader corrected, kept apart (CorrectionTable), and the events as they were coded
//   own, own_tag           what the reader made of events, kept apart too (OwnTable);
//   own_promise            and of promises (JudgedPromises)
//   term, class, posting   by what an event is found (Term), in the order of the timeline
//   tally, total           how many events and reports each term has (TallyCells)
//   publication, published_count   the order of publication (PublicationTables)
//   search                 the folded words of each event's report (SearchTable)
// Ledger writes all that is derived, Derivation makes it anew, Verification compares it. Kept answers a filter: from
// the counts where they suffice (CountedEvents), else from a list of numbers (ListedEvents). WindowQuery reads a
// stretch of the timeline, FacetQuery counts, ViewQuery answers the other views.
import Archive
import Diplomacy
import GRDB
import GRDBSQLite

/// An archive in an SQLite file (or in memory). Several processes may use one file: readers see the last committed
/// state and never wait; a writer waits up to `ArchiveFile.patience` for another. A batch that `add` has answered
/// survives a power cut: the log is synced at each commit (WAL, `synchronous=FULL`).
package final class DiskArchive: EventArchive {
  /// Nil in memory.
  private let identity: ArchiveIdentity?
  let published = PublishedCounts()
  let file: ArchiveFile
  let database: any DatabaseWriter
  let lists = FoundLists()

  /// Opens the file, creating it (mode 0600) and its folder (mode 0700) where they are missing. An archive of an older
  /// dyad is brought up to date; `progressed` hears how far that is.
  package convenience init(
    file path: String, _ progressed: @escaping @Sendable (ArchiveProgress) -> Void = { _ in }
  ) throws(ArchiveProblem) {
    try self.init(file: path, mayWrite: ArchiveFile(path: path).isWritable, progressed)
  }

  /// Opens the file for reading alone where it may not be written.
  package init(
    file path: String, mayWrite: Bool, _ progressed: @escaping @Sendable (ArchiveProgress) -> Void = { _ in }
  ) throws(ArchiveProblem) {
    file = ArchiveFile(path: path)
    database = try file.open(mayWrite: mayWrite)
    try DiskArchive.prepare(database, file, progressed)
    let opened = database
    identity = try file.guarding { try opened.read { try ArchiveIdentity(path, $0) } }
  }

  private init(memory: DatabaseQueue) throws(ArchiveProblem) {
    file = ArchiveFile(path: "in memory")
    database = memory
    identity = nil
    try DiskArchive.prepare(database, file) { _ in }
  }

  /// An archive that ends with the process.
  package static func inMemory() throws(ArchiveProblem) -> DiskArchive {
    let file = ArchiveFile(path: "in memory")
    let queue = try file.guarding { try DatabaseQueue() }
    return try DiskArchive(memory: queue)
  }

  private static func prepare(
    _ database: any DatabaseWriter, _ file: ArchiveFile,
    _ progressed: @escaping @Sendable (ArchiveProgress) -> Void
  ) throws(ArchiveProblem) {
    let problem = try file.guarding {
      try file.patiently { try Schema.prepare(database, progressed) }
    }
    switch problem {
    case .ready: break
    case .newer: throw .newerVersion(file: file.path)
    case .foreign: throw .cannotOpen(file: file.path, reason: "it is the database of another program")
    }
    try file.guarding { try file.patiently { try Derivation.refresh(database, progressed) } }
  }

  package func add(_ batch: [CodedArticle]) throws(ArchiveProblem) -> [AddOutcome] {
    if batch.isEmpty { return [] }
    return try file.guarding {
      try writing { ledger in
        var coded = CodedBatch(ledger)
        let outcomes = try batch.map { try coded.add($0) }
        try coded.store()
        return outcomes
      }
    }
  }

  package func holds(_ articles: [Article]) throws(ArchiveProblem) -> [Bool] {
    try file.guarding {
      try database.read { db in
        let known = KnownArticles(db)
        return try articles.map { try known.holds($0) }
      }
    }
  }

  package func window(
    _ filter: Filter, order: TimelineOrder, anchor: TimelineAnchor, rows: Int
  ) throws(ArchiveProblem) -> TimelineWindow {
    try ordered(filter) { db, kept in
      var window = try WindowQuery(db: db, filter: filter, kept: kept, order: order)
        .window(anchor: anchor, rows: rows)
      window.all = try Postings(db, filter.counting).total(of: .all)
      return window
    }
  }

  package func glance(
    _ filter: Filter, order: TimelineOrder, anchor: TimelineAnchor, rows: Int
  ) throws(ArchiveProblem) -> TimelineWindow {
    let glimpse = try asking { db -> TimelineWindow? in
      guard filter.clock == .event, let stream = try Kept(db, lists).stream(filter) else { return nil }
      var window = try GlanceQuery(db: db, filter: filter, stream: stream, order: order)
        .window(anchor: anchor, rows: rows)
      window?.all = try Postings(db, filter.counting).total(of: .all)
      return window
    }
    if let glimpse { return glimpse }
    return try window(filter, order: order, anchor: anchor, rows: rows)
  }

  /// False for an archive in which nothing was ever stored.
  package func hasReports() throws(ArchiveProblem) -> Bool {
    try file.guarding {
      try database.read { db in try Int.fetchOne(db, sql: "select 1 from article limit 1") != nil }
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
          coded: coded, corrections: changes, own: try OwnTable(db).work(at: id.number))
      }
    }
  }

  package func count(_ filter: Filter) throws(ArchiveProblem) -> Int {
    try reading(filter) { _, kept in kept.total }
  }

  package func best(_ filter: Filter, limit: Int) throws(ArchiveProblem) -> [EventID] {
    try reading(filter) { db, kept in try RankedSearch(db, filter).best(kept, limit: limit) }
  }

  package func matches(_ filter: Filter, limit: Int) throws(ArchiveProblem) -> [TimelineRow] {
    try reading(filter) { db, kept in
      let ids = try RankedSearch(db, filter).best(kept, limit: limit).map(\.number)
      return try WindowQuery.read(ids, filter.by(.event), db)
    }
  }

  package func months(_ filter: Filter) throws(ArchiveProblem) -> [MonthCount] {
    try ordered(filter) { _, kept in try kept.months() }
  }

  package func facet(_ facet: Facet, _ filter: Filter, limit: Int) throws(ArchiveProblem) -> [FacetCount] {
    try reading(filter) { db, kept in
      try FacetQuery(db: db, filter: filter, kept: kept).values(of: facet, limit: max(0, limit))
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
    try file.guarding {
      try writing { ledger in try CorrectionTable(ledger.db).correct(event, value, ledger) }
    }
  }

  package func number(of event: CodedEvent) throws(ArchiveProblem) -> EventID? {
    try file.guarding { try database.read { db in try CorrectionTable(db).number(of: event) } }
      .map { EventID($0) }
  }

  package func corrections() throws(ArchiveProblem) -> [Correction] {
    try file.guarding { try database.read { db in try CorrectionTable(db).all() } }
  }

  package func take(_ corrections: [Correction]) throws(ArchiveProblem) -> Int {
    try file.guarding {
      try writing { ledger in try CorrectionTable(ledger.db).take(corrections, ledger) }
    }
  }

  package func articles() throws(ArchiveProblem) -> Int {
    try file.guarding {
      try database.read { db in try Int.fetchOne(db, sql: "select count(*) from article") ?? 0 }
    }
  }

  package func commits() throws(ArchiveProblem) -> Int {
    try file.guarding { try database.read { db in try Upkeep(db).commits() } }
  }

  package func verify(_ progressed: (ArchiveProgress) -> Void) throws(ArchiveProblem) -> [String] {
    try file.guarding {
      try withoutActuallyEscaping(progressed) { progressed in
        try file.withOwnConnection(else: database) { db in try Verification(db, progressed).findings() }
      }
    }
  }

  package func rebuild(
    code: (Article) -> [Event], _ progressed: (ArchiveProgress) -> Void
  ) throws(ArchiveProblem) -> Int {
    try file.guarding {
      try withoutActuallyEscaping(progressed) { progressed in
        try database.write { db in try Derivation(db, progressed).codeAgain(code) }
      }
    }
  }

  package func backup(to path: String) throws(ArchiveProblem) {
    try file.guarding {
      try file.withOwnConnection(else: database) { db in try ArchiveBackup(path: path).write(from: db) }
    }
  }

  func writing<Answer>(_ work: (Ledger) throws -> Answer) throws -> Answer {
    try file.patiently {
      try database.write { db in
        try checkPlace(db)
        let ledger = Ledger(db)
        // What is written is written whole, whoever stops waiting for it.
        return try Question.$current.withValue(nil) {
          let answer = try work(ledger)
          try ledger.close()
          return answer
        }
      }
    }
  }

  private func answering<Answer>(on db: Database, _ work: () throws -> Answer) throws -> Answer {
    guard let question = Question.current, let connection = db.sqliteConnection else { return try work() }
    nonisolated(unsafe) let interrupted = connection
    do {
      return try question.answering(interrupt: { sqlite3_interrupt(interrupted) }, work)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
      throw ArchiveProblem.withdrawn
    }
  }

  /// One consistent state for all the statements of an answer.
  func reading<Answer>(
    _ filter: Filter, _ answer: (Database, any KeptEvents) throws -> Answer
  ) throws(ArchiveProblem) -> Answer {
    try asking { db in try answer(db, Kept(db, lists).events(filter.by(.event))) }
  }

  /// What is written to a file that has lost its name is gone, and what is read there is old.
  private func checkPlace(_ db: Database) throws {
    guard let identity else { return }
    if identity.hasLostItsName || identity.isOverwritten(db) {
      throw ArchiveProblem.replaced(file: file.path)
    }
  }

  private func asking<Answer>(_ answer: (Database) throws -> Answer) throws(ArchiveProblem) -> Answer {
    try file.guarding {
      try database.read { db in
        try checkPlace(db)
        return try answering(on: db) { try answer(db) }
      }
    }
  }

  /// What the filter keeps in the order of its clock.
  private func ordered<Answer>(
    _ filter: Filter, _ answer: (Database, any KeptEvents) throws -> Answer
  ) throws(ArchiveProblem) -> Answer {
    guard filter.clock == .publication else { return try reading(filter, answer) }
    return try file.guarding {
      try database.read { db in
        try checkPlace(db)
        return try answering(on: db) { try answer(db, Kept(db, lists).byPublication(filter, published)) }
      }
    }
  }
}
