import Diplomacy
import GRDB

/// The events (or reports) a filter keeps, in the order of their numbers: undated ones first, then by day.
protocol KeptEvents {
  var total: Int { get }
  /// How many of them have no date.
  var undated: Int { get }
  /// How many have a smaller number.
  func rank(below id: Int64) throws -> Int
  /// The numbers at those ranks, ascending.
  func ids(_ ranks: Range<Int>) throws -> [Int64]
  func months() throws -> [MonthCount]
  func classCounts() throws -> [EventClass: Int]
}

/// Which kinds and levels a filter keeps.
struct ClassChoice {
  /// By the number of the class; nil keeps all.
  private let kept: [Bool]?

  init(_ filter: Filter, _ classes: [EventClass?]) {
    let kinds = Set(filter.kinds)
    let levels = Set(filter.levels)
    let lessKinds = Set(filter.excludedKinds)
    let lessLevels = Set(filter.excludedLevels)
    if kinds.isEmpty && levels.isEmpty && lessKinds.isEmpty && lessLevels.isEmpty {
      kept = nil
      return
    }
    kept = classes.map { one in
      guard let one else { return false }
      return (kinds.isEmpty || kinds.contains(one.kind)) && (levels.isEmpty || levels.contains(one.level))
        && !lessKinds.contains(one.kind) && !lessLevels.contains(one.level)
    }
  }

  var isAll: Bool { kept == nil }

  func keeps(_ eventClass: Int) -> Bool {
    guard let kept else { return true }
    return kept.indices.contains(eventClass) && kept[eventClass]
  }
}

/// Stretches of event numbers that a filter keeps by day: in order, apart. Nil keeps undated events too.
enum DayRanges {
  static func of(_ filter: Filter) -> [Range<Int64>]? {
    let ranges = filter.kept { value -> Range<Int64>? in
      guard case .days(let span) = value else { return nil }
      let first =
        span.from.map { EventNumber.first(inBlock: EventNumber.block(of: $0)) } ?? EventNumber.firstDated
      let after =
        span.to.map { EventNumber.first(inBlock: EventNumber.block(of: $0) + 1) } ?? EventNumber.afterAll
      return first..<max(first, after)
    }
    if ranges.isEmpty { return nil }
    var merged: [Range<Int64>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged.filter { !$0.isEmpty }
  }
}

/// Which pairs a filter keeps, as sums of terms: an event has exactly two parties, so a union of countries is their
/// sum less the pairs among them.
struct PartyFilter {
  private let countries: Set<Country>
  private let excluded: Set<Country>
  private let dyads: Set<Dyad>
  private let excludedDyads: Set<Dyad>

  init(_ filter: Filter) {
    countries = Set(filter.countries)
    excluded = Set(filter.excludedCountries)
    dyads = Set(filter.dyads)
    excludedDyads = Set(filter.excludedDyads)
  }

  /// Every pair is kept.
  var isOpen: Bool { countries.isEmpty && excluded.isEmpty && dyads.isEmpty && excludedDyads.isEmpty }

  func keeps(_ dyad: Dyad) -> Bool { keepsButForPairs(dyad) && !excludedDyads.contains(dyad) }

  private func keepsButForPairs(_ dyad: Dyad) -> Bool {
    (dyads.isEmpty || dyads.contains(dyad))
      && (countries.isEmpty || countries.contains(dyad.low) || countries.contains(dyad.high))
      && !excluded.contains(dyad.low) && !excluded.contains(dyad.high)
  }

  /// Terms whose events together hold all that is kept, and terms whose events are then taken out.
  var drivers: [Term] {
    if !dyads.isEmpty { return dyads.filter(keeps).sorted().map { .dyad($0) } }
    if countries.isEmpty { return [.all] }
    return countries.subtracting(excluded).sorted().map { .country($0) }
  }

  var removed: [Term] {
    if !dyads.isEmpty { return [] }
    return excluded.sorted().map { .country($0) } + excludedDyads.sorted().map { .dyad($0) }
  }

  /// How often the count of each term is added to give the count of what is kept.
  var sum: [Term: Int] {
    var sum: [Term: Int] = [:]
    for driver in drivers { sum[driver, default: 0] += 1 }
    if !dyads.isEmpty { return sum }
    let kept = countries.subtracting(excluded).sorted()
    let less = excluded.sorted()
    if countries.isEmpty {
      for country in less { sum[.country(country), default: 0] -= 1 }
      for pair in PartyFilter.pairs(less) { sum[.dyad(pair), default: 0] += 1 }
    } else {
      for pair in PartyFilter.pairs(kept) { sum[.dyad(pair), default: 0] -= 1 }
      for one in kept {
        for other in less { if let pair = Dyad(one, other) { sum[.dyad(pair), default: 0] -= 1 } }
      }
    }
    for pair in excludedDyads where keepsButForPairs(pair) { sum[.dyad(pair), default: 0] -= 1 }
    return sum
  }

  private static func pairs(_ countries: [Country]) -> [Dyad] {
    countries.indices.flatMap { one in countries[..<one].compactMap { Dyad($0, countries[one]) } }
  }
}
