import Diplomacy

/// Who is in the record, how often, when last; at the side whom the person under the cursor met.
package struct PeopleState: Sendable {
  package private(set) var list = CursorList<PersonCount>()
  /// People there are, listed or not; nil until they are counted.
  package private(set) var all: Int?
  /// So many of the latest events alone were read so far; nil for all of them.
  package private(set) var newest: Int?
  package private(set) var met = CursorList<PersonCount>()
  /// So many of the latest events with that person were read so far; nil for all of them.
  package private(set) var newestMet: Int?
  /// Whose counterparts are shown; nil before the first answer.
  package private(set) var told: PersonCount?
  package private(set) var isFilled = false

  /// On whom the cursor is to stand when the list is filled next.
  var wanted: (name: String, country: Country)?

  mutating func fill(_ answer: PeopleMet) {
    let before = wanted ?? list.current.map { ($0.name, $0.country) }
    wanted = nil
    isFilled = true
    all = answer.all
    newest = answer.newest
    list.fill(answer.people) { $0.name == before?.name && $0.country == before?.country }
    // Whoever is named seldom comes with the rest.
    if all == nil, let before, list.current?.name != before.name || list.current?.country != before.country {
      wanted = before
    }
    if list.items.isEmpty { met.restart([]) }
  }

  mutating func take(_ answer: PeopleMet) {
    let isSame = told == list.current
    told = list.current
    newestMet = answer.newest
    guard isSame, let here = met.current else { return met.restart(answer.people) }
    met.fill(answer.people) { $0.name == here.name && $0.country == here.country }
  }

  mutating func move(_ step: ViewStep) -> Bool {
    wanted = nil
    return list.move(step)
  }
  mutating func moveMet(_ step: ViewStep) { met.move(step) }
  mutating func scrollMet(by count: Int) { met.scroll(by: count) }

  mutating func resize(rows: Int, sideRows: Int) {
    list.resize(height: rows)
    met.resize(height: sideRows)
  }
}
