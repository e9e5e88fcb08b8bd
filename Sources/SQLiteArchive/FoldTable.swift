import Diplomacy
import GRDB
import Text

/// Where reports of one event may meet: a pair, a kind and a day.
struct FoldGroup: Hashable {
  let dyad: Dyad
  let kind: EventKind
  let day: CalendarDay

  /// Nil for an event whose day is not known: nothing says that two of them are one.
  init?(_ event: Event) { self.init(event.parties.dyad, event.kind, event.date) }

  init?(_ dyad: Dyad, _ kind: EventKind, _ date: PartialDate?) {
    guard let day = date?.calendarDay else { return nil }
    self.dyad = dyad
    self.kind = kind
    self.day = day
  }
}

/// Which report leads an event that several tell. Decided when rows are written, never when they are read: `event.lead`
/// is null for an event that stands alone or leads, else the number of its leader. The keys of led reports stand at
/// their leader too (`KeyRole`), so that an event is found by what any of its reports says.
struct FoldTable {
  /// Raised when the rule of `Fold` changes: the folds of all archives are then decided again.
  private static let version = 1
  /// Reports of one pair, kind and day beyond this number say nothing about being one event.
  private static let most = 400

  private let db: Database

  init(_ db: Database) { self.db = db }

  private struct Member {
    let id: Int64
    let article: Int64
    let lead: Int64?
    let hash: Int64
    /// The number it had as coded: the order of the events of one article, wherever corrections moved them.
    let codedID: Int64
    let event: Event
    let terms: Set<Term>
    let telling: Fold.Telling
  }

