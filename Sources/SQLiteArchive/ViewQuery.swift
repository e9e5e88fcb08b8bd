import Diplomacy
import GRDB

/// Answers the views of the kept events: pairs by year, hosts, people and promises. From the tallies where they
/// suffice, else event by event.
struct ViewQuery {
  let db: Database
  let filter: Filter
  let kept: any KeptEvents
  let postings: Postings
  let choice: ClassChoice
  let party: PartyFilter
  /// A first answer reads so many of the latest events, where reading all takes longer.
  let newest: Int

  static let mostAtFirst = 5_000

  init(db: Database, filter: Filter, kept: any KeptEvents, newest: Int = mostAtFirst) throws {
    self.db = db
    self.newest = newest
    self.filter = filter
    self.kept = kept
    postings = try Postings(db, filter.counting)
    choice = ClassChoice(filter, postings.classes)
    party = PartyFilter(filter)
  }

  /// Only parties, kinds, levels and days are filtered by.
  var isCounted: Bool { kept is CountedEvents && filter.clauses.allSatisfy(\.isTallied) }

  private var counts: TermCounts { TermCounts(postings, choice, DayRanges.of(filter)) }

  /// The latest events alone, nil where they are all.
  var latest: ListedEvents? {
    get throws {
      guard kept.total > newest else { return nil }
      return ListedEvents(postings: postings, numbers: try kept.ids(kept.total - newest..<kept.total))
    }
  }

  // MARK: pairs

  /// The `first` pairs of those met most often at all, with what is kept of all pairs; or all pairs.
  func dyadYears(first: Int) throws -> DyadYears {
    var counts: [Dyad: [Int: Int]] = [:]
    var isCut = false
    if isCounted {
      isCut = try self.counts.visit(.dyad, party, first: first) { dyad, _, year, count in
        counts[dyad, default: [:]][year, default: 0] += count
      }
    } else if first < .max, kept.total > newest {
      counts = try ofMostMet(first)
      isCut = true
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

  /// What is kept of the pairs met most often at all, by reading where these stand.
  private func ofMostMet(_ first: Int) throws -> [Dyad: [Int: Int]] {
    let kept = ListedEvents(postings: postings, numbers: try kept.ids(0..<kept.total))
    var counts: [Dyad: [Int: Int]] = [:]
    let query = try postings.statement(
      "select id from posting where term = ? and role <> \(TermRole.leftOut(filter.counting).rawValue)")
    for pair in try self.counts.terms(.dyad, party, first: first).terms {
      query.bind(1, pair.id)
      try query.eachRow { row in
        let id = row.number(at: 0)
        if kept.holds(id) { counts[pair.dyad, default: [:]][ViewQuery.year(id), default: 0] += 1 }
      }
    }
    return counts
  }

  private static func year(_ id: Int64) -> Int {
    id < EventNumber.firstDated ? 0 : EventNumber.day(of: id).year
  }

  /// The most frequent first.
  func hosts() throws -> [HostCount] {
    guard isCounted else { return try hosts(of: kept) }
    var counts: [HostCount: Int] = [:]
    try self.counts.visit(.venue, party, inAll: true) { dyad, host, _, count in
      counts[HostCount(dyad: dyad, host: Country(host), events: 0), default: 0] += count
    }
    return ViewQuery.ranked(counts)
  }

  /// Read event by event.
  private func hosts(of kept: any KeptEvents) throws -> [HostCount] {
    var counts: [HostCount: Int] = [:]
    let details = try EventDetails(postings)
    let facts = try EventFacts(postings)
    for id in try kept.ids(0..<kept.total) {
      guard let fact = try facts.of(id), let detail = try details.own(id) else { continue }
      let host = detail.host.flatMap { Country($0) }
      counts[HostCount(dyad: fact.dyad, host: host, events: 0), default: 0] += 1
    }
    return ViewQuery.ranked(counts)
  }

  private static func ranked(_ counts: [HostCount: Int]) -> [HostCount] {
    counts.map { HostCount(dyad: $0.key.dyad, host: $0.key.host, events: $0.value) }
      .sorted { ($1.events, $0.dyad, $0.host?.code ?? "") < ($0.events, $1.dyad, $1.host?.code ?? "") }
  }

  // MARK: kinds, levels and hosts

  func counts(isWhole: Bool) throws -> EventCounts {
    let latest = isWhole ? nil : try latest
    let areCounted = kept is CountedEvents
    let classes = areCounted ? try kept.classCounts() : try (latest ?? kept).classCounts()
    func ranked<Value: Hashable>(
      _ value: (EventClass) -> Value, _ name: (Value) -> String, _ counted: (Value) -> FacetCount.Value
    ) -> [FacetCount] {
      let sums = Dictionary(classes.map { (value($0.key), $0.value) }, uniquingKeysWith: +)
      return sums.filter { $0.value > 0 }
        .sorted { ($1.value, name($0.key)) < ($0.value, name($1.key)) }
        .map { FacetCount(value: counted($0.key), events: $0.value) }
    }
    return EventCounts(
      kinds: ranked(\.kind, \.rawValue, FacetCount.Value.kind),
      levels: ranked(\.level, \.rawValue, FacetCount.Value.level),
      hosts: try latest.map(hosts(of:)) ?? hosts(), classesAreLeast: latest != nil && !areCounted,
      hostsAreLeast: latest != nil)
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
