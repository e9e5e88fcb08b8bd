import Diplomacy
import GRDB

/// Own work on its way out of an archive and into another.
struct OwnExchange {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// What was taken off again is not passed on. Marks come in the order of marking.
  func all() throws -> [OwnEntry] {
    let rows = try StoredRow.fetchAll(db, sql: "select * from own order by marked <= 0, marked, id")
    return try rows.compactMap { row in
      let work = OwnWork(
        isRead: row["read"], isMarked: (row["marked"] as Int64) > 0,
        tags: try OwnTable(db).tags(of: row["id"]),
        note: StoredText.read(row["note"]), promises: try JudgedPromises(db).all(of: row["id"]))
      if work == .none { return nil }
      return OwnEntry(
        event: try CorrectionTable.key(row), work: work, source: StoredText.read(row["source"]),
        published: try StoredDate.read(row["published"]), title: StoredText.read(row["title"]))
    }
  }

  func take(_ entries: [OwnEntry], _ ledger: Ledger) throws -> Int {
    var found = 0
    for one in entries {
      let now = try CorrectionTable(db).number(of: one.event)
      if now != nil { found += 1 }
      let report = CorrectionTable.ReportName(source: one.source, published: one.published, title: one.title)
      let entry = try OwnTable(db).made(one.event, report, now: now)
      try take(one.work, at: entry, ledger)
    }
    return found
  }

  private func take(_ work: OwnWork, at entry: Int64, _ ledger: Ledger) throws {
    let own = OwnTable(db)
    if work.isRead { _ = try own.flip(entry, .read, true, isAnew: true, ledger) }
    if work.isMarked { _ = try own.flip(entry, .marked, true, isAnew: true, ledger) }
    for tag in work.tags { _ = try own.flip(entry, .tag(tag), true, isAnew: true, ledger) }
    let judged = try JudgedPromises(db).all(of: entry)
    for (key, status) in work.promises where judged[key] == nil {
      try own.put(.promise(entry: entry, key, before: .open, after: status), ledger)
    }
    let kept = try DatabaseValue.fetchOne(db, sql: "select note from own where id = ?", arguments: [entry])
    let note = StoredText.read(kept ?? .null)
    // Two notes on one event are both kept.
    if work.note.isEmpty || note.contains(work.note) { return }
    let both = note.isEmpty ? work.note : note + "\n" + work.note
    try own.put(.note(entry: entry, before: note, after: both), ledger)
  }
}
