/// What a row of the timeline stands for. Several reports may tell one event.
package enum Counting: String, CaseIterable, Sendable { case events, reports }

/// Which events are shown: clauses in the order the reader set them. Within a facet the kept values are alternatives
/// (Korea or Japan); facets all apply; an exclusion always applies. Equal filters show equal events.
package struct Filter: Hashable, Sendable {
  package enum Clause: Hashable, Sendable {
    /// A party to the event.
    case country(Country)
    case exceptCountry(Country)
    /// Named in the article without being a party.
    case mention(Country)
    case dyad(Dyad)
    case exceptDyad(Dyad)
    case person(String)
    case kind(EventKind)
    case exceptKind(EventKind)
    case level(ProtocolLevel)
    case exceptLevel(ProtocolLevel)
    /// Event dates from the first day to the last, either open.
    case days(from: CalendarDay?, to: CalendarDay?)
    /// Words of title and text, as typed: marks typed are marks meant.
    case words(String)
  }

  package private(set) var clauses: [Clause]
  /// Whether events or their reports are the rows that are kept, counted and shown.
  package var counting = Counting.events

  package init(_ clauses: [Clause] = []) { self.clauses = clauses }

  package static let everything = Filter()

  package var isEmpty: Bool { clauses.isEmpty }

  package func contains(_ clause: Clause) -> Bool { clauses.contains(clause) }

  /// Adds a clause at the end unless it is there.
  package mutating func add(_ clause: Clause) {
    if !clauses.contains(clause) { clauses.append(clause) }
  }

  package mutating func remove(_ clause: Clause) { clauses.removeAll { $0 == clause } }

  package mutating func toggle(_ clause: Clause) {
    if clauses.contains(clause) { remove(clause) } else { add(clause) }
  }

  package mutating func removeAll(where matches: (Clause) -> Bool) { clauses.removeAll(where: matches) }

  /// Takes away the clause set last; nil when there is none.
  @discardableResult package mutating func dropLast() -> Clause? { clauses.popLast() }

  /// The words searched for; empty when there is no search.
  package var words: String {
    for case .words(let words) in clauses { return words }
    return ""
  }

  /// Replaces the words; an empty string ends the search.
  package mutating func search(_ words: String) {
    clauses.removeAll { if case .words = $0 { true } else { false } }
    if !words.isEmpty { clauses.append(.words(words)) }
  }

  /// The same clauses, counted in that way.
  package func counting(_ counting: Counting) -> Filter {
    var copy = self
    copy.counting = counting
    return copy
  }

  /// The same filter without its words.
  package var withoutWords: Filter {
    var copy = self
    copy.search("")
    return copy
  }

  package var countries: [Country] {
    clauses.compactMap { if case .country(let it) = $0 { it } else { nil } }
  }
  package var excludedCountries: [Country] {
    clauses.compactMap { if case .exceptCountry(let it) = $0 { it } else { nil } }
  }
  package var mentions: [Country] { clauses.compactMap { if case .mention(let it) = $0 { it } else { nil } } }
  package var dyads: [Dyad] { clauses.compactMap { if case .dyad(let it) = $0 { it } else { nil } } }
  package var excludedDyads: [Dyad] {
    clauses.compactMap { if case .exceptDyad(let it) = $0 { it } else { nil } }
  }
  package var people: [String] { clauses.compactMap { if case .person(let it) = $0 { it } else { nil } } }
  package var kinds: [EventKind] { clauses.compactMap { if case .kind(let it) = $0 { it } else { nil } } }
  package var excludedKinds: [EventKind] {
    clauses.compactMap { if case .exceptKind(let it) = $0 { it } else { nil } }
  }
  package var levels: [ProtocolLevel] {
    clauses.compactMap { if case .level(let it) = $0 { it } else { nil } }
  }
  package var excludedLevels: [ProtocolLevel] {
    clauses.compactMap { if case .exceptLevel(let it) = $0 { it } else { nil } }
  }
}
