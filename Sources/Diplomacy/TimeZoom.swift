/// How much time stands under one heading of the timeline.
package enum TimeZoom: String, CaseIterable, Sendable {
  case day, week, month, quarter, year, decade

  /// The next finer one; nil at the finest.
  package var finer: TimeZoom? { step(-1) }
  /// The next coarser one; nil at the coarsest.
  package var coarser: TimeZoom? { step(1) }

  private func step(_ steps: Int) -> TimeZoom? {
    let all = TimeZoom.allCases
    guard let place = all.firstIndex(of: self), all.indices.contains(place + steps) else { return nil }
    return all[place + steps]
  }

  /// Months that fold as one: events are counted by months, so days and weeks fold with theirs.
  package var foldedMonths: Int {
    switch self {
    case .day, .week, .month: 1
    case .quarter: 3
    case .year: 12
    case .decade: 120
    }
  }
}

/// Which date of an event the timeline goes by: the day it took place, or the day its report was published.
package enum TimelineClock: String, CaseIterable, Sendable { case event, publication }

/// By what the events stand together. Within a group they stand in order of time.
package enum Sorting: String, CaseIterable, Sendable {
  case time, pair, level, kind
  /// What the words of a search fit best stands first, in no groups.
  case match
}

/// What folds as one.
package enum TimelineGroup: Hashable, Sendable {
  /// So many months from the first on, which is year * 12 + month - 1.
  case months(first: Int, count: Int)
  case undated
  case pair(Dyad)
  case level(ProtocolLevel)
  case kind(EventKind)

  /// The group of a date; of a year alone, that of its January, where it stands.
  package init(_ date: PartialDate?, zoom: TimeZoom) {
    guard let date else {
      self = .undated
      return
    }
    let count = zoom.foldedMonths
    let month = date.year * 12 + (date.month ?? 1) - 1
    self = .months(first: month / count * count, count: count)
  }

  /// First and last day of months; nil for other groups.
  package var days: (first: CalendarDay, last: CalendarDay)? {
    guard case .months(let first, let count) = self else { return nil }
    let last = min(first + count - 1, 9999 * 12 + 11)
    guard let start = CalendarDay(year: max(1, first / 12), month: first % 12 + 1, day: 1),
      let end = PartialDate(year: last / 12, month: last % 12 + 1)?.latest
    else { return nil }
    return (start, end)
  }
}

/// Which groups are folded: all but some, or only some.
package struct Folding: Hashable, Sendable {
  package private(set) var foldsAll = false
  private var others: Set<TimelineGroup> = []

  package static let none = Folding()
  package static let all = Folding(foldsAll: true)

  package init(foldsAll: Bool = false) { self.foldsAll = foldsAll }

  /// The groups that are folded; where all are, those that are not.
  package var exceptions: [TimelineGroup] { Array(others) }

  /// Nothing is folded.
  package var isEmpty: Bool { !foldsAll && others.isEmpty }

  package func folds(_ group: TimelineGroup) -> Bool { foldsAll != others.contains(group) }

  package mutating func fold(_ group: TimelineGroup) { set(group, isOther: !foldsAll) }
  package mutating func unfold(_ group: TimelineGroup) { set(group, isOther: foldsAll) }

  private mutating func set(_ group: TimelineGroup, isOther: Bool) {
    if isOther { others.insert(group) } else { others.remove(group) }
  }
}

/// A folded group as one line of the timeline.
package struct FoldedGroup: Hashable, Sendable {
  package let group: TimelineGroup
  /// Events, or reports, in it.
  package let count: Int
  /// Those of them of which only the year is known.
  package let yearOnly: Int
  /// How many rows of the window stand before it.
  package let rowsBefore: Int

  package init(group: TimelineGroup, count: Int, yearOnly: Int = 0, rowsBefore: Int) {
    self.group = group
    self.count = count
    self.yearOnly = yearOnly
    self.rowsBefore = rowsBefore
  }
}

/// How the timeline is laid out.
package struct Arrangement: Hashable, Sendable {
  package var order = TimelineOrder.newestFirst
  package var sorting = Sorting.time
  package var zoom = TimeZoom.month
  package var folding = Folding.none

  package init(order: TimelineOrder = .newestFirst) { self.order = order }

  /// The group an event folds with; nil where there are no groups.
  package func group(of date: PartialDate?, _ parties: Parties, _ level: ProtocolLevel, _ kind: EventKind)
    -> TimelineGroup?
  {
    switch sorting {
    case .time: TimelineGroup(date, zoom: zoom)
    case .pair: .pair(parties.dyad)
    case .level: .level(level)
    case .kind: .kind(kind)
    case .match: nil
    }
  }
}
