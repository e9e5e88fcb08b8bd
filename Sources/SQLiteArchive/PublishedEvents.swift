import Diplomacy
import GRDB
import Synchronization

/// What a filter keeps, in the order of publication; numbers are those of the table `publication`.
protocol PublishedOrder: KeptEvents {}

/// Kept by parties, kinds and levels: counted by months, of which only the one a row stands in is read.
struct PublishedEvents: PublishedOrder {
  struct Segment: Sendable {
    let year: Int
    /// 0 for a year alone, which stands at the first of January.
    let month: Int
    let count: Int
  }

  private struct Stretch {
    let range: Range<Int64>
    let count: Int
    let before: Int
  }

  private let postings: Postings
  private let condition: String
  private let segments: [Segment]
  private let stretches: [Stretch]
  let total: Int
  let undated: Int

  init(_ postings: Postings, _ filter: Filter, segments: [Segment]) {
    self.postings = postings
    condition = PublishedEvents.condition(filter)
    self.segments = segments
    var stretches: [Stretch] = []
    var before = 0
    for segment in segments where segment.count > 0 {
      let range = EventNumber.range(year: segment.year, month: max(1, segment.month))
      // A year alone and its January are one stretch of numbers.
      if let last = stretches.last, last.range == range {
        stretches[stretches.count - 1] = Stretch(
          range: range, count: last.count + segment.count, before: last.before)
      } else {
        stretches.append(Stretch(range: range, count: segment.count, before: before))
      }
      before += segment.count
    }
    self.stretches = stretches
    total = before
    undated = segments.first { $0.year == 0 }?.count ?? 0
  }

  /// Counts by month of publication, in order.
  static func segments(_ postings: Postings, _ filter: Filter) throws -> [Segment] {
    let count = filter.counting == .events ? "events" : "reports"
    let query = try postings.statement(
      """
      select year, month, sum(\(count)) from published_count where \(facets(filter))
      group by year, month order by year, month
      """)
    var segments: [Segment] = []
    try query.eachRow { row in
      let (year, month) = (Int(row.number(at: 0)), Int(row.number(at: 1)))
      let count = Int(row.number(at: 2))
      if count > 0 { segments.append(Segment(year: year, month: month, count: count)) }
    }
    return segments
  }

  func months() -> [MonthCount] {
    segments.filter { $0.year > 0 }.map { MonthCount(year: $0.year, month: $0.month, events: $0.count) }
  }

  func classCounts() throws -> [EventClass: Int] { [:] }

  func rank(below number: Int64) throws -> Int {
    guard let stretch = stretches.first(where: { number < $0.range.upperBound }) else { return total }
    guard number > stretch.range.lowerBound else { return stretch.before }
    let query = try postings.statement("select count(*) from \(source) where \(condition)")
    query.bind(1, stretch.range.lowerBound)
    query.bind(2, number)
    return stretch.before + Int(try query.number() ?? 0)
  }

  func ids(_ ranks: Range<Int>) throws -> [Int64] {
    var numbers: [Int64] = []
    for stretch in stretches {
      let part = ranks.clamped(to: stretch.before..<stretch.before + stretch.count)
      if part.isEmpty { continue }
      numbers += try read(stretch, part.lowerBound - stretch.before..<part.upperBound - stretch.before)
    }
    return numbers
  }

  /// Read from the nearer end.
  private func read(_ stretch: Stretch, _ places: Range<Int>) throws -> [Int64] {
    let isDescending = stretch.count - places.lowerBound < places.upperBound
    let skipped = isDescending ? stretch.count - places.upperBound : places.lowerBound
    let query = try postings.statement(
      """
      select number from \(source) where \(condition)
      order by number \(isDescending ? "desc" : "") limit ? offset ?
      """)
    query.bind(1, stretch.range.lowerBound)
    query.bind(2, stretch.range.upperBound)
    query.bind(3, Int64(places.count))
    query.bind(4, Int64(skipped))
    var numbers: [Int64] = []
    try query.eachRow { numbers.append($0.number(at: 0)) }
    guard numbers.count == places.count else { throw DamagedRow(what: "the counts of publication") }
    return isDescending ? numbers.reversed() : numbers
  }

