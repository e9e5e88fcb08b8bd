import Archive
import Diplomacy

/// What events are counted by. The raw value is what `dyad count --by` takes.
package enum TallyKey: String, CaseIterable, Sendable {
  case country, dyad, kind, level, year, month

  /// The values of a row: two for countries, one for all else; empty text where there is no date to tell.
  package func values(of row: TimelineRow) -> [String] {
    switch self {
    case .country: row.parties.both.map(\.code)
    case .dyad: [row.parties.dyad.spokenCode]
    case .kind: [row.kind.rawValue]
    case .level: [row.level.rawValue]
    case .year: [row.date.map { PartialDate(year: $0.year)?.iso ?? "" } ?? ""]
    case .month: [row.date.flatMap { PartialDate(year: $0.year, month: $0.month)?.iso } ?? ""]
    }
  }

  /// The facet by which an archive counts at once; nil for times.
  package var facet: Facet? {
    switch self {
    case .country: .country
    case .dyad: .dyad
    case .kind: .kind
    case .level: .level
    case .year, .month: nil
    }
  }

  /// Whether its values stand in order of time rather than by their counts.
  fileprivate var isTime: Bool { self == .year || self == .month }
}

/// Counts of rows by one key, or by the pairs of two.
package struct Tally: Sendable {
  package struct Line: Hashable, Sendable {
    /// One value per key.
    package let values: [String]
    package let count: Int

    init(values: [String], count: Int) {
      self.values = values
      self.count = count
    }

    package init(_ facet: FacetCount) {
      let value =
        switch facet.value {
        case .country(let country), .mention(let country): country.code
        case .dyad(let dyad): dyad.spokenCode
        case .person(let name, _): name
        case .kind(let kind): kind.rawValue
        case .level(let level): level.rawValue
        case .tag(let tag): tag
        }
      self.init(values: [value], count: facet.events)
    }
  }

  /// Lines by year or month, of the months an archive has counted; what is left of the total has no date.
  package static func lines(of months: [MonthCount], by key: TallyKey, total: Int) -> [Line] {
    var lines: [Line] = []
    for month in months {
      let date = PartialDate(year: month.year, month: key == .month && month.month > 0 ? month.month : nil)
      let value = date?.iso ?? ""
      if let last = lines.last, last.values == [value] {
        lines[lines.count - 1] = Line(values: [value], count: last.count + month.events)
      } else {
        lines.append(Line(values: [value], count: month.events))
      }
    }
    let undated = total - months.reduce(0) { $0 + $1.events }
    return undated > 0 ? [Line(values: [""], count: undated)] + lines : lines
  }

  /// The dyad-years an archive has counted.
  package static func lines(of grid: DyadYears) -> [Line] {
    grid.rows.sorted { ($1.total, $0.dyad.spokenCode) < ($0.total, $1.dyad.spokenCode) }.flatMap { row in
      row.events.sorted { $0.key < $1.key }.map { year, events in
        Line(values: [row.dyad.spokenCode, PartialDate(year: year)?.iso ?? ""], count: events)
      }
    }
  }

  private let keys: [TallyKey]
  private var counts: [[String]: Int] = [:]

  /// One or two keys.
  package init(by keys: [TallyKey]) { self.keys = keys }

  package mutating func add(_ row: TimelineRow) {
    var combinations: [[String]] = [[]]
    for key in keys {
      combinations = combinations.flatMap { begun in key.values(of: row).map { begun + [$0] } }
    }
    for combination in combinations { counts[combination, default: 0] += 1 }
  }

  /// Times in their order, all else the most frequent first; the first key decides before the second.
  package var lines: [Line] {
    var totals: [String: Int] = [:]
    for (values, count) in counts { totals[values[0], default: 0] += count }
    func isBefore(_ left: Line, _ right: Line) -> Bool {
      let (one, other) = (left.values[0], right.values[0])
      if one != other {
        let (here, there) = (totals[one] ?? 0, totals[other] ?? 0)
        return keys[0].isTime || here == there ? one < other : here > there
      }
      let isTime = keys.last?.isTime ?? false
      return isTime || left.count == right.count
        ? left.values.lexicographicallyPrecedes(right.values) : left.count > right.count
    }
    return counts.map { Line(values: $0.key, count: $0.value) }.sorted(by: isBefore)
  }
}
