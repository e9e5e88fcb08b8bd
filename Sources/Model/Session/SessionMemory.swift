import Diplomacy

/// What is remembered from one session to the next: where the reader stood in an archive, and how all was set.
package struct SessionMemory: Hashable, Sendable {
  package var stand: Stand?
  /// Lines between the top of the list and where the reader stood.
  package var listOffset = 0
  package var filter = Filter.everything
  package var filterIsOn = true
  package var matchesAll = false
  package var arrangement = Arrangement()
  package var clock = TimelineClock.event
  package var counting = Counting.events
  package var placement = DetailPlacement.right
  package var listShare = 48
  package var showsDensity = true
  package var focus = Focus.timeline
  package var articlePlace = DetailState.Place.line(0)
  package var articleOptions = DetailOptions()
  package var view = BrowserView.timeline
  package var viewCursor: ViewCursor?
  /// A theme chosen while browsing.
  package var theme: String?

  package init() {}
}

/// What the cursor of the timeline stood on.
package enum Stand: Hashable, Sendable {
  case event(RememberedEvent)
  /// A folded group.
  case group(TimelineGroup)
}

/// An event as a later session finds it again, also when everything was imported anew.
package struct RememberedEvent: Hashable, Sendable {
  /// The report that was shown; nil where it had not come yet.
  package let name: CodedEvent?
  /// The number the event had.
  package let id: EventID
  /// By the clock of the timeline: where it is gone, the nearest day is looked for.
  package let date: PartialDate?
  package let parties: Parties
  package let kind: EventKind

  package init(name: CodedEvent?, id: EventID, date: PartialDate?, parties: Parties, kind: EventKind) {
    self.name = name
    self.id = id
    self.date = date
    self.parties = parties
    self.kind = kind
  }

  /// The same event by another number.
  func numbered(_ id: EventID) -> RememberedEvent {
    RememberedEvent(name: name, id: id, date: date, parties: parties, kind: kind)
  }
}

/// What the cursor of a view stands on.
package enum ViewCursor: Hashable, Sendable {
  case cell(GridState.Cell)
  case person(name: String, country: Country)
  /// The words of the promise.
  case promise(String, event: EventID)
}

/// What a reader keeps whatever archive is open.
package struct Desk: Hashable, Sendable {
  /// Countries pinned to slots, 1 to 9.
  package var pins: [Int: Country]
  package var histories: Histories

  package init(pins: [Int: Country] = [:], histories: Histories = Histories()) {
    self.pins = pins
    self.histories = histories
  }
}