  // MARK: conditions

  private var source: String { "publication cross join event on event.id = publication.event" }

  private static func condition(_ filter: Filter) -> String {
    let rows = filter.counting == .events ? "lead is null and " : ""
    return "number >= ? and number < ? and " + rows + facets(filter)
  }

  /// Codes and words are those of our own lists; none comes from a text.
  private static func facets(_ filter: Filter) -> String {
    func list(_ words: [String]) -> String { "(" + words.map { "'\($0)'" }.joined(separator: ", ") + ")" }
    func countries(_ countries: [Country]) -> String {
      let codes = list(countries.map(\.code))
      return "(first in \(codes) or second in \(codes))"
    }
    func dyads(_ dyads: [Dyad]) -> String {
      let pairs = dyads.map {
        "(min(first, second) = '\($0.low.code)' and max(first, second) = '\($0.high.code)')"
      }
      return "(" + pairs.joined(separator: " or ") + ")"
    }
    var parts = ["1"]
    if !filter.countries.isEmpty { parts.append(countries(filter.countries)) }
    if !filter.excludedCountries.isEmpty { parts.append("not " + countries(filter.excludedCountries)) }
    if !filter.dyads.isEmpty { parts.append(dyads(filter.dyads)) }
    if !filter.excludedDyads.isEmpty { parts.append("not " + dyads(filter.excludedDyads)) }
    if !filter.kinds.isEmpty { parts.append("kind in " + list(filter.kinds.map(\.rawValue))) }
    if !filter.excludedKinds.isEmpty {
      parts.append("kind not in " + list(filter.excludedKinds.map(\.rawValue)))
    }
    if !filter.levels.isEmpty { parts.append("level in " + list(filter.levels.map(\.rawValue))) }
    if !filter.excludedLevels.isEmpty {
      parts.append("level not in " + list(filter.excludedLevels.map(\.rawValue)))
    }
    return parts.joined(separator: " and ")
  }
}

/// Kept by what no month counts: a list of numbers, ascending.
struct PublishedList: PublishedOrder {
  let postings: Postings
  private let list: ListedEvents

  init(_ postings: Postings, numbers: [Int64]) {
    self.postings = postings
    list = ListedEvents(postings: postings, numbers: numbers)
  }

  var total: Int { list.total }
  var undated: Int { list.undated }
  func rank(below number: Int64) -> Int { list.rank(below: number) }
  func ids(_ ranks: Range<Int>) -> [Int64] { list.ids(ranks) }
  func classCounts() throws -> [EventClass: Int] { [:] }

  func months() throws -> [MonthCount] {
    let query = try postings.statement(
      """
      select length(published) from publication join event on event.id = publication.event
      join article on article.id = event.article where number = ?
      """)
    return try list.months { number in
      query.bind(1, number)
      return try query.number() == 4
    }
  }

  /// Where events stand in the order of publication.
  static func numbers(of events: [Int64], _ postings: Postings) throws -> [Int64] {
    let query = try postings.statement("select number from publication where event = ?")
    return try events.compactMap { id -> Int64? in
      query.bind(1, id)
      return try query.number()
    }.sorted()
  }
}

/// Counts by month of publication for the last filters, so that paging counts nothing twice.
final class PublishedCounts: Sendable {
  private struct Entry {
    let filter: Filter
    let commits: Int
    let segments: [PublishedEvents.Segment]
  }

  private static let most = 8
  private let entries = Mutex<[Entry]>([])

  func segments(
    _ filter: Filter, _ commits: Int, _ make: () throws -> [PublishedEvents.Segment]
  ) rethrows -> [PublishedEvents.Segment] {
    let known = entries.withLock { entries in
      entries.first { $0.filter == filter && $0.commits == commits }?.segments
    }
    if let known { return known }
    let segments = try make()
    entries.withLock { entries in
      entries.removeAll { $0.filter == filter || $0.commits < commits }
      entries.append(Entry(filter: filter, commits: commits, segments: segments))
      if entries.count > PublishedCounts.most { entries.removeFirst() }
    }
    return segments
  }
}
