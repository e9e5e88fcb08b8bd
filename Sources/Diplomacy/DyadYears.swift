/// How many events each pair has in each year: the unit of analysis of the field.
package struct DyadYears: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package let dyad: Dyad
    /// By year of the first day; the key 0 has the events without a date.
    package let events: [Int: Int]
    package let total: Int

    package init(dyad: Dyad, events: [Int: Int]) {
      self.dyad = dyad
      self.events = events
      total = events.values.reduce(0, +)
    }
  }

  /// The pair with the most events first.
  package let rows: [Row]
  /// Of all pairs together, by year as in a row.
  package let all: [Int: Int]
  /// There are more pairs, met less often.
  package let isCut: Bool

  /// All pairs there are.
  package init(rows: [Row]) {
    let all = rows.reduce(into: [Int: Int]()) { sums, row in sums.merge(row.events, uniquingKeysWith: +) }
    self.init(rows: rows, all: all, isCut: false)
  }

  package init(rows: [Row], all: [Int: Int], isCut: Bool) {
    self.rows = rows.sorted { $0.total == $1.total ? $0.dyad < $1.dyad : $0.total > $1.total }
    self.all = all
    self.isCut = isCut
  }

  package static let none = DyadYears(rows: [])
}

/// Events of one pair on one territory; nil where no host is known.
package struct HostCount: Hashable, Sendable {
  package let dyad: Dyad
  package let host: Country?
  package let events: Int
  package init(dyad: Dyad, host: Country?, events: Int) {
    self.dyad = dyad
    self.host = host
    self.events = events
  }
}

/// Events by kind, by level and by the territory they took place on, the most frequent first.
package struct EventCounts: Hashable, Sendable {
  package let kinds: [FacetCount]
  package let levels: [FacetCount]
  package let hosts: [HostCount]
  /// Whether kinds and levels were counted in the latest events alone, so that there may be more.
  package let classesAreLeast: Bool
  package let hostsAreLeast: Bool

  package init(
    kinds: [FacetCount], levels: [FacetCount], hosts: [HostCount], classesAreLeast: Bool = false,
    hostsAreLeast: Bool = false
  ) {
    self.kinds = kinds
    self.levels = levels
    self.hosts = hosts
    self.classesAreLeast = classesAreLeast
    self.hostsAreLeast = hostsAreLeast
  }

  package var isWhole: Bool { !classesAreLeast && !hostsAreLeast }
}
