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

  /// On which promise the cursor is to stand when the list is filled next.
  var wanted: (text: String, event: EventID)?

  mutating func fill(_ promises: Promises) {
    let before = list.current
    isFilled = true
    (events, isCut) = (promises.events, promises.isCut)
    guard let wanted else {
      return list.fill(promises.list) { $0.event == before?.event && $0.place == before?.place }
    }
    self.wanted = nil
    let same = promises.list.filter { $0.commitment.text == wanted.text }
    let one = same.first { $0.event == wanted.event } ?? same.first
    list.fill(promises.list) { $0 == one }
  }

  mutating func move(_ step: ViewStep) -> Bool { list.move(step) }

  mutating func resize(rows: Int) { list.resize(height: rows) }
}
