import Diplomacy
import GRDB
import Text

/// Own work as terms of events, so that filters count and page by it as by anything else. The roles are those of all
/// terms: a led report lends what it has to its leader.
struct OwnTerms {
  enum Sign: String, CaseIterable { case read, marked, tagged, noted }

  private let db: Database

  init(_ db: Database) { self.db = db }

  static func term(_ mark: OwnMark) -> Term {
    switch mark {
    case .read: .own(.read)
    case .marked: .own(.marked)
    case .tag(let tag): .tag(tag)
    }
  }

  /// The terms that a report has by itself.
  func all(at id: Int64) throws -> Set<Term> {
    let sql = "select id, read, marked > 0 as marked, note <> '' as noted from own where now = ?"
    guard let row = try StoredRow.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) else { return [] }
    let tags = try OwnTable(db).tags(of: row["id"])
    var terms = Set(tags.map { Term.tag($0) })
    for sign in [Sign.read, .marked, .noted] where row[sign.rawValue] { terms.insert(.own(sign)) }
    if !tags.isEmpty { terms.insert(.own(.tagged)) }
    return terms
  }

  func has(_ term: Term, at id: Int64) throws -> Bool { try all(at: id).contains(term) }

  /// Puts a term where it must stand after the own work of a report changed.
  func settle(_ term: Term, around id: Int64, _ ledger: Ledger) throws {
    let leader = try FoldTable(db).leader(of: id)
    let led = try Int64.fetchAll(
      db.cachedStatement(sql: "select id from event where lead = ?"), arguments: [leader])
    var lends = false
    for report in led {
      let has = try has(term, at: report)
      lends = lends || has
      try ledger.place(term, at: standing(report, ledger), has ? .led : nil)
    }
    let role: TermRole? = try has(term, at: leader) ? .own : lends ? .inherited : nil
    try ledger.place(term, at: standing(leader, ledger), role)
  }

  private func standing(_ id: Int64, _ ledger: Ledger) throws -> Standing {
    let sql = "select kind, level, date from event where id = ?"
    guard let row = try StoredRow.fetchOne(db.cachedStatement(sql: sql), arguments: [id]),
      let kind = EventKind(rawValue: row["kind"]), let level = ProtocolLevel(rawValue: row["level"])
    else { throw DamagedRow(what: "event \(id)") }
    let date = try StoredDate.read(row["date"])
    return Standing(
      id: id, eventClass: try ledger.number(of: EventClass(kind: kind, level: level)), year: date?.year ?? 0,
      month: date?.month ?? 0)
  }
}

/// What the list shows of own work, row by row.
struct OwnSignReader {
  /// Nil where there is no own work at all.
  private let query: BulkStatement?
  private let hasBegun: Bool

  init(_ db: Database, _ counting: Counting) throws {
    let led = counting == .events ? " or now in (select id from event where lead = ?1)" : ""
    query =
      try OwnTable(db).isEmpty
      ? nil
      : BulkStatement(
        db,
        """
        select max(read), max(marked > 0), max(note <> ''),
          max(exists(select 1 from own_tag where entry = own.id))
        from own where now = ?1\(led)
        """)
    let postings = try Postings(db, counting)
    let read = try postings.number(of: .own(.read))
    hasBegun = try read.map { try !postings.totals(of: $0, ClassChoice(.everything, [])).isEmpty } ?? false
  }

  func signs(of id: Int64) throws -> OwnSigns {
    guard let query else { return [] }
    var signs: OwnSigns = []
    query.bind(1, id)
    try query.eachRow { row in
      for (column, sign) in [OwnSigns.read, .marked, .noted, .tagged].enumerated()
      where row.number(at: Int32(column)) == 1 { signs.insert(sign) }
    }
    if hasBegun, !signs.contains(.read) { signs.insert(.unread) }
    return signs
  }
}
