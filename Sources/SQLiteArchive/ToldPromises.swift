import Diplomacy

/// A promise as one report tells it, with what the reader made of it there.
struct ToldPromise {
  let promise: Promise
  let key: PromiseKey

  /// Whether another report of the event tells the same one: the same sum on the same day.
  func isTold(by other: ToldPromise) -> Bool {
    let (one, two) = (promise.commitment, other.promise.commitment)
    return promise.event != other.promise.event && one.amount == two.amount && one.currency == two.currency
      && one.due == two.due
  }
}

/// What all reports of an event tell of promises. A judgement made where one report tells it holds wherever it is told.
struct ToldPromises {
  private(set) var all: [ToldPromise] = []

  mutating func add(_ promise: ToldPromise) { all.append(promise) }

  /// Each told once.
  var once: [Promise] {
    var told: [ToldPromise] = []
    for one in all where !told.contains(where: one.isTold) { told.append(one) }
    return told.map { one in
      var promise = one.promise
      promise.status = status(of: one)
      return promise
    }
  }

  /// Of the promises of one report those that were judged, there or where another tells them.
  func judged(in report: Int64) -> [PromiseKey: PromiseStatus] {
    var judged: [PromiseKey: PromiseStatus] = [:]
    for one in all where one.promise.event.number == report {
      if status(of: one) != .open { judged[one.key] = status(of: one) }
    }
    return judged
  }

  private func status(of one: ToldPromise) -> PromiseStatus {
    if one.promise.status != .open { return one.promise.status }
    return all.first { $0.promise.status != .open && one.isTold(by: $0) }?.promise.status ?? .open
  }
}
