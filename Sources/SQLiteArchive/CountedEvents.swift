import Diplomacy
import GRDB

/// Events kept by parties, kinds, levels and days (or by one term alone): counted by the tallies, of which whole
/// months are taken as they are; only months that the days cut, and the month a row stands in, are read.
final class CountedEvents: KeptEvents {
  /// A stretch of numbers and how many of the kept events lie in it.
  private struct Segment {
    let range: Range<Int64>
    let year: Int
    /// 1 to 12.
    let month: Int
    let count: Int
    /// Those of which only the year is known: they are numbered at the first of January.
    let yearOnly: Int
    /// Kept before it.
    let before: Int
    let isWhole: Bool
  }

  private let postings: Postings
  private let choice: ClassChoice
  private let sum: [(stream: PostingStream, term: Int64, weight: Int)]
  private let drivers: [PostingStream]
  private let removed: [PostingStream]
  private let isOneTerm: Bool
  private let segments: [Segment]
  /// Of the years of which all is kept, by class, where days cut nothing.
  private let ranges: [Range<Int64>]?
  let total: Int
  let undated: Int

  init(
    _ postings: Postings, _ choice: ClassChoice, sum: [Term: Int], drivers: [Term], removed: [Term],
    _ ranges: [Range<Int64>]?
  ) throws {
    func resolve(_ term: Term) throws -> (PostingStream, Int64)? {
      guard let number = try postings.number(of: term) else { return nil }
      return (try postings.stream(number, choice, isAll: term == .all), number)
    }
    self.postings = postings
    self.choice = choice
    self.ranges = ranges
    self.sum = try sum.compactMap { term, weight in
      try weight == 0 ? nil : resolve(term).map { ($0.0, $0.1, weight) }
    }
    self.drivers = try drivers.compactMap { try resolve($0)?.0 }
    self.removed = try removed.compactMap { try resolve($0)?.0 }
    isOneTerm = self.drivers.count <= 1 && self.removed.isEmpty
    let counted = try CountedEvents.segments(postings, choice, self.sum, ranges)
    segments = counted
    undated = counted.first.map { $0.year == 0 ? $0.count : 0 } ?? 0
    total = counted.last.map { $0.before + $0.count } ?? 0
  }

  /// Events of one term alone, whatever its facet.
  convenience init(_ postings: Postings, _ choice: ClassChoice, only term: Term, _ ranges: [Range<Int64>]?)
    throws
  {
    try self.init(postings, choice, sum: [term: 1], drivers: [term], removed: [], ranges)
  }

  // MARK: counting

  /// Counts by year * 13 + month, month 0 for the year alone; year 0 for no date.
  private static func histogram(
    _ postings: Postings, _ choice: ClassChoice, _ sum: [(stream: PostingStream, term: Int64, weight: Int)]
  ) throws -> [Int: Int] {
    var months: [Int: Int] = [:]
    let query = try postings.statement("select id, cells from tally where id between ? and ?")
    for (_, term, weight) in sum {
      let range = TallyNumber.range(term)
      query.bind(1, range.first)
      query.bind(2, range.last)
      try query.eachRow { row in
        let year = TallyNumber.year(row.number(at: 0))
        var counts = [Int](repeating: 0, count: 13)
        TallyCells.forEach(row.bytes(at: 1)) { month, eventClass, cell in
          if choice.keeps(eventClass), month < 13 { counts[month] += postings.count(cell) }
        }
        for (month, count) in counts.enumerated() where count != 0 {
          months[year * 13 + month, default: 0] += weight * count
        }
      }
    }
    return months
  }

  private static func segments(
    _ postings: Postings, _ choice: ClassChoice, _ sum: [(stream: PostingStream, term: Int64, weight: Int)],
    _ ranges: [Range<Int64>]?
  ) throws -> [Segment] {
    let histogram = try histogram(postings, choice, sum)
    var segments: [Segment] = []
    var before = 0
    func append(
      _ range: Range<Int64>, _ year: Int, _ month: Int, _ count: Int, _ yearOnly: Int, isWhole: Bool
    ) {
      if count <= 0 { return }
      segments.append(
        Segment(
          range: range, year: year, month: month, count: count, yearOnly: yearOnly, before: before,
          isWhole: isWhole))
      before += count
    }
    // A year alone is numbered in its January.
    let months = Set(histogram.keys.map { $0 % 13 == 0 ? $0 + 1 : $0 }).sorted()
    for key in months {
      let (year, month) = (key / 13, key % 13)
      let yearOnly = month == 1 ? histogram[key - 1] ?? 0 : 0
      let count = (histogram[key] ?? 0) + yearOnly
      let whole = EventNumber.range(year: year, month: month)
      guard let ranges else {
        append(whole, year, month, count, year == 0 ? 0 : yearOnly, isWhole: true)
        continue
      }
      for range in year == 0 ? [] : ranges where range.overlaps(whole) {
        let part = range.clamped(to: whole)
        if part == whole {
          append(whole, year, month, count, yearOnly, isWhole: true)
        } else {
          let inPart = try sum.reduce(0) { try $0 + $1.weight * $1.stream.count(in: part) }
          let firstDay = part.lowerBound == whole.lowerBound
          append(part, year, month, inPart, firstDay ? yearOnly : 0, isWhole: false)
        }
      }
    }
    return segments
  }

