import Diplomacy
import GRDB
import Text

/// What a filter asks of the reader's own work: terms tell it, so that it is counted and paged as they are. Unread is
/// what is left without the read.
struct AskedOwnWork {
  private let postings: Postings

  init(_ postings: Postings) { self.postings = postings }

  /// The filter without `unread`: to keep it is to leave out what is read, and the other way round.
  static func spelledOut(_ filter: Filter) -> Filter {
    let traits = filter.kept { if case .trait(let it) = $0 { it } else { nil } }
    var clauses: [Filter.Clause] = []
    for clause in filter.clauses {
      guard clause.value == .trait(.unread) else {
        clauses.append(clause)
        continue
      }
      if clause.excludes {
        // In a list of its own: beside other traits that are kept it would be one of several.
        clauses.append(Filter.Clause(.either([[Filter.Clause(.trait(.read))]])))
      } else {
        clauses.append(traits.count == 1 ? Filter.Clause(.trait(.read), excludes: true) : clause)
      }
    }
    return Filter(clauses).counting(filter.counting).by(filter.clock)
  }

  /// The terms of tags that are written so, marks left aside.
  func numbers(ofTags tags: Set<String>) throws -> [Int64] {
    let tags = Set(tags.map { fold($0) })
    let query = try postings.statement("select id, value from term where facet = 'tag'")
    var numbers: [Int64] = []
    try query.eachRow { row in if tags.contains(fold(row.text(at: 1))) { numbers.append(row.number(at: 0)) } }
    return numbers
  }
}
