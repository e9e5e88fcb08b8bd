import Archive
import Diplomacy
import Model
import Reading

/// Answers what the views ask out of an archive.
struct ViewAnswers {
  let archive: any EventArchive
  let reader: CloseReader?

  /// Lines with which a view opens, enough for any screen, while the others are found.
  private static let first = 150
  /// Lines of a view; what lies beyond is reached by narrowing the filter.
  private static let mostPeople = 500
  private static let mostPromises = 2_000
  private static let mostVisits = 1_000
  private static let mostEvents = 200
  private static let mostMeetings = 4

  func answer(_ question: ViewQuestion) throws(ArchiveProblem) -> ViewAnswer {
    switch question {
    case .dyadYears(let filter, let isWhole):
      return .dyadYears(try archive.dyadYears(filter, first: isWhole ? nil : ViewAnswers.first))
    case .cell(let filter, let isWhole): return .cell(try cell(filter, isWhole))
    case .people(let filter, let isWhole):
      return .people(
        try archive.people(
          filter, limit: isWhole ? ViewAnswers.mostPeople : ViewAnswers.first, countsAll: isWhole))
    case .counterparts(let person, let filter, let isWhole):
      return .counterparts(
        try archive.counterparts(of: person, filter, limit: ViewAnswers.mostPeople, isWhole: isWhole))
    case .promises(let filter):
      return .promises(try archive.promises(filter, limit: ViewAnswers.mostPromises))
    case .visits(let filter): return .visits(try archive.visits(filter, limit: ViewAnswers.mostVisits))
    case .invitations(let filter):
      return .invitations(try InvitationSearch(archive: archive, reader: reader).traces(filter))
    case .densities(let one, let other): return .densities(try density(one), try density(other))
    case .lastMet(let question): return .lastMet(try lastMet(question))
    }
  }

  private func density(_ filter: Filter) throws(ArchiveProblem) -> Density {
    Density(
      months: try archive.months(filter), kinds: try archive.facet(.kind, filter, limit: 100),
      levels: try archive.facet(.level, filter, limit: 100), total: try archive.count(filter))
  }

  private func lastMet(_ question: LastMetQuestion) throws(ArchiveProblem) -> LastMet {
    var (people, afar): (Meetings?, Meetings?)
    if let filter = question.people { people = try meetings(filter) }
    if let filter = question.afar { afar = try meetings(filter) }
    return LastMet(
      question: question, people: people, afar: afar, offices: try meetings(question.offices),
      promises: try archive.promises(question.all, limit: ViewAnswers.mostPromises))
  }

  /// What is only planned is no meeting yet.
  private func meetings(_ filter: Filter) throws(ArchiveProblem) -> Meetings {
    let newest = try archive.window(filter, order: .newestFirst, anchor: .start, rows: 24)
    let oldest = try archive.window(filter, order: .oldestFirst, anchor: .start, rows: 1)
    let held = Array(newest.rows.filter { $0.status == .held }.prefix(ViewAnswers.mostMeetings))
    var last: EventRecord?
    if let first = held.first { last = try archive.record(first.id) }
    return Meetings(total: newest.total, rows: held, last: last, since: oldest.rows.first?.date)
  }

  private func cell(_ filter: Filter, _ isWhole: Bool) throws(ArchiveProblem) -> CellCounts {
    CellCounts(
      try archive.counts(filter, isWhole: isWhole),
      window: try archive.window(filter, order: .newestFirst, anchor: .start, rows: ViewAnswers.mostEvents))
  }
}
