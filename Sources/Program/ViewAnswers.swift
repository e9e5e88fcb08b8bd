import Archive
import Diplomacy
import Model

/// Answers what the views ask out of an archive.
struct ViewAnswers {
  let archive: any EventArchive

  /// Lines of a view; what lies beyond is reached by narrowing the filter.
  private static let mostPeople = 500
  private static let mostPromises = 2_000
  private static let mostEvents = 200

  func answer(_ question: ViewQuestion) throws(ArchiveProblem) -> ViewAnswer {
    switch question {
    case .dyadYears(let filter): return .dyadYears(try archive.dyadYears(filter))
    case .cell(let filter): return .cell(try cell(filter))
    case .people(let filter):
      return .people(try archive.people(filter, limit: ViewAnswers.mostPeople))
    case .counterparts(let person, let filter):
      return .counterparts(try archive.counterparts(of: person, filter, limit: ViewAnswers.mostPeople))
    case .promises(let filter):
      return .promises(try archive.promises(filter, limit: ViewAnswers.mostPromises))
    }
  }

  private func cell(_ filter: Filter) throws(ArchiveProblem) -> CellCounts {
    CellCounts(
      kinds: try archive.facet(.kind, filter, limit: 100),
      levels: try archive.facet(.level, filter, limit: 100),
      hosts: try archive.hosts(filter),
      window: try archive.window(filter, order: .newestFirst, anchor: .start, rows: ViewAnswers.mostEvents))
  }
}
