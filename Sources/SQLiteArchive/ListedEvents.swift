import Diplomacy
import GRDB

/// Kept events that no tally counts: a list of their numbers, ascending.
struct ListedEvents: KeptEvents {
  let postings: Postings
  let numbers: [Int64]

  var total: Int { numbers.count }
  var undated: Int { rank(below: EventNumber.firstDated) }

  func rank(below id: Int64) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func holds(_ id: Int64) -> Bool {
    let place = rank(below: id)
    return place < numbers.count && numbers[place] == id
  }

  func ids(_ ranks: Range<Int>) -> [Int64] { Array(numbers[ranks.clamped(to: 0..<numbers.count)]) }

  func months() throws -> [MonthCount] {
    let query = try postings.statement("select length(date) = 4 from event where id = ?")
    return try months { id in
      query.bind(1, id)
      return try query.number() == 1
    }
  }

  /// `isYearAlone` tells it of a number at the first of January.
  func months(_ isYearAlone: (Int64) throws -> Bool) throws -> [MonthCount] {
    var counts: [MonthCount] = []
    var place = undated
    while place < numbers.count {
      let day = EventNumber.day(of: numbers[place])
      let range = EventNumber.range(year: day.year, month: day.month)
      let end = rank(below: range.upperBound)
      let firstDay = rank(below: range.lowerBound + EventNumber.perDay)
      let yearOnly =
        day.month == 1 && firstDay > place ? try numbers[place..<firstDay].count(where: isYearAlone) : 0
      for (month, count) in [(0, yearOnly), (day.month, end - place - yearOnly)] where count > 0 {
        counts.append(MonthCount(year: day.year, month: month, events: count))
      }
      place = end
    }
    return counts
  }

  func classCounts() throws -> [EventClass: Int] {
    var counts: [EventClass: Int] = [:]
    let facts = try EventFacts(postings)
    for id in numbers { if let fact = try facts.of(id) { counts[fact.eventClass, default: 0] += 1 } }
    return counts
  }
}

/// Parties, kind and level of single events.
final class EventFacts {
  private let query: BulkStatement
  /// By the words of kind and level, which are few.
  private var classes: [String: EventClass] = [:]

  init(_ postings: Postings) throws {
    query = try postings.statement("select first, second, kind || ' ' || level from event where id = ?")
  }

  func of(_ id: Int64) throws -> (dyad: Dyad, eventClass: EventClass)? {
    query.bind(1, id)
    var fact: (Dyad, EventClass)?
    try query.eachRow { row in
      guard let first = Country(row.text(at: 0)), let second = Country(row.text(at: 1)),
        let dyad = Dyad(first, second), let eventClass = eventClass(row.text(at: 2))
      else { throw DamagedRow(what: "event \(id)") }
      fact = (dyad, eventClass)
    }
    return fact
  }

  private func eventClass(_ words: String) -> EventClass? {
    if let known = classes[words] { return known }
    let parts = words.split(separator: " ")
    guard parts.count == 2, let kind = EventKind(rawValue: String(parts[0])),
      let level = ProtocolLevel(rawValue: String(parts[1]))
    else { return nil }
    let one = EventClass(kind: kind, level: level)
    classes[words] = one
    return one
  }
}
