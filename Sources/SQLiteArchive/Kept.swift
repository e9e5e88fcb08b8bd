import Archive
import Diplomacy
import GRDB
import Text

/// Finds what a filter keeps, the cheapest exact way. Within a facet values are alternatives, facets all apply,
/// exclusions always do; each list of an `either` is a filter of its own. Days mean the first day of the event. What is
/// asked of the report must hold of one report that tells the event, where events are counted; host, topics and status
/// are those of the report that leads it.
struct Kept {
  private let db: Database
  private let lists: FoundLists

  init(_ db: Database, _ lists: FoundLists) {
    self.db = db
    self.lists = lists
  }

  func events(_ filter: Filter) throws -> any KeptEvents {
    let postings = try Postings(db, filter.counting)
    let choice = ClassChoice(filter, postings.classes)
    let party = PartyFilter(filter)
    let ranges = DayRanges.of(filter)
    let others = filter.clauses.filter { !$0.isTallied }
    if others.isEmpty {
      return try CountedEvents(
        postings, choice, sum: party.sum, drivers: party.drivers, removed: party.removed, ranges)
    }
    if others.count == 1, party.isOpen, let mention = Filter(others).mentions.first {
      return try CountedEvents(postings, choice, only: .mention(mention), ranges)
    }
    let commits = try Upkeep(db).commits()
    let numbers = try lists.list(filter, commits) {
      let numbers = try listed(filter, postings, choice, party, ranges)
      let asked = try AskedDetails(filter, postings)
      return try without(
        Filter(others).counting(filter.counting), asked.isOpen ? numbers : numbers.filter(asked.holds))
    }
    return ListedEvents(postings: postings, numbers: numbers)
  }

  /// In the order of publication: counted by its months where parties, kinds and levels are asked for, else a list.
  func byPublication(_ filter: Filter, _ counts: PublishedCounts) throws -> any PublishedOrder {
    let postings = try Postings(db, filter.counting)
    let commits = try Upkeep(db).commits()
    let isCounted = filter.clauses.allSatisfy { $0.isTallied && !$0.asksDays }
    if isCounted {
      let segments = try counts.segments(filter, commits) { try PublishedEvents.segments(postings, filter) }
      return PublishedEvents(postings, filter, segments: segments)
    }
    let numbers = try lists.list(filter, commits) {
      try PublishedList.numbers(of: allNumbers(of: events(filter.by(.event))), postings)
    }
    return PublishedList(postings, numbers: numbers)
  }

  // MARK: lists

  /// The lists that clauses have, and what is in all of them; where there is no list, what the tallies keep.
  private func listed(
    _ filter: Filter, _ postings: Postings, _ choice: ClassChoice, _ party: PartyFilter,
    _ ranges: [Range<Int64>]?
  ) throws -> [Int64] {
    var lists: [[Int64]] = []
    if !filter.people.isEmpty {
      lists.append(try union(postings.numbers(ofPeople: filter.people), postings, choice, ranges))
    }
    if !filter.mentions.isEmpty {
      let mentions = try Set(filter.mentions).compactMap { try postings.number(of: .mention($0)) }
      lists.append(try union(mentions, postings, choice, ranges))
    }
    if AskedDetails.isListed(filter) {
      let promises = try [true, false].compactMap { try postings.number(of: .promise(isDue: $0)) }
      lists.append(try union(promises, postings, choice, ranges))
    }
    let needsClass = lists.isEmpty
    if let found = try AskedReports(db, self.lists, postings).numbers(filter, ranges) { lists.append(found) }
    lists += try groups(filter)
    lists += try AskedDetails.lists(filter, postings)
    func counted() throws -> CountedEvents {
      try CountedEvents(
        postings, choice, sum: party.sum, drivers: party.drivers, removed: party.removed, ranges)
    }
    if lists.isEmpty { return try allNumbers(of: counted()) }
    let numbers = Kept.within(ranges, Kept.intersection(lists))
    if party.isOpen && (choice.isAll || !needsClass) { return numbers }
    let tallied = try counted()
    // Reading a row costs about as much as a handful of numbers in order.
    if tallied.total / 8 < numbers.count { return Kept.intersection([numbers, try allNumbers(of: tallied)]) }
    let facts = try EventFacts(postings)
    let classes = Set(
      postings.classes.indices.filter { choice.keeps($0) }.compactMap { postings.classes[$0] })
    return try numbers.filter { id in
      try facts.of(id).map { party.keeps($0.dyad) && classes.contains($0.eventClass) } ?? false
    }
  }

  private func allNumbers(of kept: any KeptEvents) throws -> [Int64] { try kept.ids(0..<kept.total) }

  private func union(
    _ terms: [Int64], _ postings: Postings, _ choice: ClassChoice, _ ranges: [Range<Int64>]?
  ) throws -> [Int64] {
    var all: [Int64] = []
    for term in terms {
      let stream = try postings.stream(term, choice)
      for range in ranges ?? [0..<EventNumber.afterAll] { all += try stream.ids(in: range) }
    }
    return terms.count > 1 ? Set(all).sorted() : all
  }

  /// Each `either` that is kept, as a list of its own.
  private func groups(_ filter: Filter) throws -> [[Int64]] {
    try filter.kept { if case .either(let lists) = $0 { lists } else { nil } }.map { lists in
      var all: Set<Int64> = []
      for list in lists { all.formUnion(try allNumbers(of: events(Filter(list).counting(filter.counting)))) }
      return all.sorted()
    }
  }

  /// Takes out what the excluded clauses keep by themselves; those of details are asked event by event.
  private func without(_ filter: Filter, _ numbers: [Int64]) throws -> [Int64] {
    var numbers = numbers
    for value in filter.excluded({ $0 }) where !AskedDetails.asks(value) && !numbers.isEmpty {
      let excluded = Set(
        try allNumbers(of: events(Filter([Filter.Clause(value)]).counting(filter.counting))))
      numbers.removeAll { excluded.contains($0) }
    }
    return numbers
  }

  static func intersection(_ lists: [[Int64]]) -> [Int64] {
    guard let shortest = lists.min(by: { $0.count < $1.count }) else { return [] }
    return lists.reduce(shortest) { kept, list in
      var both: [Int64] = []
      var place = 0
      for id in kept {
        while place < list.count, list[place] < id { place += 1 }
        if place < list.count, list[place] == id { both.append(id) }
      }
      return both
    }
  }

  private static func within(_ ranges: [Range<Int64>]?, _ numbers: [Int64]) -> [Int64] {
    guard let ranges else { return numbers }
    return numbers.filter { id in ranges.contains { $0.contains(id) } }
  }
}

extension Filter.Clause {
  fileprivate var asksDays: Bool { if case .days = value { true } else { false } }

  /// Whether the counts of terms answer it: parties, kinds and levels, and days that are kept. Words without a letter or
  /// digit, which keep everything, ask nothing.
  fileprivate var isTallied: Bool {
    switch value {
    case .country, .dyad, .kind, .level: true
    case .days: !excludes
    case .words(let words), .source(let words): SearchPhrase(words) == nil
    case .mention, .person, .subkind, .status, .host, .topic, .trait, .published, .language, .event, .either:
      false
    }
  }
}
