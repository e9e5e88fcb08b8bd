import Diplomacy
import Foundation
import GRDB

/// Where terms must stand and what must be counted, worked out from the events alone.
final class ExpectedTerms {
  private struct Cell: Hashable {
    let term: Term
    let year: Int
    let month: Int
    let eventClass: EventClass
  }

  private let db: Database
  private var cells: [Cell: TallyCells.Count] = [:]
  private var postings = 0
  private var missing = 0

  init(_ db: Database) { self.db = db }

  func read(_ progressed: (Int) -> Void) throws {
    let query = try BulkStatement(
      db,
      """
      select role from posting where term = (select id from term where facet = ? and value = ? and country = ?)
      and class = (select id from class where kind = ? and level = ?) and id = ?
      """)
    let rows = try StoredRow.fetchCursor(
      db,
      sql: """
        select event.*, packed, language from event join detail using(id)
        join article on article.id = event.article order by event.id
        """)
    var done = 0
    while let row = try rows.next() {
      let id: Int64 = row["id"]
      let event = try EventDetail(row.bytes("packed"), of: id)
        .event(try EventTable.timelineRow(row, headline: ""))
      let lead: Int64? = row["lead"]
      let own = try EventTable(db).terms(of: event, in: ArticleTable.language(row["language"]), at: id)
      try expect(own, event, id, lead == nil ? .own : .led, query)
      if lead == nil { try expect(inherited(by: id).subtracting(own), event, id, .inherited, query) }
      done += 1
      progressed(done)
    }
  }

  private func inherited(by id: Int64) throws -> Set<Term> {
    var terms: Set<Term> = []
    let sql = "select id from event where lead = ?"
    for led in try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [id]) {
      if let (_, told) = try EventTable(db).terms(led) { terms.formUnion(told.inherited) }
    }
    return terms
  }

  private func expect(
    _ terms: Set<Term>, _ event: Event, _ id: Int64, _ role: TermRole, _ query: BulkStatement
  ) throws {
    let eventClass = EventClass(event)
    for term in terms {
      let words = [
        term.facet.rawValue, term.value, term.country, eventClass.kind.rawValue, eventClass.level.rawValue,
      ]
      for (place, word) in words.enumerated() { query.bind(Int32(place + 1), word) }
      query.bind(6, id)
      if try query.number() != role.rawValue { missing += 1 }
      postings += 1
      let cell = Cell(
        term: term, year: event.date?.year ?? 0, month: event.date?.month ?? 0, eventClass: eventClass)
      cells[cell, default: TallyCells.Count()].add(role, 1)
    }
  }

  func findings() throws -> [String] {
    var findings: [String] = []
    if missing > 0 { findings.append("\(missing) entries by which events are found are missing or wrong.") }
    let rows = try Int.fetchOne(db, sql: "select count(*) from posting") ?? 0
    if rows > postings {
      findings.append("\(rows - postings) entries by which events are found are too many.")
    }
    let sums = cells.reduce(into: [Cell: TallyCells.Count]()) { sums, entry in
      let cell = Cell(term: entry.key.term, year: 0, month: 0, eventClass: entry.key.eventClass)
      sums[cell, default: TallyCells.Count()].add(entry.value)
    }
    if try counted() != sums.reduce(into: [:], { $0[$1.key.term, default: TallyCells.Count()].add($1.value) })
    {
      findings.append("The counts of names and pairs do not agree with the events.")
    }
    if try kept("tally", { (TallyNumber.term($0), TallyNumber.year($0)) }) != cells {
      findings.append("The counts by month do not agree with the events.")
    }
    if try kept("total", { ($0, 0) }) != sums {
      findings.append("The counts in all do not agree with the events.")
    }
    return findings
  }

  private func counted() throws -> [Term: TallyCells.Count] {
    var counts: [Term: TallyCells.Count] = [:]
    let sql = "select * from term where events <> 0 or reports <> 0"
    for row in try StoredRow.fetchAll(db, sql: sql) {
      if let term = Term(facet: row["facet"], value: StoredText.read(row["value"]), country: row["country"]) {
        counts[term] = TallyCells.Count(events: row["events"], reports: row["reports"])
      }
    }
    return counts
  }

  private func kept(_ table: String, _ key: (Int64) -> (term: Int64, year: Int)) throws -> [Cell: TallyCells
    .Count]
  {
    let postings = try Postings(db, .events)
    var terms: [Int64: Term] = [:]
    for row in try StoredRow.fetchAll(db, sql: "select id, facet, value, country from term") {
      terms[row["id"]] = Term(
        facet: row["facet"], value: StoredText.read(row["value"]), country: row["country"])
    }
    var cells: [Cell: TallyCells.Count] = [:]
    try BulkStatement(db, "select id, cells from \(table)").eachRow { row in
      let (number, year) = key(row.number(at: 0))
      TallyCells.forEach(row.bytes(at: 1)) { month, eventClass, count in
        guard let term = terms[number], postings.classes.indices.contains(eventClass),
          let one = postings.classes[eventClass]
        else {
          cells[Cell(term: .all, year: -1, month: 0, eventClass: EventClass(kind: .other, level: .other))] =
            count
          return
        }
        cells[Cell(term: term, year: year, month: month, eventClass: one)] = count
      }
    }
    return cells
  }
}
