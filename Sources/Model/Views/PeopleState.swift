import Diplomacy

/// Who is in the record, how often, when last; at the side whom the person under the cursor met.
package struct PeopleState: Sendable {
  package private(set) var list = CursorList<PersonCount>()
  /// People there are, listed or not.
  package private(set) var all = 0
  package private(set) var met = CursorList<PersonCount>()
  package private(set) var allMet = 0
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
    list.fill(answer.people) { $0.name == before?.name && $0.country == before?.country }
    if list.items.isEmpty { met.restart([]) }
  }

  mutating func take(_ answer: PeopleMet) {
    told = list.current
    allMet = answer.all
    met.restart(answer.people)
  }

  mutating func move(_ step: ViewStep) -> Bool { list.move(step) }
  mutating func moveMet(_ step: ViewStep) { met.move(step) }

  mutating func resize(rows: Int, sideRows: Int) {
    list.resize(height: rows)
    met.resize(height: sideRows)
  }
}
