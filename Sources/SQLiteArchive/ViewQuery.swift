import Diplomacy
import GRDB

/// Answers the views of the kept events: pairs by year, hosts, people and promises. From the tallies where they
/// suffice, else event by event.
struct ViewQuery {
  private let db: Database
  private let filter: Filter
  private let kept: any KeptEvents
  private let postings: Postings
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

  func dyadYears() throws -> DyadYears {
    var counts: [Dyad: [Int: Int]] = [:]
    if isCounted {
      try self.counts.visit(.dyad, party) { dyad, _, year, count in
        counts[dyad, default: [:]][year, default: 0] += count
      }
    } else {
      let facts = try EventFacts(postings)
      for id in try kept.ids(0..<kept.total) {
        guard let fact = try facts.of(id) else { continue }
        counts[fact.dyad, default: [:]][ViewQuery.year(id), default: 0] += 1
      }
    }
    return DyadYears(rows: counts.map { DyadYears.Row(dyad: $0.key, events: $0.value) })
  }

  private static func year(_ id: Int64) -> Int {
    id < EventNumber.firstDated ? 0 : EventNumber.day(of: id).year
  }

  /// The most frequent first.
  func hosts() throws -> [HostCount] {
    var counts: [HostCount: Int] = [:]
    if isCounted {
      try self.counts.visit(.venue, party) { dyad, host, _, count in
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

  func people(limit: Int) throws -> PeopleMet {
    let counts = try FacetQuery(db: db, filter: filter, kept: kept).values(of: .person, limit: .max)
    let isEverything = isCounted && choice.isAll && party.isOpen && DayRanges.of(filter) == nil
    let ids = isEverything || limit == 0 ? [] : Set(try kept.ids(0..<kept.total))
    let dates = try EventDates(postings)
    let people = try counts.prefix(limit).compactMap { count -> PersonCount? in
      guard case .person(let name, let country) = count.value else { return nil }
      let term = Term.person(Person(name: name, title: "", country: country))
      let last = try last(of: term, in: isEverything ? nil : ids)
      return PersonCount(
        name: name, country: country, events: count.events, last: try last.flatMap(dates.of))
    }
    return PeopleMet(people: people, all: counts.count)
  }

  /// The latest number of the term, of all or of some.
  private func last(of term: Term, in kept: Set<Int64>?) throws -> Int64? {
    guard let number = try postings.number(of: term) else { return nil }
    let stream = try postings.stream(number, choice)
    guard let kept else {
      return try stream.ids(in: 0..<EventNumber.afterAll, descending: true, limit: 1).first
    }
    return try stream.ids(in: 0..<EventNumber.afterAll, descending: true).first(where: kept.contains)
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

  /// What the filter asks of promises themselves, where it asks nothing else beside it: alternatives.
  private var statuses: Set<PromiseStatus> {
    let traits = filter.kept { if case .trait(let trait) = $0 { trait } else { nil } }
    let statuses = traits.compactMap(\.status)
    return statuses.count == traits.count && !traits.isEmpty ? Set(statuses) : Set(PromiseStatus.allCases)
  }

  /// The kept events are those with a promise. At most `limit` promises: those with a day before the others, what is
  /// met or missed last.
  func promises(limit: Int) throws -> Promises {
    let ids = try kept.ids(0..<kept.total)
    let number = try postings.number(of: .promiseWithDay)
    let due = Set(
      try number.map { try postings.stream($0, choice).ids(in: 0..<EventNumber.afterAll) } ?? [])
    let details = try EventDetails(postings)
    let statuses = statuses
    var list: [Promise] = []
    for id in ids.reversed().filter(due.contains) + ids.reversed().filter({ !due.contains($0) })
    where list.count < limit {
      list += try details.promises(id).filter { statuses.contains($0.status) }
    }
    let isCut = list.count >= limit
    let order = list.enumerated().sorted { left, right in
      let isOpen = left.element.status == .open
      if isOpen != (right.element.status == .open) { return isOpen }
      let (one, other) = (left.element.commitment.due?.latest, right.element.commitment.due?.latest)
      if one == other { return left.offset < right.offset }
      return one.map { one in other.map { one < $0 } ?? true } ?? false
    }
    return Promises(list: order.prefix(limit).map(\.element), events: ids.count, isCut: isCut)
  }
}
