import Diplomacy
import GRDB

// Who is named in the kept events, and with whom.
extension ViewQuery {
  func people(limit: Int, countsAll: Bool) throws -> PeopleMet {
    // The order of terms tells the most frequent without the others.
    let isRanked = isCounted && party.isOpen && DayRanges.of(filter) == nil
    if isRanked { return try rankedPeople(limit: limit, countsAll: countsAll) }
    if !countsAll, let latest = try latest {
      return try named(in: latest.numbers, limit: limit, newest: latest.total)
    }
    let isFew = kept.total <= newest
    let ids = try kept.ids(0..<kept.total)
    return isFew ? try named(in: ids, limit: limit) : try named(among: ids, limit: limit)
  }

  private func rankedPeople(limit: Int, countsAll: Bool) throws -> PeopleMet {
    let counts = try FacetQuery(db: db, filter: filter, kept: kept)
      .values(of: .person, limit: countsAll ? .max : limit)
    let dates = try EventDates(postings)
    let people = try counts.prefix(limit).compactMap { count -> PersonCount? in
      guard case .person(let name, let country) = count.value else { return nil }
      let term = Term.person(Person(name: name, title: "", country: country))
      let last = try postings.number(of: term).flatMap {
        try postings.stream($0, choice)
          .ids(in: 0..<EventNumber.afterAll, descending: true, limit: 1).first
      }
      return PersonCount(
        name: name, country: country, events: count.events, last: try last.flatMap(dates.of))
    }
    return PeopleMet(people: people, all: !countsAll && counts.count >= limit ? nil : counts.count)
  }

  /// Someone by the term that stands for them, with how many events and the latest of them.
  private struct Named {
    let name: String
    let country: String
    var events = 0
    var last: Int64 = 0

    mutating func take(_ id: Int64) {
      events += 1
      last = max(last, id)
    }
  }

  /// Reads where each person stands, in one go: what many events name is found faster so than by reading the events.
  private func named(among ids: [Int64], limit: Int) throws -> PeopleMet {
    let kept = ListedEvents(postings: postings, numbers: ids)
    let query = try postings.statement(
      """
      select term.id, value, country, posting.id from term cross join posting on term = term.id
      where facet = 'person' and role <> \(TermRole.leftOut(filter.counting).rawValue)
      """)
    var people: [Named] = []
    var term: Int64 = -1
    try query.eachRow { row in
      let id = row.number(at: 3)
      guard kept.holds(id) else { return }
      if row.number(at: 0) != term {
        term = row.number(at: 0)
        people.append(Named(name: row.text(at: 1), country: row.text(at: 2)))
      }
      people[people.count - 1].take(id)
    }
    return try met(people, limit: limit)
  }

  /// Reads the events, the people of one side left out.
  private func named(
    in ids: [Int64], besides country: Country? = nil, limit: Int, newest: Int? = nil
  ) throws -> PeopleMet {
    let details = try EventDetails(postings)
    var people: [Term: Named] = [:]
    for id in ids {
      var terms: Set<Term> = []
      for detail in try details.all(id) {
        for one in detail.people where one.country != country?.code {
          guard let country = Country(one.country) else { continue }
          terms.insert(.person(Person(name: one.name, title: "", country: country)))
        }
      }
      for term in terms {
        people[term, default: Named(name: term.value, country: term.country)].take(id)
      }
    }
    return try met(Array(people.values), limit: limit, newest: newest)
  }

  private func met(_ people: [Named], limit: Int, newest: Int? = nil) throws -> PeopleMet {
    let dates = try EventDates(postings)
    let order = people.sorted { ($1.events, $0.name, $0.country) < ($0.events, $1.name, $1.country) }
    let first = try order.prefix(limit).compactMap { one -> PersonCount? in
      guard let country = Country(one.country) else { return nil }
      return PersonCount(name: one.name, country: country, events: one.events, last: try dates.of(one.last))
    }
    return PeopleMet(people: first, all: newest == nil ? people.count : nil, newest: newest)
  }

  /// The people of other sides that the kept events name, the most frequent first.
  func counterparts(of person: Person, limit: Int, isWhole: Bool) throws -> PeopleMet {
    if !isWhole, let latest = try latest {
      return try named(in: latest.numbers, besides: person.country, limit: limit, newest: latest.total)
    }
    return try named(in: kept.ids(0..<kept.total), besides: person.country, limit: limit)
  }
}
