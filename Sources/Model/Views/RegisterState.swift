import Diplomacy

/// What was promised, the overdue first, what is met or missed last.
package struct RegisterState: Sendable {
  package enum Urgency: Int, Sendable { case overdue, due, noDay, settled }

  package private(set) var list = CursorList<Promise>()
  /// Events with a promise.
  package private(set) var events = 0
  /// More was promised than is listed.
  package private(set) var isCut = false
  package private(set) var isFilled = false
  package let today: CalendarDay
  /// The next answer leaves the rows where they are: a promise judged does not jump away.
  private var keepsOrder = false

  init(today: CalendarDay) { self.today = today }

  /// Overdue once the last day it can mean is past, unless the reader has judged it.
  package func urgency(_ promise: Promise) -> Urgency {
    if promise.status != .open { return .settled }
    return promise.commitment.due.map { $0.latest < today ? .overdue : .due } ?? .noDay
  }

  package var overdue: Int { list.items.count { urgency($0) == .overdue } }
  package func count(_ status: PromiseStatus) -> Int { list.items.count { $0.status == status } }

  /// On which promise the cursor is to stand when the list is filled next.
  var wanted: (text: String, event: EventID)?

  mutating func fill(_ promises: Promises) {
    let before = wanted.flatMap { expected($0, in: promises.list) } ?? list.current
    wanted = nil
    isFilled = true
    (events, isCut) = (promises.events, promises.isCut)
    list.fill(keepsOrder ? inOrder(promises.list) : promises.list) { before.map($0.isSame) ?? false }
    keepsOrder = false
  }

  private func expected(_ wanted: (text: String, event: EventID), in promises: [Promise]) -> Promise? {
    let same = promises.filter { $0.commitment.text == wanted.text }
    return same.first { $0.event == wanted.event } ?? same.first
  }

  mutating func keepOrder() { keepsOrder = true }

  /// At once, before the archive has answered.
  mutating func judge(_ promise: Promise, _ status: PromiseStatus) {
    var items = list.items
    for place in items.indices where items[place].isSame(as: promise) { items[place].status = status }
    list.fill(items) { $0.isSame(as: promise) }
  }

  /// As they stand, as far as they are listed.
  private func inOrder(_ promises: [Promise]) -> [Promise] {
    struct Name: Hashable {
      let event: EventID
      let place: Int
    }
    let places = Dictionary(
      list.items.enumerated().map { (Name(event: $1.event, place: $1.place), $0) }, uniquingKeysWith: { $1 })
    return promises.enumerated().map { offset, promise in
      (places[Name(event: promise.event, place: promise.place)] ?? Int.max, offset, promise)
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  mutating func move(_ step: ViewStep) -> Bool { list.move(step) }

  mutating func resize(rows: Int) { list.resize(height: rows) }
}
