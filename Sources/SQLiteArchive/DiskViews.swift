import Archive
import Diplomacy

// What the views ask for.
extension DiskArchive {
  package func dyadYears(_ filter: Filter, first: Int?) throws(ArchiveProblem) -> DyadYears {
    try reading(filter) { db, kept in
      try ViewQuery(db: db, filter: filter, kept: kept).dyadYears(first: first ?? .max)
    }
  }

  package func hosts(_ filter: Filter) throws(ArchiveProblem) -> [HostCount] {
    try reading(filter) { db, kept in try ViewQuery(db: db, filter: filter, kept: kept).hosts() }
  }

  package func counts(_ filter: Filter, isWhole: Bool) throws(ArchiveProblem) -> EventCounts {
    try reading(filter) { db, kept in
      try ViewQuery(db: db, filter: filter, kept: kept).counts(isWhole: isWhole)
    }
  }

  package func people(
    _ filter: Filter, limit: Int, countsAll: Bool
  ) throws(ArchiveProblem) -> PeopleMet {
    try reading(filter) { db, kept in
      try ViewQuery(db: db, filter: filter, kept: kept).people(limit: max(0, limit), countsAll: countsAll)
    }
  }

  package func counterparts(
    of person: Person, _ filter: Filter, limit: Int, isWhole: Bool
  ) throws(ArchiveProblem) -> PeopleMet {
    try reading(filter) { db, kept in
      try ViewQuery(db: db, filter: filter, kept: kept)
        .counterparts(of: person, limit: max(0, limit), isWhole: isWhole)
    }
  }

  package func visits(_ filter: Filter, limit: Int) throws(ArchiveProblem) -> Visits {
    guard let meetings = filter.keepingMeetings else { return .none }
    return try reading(meetings) { db, kept in
      try ViewQuery(db: db, filter: meetings, kept: kept).visits(limit: max(0, limit))
    }
  }

  package func promises(_ filter: Filter, limit: Int) throws(ArchiveProblem) -> Promises {
    let promising = filter.keeping(.trait(.commitments))
    return try reading(promising) { db, kept in
      try ViewQuery(db: db, filter: promising, kept: kept).promises(limit: max(0, limit))
    }
  }
}

extension Filter {
  /// Narrowed to the kinds in which somebody goes to the other; nil where it keeps none of them.
  fileprivate var keepingMeetings: Filter? {
    let meetings: [EventKind] = [.visit, .talks, .meeting]
    let kept = kinds.isEmpty ? meetings : meetings.filter(kinds.contains)
    if kept.isEmpty { return nil }
    var filter = self
    filter.removeAll { if case .kind = $0.value { !$0.excludes } else { false } }
    for kind in kept { filter.add(.kind(kind)) }
    return filter
  }
}
