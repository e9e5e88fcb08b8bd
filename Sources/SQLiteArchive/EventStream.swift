import Archive
import Diplomacy
import GRDB
import Text

/// What a filter keeps, read from any number on in either direction, without knowing how much there is: what is likely
/// to be rarest is walked through, and all else is asked of each event met. The first of many are there at once.
struct EventStream {
  private enum Source {
    case words(WordHits)
    case kept(any KeptEvents)
  }

  /// Texts that are read in vain before the index is asked for all reports of a begun word.
  private static let mostMisses = 400

  private let db: Database
  private let question: KeptQuestion
  private let check: EventCheck
  private let reports: ReportCheck
  private let source: Source
  /// All events that parties, classes and terms keep, where they are few.
  private let few: Set<Int64>?

  /// Events that are rather read in one go than looked up one by one.
  private static let fewEvents = 20_000

  init(_ db: Database, _ question: KeptQuestion, _ lists: FoundLists) throws {
    self.db = db
    self.question = question
    check = try EventCheck(db, question.filter, question.postings, lists)
    reports = try ReportCheck(db, question.filter, lists)
    let rarest = try EventStream.rarest(question)
    source = try EventStream.source(db, question, rarest)
    few =
      try rarest.map { try $0.total <= EventStream.fewEvents ? EventStream.numbers(of: $0.kept()) : nil }
      ?? nil
  }

  private static func source(_ db: Database, _ question: KeptQuestion, _ rarest: Rarest?) throws -> Source {
    let all = try question.postings.total(of: .all)
    if let words = try WordHits(question.filter, db) {
      // Words are met about as often among the others' events as anywhere; reading a text costs ten rows.
      guard let rarest, rarest.total * rarest.total < all * 4 else { return .words(words) }
      return .kept(try rarest.kept())
    }
    return .kept(try rarest?.kept() ?? question.tallied())
  }

  private static func numbers(of kept: any KeptEvents) throws -> Set<Int64> {
    Set(try kept.ids(0..<kept.total))
  }

  private typealias Rarest = (total: Int, kept: () throws -> any KeptEvents)

  private static func rarest(_ question: KeptQuestion) throws -> Rarest? {
    let postings = question.postings
    var sources: [Rarest] = []
    if !question.party.isOpen || !question.choice.isAll || question.ranges != nil {
      let tallied = try question.tallied()
      let drivers = question.party.removed.isEmpty ? question.party.drivers : []
      let terms = try drivers.compactMap { try postings.number(of: $0) }
      if tallied.total <= fewEvents, !terms.isEmpty {
        sources.append((tallied.total, { try listed(terms, question) }))
      } else {
        sources.append((tallied.total, { tallied }))
      }
    }
    for values in EventCheck.sorts(question.filter) where values.count == 1 {
      if let term = Term(values[0]) {
        let total = try postings.total(of: term)
        if total <= fewEvents {
          let terms = try postings.number(of: term).map { [$0] } ?? []
          sources.append((total, { try listed(terms, question) }))
        } else {
          sources.append(
            (total, { try CountedEvents(postings, question.choice, only: term, question.ranges) }))
        }
      } else if case .person(let name) = values[0] {
        let terms = try postings.numbers(ofPeople: [name])
        sources.append(
          (try terms.reduce(0) { try $0 + postings.total(of: $1) }, { try listed(terms, question) }))
      }
    }
    return sources.min { $0.total < $1.total }
  }

  private static func listed(_ terms: [Int64], _ question: KeptQuestion) throws -> ListedEvents {
    var numbers: Set<Int64> = []
    for term in terms {
      numbers.formUnion(
        try (question.ranges ?? [0..<EventNumber.afterAll]).flatMap {
          try question.postings.stream(term, question.choice).ids(in: $0)
        })
    }
    return ListedEvents(postings: question.postings, numbers: numbers.sorted())
  }

  /// The first of the range in that direction, at most `limit`; fewer only where there are no more.
  func ids(in range: Range<Int64>, descending: Bool, limit: Int) throws -> [Int64] {
    if range.isEmpty || limit <= 0 { return [] }
    switch source {
    case .words(let hits): return try ids(hits, range, descending, limit)
    case .kept(let kept): return try ids(kept, range, descending, limit)
    }
  }

  // MARK: from the counts

