import Diplomacy

/// What was promised, the overdue first.
package struct RegisterState: Sendable {
  package enum Urgency: Int, Sendable { case overdue, due, open }

  package private(set) var list = CursorList<Promise>()
  /// Events with a promise.
  package private(set) var events = 0
  /// More was promised than is listed.
  package private(set) var isCut = false
  package private(set) var isFilled = false
  package let today: CalendarDay

  init(today: CalendarDay) { self.today = today }

  /// Overdue once the last day it can mean is past.
  package func urgency(_ promise: Promise) -> Urgency {
    promise.commitment.due.map { $0.latest < today ? .overdue : .due } ?? .open
  }

  package var overdue: Int { list.items.count { urgency($0) == .overdue } }

  mutating func fill(_ promises: Promises) {
    let before = list.current
    isFilled = true
    (events, isCut) = (promises.events, promises.isCut)
    list.fill(promises.list) { $0.event == before?.event && $0.place == before?.place }
  }

  mutating func move(_ step: ViewStep) -> Bool { list.move(step) }

  mutating func resize(rows: Int) { list.resize(height: rows) }
}
