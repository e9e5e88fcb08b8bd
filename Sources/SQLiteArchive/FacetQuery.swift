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
  /// Terms met less often than this are many, and are not ranked.
  static let leastRanked = 4

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
    case .country: ranked(try countries(limit), limit, by: \.code).map { FacetCount(.country($0), $1) }
    case .dyad: ranked(try dyads(limit), limit, by: \.code).map { FacetCount(.dyad($0), $1) }
    case .mention:
      ranked(try named("mention", limit), limit, by: \.self).compactMap { word, events in
        Country(word.value).map { FacetCount(.mention($0), events) }
      }
    case .person:
      ranked(try named("person", limit), limit, by: \.self).compactMap { word, events in
        Country(word.country).map { FacetCount(.person(name: word.value, country: $0), events) }
      }
    case .tag: ranked(try tags(limit), limit, by: \.self).map { FacetCount(.tag($0.value), $1) }
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
    kept is CountedEvents && filter.clauses.allSatisfy(\.isTallied) && DayRanges.of(filter) == nil
  }

  private func countries(_ limit: Int) throws -> [Country: Int] {
    if isCounted && party.isOpen {
      return try totals("country", limit).reduce(into: [:]) { counts, entry in
        if let country = Country(entry.key.value) { counts[country] = entry.value }
      }
    }
    return try dyads(.max).reduce(into: [:]) { counts, entry in
      counts[entry.key.low, default: 0] += entry.value
      counts[entry.key.high, default: 0] += entry.value
    }
  }

  private func dyads(_ limit: Int) throws -> [Dyad: Int] {
    guard isCounted else {
      let facts = try EventFacts(postings)
      return try kept.ids(0..<kept.total).reduce(into: [:]) { counts, id in
        if let fact = try facts.of(id) { counts[fact.dyad, default: 0] += 1 }
      }
    }
    return try totals("dyad", limit).reduce(into: [:]) { counts, entry in
      if let dyad = FacetQuery.dyad(entry.key) { counts[dyad] = entry.value }
    }
  }

  private static func dyad(_ word: Word) -> Dyad? {
    let sides = word.value.split(separator: "-").compactMap { Country($0) }
    return sides.count == 2 ? Dyad(sides[0], sides[1]) : nil
  }

  /// Counts of the values that the parties and classes of the filter keep; of the `limit` most frequent at least.
  private func totals(_ facet: String, _ limit: Int) throws -> [Word: Int] {
    let isPair = facet == "dyad" && !party.isOpen
    return try mostFrequent(facet, limit) { term, word, all in
      if isPair, FacetQuery.dyad(word).map(party.keeps) != true { return 0 }
      return choice.isAll ? all : try postings.totals(of: term, choice).reduce(0) { $0 + $1.count }
    }
  }

  /// Goes through the values by how often they are met at all, until no further one can be among the `limit` most
  /// frequent; through all of them where that takes those met seldom.
  private func mostFrequent(
    _ facet: String, _ limit: Int, _ count: (_ term: Int64, _ word: Word, _ all: Int) throws -> Int
  ) throws -> [Word: Int] {
    var counts: [Word: Int] = [:]
    var best = Least(limit)
    func take(_ row: BulkStatement) throws {
      let word = Word(value: row.text(at: 1), country: row.text(at: 2))
      let events = try count(row.number(at: 0), word, Int(row.number(at: 3)))
      if events > 0 {
        counts[word] = events
        best.take(events)
      }
    }
    let least = FacetQuery.leastRanked
    let columns = "id, value, country, \(filter.counting.rawValue), max(events, reports)"
    let ranked = try postings.statement(
      "select \(columns) from term where facet = ? and max(events, reports) >= \(least) order by max(events, reports) desc"
    )
    ranked.bind(1, facet)
    var isEnough = false
    try ranked.rows(while: { row in
      // One met just as often may come first by its name.
      isEnough = best.value > row.number(at: 4)
      if !isEnough { try take(row) }
      return !isEnough
    })
    if isEnough || best.value >= least { return counts }
    let others = try postings.statement(
      "select \(columns) from term where facet = ? and max(events, reports) between 1 and \(least - 1)")
    others.bind(1, facet)
    try others.eachRow(take)
    return counts
  }

  /// The `limit`-th largest of the numbers taken so far; 0 while there are fewer.
  private struct Least {
    private let limit: Int
    private var largest: [Int] = []

    init(_ limit: Int) { self.limit = limit }

    var value: Int { limit > 0 && largest.count >= limit ? largest[limit - 1] : limit > 0 ? 0 : .max }

    mutating func take(_ number: Int) {
      // All are wanted.
      if limit > 20_000 { return }
      if largest.count >= limit, largest[limit - 1] >= number { return }
      var (low, high) = (0, largest.count)
      while low < high {
        let middle = (low + high) / 2
        if largest[middle] >= number { low = middle + 1 } else { high = middle }
      }
      largest.insert(number, at: low)
      if largest.count > limit { largest.removeLast() }
    }
  }

  private func tags(_ limit: Int) throws -> [Word: Int] {
    if isCounted && party.isOpen { return try totals("tag", limit) }
    return try metAmong(kept.ids(0..<kept.total), "tag", limit)
  }

  /// Reads the postings of the facet through, all classes of a value in one go.
  private func metAmong(_ wanted: [Int64], _ facet: String, _ limit: Int) throws -> [Word: Int] {
    let wanted = ListedEvents(postings: postings, numbers: wanted)
    let role = TermRole.leftOut(filter.counting).rawValue
    let query = try postings.statement("select id from posting where term = ? and role <> \(role)")
    return try mostFrequent(facet, limit) { term, _, _ in
      query.bind(1, term)
      var count = 0
      try query.eachRow { if wanted.holds($0.number(at: 0)) { count += 1 } }
      return count
    }
  }

  // MARK: people and countries named

  /// Someone, or a country, by the term that stands for it.
  private struct Word: Hashable, Comparable {
    let value: String
    let country: String

    static func < (left: Word, right: Word) -> Bool {
      (left.value, left.country) < (right.value, right.country)
    }
  }

  /// Events that are fewer are read one by one; of more, the postings of the facet are read through.
  private static let fewEvents = 20_000

  private func named(_ facet: String, _ limit: Int) throws -> [Word: Int] {
    if isCounted && party.isOpen { return try totals(facet, limit) }
    let ids = try kept.ids(0..<kept.total)
    if ids.count < FacetQuery.fewEvents { return try read(ids, facet) }
    return try metAmong(ids, facet, limit)
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
          let detail = try EventDetail(Array(row.bytes(at: 0)), of: id, withEvidence: false)
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
}

extension FacetCount {
  fileprivate init(_ value: Value, _ events: Int) { self.init(value: value, events: events) }
}