  private func ids(
    _ kept: any KeptEvents, _ range: Range<Int64>, _ descending: Bool, _ limit: Int
  ) throws -> [Int64] {
    var rest = try kept.rank(below: range.lowerBound)..<kept.rank(below: range.upperBound)
    var ids: [Int64] = []
    var length = 2 * limit
    while !rest.isEmpty, ids.count < limit {
      let part = descending ? rest.suffix(length) : rest.prefix(length)
      rest = descending ? rest.lowerBound..<part.lowerBound : part.upperBound..<rest.upperBound
      let numbers = try kept.ids(part.lowerBound..<part.upperBound)
      for id in descending ? numbers.reversed() : numbers where ids.count < limit {
        if try check.keeps(id) { ids.append(id) }
      }
      length = min(length * 2, 8192)
    }
    return ids
  }

  // MARK: from the index

  private func ids(
    _ hits: WordHits, _ range: Range<Int64>, _ descending: Bool, _ limit: Int
  ) throws -> [Int64] {
    var days = DaysOfHits(range: range, descending: descending, limit: limit)
    var misses = 0
    var stoppedAt: Int64?
    try eachReport(hits, days.wholeDays, descending) { id in
      if days.isFull(before: id) { return false }
      let event = try leader(id)
      if days.has(event) || few?.contains(event) == false { return true }
      guard try check.isOpen || check.keepsButForReports(event) else { return true }
      if try reports.keeps(id, hits.unsure) {
        days.take(event)
      } else {
        misses += 1
        if misses > EventStream.mostMisses, !hits.isExact { stoppedAt = id }
      }
      return stoppedAt == nil
    }
    guard let stoppedAt else { return days.ids }
    // The day at which it stopped is read again as a whole.
    let border = EventNumber.first(inBlock: EventNumber.block(of: stoppedAt) + (descending ? 1 : 0))
    let rest =
      descending
      ? range.lowerBound..<min(border, range.upperBound) : max(border, range.lowerBound)..<range.upperBound
    let found = days.ids.filter { !rest.contains($0) }
    return try found
      + ids(WordHits(whole: question.filter), rest, descending, limit - found.count)
  }

  private func eachReport(
    _ hits: WordHits, _ range: Range<Int64>, _ descending: Bool, _ visit: (Int64) throws -> Bool
  ) throws {
    let order = "order by \(hits.expression == nil ? "id" : "rowid") \(descending ? "desc" : "")"
    let query = try question.postings.statement(
      hits.expression == nil
        ? "select id from event where id >= ? and id < ? \(order)"
        : "select rowid from search where rowid >= ? and rowid < ? and search match ? \(order)")
    query.bind(1, range.lowerBound)
    query.bind(2, range.upperBound)
    if let expression = hits.expression { query.bind(3, expression) }
    try query.rows(while: { try visit($0.number(at: 0)) })
  }

  private func leader(_ id: Int64) throws -> Int64 {
    guard question.postings.counting == .events else { return id }
    let query = try question.postings.statement("select lead from event where id = ?")
    query.bind(1, id)
    return try query.number() ?? id
  }
}

/// Gathers events as their reports are met, day by day: a report and the one that leads it are of one day, but not always
/// met in the order of their events.
private struct DaysOfHits {
  let range: Range<Int64>
  let descending: Bool
  let limit: Int
  private var found: [Int64] = []
  private var day: Set<Int64> = []
  private var block: Int64?

  init(range: Range<Int64>, descending: Bool, limit: Int) {
    self.range = range
    self.descending = descending
    self.limit = limit
  }

  /// The range with all reports of its first and last day.
  var wholeDays: Range<Int64> {
    let last = EventNumber.block(of: range.upperBound - 1)
    return EventNumber.first(
      inBlock: EventNumber.block(of: range.lowerBound))..<EventNumber.first(inBlock: last + 1)
  }

  var ids: [Int64] { Array((found + ordered).prefix(limit)) }

  private var ordered: [Int64] { day.sorted { descending ? $0 > $1 : $0 < $1 } }

  /// Whether enough is found in the days before that of the report.
  mutating func isFull(before report: Int64) -> Bool {
    let block = EventNumber.block(of: report)
    if self.block != block {
      found += ordered
      day.removeAll(keepingCapacity: true)
      self.block = block
    }
    return found.count >= limit
  }

  func has(_ event: Int64) -> Bool { day.contains(event) }

  mutating func take(_ event: Int64) { if range.contains(event) { day.insert(event) } }
}
