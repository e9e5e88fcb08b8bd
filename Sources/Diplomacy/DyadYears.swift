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

  package init(rows: [Row]) {
    self.rows = rows.sorted { $0.total == $1.total ? $0.dyad < $1.dyad : $0.total > $1.total }
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
