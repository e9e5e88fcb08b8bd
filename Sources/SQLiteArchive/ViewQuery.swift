import Diplomacy
import GRDB

/// Answers the views of the kept events: pairs by year, hosts, people and promises. From the tallies where they
/// suffice, else event by event.
struct ViewQuery {
  let db: Database
  let filter: Filter
  let kept: any KeptEvents
  let postings: Postings
  private let choice: ClassChoice
  private let party: PartyFilter

  init(db: Database, filter: Filter, kept: any KeptEvents) throws {
    self.db = db
    self.filter = filter
    self.kept = kept
    postings = try Postings(db, filter.counting)
    choice = ClassChoice(filter, postings.classes)
    party = PartyFilter(filter)
  }

  /// Only parties, kinds, levels and days are filtered by.
  private var isCounted: Bool { kept is CountedEvents && filter.clauses.allSatisfy(\.isTallied) }

  private var counts: TermCounts { TermCounts(postings, choice, DayRanges.of(filter)) }

  // MARK: pairs

  /// The `first` pairs of those met most often at all, with what is kept of all pairs; or all pairs.
  func dyadYears(first: Int) throws -> DyadYears {
    var counts: [Dyad: [Int: Int]] = [:]
    var isCut = false
    if isCounted {
      isCut = try self.counts.visit(.dyad, party, first: first) { dyad, _, year, count in
        counts[dyad, default: [:]][year, default: 0] += count
      }
    } else {
      let facts = try EventFacts(postings)
      for id in try kept.ids(0..<kept.total) {
        guard let fact = try facts.of(id) else { continue }
        counts[fact.dyad, default: [:]][ViewQuery.year(id), default: 0] += 1
      }
    }
    let rows = counts.map { DyadYears.Row(dyad: $0.key, events: $0.value) }
    guard isCut else { return DyadYears(rows: rows) }
    var all: [Int: Int] = kept.undated > 0 ? [0: kept.undated] : [:]
    for month in try kept.months() { all[month.year, default: 0] += month.events }
    return DyadYears(rows: rows, all: all, isCut: true)
  }

  private static func year(_ id: Int64) -> Int {
    id < EventNumber.firstDated ? 0 : EventNumber.day(of: id).year
  }

  /// The most frequent first.
  func hosts() throws -> [HostCount] {
    var counts: [HostCount: Int] = [:]
    if isCounted {
      try self.counts.visit(.venue, party, inAll: true) { dyad, host, _, count in
        counts[HostCount(dyad: dyad, host: Country(host), events: 0), default: 0] += count
      }
    } else {
      let details = try EventDetails(postings)
      let facts = try EventFacts(postings)
      for id in try kept.ids(0..<kept.total) {
        guard let fact = try facts.of(id), let detail = try details.own(id) else { continue }
        let host = detail.host.flatMap { Country($0) }
        counts[HostCount(dyad: fact.dyad, host: host, events: 0), default: 0] += 1
      }
    }
    return counts.map { HostCount(dyad: $0.key.dyad, host: $0.key.host, events: $0.value) }
      .sorted { ($1.events, $0.dyad, $0.host?.code ?? "") < ($0.events, $1.dyad, $1.host?.code ?? "") }
  }

  // MARK: people

  func people(limit: Int, countsAll: Bool) throws -> PeopleMet {
    // The order of terms tells the most frequent without the others.
    let isRanked = isCounted && party.isOpen && DayRanges.of(filter) == nil
    let isQuick = isRanked && !countsAll
    let counts = try FacetQuery(db: db, filter: filter, kept: kept)
      .values(of: .person, limit: isQuick ? limit : .max)
    let ids = isCounted || limit == 0 ? [] : Set(try kept.ids(0..<kept.total))
    let facts = try EventFacts(postings)
    let dates = try EventDates(postings)
    let people = try counts.prefix(limit).compactMap { count -> PersonCount? in
      guard case .person(let name, let country) = count.value else { return nil }
      let term = Term.person(Person(name: name, title: "", country: country))
      let last = try last(of: term) { id in
        isCounted ? try party.isOpen || facts.of(id).map { party.keeps($0.dyad) } ?? false : ids.contains(id)
      }
      return PersonCount(
        name: name, country: country, events: count.events, last: try last.flatMap(dates.of))
    }
    return PeopleMet(people: people, all: isQuick && counts.count >= limit ? nil : counts.count)
  }

