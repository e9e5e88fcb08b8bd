import Archive
import Diplomacy

// What the views ask for.
extension DiskArchive {
  package func dyadYears(_ filter: Filter) throws(ArchiveProblem) -> DyadYears {
    try reading(filter) { db, kept in try ViewQuery(db: db, filter: filter, kept: kept).dyadYears() }
  }

  package func hosts(_ filter: Filter) throws(ArchiveProblem) -> [HostCount] {
    try reading(filter) { db, kept in try ViewQuery(db: db, filter: filter, kept: kept).hosts() }
  }

  package func people(_ filter: Filter, limit: Int) throws(ArchiveProblem) -> PeopleMet {
    try reading(filter) { db, kept in
      try ViewQuery(db: db, filter: filter, kept: kept).people(limit: max(0, limit))
    }
  }

  package func counterparts(
    of person: Person, _ filter: Filter, limit: Int
  ) throws(ArchiveProblem) -> PeopleMet {
    try reading(filter) { db, kept in
      try ViewQuery(db: db, filter: filter, kept: kept).counterparts(of: person, limit: max(0, limit))
    }
  }

  package func promises(_ filter: Filter, limit: Int) throws(ArchiveProblem) -> Promises {
    let promising = filter.keeping(.trait(.commitments))
    return try reading(promising) { db, kept in
      try ViewQuery(db: db, filter: promising, kept: kept).promises(limit: max(0, limit))
    }
  }
}
