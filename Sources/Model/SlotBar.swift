import Diplomacy

/// A country on the bar, switched by its digit.
package struct CountrySlot: Hashable, Sendable {
  package let country: Country
  package let name: String
  package fileprivate(set) var events: Int
  /// Its digit; 0 before it has a place.
  package fileprivate(set) var number = 0
  package fileprivate(set) var isPinned = false

  package init(country: Country, name: String, events: Int) {
    self.country = country
    self.name = name
    self.events = events
  }
}

/// The country slots, 1 to 9. A slot keeps its country for the session, a pinned one for good; a number may be free.
package struct SlotBar: Sendable {
  /// Which countries stand where, and which of them the reader pinned.
  package struct Choice: Hashable, Sendable {
    package let countries: [Int: Country]
    package let pins: [Int: Country]
  }

  package static let numbers = 1...9

  /// In the order of their numbers.
  package private(set) var slots: [CountrySlot] = []
  private let names: any CountryNaming

  /// Pinned countries have their numbers; of the candidates, the most frequent first, each has the number of its rank, and
  /// those whose number is taken have what is left.
  init(_ candidates: [CountrySlot], pins: [Int: Country], names: any CountryNaming) {
    self.names = names
    for (number, country) in pins where SlotBar.numbers.contains(number) {
      put(slot(country, among: candidates), at: number, isPinned: true)
    }
    fill(candidates)
  }

  package subscript(number: Int) -> CountrySlot? { slots.first { $0.number == number } }

  package var choice: Choice { Choice(countries: countries { _ in true }, pins: pins) }
  package var pins: [Int: Country] { countries(where: \.isPinned) }

  private func countries(where isWanted: (CountrySlot) -> Bool) -> [Int: Country] {
    Dictionary(uniqueKeysWithValues: slots.filter(isWanted).map { ($0.number, $0.country) })
  }

  // MARK: pinning

  /// The country that stood there takes the place of the one pinned, or a free one, or leaves the bar.
  mutating func pin(_ country: Country, at number: Int) {
    let before = slots.first { $0.country == country }
    let displaced = self[number]
    slots.removeAll { $0.country == country || $0.number == number }
    put(before ?? slot(country, among: []), at: number, isPinned: true)
    guard let displaced, displaced.country != country else { return }
    if let place = before?.number ?? free.first { put(displaced, at: place, isPinned: false) }
  }

  mutating func unpin(_ number: Int) {
    guard let slot = self[number] else { return }
    put(slot, at: number, isPinned: false)
  }

  /// Counts of countries that were not on the bar are 0 until they are told.
  mutating func take(_ choice: Choice) {
    let before = slots
    slots = []
    for (number, country) in choice.countries {
      put(slot(country, among: before), at: number, isPinned: choice.pins[number] != nil)
    }
  }

  // MARK: counts

  /// Counts of a whole record. Free numbers are filled, so that a record that began empty gets its slots.
  mutating func take(_ counts: [FacetCount]) {
    let counted = counts.compactMap { count -> CountrySlot? in
      guard case .country(let country) = count.value else { return nil }
      return CountrySlot(country: country, name: names.name(country), events: count.events)
    }
    let events = Dictionary(counted.map { ($0.country, $0.events) }, uniquingKeysWith: { first, _ in first })
    for index in slots.indices { slots[index].events = events[slots[index].country] ?? 0 }
    fill(counted)
  }

  private mutating func fill(_ candidates: [CountrySlot]) {
    let standing = Set(slots.map(\.country))
    var waiting: [CountrySlot] = []
    for (rank, candidate) in zip(1..., candidates) where !standing.contains(candidate.country) {
      if SlotBar.numbers.contains(rank), self[rank] == nil {
        put(candidate, at: rank, isPinned: false)
      } else {
        waiting.append(candidate)
      }
    }
    for (number, candidate) in zip(free, waiting) { put(candidate, at: number, isPinned: false) }
  }

  private var free: [Int] { SlotBar.numbers.filter { self[$0] == nil } }

  private func slot(_ country: Country, among known: [CountrySlot]) -> CountrySlot {
    known.first { $0.country == country }
      ?? CountrySlot(country: country, name: names.name(country), events: 0)
  }

  private mutating func put(_ slot: CountrySlot, at number: Int, isPinned: Bool) {
    var placed = slot
    (placed.number, placed.isPinned) = (number, isPinned)
    slots.removeAll { $0.number == number }
    slots.insert(placed, at: slots.firstIndex { $0.number > number } ?? slots.endIndex)
  }
}
