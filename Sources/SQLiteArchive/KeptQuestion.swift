import Diplomacy
import GRDB
import Text

/// A filter made ready to be asked: what its parties, classes and days are, and what the counts of terms answer of it.
struct KeptQuestion {
  let filter: Filter
  let postings: Postings
  let choice: ClassChoice
  let party: PartyFilter
  let ranges: [Range<Int64>]?
  /// Clauses that parties, classes and days do not cover.
  let others: [Filter.Clause]

  init(_ db: Database, _ filter: Filter) throws {
    let filter = AskedOwnWork.spelledOut(filter)
    self.filter = filter
    postings = try Postings(db, filter.counting)
    choice = ClassChoice(filter, postings.classes)
    party = PartyFilter(filter)
    ranges = DayRanges.of(filter)
    others = filter.clauses.filter { !$0.isTallied }
  }

  /// Whether `counted` has an answer.
  var isCounted: Bool { others.isEmpty || otherTerms != nil }

  /// What the filter keeps, where the counts of terms tell it; else nil.
  func counted() throws -> CountedEvents? {
    if others.isEmpty { return try tallied() }
    guard let terms = otherTerms else { return nil }
    if others[0].excludes {
      let less = Dictionary(uniqueKeysWithValues: terms.map { ($0, -1) })
      return try CountedEvents(
        postings, choice, sum: less.merging([.all: 1]) { first, _ in first }, drivers: [.all],
        removed: Array(terms), ranges)
    }
    return try CountedEvents(
      postings, choice, sum: Dictionary(uniqueKeysWithValues: terms.map { ($0, 1) }), drivers: Array(terms),
      removed: [], ranges)
  }

  /// What parties, classes and days keep.
  func tallied() throws -> CountedEvents {
    try CountedEvents(
      postings, choice, sum: party.sum, drivers: party.drivers, removed: party.removed, ranges)
  }

  /// The terms that decide all the other clauses: kept or left out together, and never two of them at one event.
  private var otherTerms: Set<Term>? {
    guard party.isOpen, let first = others.first else { return nil }
    let terms = Set(others.compactMap { $0.excludes == first.excludes ? Term($0.value) : nil })
    let facets = Set(terms.map(\.facet))
    guard others.allSatisfy({ $0.excludes == first.excludes && Term($0.value) != nil }), facets.count == 1,
      terms.count == 1 || facets.allSatisfy(\.isSingle)
    else { return nil }
    return terms
  }
}

extension Filter.Clause {
  /// Whether the counts of terms answer it: parties, kinds and levels, and days that are kept. Words without a letter or
  /// digit, which keep everything, ask nothing.
  var isTallied: Bool {
    switch value {
    case .country, .dyad, .kind, .level: true
    case .days: !excludes
    case .words(let words), .source(let words), .text(_, let words): SearchPhrase(words) == nil
    case .mention, .person, .subkind, .status, .host, .topic, .trait, .published, .language, .event, .either,
      .tag:
      false
    }
  }
}
