import Diplomacy
import GRDB
import Text

/// Counts the kept events by the values of a facet: from the tallies where the filter has only parties, kinds, levels
/// and whole months, else event by event.
struct FacetQuery {
  private let filter: Filter
  private let kept: any KeptEvents
  private let postings: Postings
  private let choice: ClassChoice
  private let party: PartyFilter

  init(db: Database, filter: Filter, kept: any KeptEvents) throws {
    self.filter = filter
    self.kept = kept
    postings = try Postings(db, filter.counting)
    choice = ClassChoice(filter, postings.classes)
    party = PartyFilter(filter)
  }

  func values(of facet: Facet, limit: Int) throws -> [FacetCount] {
    switch facet {
    case .kind:
      ranked(sum(try kept.classCounts(), by: \.kind), limit, by: \.rawValue).map { FacetCount(.kind($0), $1) }
    case .level:
      ranked(sum(try kept.classCounts(), by: \.level), limit, by: \.rawValue).map {
        FacetCount(.level($0), $1)
      }
    case .country: ranked(try countries(), limit, by: \.code).map { FacetCount(.country($0), $1) }
    case .dyad: ranked(try dyads(), limit, by: \.code).map { FacetCount(.dyad($0), $1) }
    case .mention:
      ranked(try named("mention"), limit, by: \.self).compactMap { word, events in
        Country(word.value).map { FacetCount(.mention($0), events) }
      }
    case .person:
      ranked(try named("person"), limit, by: \.self).compactMap { word, events in
        Country(word.country).map { FacetCount(.person(name: word.value, country: $0), events) }
      }
    case .tag: ranked(try tags(), limit, by: \.self).map { FacetCount(.tag($0.value), $1) }
    }
  }

  private func sum<Value: Hashable>(
    _ counts: [EventClass: Int], by value: (EventClass) -> Value
  ) -> [Value: Int] {
    Dictionary(counts.map { (value($0.key), $0.value) }, uniquingKeysWith: +)
  }

  /// Most frequent first, then by code or name.
  private func ranked<Value>(
    _ counts: [Value: Int], _ limit: Int, by key: (Value) -> some Comparable
  ) -> [(Value, Int)] {
    // Keys are made once: some are put together.
    let entries = counts.compactMap {
      $0.value > 0 ? (value: $0.key, events: $0.value, key: key($0.key)) : nil
    }
    let order = entries.sorted { $0.events == $1.events ? $0.key < $1.key : $0.events > $1.events }
    return order.prefix(limit).map { ($0.value, $0.events) }
  }

  // MARK: from the tallies

  /// Only parties, kinds and levels are filtered by: the totals of terms tell all.
  private var isCounted: Bool {
    kept is CountedEvents && filter.mentions.isEmpty && filter.people.isEmpty && DayRanges.of(filter) == nil
      && !filter.clauses.contains { AskedOwnWork.term(of: $0) != nil || $0.value == .trait(.unread) }
  }

  private func countries() throws -> [Country: Int] {
    if isCounted && party.isOpen {
      return try totals("country").reduce(into: [:]) { counts, entry in
        if let country = Country(entry.key.value) { counts[country] = entry.value }
      }
    }
    return try dyads().reduce(into: [:]) { counts, entry in
      counts[entry.key.low, default: 0] += entry.value
      counts[entry.key.high, default: 0] += entry.value
    }
  }

  private func dyads() throws -> [Dyad: Int] {
    guard isCounted else {
      let facts = try EventFacts(postings)
      return try kept.ids(0..<kept.total).reduce(into: [:]) { counts, id in
        if let fact = try facts.of(id) { counts[fact.dyad, default: 0] += 1 }
      }
    }
    return try totals("dyad").reduce(into: [:]) { counts, entry in
      let sides = entry.key.value.split(separator: "-").compactMap { Country($0) }
      if sides.count == 2, let dyad = Dyad(sides[0], sides[1]), party.keeps(dyad) {
        counts[dyad] = entry.value
      }
    }
  }

  private func totals(_ facet: String) throws -> [Word: Int] {
    let query = try postings.statement(
      "select value, country, cells from term cross join total using(id) where facet = ?")
    query.bind(1, facet)
    var counts: [Word: Int] = [:]
    try query.eachRow { row in
      var count = 0
      TallyCells.forEach(row.bytes(at: 2)) { _, eventClass, cell in
        if choice.keeps(eventClass) { count += postings.count(cell) }
      }
      if count > 0 { counts[Word(value: row.text(at: 0), country: row.text(at: 1))] = count }
    }
    return counts
  }

  private func tags() throws -> [Word: Int] {
    if isCounted && party.isOpen { return try totals("tag") }
    return try probed(Set(kept.ids(0..<kept.total)), "tag")
  }

  // MARK: people and countries named

  private struct Word: Hashable, Comparable {
    let value: String
    let country: String
    static func < (left: Word, right: Word) -> Bool {
      (left.value, left.country) < (right.value, right.country)
    }
  }

  /// Kept events that are fewer are read one by one; of more, the postings of the facet are read through.
  private static let fewEvents = 20_000

  private func named(_ facet: String) throws -> [Word: Int] {
    if isCounted && party.isOpen { return try totals(facet) }
    let ids = try kept.ids(0..<kept.total)
    return ids.count < FacetQuery.fewEvents ? try read(ids, facet) : try probed(Set(ids), facet)
  }

  private func read(_ ids: [Int64], _ facet: String) throws -> [Word: Int] {
    let own = try postings.statement("select packed from detail where id = ?")
    let led = try postings.statement("select packed from event join detail using(id) where lead = ?")
    var counts: [Word: Int] = [:]
    let facts = try EventFacts(postings)
    for id in ids {
      var words: Set<Word> = []
      guard let parties = try facts.of(id)?.dyad else { continue }
      for query in filter.counting == .events ? [own, led] : [own] {
        query.bind(1, id)
        try query.eachRow { row in
          let detail = try EventDetail(Array(row.bytes(at: 0)), of: id)
          words.formUnion(
            facet == "person" ? FacetQuery.people(detail) : FacetQuery.countries(detail, parties))
        }
      }
      for word in words { counts[word, default: 0] += 1 }
    }
    return counts
  }

  private static func people(_ detail: EventDetail) -> [Word] {
    detail.people.map { Word(value: normalized($0.name), country: $0.country) }
  }

  private static func countries(_ detail: EventDetail, _ parties: Dyad) -> [Word] {
    detail.mentionedCountries.filter { $0 != parties.low.code && $0 != parties.high.code }
      .map { Word(value: $0, country: "") }
  }

  private func probed(_ ids: Set<Int64>, _ facet: String) throws -> [Word: Int] {
    let terms = try postings.statement("select id, value, country from term where facet = ?")
    terms.bind(1, facet)
    var words: [(Int64, Word)] = []
    try terms.eachRow { row in
      words.append((row.number(at: 0), Word(value: row.text(at: 1), country: row.text(at: 2))))
    }
    var counts: [Word: Int] = [:]
    for (term, word) in words {
      let numbers = try postings.stream(term, choice).ids(in: 0..<EventNumber.afterAll)
      counts[word] = numbers.reduce(0) { $0 + (ids.contains($1) ? 1 : 0) }
    }
    return counts
  }
}

extension FacetCount {
  fileprivate init(_ value: Value, _ events: Int) { self.init(value: value, events: events) }
}