  func months() -> [MonthCount] {
    var counts: [MonthCount] = []
    func add(_ year: Int, _ month: Int, _ events: Int) {
      if events == 0 { return }
      if let last = counts.last, last.year == year, last.month == month {
        counts[counts.count - 1] = MonthCount(year: year, month: month, events: last.events + events)
      } else {
        counts.append(MonthCount(year: year, month: month, events: events))
      }
    }
    for segment in segments where segment.year > 0 {
      add(segment.year, 0, segment.yearOnly)
      add(segment.year, segment.month, segment.count - segment.yearOnly)
    }
    return counts
  }

  func classCounts() throws -> [EventClass: Int] {
    var counts: [Int64: Int] = [:]
    if ranges == nil {
      for (_, term, weight) in sum {
        for (eventClass, count) in try postings.totals(of: term, choice) {
          counts[eventClass, default: 0] += weight * count
        }
      }
    } else {
      try addClasses(of: segments.filter(\.isWhole), to: &counts)
      for segment in segments where !segment.isWhole {
        for (stream, _, weight) in sum {
          for (eventClass, count) in try stream.classCounts(in: segment.range) {
            counts[eventClass, default: 0] += weight * count
          }
        }
      }
    }
    var named: [EventClass: Int] = [:]
    for (number, count) in counts where count > 0 {
      guard postings.classes.indices.contains(Int(number)) else { throw DamagedRow(what: "the counts") }
      if let one = postings.classes[Int(number)] { named[one] = count }
    }
    return named
  }

  private func addClasses(of whole: [Segment], to counts: inout [Int64: Int]) throws {
    let months = Set(whole.flatMap { [$0.year * 13 + $0.month] + ($0.month == 1 ? [$0.year * 13] : []) })
    let query = try postings.statement("select id, cells from tally where id between ? and ?")
    for (_, term, weight) in sum {
      query.bind(1, TallyNumber.range(term).first)
      query.bind(2, TallyNumber.range(term).last)
      try query.eachRow { row in
        let year = TallyNumber.year(row.number(at: 0))
        TallyCells.forEach(row.bytes(at: 1)) { month, eventClass, cell in
          if choice.keeps(eventClass), months.contains(year * 13 + month) {
            counts[Int64(eventClass), default: 0] += weight * postings.count(cell)
          }
        }
      }
    }
  }

  // MARK: rows

  func rank(below id: Int64) throws -> Int {
    guard let index = segments.firstIndex(where: { id < $0.range.upperBound }) else { return total }
    let segment = segments[index]
    guard id > segment.range.lowerBound else { return segment.before }
    // Counted from the nearer end.
    let (low, high) = (segment.range.lowerBound..<id, id..<segment.range.upperBound)
    let isLower = low.count < high.count
    let inside = try sum.reduce(0) { try $0 + $1.weight * $1.stream.count(in: isLower ? low : high) }
    return segment.before + (isLower ? inside : segment.count - inside)
  }

  func ids(_ ranks: Range<Int>) throws -> [Int64] {
    var ids: [Int64] = []
    for segment in segments {
      let part = ranks.clamped(to: segment.before..<(segment.before + segment.count))
      if part.isEmpty { continue }
      ids += try self.ids(segment, (part.lowerBound - segment.before)..<(part.upperBound - segment.before))
    }
    return ids
  }

  /// Read from the nearer end of the segment.
  private func ids(_ segment: Segment, _ places: Range<Int>) throws -> [Int64] {
    let fromEnd = segment.count - places.lowerBound
    let descending = fromEnd < places.upperBound
    let wanted = descending ? fromEnd : places.upperBound
    var ids = try merged(segment.range, descending, wanted)
    guard ids.count >= wanted else {
      throw DamagedRow(what: "the counts of \(segment.year)-\(segment.month)")
    }
    ids = Array(ids[..<wanted])
    if descending { ids.reverse() }
    let skipped = descending ? 0 : places.lowerBound
    return Array(ids[skipped..<(skipped + places.count)])
  }

  private func merged(_ range: Range<Int64>, _ descending: Bool, _ wanted: Int) throws -> [Int64] {
    if isOneTerm {
      return try drivers.first?.ids(in: range, descending: descending, limit: wanted) ?? []
    }
    if removed.isEmpty {
      var ids = Set<Int64>()
      for driver in drivers {
        ids.formUnion(try driver.ids(in: range, descending: descending, limit: wanted))
      }
      return ids.sorted { descending ? $0 > $1 : $0 < $1 }
    }
    var ids = Set<Int64>()
    for driver in drivers { ids.formUnion(try driver.ids(in: range)) }
    for stream in removed { ids.subtract(try stream.ids(in: range)) }
    return ids.sorted { descending ? $0 > $1 : $0 < $1 }
  }
}
