import Diplomacy
import GRDB
import Text

/// Reads the numbers at which terms stand, as they count for a filter.
final class Postings {
  let db: Database
  let counting: Counting
  /// By their numbers.
  let classes: [EventClass?]
  /// The number of each class.
  let numberOfClass: [EventClass: Int]
  private var statements: [String: BulkStatement] = [:]

  init(_ db: Database, _ counting: Counting) throws {
    self.db = db
    self.counting = counting
    var classes: [EventClass?] = []
    let query = try BulkStatement(db, "select id, kind, level from class order by id")
    try query.eachRow { row in
      guard let kind = EventKind(rawValue: row.text(at: 1)),
        let level = ProtocolLevel(rawValue: row.text(at: 2))
      else { throw DamagedRow(what: "a kind or level") }
      // Cells of tallies have two bytes for it.
      guard (0...0xffff).contains(row.number(at: 0)) else { throw DamagedRow(what: "a class of events") }
      while classes.count <= row.number(at: 0) { classes.append(nil) }
      classes[Int(row.number(at: 0))] = EventClass(kind: kind, level: level)
    }
    self.classes = classes
    numberOfClass = Dictionary(
      classes.enumerated().compactMap { number, one in one.map { ($0, number) } }, uniquingKeysWith: { $1 })
  }

  func statement(_ sql: String) throws -> BulkStatement {
    if let known = statements[sql] { return known }
    let new = try BulkStatement(db, sql)
    statements[sql] = new
    return new
  }

  /// Nil for a term that no event ever had.
  func number(of term: Term) throws -> Int64? {
    let query = try statement("select id from term where facet = ? and value = ? and country = ?")
    for (place, value) in [term.facet.rawValue, term.value, term.country].enumerated() {
      query.bind(Int32(place + 1), value)
    }
    return try query.number()
  }

  /// People whose name has the words of one of those asked for, whole and in a row; a name may be borne in several
  /// countries.
  func numbers(ofPeople names: [String]) throws -> [Int64] {
    let query = try statement(
      "select id, value from person_name cross join term on term.id = person_name.rowid where person_name match ?"
    )
    var numbers: Set<Int64> = []
    for phrase in names.compactMap({ SearchPhrase($0, isWhole: true) }) {
      query.bind(1, SearchTable.quoted(phrase.foldedWords))
      try query.eachRow { row in
        if !phrase.matches(in: row.text(at: 1)).isEmpty { numbers.insert(row.number(at: 0)) }
      }
    }
    return numbers.sorted()
  }

  func count(_ count: TallyCells.Count) -> Int { counting == .events ? count.events : count.reports }

  /// Of all classes.
  func total(of term: Term) throws -> Int { try number(of: term).map(total(of:)) ?? 0 }

  func total(of term: Int64) throws -> Int {
    let query = try statement("select \(counting.rawValue) from term where id = ?")
    query.bind(1, term)
    return Int(try query.number() ?? 0)
  }

  /// The counts of a term in all, by class.
  func totals(of term: Int64, _ choice: ClassChoice) throws -> [(eventClass: Int64, count: Int)] {
    let query = try statement("select cells from total where id = ?")
    query.bind(1, term)
    var totals: [(Int64, Int)] = []
    try query.eachRow { row in
      TallyCells.forEach(row.bytes(at: 0)) { _, eventClass, cell in
        let count = count(cell)
        if choice.keeps(eventClass), count > 0 { totals.append((Int64(eventClass), count)) }
      }
    }
    return totals
  }

  /// The events of a term in the chosen classes.
  func stream(_ term: Int64, _ choice: ClassChoice, isAll: Bool = false) throws -> PostingStream {
    let totals = try totals(of: term, choice)
    return PostingStream(
      postings: self, term: term, classes: totals.map(\.eventClass),
      total: totals.reduce(0) { $0 + $1.count }, isEverything: isAll && choice.isAll)
  }
}

/// The numbers of one term in some classes.
struct PostingStream {
  fileprivate let postings: Postings
  fileprivate let term: Int64
  fileprivate let classes: [Int64]
  let total: Int
  /// Every event there is: read from the events themselves, in one go.
  fileprivate let isEverything: Bool

  /// Ascending or descending, at most `limit` of them.
  func ids(in range: Range<Int64>, descending: Bool = false, limit: Int = .max) throws -> [Int64] {
    var ids: [Int64] = []
    let order = "order by id \(descending ? "desc" : "") limit ?"
    try read(range, "id", order) { query, place in
      query.bind(place, Int64(limit))
      try query.eachRow { ids.append($0.number(at: 0)) }
    }
    if !isEverything && classes.count > 1 { if descending { ids.sort(by: >) } else { ids.sort() } }
    return ids.count > limit ? Array(ids[..<limit]) : ids
  }

  func count(in range: Range<Int64>) throws -> Int {
    var count = 0
    try read(range, "count(*)", "") { query, _ in count += Int(try query.number() ?? 0) }
    return count
  }

  func classCounts(in range: Range<Int64>) throws -> [(eventClass: Int64, count: Int)] {
    try classes.map { one in
      let single = PostingStream(
        postings: postings, term: term, classes: [one], total: 0, isEverything: false)
      return (one, try single.count(in: range))
    }
  }

  private func read(
    _ range: Range<Int64>, _ columns: String, _ order: String,
    _ visit: (BulkStatement, _ nextPlace: Int32) throws -> Void
  ) throws {
    if isEverything {
      let events = "event indexed by event_lead where lead is null and id >= ? and id < ?"
      let reports = "event where id >= ? and id < ?"
      let source = postings.counting == .events ? events : reports
      let query = try postings.statement("select \(columns) from \(source) \(order)")
      query.bind(1, range.lowerBound)
      query.bind(2, range.upperBound)
      return try visit(query, 3)
    }
    let role = TermRole.leftOut(postings.counting).rawValue
    let query = try postings.statement(
      "select \(columns) from posting where term = ? and class = ? and id >= ? and id < ? and role <> \(role) \(order)"
    )
    for one in classes {
      query.bind(1, term)
      query.bind(2, one)
      query.bind(3, range.lowerBound)
      query.bind(4, range.upperBound)
      try visit(query, 5)
    }
  }
}
