/// How far a visit of one side to the other has got.
package enum VisitStage: Int, CaseIterable, Sendable, Comparable {
  case invited, accepted, dated, visited

  package static func < (left: VisitStage, right: VisitStage) -> Bool { left.rawValue < right.rawValue }
}

/// What a visit, or the wish for one, left in the record.
package struct VisitTrace: Hashable, Sendable {
  package let stage: VisitStage
  /// The event, as the report tells it that has the trace.
  package let event: EventID
  /// Who goes, and where to.
  package let guest: Country
  package let host: Country
  /// When it happened; of a visit that is planned, when it is to be.
  package let date: PartialDate?
  /// The headline, or the sentence of the invitation.
  package let words: String

  package init(
    stage: VisitStage, event: EventID, guest: Country, host: Country, date: PartialDate?, words: String
  ) {
    self.stage = stage
    self.event = event
    self.guest = guest
    self.host = host
    self.date = date
    self.words = words
  }
}

/// Visits held and planned, the latest first.
package struct Visits: Hashable, Sendable {
  package let traces: [VisitTrace]
  /// There are more, and older ones.
  package let isCut: Bool
  package init(traces: [VisitTrace], isCut: Bool) {
    self.traces = traces
    self.isCut = isCut
  }
  package static let none = Visits(traces: [], isCut: false)
}

/// All that the record has of one side's visits to the other.
package struct VisitCourse: Hashable, Sendable {
  package let guest: Country
  package let host: Country
  /// The newest first.
  package let traces: [VisitTrace]
  /// Visits held; what was done within a few days of each other is one visit.
  package let visits: Int
  package let last: VisitTrace?
  /// The trace that tells how far the next visit has got; nil where none is in sight.
  package let next: VisitTrace?
  /// The other side was the last to come: this side's visit would return it.
  package internal(set) var returnsVisit = false

  package var dyad: Dyad? { Dyad(guest, host) }
  /// How far it has got since the last visit; nil where there is no trace at all.
  package var stage: VisitStage? { next?.stage ?? last?.stage }
  /// The newest day that matters.
  package var date: PartialDate? { (next ?? last)?.date }

  /// Acts of one visit are no further apart, in days.
  private static let oneVisit = 5

  init(guest: Country, host: Country, traces: [VisitTrace]) {
    self.guest = guest
    self.host = host
    self.traces = traces.sorted(by: VisitCourse.isNewer)
    let held = self.traces.filter { $0.stage == .visited }
    last = held.first
    visits = VisitCourse.count(held)
    let since = last?.date?.latest
    let pending = self.traces.filter { trace in
      guard trace.stage != .visited else { return false }
      return since.map { since in trace.date.map { $0.latest > since } ?? false } ?? true
    }
    // The furthest, of those the newest.
    next = pending.reduce(nil) { best, trace in best.map { $0.stage >= trace.stage ? $0 : trace } ?? trace }
  }

  private static func count(_ held: [VisitTrace]) -> Int {
    let days = held.map { $0.date?.earliest.ordinal }
    return zip(days, [nil] + days).count { day, newer in
      guard let day, let newer else { return true }
      return newer - day > oneVisit
    }
  }

  static func isNewer(_ one: VisitTrace, _ other: VisitTrace) -> Bool {
    let (left, right) = (one.date?.latest.ordinal ?? .min, other.date?.latest.ordinal ?? .min)
    return left == right ? one.event > other.event : left > right
  }

  /// A course for each direction of each pair that has a trace: those first in which something is in sight, then the
  /// latest visits.
  package static func all(_ traces: [VisitTrace]) -> [VisitCourse] {
    let pairs = Dictionary(grouping: traces) { Dyad($0.guest, $0.host) }
    let courses = pairs.flatMap { dyad, traces in dyad.map { Self.courses(of: $0, traces) } ?? [] }
    return courses.sorted { one, other in
      let (left, right) = (one.rank, other.rank)
      return left == right ? (one.guest, one.host) < (other.guest, other.host) : left > right
    }
  }

  private static func courses(of dyad: Dyad, _ traces: [VisitTrace]) -> [VisitCourse] {
    var pair = [(dyad.low, dyad.high), (dyad.high, dyad.low)].map { guest, host in
      VisitCourse(guest: guest, host: host, traces: traces.filter { $0.guest == guest })
    }
    let last = pair.map { $0.last?.date?.latest.ordinal ?? .min }
    for index in pair.indices { pair[index].returnsVisit = last[1 - index] > last[index] }
    return pair
  }

  private var rank: (Int, Int) { (next == nil ? 0 : 1, date?.latest.ordinal ?? .min) }
}