  func leader(of id: Int64) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(sql: "select coalesce(lead, id) from event where id = ?"), arguments: [id]) ?? id
  }

  /// All reports of the event that this one tells, the leading one first.
  func reports(_ id: EventID) throws -> [EventReport] {
    let sql = """
      select event.id, source, published, title from event join article on article.id = event.article
      where event.id = ?1 or lead = ?1 order by event.id <> ?1, published, event.id
      """
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(sql: sql), arguments: [try leader(of: id.number)])
    return try rows.map { row in
      EventReport(
        id: EventID(row["id"]), source: StoredText.read(row["source"]),
        published: try StoredDate.read(row["published"]), title: StoredText.read(row["title"]))
    }
  }

  /// Decides anew which reports of each group tell one event.
  func refold(_ groups: Set<FoldGroup>, _ ledger: Ledger) throws {
    for group in groups { try refold(group, ledger) }
  }

  private func refold(_ group: FoldGroup, _ ledger: Ledger) throws {
    let ids = try numbers(in: group, ledger)
    guard ids.count <= FoldTable.most else { return try part(group, ledger) }
    guard ids.count > 1 else { return }
    let members = try ids.compactMap(member)
    let wanted = FoldTable.folds(members)
    var leads: [Int64: Int64] = [:]
    for fold in wanted { for led in fold.dropFirst() { leads[led.id] = fold[0].id } }
    guard members.contains(where: { $0.lead != leads[$0.id] }) else { return }
    let byID = Dictionary(uniqueKeysWithValues: members.map { ($0.id, $0) })
    for led in members {
      if let leader = led.lead.flatMap({ byID[$0] }) {
        try free(led.id, led.event, led.terms, from: leader.id, leader.event, ledger)
      }
    }
    for fold in wanted { for led in fold.dropFirst() { try join(led, to: fold[0], ledger) } }
  }

  /// Breaks up all events of a group that became too large, so that it does not matter in how many goes it came.
  private func part(_ group: FoldGroup, _ ledger: Ledger) throws {
    let first = EventNumber.first(inBlock: EventNumber.block(of: group.day))
    let query = try ledger.statement(
      """
      select distinct e.lead from posting d cross join event e on e.id = d.id
      where d.term = ? and d.class = ? and d.id >= ? and d.id < ? and d.role = 1 and e.lead is not null
      """)
    var leaders: Set<Int64> = []
    for level in ProtocolLevel.allCases {
      query.bind(1, try ledger.number(of: .dyad(group.dyad)))
      query.bind(2, try ledger.number(of: EventClass(kind: group.kind, level: level)))
      query.bind(3, first)
      query.bind(4, first + EventNumber.perDay)
      try query.eachRow { leaders.insert($0.number(at: 0)) }
    }
    for leader in leaders.sorted() { try dissolve(leader, ledger) }
  }

  private func numbers(in group: FoldGroup, _ ledger: Ledger) throws -> [Int64] {
    let first = EventNumber.first(inBlock: EventNumber.block(of: group.day))
    let term = try ledger.number(of: .dyad(group.dyad))
    // A report of the month alone is numbered at its first day too.
    let query = try ledger.statement(
      """
      select e.id from posting d cross join event e on e.id = d.id
      where d.term = ? and d.class = ? and d.id >= ? and d.id < ? and d.role <> 2 and length(e.date) = 10 limit ?
      """)
    var ids: [Int64] = []
    for level in ProtocolLevel.allCases {
      query.bind(1, term)
      query.bind(2, try ledger.number(of: EventClass(kind: group.kind, level: level)))
      query.bind(3, first)
      query.bind(4, first + EventNumber.perDay)
      query.bind(5, Int64(FoldTable.most + 1))
      try query.eachRow { ids.append($0.number(at: 0)) }
    }
    return Array(ids.sorted().prefix(FoldTable.most + 1))
  }

  private func member(_ id: Int64) throws -> Member? {
    let sql = """
      select lead, hash, coalesce((select id from coded_event where now = event.id), event.id) as coded,
        length, language from event join article on article.id = event.article where event.id = ?
      """
    guard let (article, event) = try EventTable(db).event(EventID(id)),
      let row = try StoredRow.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
    else { return nil }
    let telling = Fold.Telling(event, textLength: row["length"] ?? 0) { name in
      fold(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    return Member(
      id: id, article: article.number, lead: row["lead"], hash: row["hash"], codedID: row["coded"],
      event: event,
      terms: try EventTable(db).terms(of: event, in: ArticleTable.language(row["language"]), at: id),
      telling: telling)
  }

  /// The fullest telling leads; the order does not depend on which report was imported first.
  private static func folds(_ members: [Member]) -> [[Member]] {
    let ordered = members.sorted {
      ($1.telling.fullness, $0.hash, $0.codedID) < ($0.telling.fullness, $1.hash, $1.codedID)
    }
    var folds: [(fold: Fold, members: [Member])] = []
    for member in ordered {
      // Two acts that one article tells are two acts.
      let place = folds.firstIndex { entry in
        entry.fold.agrees(with: member.telling) && !entry.members.contains { $0.article == member.article }
      }
      if let place {
        folds[place].fold.take(member.telling)
        folds[place].members.append(member)
      } else {
        folds.append((Fold(member.telling), [member]))
      }
    }
    return folds.map(\.members)
  }

  private func join(_ led: Member, to leader: Member, _ ledger: Ledger) throws {
    try setLead(leader.id, of: led.id)
    try ledger.change(led.terms, at: ledger.standing(led.event, at: led.id), from: .own, to: .led)
    try ledger.inherit(led.terms.inherited, at: ledger.standing(leader.event, at: leader.id))
  }

  private func free(
    _ id: Int64, _ event: Event, _ terms: Set<Term>, from leader: Int64, _ leading: Event, _ ledger: Ledger
  ) throws {
    try setLead(nil, of: id)
    try ledger.change(terms, at: ledger.standing(event, at: id), from: .led, to: .own)
    try ledger.remove(terms.inherited, at: ledger.standing(leading, at: leader), .inherited)
  }

  private func setLead(_ leader: Int64?, of id: Int64) throws {
    try db.cachedStatement(sql: "update event set lead = ? where id = ?").execute(arguments: [leader, id])
  }

  /// Breaks up the event that this report leads or is led in, before its row changes; `refold` decides anew.
  func dissolve(_ id: Int64, _ ledger: Ledger) throws {
    let leader = try leader(of: id)
    guard let (_, leading) = try EventTable(db).event(EventID(leader)) else { return }
    for led in try Int64.fetchAll(db, sql: "select id from event where lead = ?", arguments: [leader]) {
      guard let (event, terms) = try EventTable(db).terms(led) else { continue }
      try free(led, event, terms, from: leader, leading, ledger)
    }
  }

  /// The version of the rule that the archive was folded by is not this one, or it never was folded.
  static func isStale(_ db: Database) throws -> Bool { try Upkeep(db).version(of: "fold") != version }

  /// Folds a whole archive anew.
  func refresh(_ ledger: Ledger) throws {
    try refold(try crowded(), ledger)
    try Upkeep(db).set("fold", FoldTable.version)
  }

  /// The groups that have more than one report.
  private func crowded() throws -> Set<FoldGroup> {
    let sql = """
      select min(first, second) as low, max(first, second) as high, kind, date from event where length(date) = 10
      group by low, high, kind, date having count(*) > 1
      """
    return Set(
      try StoredRow.fetchAll(db, sql: sql).compactMap { row in
        guard let low = Country(row["low"] as String), let high = Country(row["high"] as String),
          let dyad = Dyad(low, high), let kind = EventKind(rawValue: row["kind"])
        else { return nil }
        return FoldGroup(dyad, kind, try StoredDate.read(row["date"]))
      })
  }
}
