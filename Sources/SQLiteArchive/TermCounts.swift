import Diplomacy
import GRDB

/// Counts many terms of one facet year by year from the tallies, of which whole months are taken as they are; only
/// months that the days of a filter cut are read.
struct TermCounts {
  private let postings: Postings
  private let choice: ClassChoice
  private let ranges: [Range<Int64>]?
  /// Parts of months that the days leave.
  private let parts: [(range: Range<Int64>, year: Int)]

  init(_ postings: Postings, _ choice: ClassChoice, _ ranges: [Range<Int64>]?) {
    self.postings = postings
    self.choice = choice
    self.ranges = ranges
    parts = (ranges ?? []).flatMap(TermCounts.parts)
  }

  /// The months at both ends of the stretch, where it does not hold them whole.
  private static func parts(of range: Range<Int64>) -> [(range: Range<Int64>, year: Int)] {
    var parts: [Range<Int64>: Int] = [:]
    for id in [range.lowerBound, range.upperBound - 1] where id >= EventNumber.firstDated {
      let day = EventNumber.day(of: id)
      let month = EventNumber.range(year: day.year, month: day.month)
      let part = range.clamped(to: month)
      if part != month, !part.isEmpty { parts[part] = day.year }
    }
    return parts.map { ($0.key, $0.value) }
  }

  /// Visits each count of a term in a year, 0 for no date; or, where years do not matter, in all as year 0. The facet is
  /// one whose values are pairs; of them come those the filter keeps, the `first` of those met most. True where there
  /// may be more.
  @discardableResult func visit(
    _ facet: Term.Facet, _ party: PartyFilter, first: Int = .max, inAll: Bool = false,
    _ visit: (_ dyad: Dyad, _ country: String, _ year: Int, _ count: Int) -> Void
  ) throws -> Bool {
    let (terms, isCut) = try terms(facet, party, first: first)
    var whole: [Int: Bool] = [:]
    for term in terms {
      if inAll, ranges == nil {
        let count = try postings.totals(of: term.id, choice).reduce(0) { $0 + $1.count }
        if count > 0 { visit(term.dyad, term.country, 0, count) }
        continue
      }
      for (year, count) in try counts(term.id, &whole) where count > 0 {
        visit(term.dyad, term.country, year, count)
      }
    }
    return isCut
  }

  typealias PairTerm = (id: Int64, dyad: Dyad, country: String)

  func terms(
    _ facet: Term.Facet, _ party: PartyFilter, first: Int
  ) throws -> (terms: [PairTerm], isCut: Bool) {
    var kept: [PairTerm] = []
    func take(_ row: BulkStatement) {
      let sides = row.text(at: 1).split(separator: "-").compactMap { Country($0) }
      if sides.count == 2, let dyad = Dyad(sides[0], sides[1]), party.keeps(dyad) {
        kept.append((row.number(at: 0), dyad, row.text(at: 2)))
      }
    }
    let columns = "select id, value, country from term where facet = ?"
    if first < .max {
      let met = "max(events, reports)"
      let ranked = try postings.statement(
        "\(columns) and \(met) >= \(FacetQuery.leastRanked) order by \(met) desc")
      ranked.bind(1, facet.rawValue)
      try ranked.rows(while: { row in
        take(row)
        return kept.count < first
      })
      if kept.count >= first { return (kept, true) }
      kept = []
    }
    let all = try postings.statement(columns)
    all.bind(1, facet.rawValue)
    try all.eachRow(take)
    return (kept, false)
  }

  private func counts(_ term: Int64, _ whole: inout [Int: Bool]) throws -> [Int: Int] {
    var counts: [Int: Int] = [:]
    let query = try postings.statement("select id, cells from tally where id between ? and ?")
    query.bind(1, TallyNumber.range(term).first)
    query.bind(2, TallyNumber.range(term).last)
    try query.eachRow { row in
      let year = TallyNumber.year(row.number(at: 0))
      var sum = 0
      TallyCells.forEach(row.bytes(at: 1)) { month, eventClass, cell in
        if choice.keeps(eventClass), isWhole(year, month, &whole) { sum += postings.count(cell) }
      }
      if sum > 0 { counts[year] = sum }
    }
    if !parts.isEmpty {
      let stream = try postings.stream(term, choice)
      for (range, year) in parts { counts[year, default: 0] += try stream.count(in: range) }
    }
    return counts
  }

  /// A year alone is numbered in its January.
  private func isWhole(_ year: Int, _ month: Int, _ known: inout [Int: Bool]) -> Bool {
    guard let ranges else { return true }
    if year == 0 { return false }
    let key = year * 12 + max(month, 1)
    if let answer = known[key] { return answer }
    let range = EventNumber.range(year: year, month: max(month, 1))
    let answer = ranges.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
    known[key] = answer
    return answer
  }
}
