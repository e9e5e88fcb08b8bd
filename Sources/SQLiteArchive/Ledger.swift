import Diplomacy
import GRDB

/// One transaction's writing: its prepared statements, the terms it knows, and the postings and counts it has still to
/// write. Every change of an event's terms goes through here, so that counts and rows never part. `close` ends it.
final class Ledger {
  let db: Database
  /// Made where something is stored: most transactions only mark or undo.
  private(set) lazy var packer = Packer()
  private var statements: [String: BulkStatement] = [:]
  private var terms: [Term: Int64] = [:]
  private var classes: [EventClass: Int64] = [:]
  private var nextNumbers: [Int64: Int64] = [:]
  private var pending: [(term: Int64, eventClass: Int64, id: Int64)] = []
  private var deltas: [Int64: [UInt32: TallyCells.Count]] = [:]

  init(_ db: Database) { self.db = db }

  /// Prepared at the first use.
  func statement(_ sql: String) throws -> BulkStatement {
    if let known = statements[sql] { return known }
    let new = try BulkStatement(db, sql)
    statements[sql] = new
    return new
  }

  // MARK: events

  /// A number after all of that day; the numbers of corrected events stay theirs.
  func nextNumber(block: Int64) throws -> Int64 {
    let first = EventNumber.first(inBlock: block)
    let next = try nextNumbers[block] ?? lastNumber(from: first) + 1
    guard next < first + EventNumber.perDay else {
      throw DatabaseError(message: "there are more than a million events on one day")
    }
    nextNumbers[block] = next + 1
    return next
  }

  private func lastNumber(from first: Int64) throws -> Int64 {
    var last = first - 1
    for table in ["event", "coded_event"] {
      let query = try statement("select max(id) from \(table) where id >= ? and id < ?")
      query.bind(1, first)
      query.bind(2, first + EventNumber.perDay)
      last = max(last, try query.number() ?? last)
    }
    return last
  }

  func standing(_ event: Event, at id: Int64) throws -> Standing {
    Standing(
      id: id, eventClass: try number(of: EventClass(event)), year: event.date?.year ?? 0,
      month: event.date?.month ?? 0)
  }

  /// Enters a new event, which leads itself.
  func enter(_ event: Event, in language: Article.Language, at id: Int64) throws {
    let standing = try standing(event, at: id)
    for term in Term.of(event, in: language) {
      let number = try number(of: term)
      pending.append((number, standing.eventClass, id))
      count(number, standing, .own, 1)
    }
  }

  /// Takes over what the led report says, where the leader has not said it.
  func inherit(_ terms: Set<Term>, at standing: Standing) throws {
    let insert = try statement("insert or ignore into posting(term, class, id, role) values (?, ?, ?, ?)")
    for term in terms {
      let number = try number(of: term)
      bind(insert, number, standing)
      insert.bind(4, TermRole.inherited.rawValue)
      if try insert.run() > 0 { count(number, standing, .inherited, 1) }
    }
  }

  func change(_ terms: Set<Term>, at standing: Standing, from old: TermRole, to new: TermRole) throws {
    let update = try statement(
      "update posting set role = ?5 where term = ?1 and class = ?2 and id = ?3 and role = ?4")
    for term in terms {
      let number = try number(of: term)
      bind(update, number, standing)
      update.bind(4, old.rawValue)
      update.bind(5, new.rawValue)
      guard try update.run() > 0 else { continue }
      count(number, standing, old, -1)
      count(number, standing, new, 1)
    }
  }

  func remove(_ terms: Set<Term>, at standing: Standing, _ role: TermRole) throws {
    let delete = try statement(
      "delete from posting where term = ? and class = ? and id = ? and role = ?")
    for term in terms {
      let number = try number(of: term)
      bind(delete, number, standing)
      delete.bind(4, role.rawValue)
      if try delete.run() > 0 { count(number, standing, role, -1) }
    }
  }

  /// Puts a term in that role, or takes it away, whatever role it had.
  func place(_ term: Term, at standing: Standing, _ role: TermRole?) throws {
    let number = try number(of: term)
    let query = try statement("select role from posting where term = ? and class = ? and id = ?")
    bind(query, number, standing)
    let old = try query.number().flatMap { TermRole(rawValue: $0) }
    if old == role { return }
    if let old { try remove([term], at: standing, old) }
    guard let role else { return }
    let insert = try statement("insert into posting(term, class, id, role) values (?, ?, ?, ?)")
    bind(insert, number, standing)
    insert.bind(4, role.rawValue)
    try insert.run()
    count(number, standing, role, 1)
  }

  private func bind(_ statement: BulkStatement, _ term: Int64, _ standing: Standing) {
    statement.bind(1, term)
    statement.bind(2, standing.eventClass)
    statement.bind(3, standing.id)
  }

