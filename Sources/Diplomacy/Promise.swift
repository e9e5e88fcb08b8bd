/// A commitment as the register has it: what was promised, and the event in which it was.
package struct Promise: Hashable, Sendable {
  /// The event as the report tells it that quotes the promise.
  package let event: EventID
  package let date: PartialDate?
  package let parties: Parties
  package let commitment: Commitment
  /// Its place among the commitments of that report, from 0.
  package let place: Int
  package var status: PromiseStatus
  package init(
    event: EventID, date: PartialDate?, parties: Parties, commitment: Commitment, place: Int,
    status: PromiseStatus = .open
  ) {
    self.event = event
    self.date = date
    self.parties = parties
    self.commitment = commitment
    self.place = place
    self.status = status
  }

  /// Whether it is the same one, whatever became of it.
  package func isSame(as other: Promise) -> Bool { event == other.event && place == other.place }
}

/// The promises of a filter: those with a day first, by day, then the newest of the others; what is met or missed last.
package struct Promises: Hashable, Sendable {
  package let list: [Promise]
  /// Events with a promise; more than the list tells of where it was cut.
  package let events: Int
  package let isCut: Bool
  package init(list: [Promise], events: Int, isCut: Bool) {
    self.list = list
    self.events = events
    self.isCut = isCut
  }
  package static let none = Promises(list: [], events: 0, isCut: false)
}
