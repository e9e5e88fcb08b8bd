/// A person of the record, the events that name them and the day of the last.
package struct PersonCount: Hashable, Sendable {
  package let name: String
  /// The side they stand for.
  package let country: Country
  package let events: Int
  package let last: PartialDate?
  package init(name: String, country: Country, events: Int, last: PartialDate?) {
    self.name = name
    self.country = country
    self.events = events
    self.last = last
  }
}

/// The people that events name most, and how many there are in all.
package struct PeopleMet: Hashable, Sendable {
  package let people: [PersonCount]
  /// Nil where they were not counted.
  package let all: Int?
  /// So many of the latest events alone were read, and the counts are the least there can be; nil for all of them.
  package let newest: Int?
  package init(people: [PersonCount], all: Int?, newest: Int? = nil) {
    self.people = people
    self.all = all
    self.newest = newest
  }
  package static let none = PeopleMet(people: [], all: 0)
}