  // MARK: words

  func number(of term: Term) throws -> Int64 {
    if let known = terms[term] { return known }
    let number = try find(
      "select id from term where facet = ? and value = ? and country = ?",
      "insert into term(facet, value, country) values (?, ?, ?)",
      [term.facet.rawValue, term.value, term.country]
    ) { new in
      if term.facet == .person { try PersonNames(db).add(term.value, new, self) }
    }
    terms[term] = number
    return number
  }

  func number(of eventClass: EventClass) throws -> Int64 {
    if let known = classes[eventClass] { return known }
    let number = try find(
      "select id from class where kind = ? and level = ?", "insert into class(kind, level) values (?, ?)",
      [eventClass.kind.rawValue, eventClass.level.rawValue]
    ) { _ in }
    classes[eventClass] = number
    return number
  }

  private func find(
    _ query: String, _ insertion: String, _ values: [String], _ inserted: (Int64) throws -> Void
  ) throws -> Int64 {
    func bound(_ sql: String) throws -> BulkStatement {
      let statement = try statement(sql)
      for (place, value) in values.enumerated() { statement.bind(Int32(place + 1), value) }
      return statement
    }
    if let found = try bound(query).number() { return found }
    try bound(insertion).run()
    let new = db.lastInsertedRowID
    try inserted(new)
    return new
  }

  // MARK: writing out

  private func count(_ term: Int64, _ standing: Standing, _ role: TermRole, _ times: Int) {
    let key = TallyCells.key(month: standing.month, eventClass: standing.eventClass)
    deltas[TallyNumber.of(term, year: standing.year), default: [:]][key, default: TallyCells.Count()]
      .add(role, times)
  }

  /// Writes the postings of entered events in the order of their table; before anything reads them.
  func writePostings() throws {
    let insert = try statement("insert into posting(term, class, id, role) values (?, ?, ?, 0)")
    for row in pending.sorted(by: { ($0.term, $0.eventClass, $0.id) < ($1.term, $1.eventClass, $1.id) }) {
      insert.bind(1, row.term)
      insert.bind(2, row.eventClass)
      insert.bind(3, row.id)
      try insert.run()
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Writes all that is left and marks the commit.
  func close() throws {
    try writePostings()
    try writeTallies()
    try statement("update upkeep set version = version + 1 where name = 'commits'").run()
  }

  func writeTallies() throws {
    var totals: [Int64: [UInt32: TallyCells.Count]] = [:]
    for (number, cells) in deltas.sorted(by: { $0.key < $1.key }) {
      try merge(cells, into: "tally", at: number)
      for (key, count) in cells {
        totals[TallyNumber.term(number), default: [:]][key & 0xffff, default: TallyCells.Count()].add(count)
      }
    }
    for (term, cells) in totals.sorted(by: { $0.key < $1.key }) {
      try merge(cells, into: "total", at: term)
      try add(cells.values.reduce(TallyCells.Count()) { $0.added($1) }, to: term)
    }
    deltas.removeAll(keepingCapacity: true)
  }

  private func add(_ count: TallyCells.Count, to term: Int64) throws {
    if count.isNothing { return }
    let update = try statement("update term set events = events + ?, reports = reports + ? where id = ?")
    update.bind(1, Int64(count.events))
    update.bind(2, Int64(count.reports))
    update.bind(3, term)
    try update.run()
  }

  private func merge(_ cells: [UInt32: TallyCells.Count], into table: String, at number: Int64) throws {
    if cells.values.allSatisfy(\.isNothing) { return }
    var merged = cells
    let query = try statement("select cells from \(table) where id = ?")
    query.bind(1, number)
    try query.eachRow { row in
      merged.merge(TallyCells.read(row.bytes(at: 0))) { $0.added($1) }
    }
    let bytes = TallyCells.write(merged)
    let write = try statement(
      bytes.isEmpty
        ? "delete from \(table) where id = ?" : "insert or replace into \(table)(id, cells) values (?, ?)")
    write.bind(1, number)
    if !bytes.isEmpty { write.bind(2, bytes) }
    try write.run()
  }
}

extension TallyCells.Count {
  fileprivate func added(_ other: TallyCells.Count) -> TallyCells.Count {
    var sum = self
    sum.add(other)
    return sum
  }
}

/// Kind and level of an event: few pairs, so that one small number stands for both.
struct EventClass: Hashable {
  let kind: EventKind
  let level: ProtocolLevel

  init(kind: EventKind, level: ProtocolLevel) {
    self.kind = kind
    self.level = level
  }

  init(_ event: Event) { self.init(kind: event.kind, level: event.level) }
}
