import Diplomacy

/// What the screen shows of the filtered record. The raw value is the name of the view.
package enum BrowserView: String, CaseIterable, Sendable {
  case timeline
  case dyadYears = "dyad-years"
  case people, commitments, visits

  var next: BrowserView {
    let all = BrowserView.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

/// The part of a view that has the keys.
package enum ViewPart: Sendable {
  case list
  /// The counts below the grid.
  case counts
  /// What lies at the side: the events of a cell, whom a person met.
  case side
}

/// How far the cursor of a list goes.
enum ViewStep: Sendable {
  case rows(Int)
  case first, last
}

/// The views beside the timeline, each with its place, and which of them is shown.
package struct ViewsState: Sendable {
  package internal(set) var shown = BrowserView.timeline
  package internal(set) var part = ViewPart.list
  package internal(set) var grid = GridState()
  package internal(set) var people = PeopleState()
  package internal(set) var register: RegisterState
  package internal(set) var visits = VisitsState()

  /// Two cells of the grid against each other, in the place of the grid.
  package internal(set) var comparison: DensityComparison?

  /// Questions asked so far; the answer to an older one of the same sort is dropped.
  private var asked = 0
  private var newest: [String: Int] = [:]

  init(today: CalendarDay) { register = RegisterState(today: today) }

  /// What the cursor of the shown view stands on, once there is something.
  var cursor: ViewCursor? {
    switch shown {
    case .timeline: nil
    case .dyadYears: grid.isFilled ? .cell(grid.cell) : nil
    case .people: people.list.current.map { .person(name: $0.name, country: $0.country) }
    case .commitments: register.list.current.map { .promise($0.commitment.text, event: $0.event) }
    case .visits: visits.list.current.map { .visit(guest: $0.guest, host: $0.host) }
    }
  }

  /// The cursor goes there once the view is filled, if it has that.
  mutating func expect(_ cursor: ViewCursor?) {
    switch cursor {
    case .cell(let cell): grid.wanted = cell
    case .person(let name, let country): people.wanted = (name, country)
    case .promise(let text, let event): register.wanted = (text, event)
    case .visit(let guest, let host): visits.wanted = (guest, host)
    case nil: break
    }
  }

  mutating func ask(_ question: ViewQuestion) -> Effect {
    asked += 1
    newest[question.name] = asked
    return .ask(question, generation: asked)
  }

  func awaits(_ answer: ViewAnswer, _ generation: Int) -> Bool { newest[answer.name] == generation }
}

/// What a view asks the archive.
package enum ViewQuestion: Hashable, Sendable {
  /// The most frequent pairs, as soon as they are found; or all.
  case dyadYears(Filter, isWhole: Bool)
  /// Counts and first events of a cell, as soon as they are found; or the counts of all of them. The filter keeps its
  /// events.
  case cell(Filter, isWhole: Bool)
  /// The most frequent people, as soon as they are found; or more, and how many there are.
  case people(Filter, isWhole: Bool)
  /// The filter keeps the person's events.
  case counterparts(Person, Filter, isWhole: Bool)
  case promises(Filter)
  case visits(Filter)
  /// Read out of the reports that speak of invitations.
  case invitations(Filter)
  /// The two sides of a comparison.
  case densities(Filter, Filter)
  case lastMet(LastMetQuestion)

  /// Whether it is asked for what stands beside the list of a view.
  package var isBeside: Bool {
    switch self {
    case .cell, .counterparts, .invitations: true
    case .dyadYears, .people, .promises, .visits, .densities, .lastMet: false
    }
  }

  package var name: String {
    switch self {
    case .dyadYears: "dyad-years"
    case .cell: "cell"
    case .people: "people"
    case .counterparts: "counterparts"
    case .promises: "promises"
    case .visits: "visits"
    case .invitations: "invitations"
    case .densities: "densities"
    case .lastMet: "last met"
    }
  }
}

package enum ViewAnswer: Hashable, Sendable {
  case dyadYears(DyadYears)
  case cell(CellCounts)
  case people(PeopleMet)
  case counterparts(PeopleMet)
  case promises(Promises)
  case visits(Visits)
  case invitations([VisitTrace])
  case densities(Density, Density)
  case lastMet(LastMet)

  /// As of the question.
  var name: String {
    switch self {
    case .dyadYears: "dyad-years"
    case .cell: "cell"
    case .people: "people"
    case .counterparts: "counterparts"
    case .promises: "promises"
    case .visits: "visits"
    case .invitations: "invitations"
    case .densities: "densities"
    case .lastMet: "last met"
    }
  }
}

/// The events of a cell by kind, level and host, and the first of them.
package struct CellCounts: Hashable, Sendable {
  package let counts: EventCounts
  package let window: TimelineWindow
  package init(_ counts: EventCounts, window: TimelineWindow) {
    self.counts = counts
    self.window = window
  }
}