  /// The latest number of the term that is kept.
  private func last(of term: Term, isKept: (Int64) throws -> Bool) throws -> Int64? {
    guard let number = try postings.number(of: term) else { return nil }
    let stream = try postings.stream(number, choice)
    for range in (DayRanges.of(filter) ?? [0..<EventNumber.afterAll]).reversed() {
      var end = range.upperBound
      var some = 1
      while true {
        let ids = try stream.ids(in: range.lowerBound..<end, descending: true, limit: some)
        if let last = try ids.first(where: isKept) { return last }
        guard ids.count == some, let least = ids.last else { break }
        end = least
        some = min(some * 8, 4096)
      }
    }
    return nil
  }

  /// Kept events beyond these, the oldest, are not read for who met whom.
  private static let mostRead = 20_000

  /// The people of other sides that the kept events name, the most frequent first.
  func counterparts(of person: Person, limit: Int) throws -> PeopleMet {
    let details = try EventDetails(postings)
    let dates = try EventDates(postings)
    var met: [Term: (count: Int, last: Int64)] = [:]
    for id in try kept.ids(max(0, kept.total - ViewQuery.mostRead)..<kept.total) {
      var terms: Set<Term> = []
      for detail in try details.all(id) {
        for one in detail.people where one.country != person.country.code {
          guard let country = Country(one.country) else { continue }
          terms.insert(.person(Person(name: one.name, title: "", country: country)))
        }
      }
      for term in terms { met[term] = ((met[term]?.count ?? 0) + 1, id) }
    }
    let order = met.sorted { ($1.value.count, $0.key.value) < ($0.value.count, $1.key.value) }
    let people = try order.prefix(limit).compactMap { term, met -> PersonCount? in
      guard let country = Country(term.country) else { return nil }
      return PersonCount(
        name: term.value, country: country, events: met.count, last: try dates.of(met.last))
    }
    return PeopleMet(people: people, all: met.count)
  }

  // MARK: promises

  /// Events read at once, the latest first.
  static let stretch = 4_000

  /// What the filter asks of promises themselves, where it asks nothing else beside it: alternatives.
  private var statuses: Set<PromiseStatus> {
    let traits = filter.kept { if case .trait(let trait) = $0 { trait } else { nil } }
    let statuses = traits.compactMap(\.status)
    return statuses.count == traits.count && !traits.isEmpty ? Set(statuses) : Set(PromiseStatus.allCases)
  }

  /// The kept events are those with a promise. At most `limit` promises: those with a day before the others, what is
  /// met or missed last.
  func promises(limit: Int) throws -> Promises {
    let due = try postings.number(of: .promiseWithDay).map { try postings.stream($0, choice) }
    let details = try EventDetails(postings)
    let statuses = statuses
    var list: [Promise] = []
    var others: [Int64] = []
    func take(_ id: Int64) throws {
      if list.count < limit { list += try details.promises(id).filter { statuses.contains($0.status) } }
    }
    var end = kept.total
    while end > 0, list.count < limit {
      let start = max(0, end - ViewQuery.stretch)
      let ids = try kept.ids(start..<end)
      let dated = Set(try due?.ids(in: ids[0]..<ids[ids.count - 1] + 1) ?? [])
      for id in ids.reversed() { if dated.contains(id) { try take(id) } else { others.append(id) } }
      end = start
    }
    for id in others { try take(id) }
    let isCut = list.count >= limit
    let order = list.enumerated().sorted { left, right in
      let isOpen = left.element.status == .open
      if isOpen != (right.element.status == .open) { return isOpen }
      let (one, other) = (left.element.commitment.due?.latest, right.element.commitment.due?.latest)
      if one == other { return left.offset < right.offset }
      return one.map { one in other.map { one < $0 } ?? true } ?? false
    }
    return Promises(list: order.prefix(limit).map(\.element), events: kept.total, isCut: isCut)
  }
}
