import Diplomacy

/// Who the card is about: the first named of each side, and the level at which they met.
package struct LastMetQuestion: Hashable, Sendable {
  package let parties: Parties
  /// Nil where the event names nobody of that side.
  package let first: Person?
  package let second: Person?
  package let level: ProtocolLevel

  /// Acts in which people meet.
  package static let meetings: [EventKind] = [.talks, .meeting, .visit]

  private var pair: Filter { Filter([.dyad(parties.dyad)]) }

  private func acts(_ filter: Filter, _ kinds: [EventKind]) -> Filter {
    var filter = filter
    for kind in kinds { filter.add(.kind(kind)) }
    return filter
  }

  private var both: Filter? {
    guard let first, let second else { return nil }
    return pair.keeping(.person(first.name)).keeping(.person(second.name))
  }

  /// The two people meeting; nil where one is not named.
  package var people: Filter? { both.map { acts($0, LastMetQuestion.meetings) } }
  /// The two people speaking from afar, or writing.
  package var afar: Filter? { both.map { acts($0, [.phoneCall, .message]) } }
  /// Whoever held offices of that level, meeting.
  package var offices: Filter { acts(pair.keeping(only: level), LastMetQuestion.meetings) }
  package var all: Filter { pair }
}

/// Events of one sort: how many, the latest, the first.
package struct Meetings: Hashable, Sendable {
  package let total: Int
  /// The newest first, a few of them; held, not planned.
  package let rows: [TimelineRow]
  /// All that is known of the newest one.
  package let last: EventRecord?
  package let since: PartialDate?

  package init(total: Int, rows: [TimelineRow], last: EventRecord?, since: PartialDate?) {
    self.total = total
    self.rows = rows
    self.last = last
    self.since = since
  }
}

package struct LastMet: Hashable, Sendable {
  package let question: LastMetQuestion
  /// Nil where one of the two is not named.
  package let people: Meetings?
  package let afar: Meetings?
  package let offices: Meetings
  package let promises: Promises

  package init(
    question: LastMetQuestion, people: Meetings?, afar: Meetings?, offices: Meetings, promises: Promises
  ) {
    self.question = question
    self.people = people
    self.afar = afar
    self.offices = offices
    self.promises = promises
  }
}

/// The card that tells when two leaders, or two offices, last met.
package struct LastMetState: Sendable {
  package enum Target: Hashable, Sendable {
    case event(EventID)
    case filter(Filter)
  }

  package struct Line: Hashable, Sendable {
    package let line: DetailLine
    /// What Enter opens; nil for headings.
    package let target: Target?
  }

  package let question: LastMetQuestion
  /// The event at hand when the card was opened.
  package let event: EventID
  /// Nil until the archive has answered.
  private(set) var answer: LastMet?
  package private(set) var lines: [Line] = []
  /// Index of a line that can be opened.
  package private(set) var selected = 0
  package private(set) var top = 0
  private var height = 1
  private var width = 40

  init(question: LastMetQuestion, event: EventID) {
    self.question = question
    self.event = event
  }

  package var visible: ArraySlice<Line> { lines.dropFirst(top).prefix(height) }
  package var target: Target? { lines.indices.contains(selected) ? lines[selected].target : nil }
  package var isFilled: Bool { answer != nil }

  mutating func fill(_ answer: LastMet) { self.answer = answer }

  mutating func lay(_ text: (LastMet, Int) -> [Line]) {
    lines = answer.map { text($0, width) } ?? []
    if target == nil { selected = lines.firstIndex { $0.target != nil } ?? 0 }
    settle()
  }

  mutating func resize(width: Int, height: Int) { (self.width, self.height) = (width, max(1, height)) }

  /// Moves among the lines that can be opened.
  mutating func move(by count: Int) {
    let places = lines.indices.filter { lines[$0].target != nil }
    guard let here = places.firstIndex(of: selected) else { return }
    selected = places[max(0, min(here + count, places.count - 1))]
    settle()
  }

  /// The headings above the first line that can be opened stay in view with it.
  private mutating func settle() {
    if lines[..<max(0, min(selected, lines.count))].allSatisfy({ $0.target == nil }) { top = 0 }
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
    top = max(0, min(top, lines.count - height))
  }
}
