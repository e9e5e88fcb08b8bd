import Archive
import Diplomacy
import GRDB
import Text

/// What a filter asks of a report: words, source, language, day of publication. All of it must hold of one report; words
/// must all stand in it, values of the others are alternatives.
struct AskedReports {
  /// Reports that have it, as far as the index knows, and the events they tell.
  struct Hits {
    let reports: [Int64]
    /// The leader of each report that has one.
    let leads: [Int64: Int64]
    let events: [Int64]
    /// What the index does not decide.
    let unsure: WordHits.Unsure
  }

  private let db: Database
  private let question: KeptQuestion
  private let check: ReportCheck

  init(_ db: Database, _ lists: FoundLists, _ question: KeptQuestion) throws {
    self.db = db
    self.question = question
    check = try ReportCheck(db, question.filter, lists)
  }

  var asksNothing: Bool { check.asksNothing }

  func hits() throws -> Hits {
    let filter = question.filter
    var found: [[Int64]] = []
    var unsure = WordHits.Unsure()
    if let words = try WordHits(filter, db) {
      // The index is asked for all at once, of which no text has to be read without need.
      let sure = words.isExact ? words : WordHits(whole: filter)
      unsure = sure.unsure
      found.append(try numbers(sure.expression ?? ""))
    }
    let languages = Set(filter.kept { if case .language = $0 { $0 } else { nil } })
    if !languages.isEmpty {
      let reports = try Postings(db, .reports)
      let terms = try languages.compactMap { try Term($0).flatMap { try reports.number(of: $0) } }
      let all = ClassChoice(.everything, reports.classes)
      let ids = try terms.flatMap { try reports.stream($0, all).ids(in: 0..<EventNumber.afterAll) }
      found.append(terms.count > 1 ? ids.sorted() : ids)
    }
    let days = filter.kept { if case .published(let it) = $0 { it } else { nil } }
    if !days.isEmpty { found.append(try published(days)) }
    let reports = Kept.intersection(found)
    guard question.postings.counting == .events else {
      return Hits(reports: reports, leads: [:], events: reports, unsure: unsure)
    }
    let leads = try leads(of: reports)
    let events = leads.isEmpty ? reports : Set(reports.map { leads[$0] ?? $0 }).sorted()
    return Hits(reports: reports, leads: leads, events: events, unsure: unsure)
  }

  /// Those of the events of which a report has what the index could not decide.
  func verified(_ hits: Hits, among events: [Int64]) throws -> [Int64] {
    if hits.unsure.isNothing { return events }
    let wanted = Set(events)
    var kept: Set<Int64> = []
    for report in hits.reports {
      let event = hits.leads[report] ?? report
      if wanted.contains(event), !kept.contains(event), try check.keeps(report, hits.unsure) {
        kept.insert(event)
      }
    }
    return kept.sorted()
  }

  private func published(_ days: [DaySpan]) throws -> [Int64] {
    let rows = try StoredRow.fetchCursor(
      db,
      sql: """
        select event.id as number, published from article join event on event.article = article.id
        where published is not null
        """)
    var numbers: [Int64] = []
    while let row = try rows.next() {
      let day = try StoredDate.read(row["published"])?.earliest
      if let day, days.contains(where: { $0.contains(day) }) { numbers.append(row["number"]) }
    }
    return numbers.sorted()
  }

  private func numbers(_ expression: String) throws -> [Int64] {
    let query = try BulkStatement(
      db, "select rowid from search where search match ? and rowid >= ? and rowid < ? order by rowid")
    // A led report may be of another order than the days: the leader's day decides, and it is the same day.
    var hits: [Int64] = []
    for range in question.ranges ?? [0..<EventNumber.afterAll] {
      query.bind(1, expression)
      query.bind(2, range.lowerBound)
      query.bind(3, range.upperBound)
      try query.eachRow { hits.append($0.number(at: 0)) }
    }
    return hits
  }

  /// A led report stands for the event that its leader heads.
  private func leads(of hits: [Int64]) throws -> [Int64: Int64] {
    let events = try total(.events)
    let reports = try total(.reports)
    if hits.isEmpty || events == reports { return [:] }
    var leads: [Int64: Int64] = [:]
    if reports - events < hits.count * 4 {
      let query = try BulkStatement(db, "select id, lead from event indexed by event_lead where lead > 0")
      try query.eachRow { leads[$0.number(at: 0)] = $0.number(at: 1) }
    } else {
      let query = try BulkStatement(db, "select lead from event where id = ?")
      for id in hits {
        query.bind(1, id)
        if let lead = try query.number() { leads[id] = lead }
      }
    }
    return leads
  }

  private func total(_ counting: Counting) throws -> Int {
    let postings = try Postings(db, counting)
    return try postings.total(of: .all)
  }
}
