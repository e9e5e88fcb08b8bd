/// What a row of the timeline stands for. Several reports may tell one event.
package enum Counting: String, CaseIterable, Sendable { case events, reports }

/// Which events are shown: clauses in the order the reader set them. Within a facet the kept values are alternatives
/// (Korea or Japan), words excepted: all of them must stand in the report. Facets all apply; an exclusion always
/// applies. Equal filters show equal events.
package struct Filter: Hashable, Sendable {
  /// What an event can have, or its report.
  package enum Value: Hashable, Sendable {
    /// A party to the event.
    case country(Country)
    /// Named in the article without being a party.
    case mention(Country)
    case dyad(Dyad)
    /// A person whose name has these words, whole and in a row.
    case person(String)
    case kind(EventKind)
    case subkind(Subkind)
    case level(ProtocolLevel)
    case status(EventStatus)
    /// On whose territory it took place.
    case host(Country)
    case topic(Topic)
    case trait(Trait)
    /// The first day of the event.
    case days(DaySpan)
    /// The day printed on the report, or the first day of its month.
    case published(DaySpan)
    /// Words of title and text, as typed: marks typed are marks meant.
    case words(String)
    /// Words in one part of the report.
    case text(TextField, String)
    /// Words in the name of the report's source.
    case source(String)
    case language(Article.Language)
    /// The number under which an archive keeps it.
    case event(EventID)
    /// A tag of the reader's, whatever its marks and letters' case.
    case tag(String)
    /// All clauses of one of the lists, each list read like a filter of its own. No list is empty.
    case either([[Clause]])
  }

  /// A part of a report in which words are sought. The raw value is the key of the filter language.
  package enum TextField: String, CaseIterable, Sendable {
    case title
    /// All but the title, captions among it.
    case body
  }

  /// What an event is or is not, beside its facets. The raw value is the word of the filter language.
  package enum Trait: String, CaseIterable, Sendable {
    /// Nothing dates it.
    case undated
    case severalDays = "several-days"
    /// Its host is not among its parties.
    case thirdCountry = "third-country"
    /// No host is known: a call, a message, a statement.
    case noHost = "no-host"
    case commitments
    case severalReports = "several-reports"
    /// The reader corrected one of its reports.
    case corrected
    case unread, read, marked, noted, tagged
    /// With a promise of which the reader thinks so; those not judged are open.
    case open, met, missed

    /// Whether it is of the reader's own work.
    package var isOwnWork: Bool {
      switch self {
      case .undated, .severalDays, .thirdCountry, .noHost, .commitments, .severalReports, .corrected: false
      case .unread, .read, .marked, .noted, .tagged, .open, .met, .missed: true
      }
    }

    /// What it asks of a promise; nil for what it asks of the event.
    package var status: PromiseStatus? {
      switch self {
      case .open: .open
      case .met: .met
      case .missed: .missed
      case .undated, .severalDays, .thirdCountry, .noHost, .commitments, .severalReports, .corrected, .unread,
        .read, .marked, .noted, .tagged:
        nil
      }
    }
  }

  /// A value that is kept, or left out.
  package struct Clause: Hashable, Sendable {
    package let value: Value
    package let excludes: Bool

    package init(_ value: Value, excludes: Bool = false) {
      self.value = value
      self.excludes = excludes
    }
  }

  package private(set) var clauses: [Clause]
  /// Whether events or their reports are the rows that are kept, counted and shown.
  package var counting = Counting.events
  /// By which date the kept events are ordered and counted.
  package var clock = TimelineClock.event

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

  /// Each of the words searched for, as typed; none when there is no search.
  package var searches: [String] { kept { if case .words(let words) = $0 { words } else { nil } } }

  /// Replaces what is searched for by one phrase; an empty string ends the search.
  package mutating func search(_ words: String) {
    clauses.removeAll { if case .words = $0.value { !$0.excludes } else { false } }
    if !words.isEmpty { clauses.append(.words(words)) }
  }

  /// The same clauses, counted in that way.
  package func counting(_ counting: Counting) -> Filter {
    var copy = self
    copy.counting = counting
    return copy
  }

  /// The same clauses, ordered by that date.
  package func by(_ clock: TimelineClock) -> Filter {
    var copy = self
    copy.clock = clock
    return copy
  }

  /// The search without the other clauses.
  package var searchAlone: Filter { Filter(searches.map { .words($0) }).counting(counting) }

  /// Values of one sort that are kept, in order.
  package func kept<Kept>(_ pick: (Value) -> Kept?) -> [Kept] {
    clauses.compactMap { $0.excludes ? nil : pick($0.value) }
  }

  /// Values of one sort that are left out, in order.
  package func excluded<Excluded>(_ pick: (Value) -> Excluded?) -> [Excluded] {
    clauses.compactMap { $0.excludes ? pick($0.value) : nil }
  }

  package var countries: [Country] { kept { if case .country(let it) = $0 { it } else { nil } } }
  package var excludedCountries: [Country] { excluded { if case .country(let it) = $0 { it } else { nil } } }
  package var mentions: [Country] { kept { if case .mention(let it) = $0 { it } else { nil } } }
  package var people: [String] { kept { if case .person(let it) = $0 { it } else { nil } } }
  package var dyads: [Dyad] { kept { if case .dyad(let it) = $0 { it } else { nil } } }
  package var excludedDyads: [Dyad] { excluded { if case .dyad(let it) = $0 { it } else { nil } } }
  package var kinds: [EventKind] { kept { if case .kind(let it) = $0 { it } else { nil } } }
  package var excludedKinds: [EventKind] { excluded { if case .kind(let it) = $0 { it } else { nil } } }
  package var excludedLevels: [ProtocolLevel] {
    excluded { if case .level(let it) = $0 { it } else { nil } }
  }
  package var levels: [ProtocolLevel] { kept { if case .level(let it) = $0 { it } else { nil } } }
}

extension Filter.Clause {
  package static func country(_ country: Country) -> Self { Self(.country(country)) }
  package static func exceptCountry(_ country: Country) -> Self { Self(.country(country), excludes: true) }
  package static func mention(_ country: Country) -> Self { Self(.mention(country)) }
  package static func dyad(_ dyad: Dyad) -> Self { Self(.dyad(dyad)) }
  package static func exceptDyad(_ dyad: Dyad) -> Self { Self(.dyad(dyad), excludes: true) }
  package static func person(_ name: String) -> Self { Self(.person(name)) }
  package static func kind(_ kind: EventKind) -> Self { Self(.kind(kind)) }
  package static func exceptKind(_ kind: EventKind) -> Self { Self(.kind(kind), excludes: true) }
  package static func level(_ level: ProtocolLevel) -> Self { Self(.level(level)) }
  package static func exceptLevel(_ level: ProtocolLevel) -> Self { Self(.level(level), excludes: true) }
  /// Event dates from the first day to the last, either open.
  package static func days(from: CalendarDay?, to: CalendarDay?) -> Self {
    Self(.days(DaySpan(from: from, to: to)))
  }
  package static func words(_ words: String) -> Self { Self(.words(words)) }
}
