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
    return Filter(clauses).counting(filter.counting)
  }

  /// The one term that tells the clause; nil where terms do not, or several might.
  static func term(of clause: Filter.Clause) -> Term? {
    guard case .trait(let trait) = clause.value else { return nil }
    return sign(of: trait).map { .own($0) }
  }

  private static func sign(of trait: Filter.Trait) -> OwnTerms.Sign? {
    switch trait {
    case .read: .read
    case .marked: .marked
    case .noted: .noted
    case .tagged: .tagged
    case .undated, .severalDays, .thirdCountry, .commitments, .severalReports, .corrected, .unread: nil
    }
  }

  /// Whether terms tell all traits that are kept, so that none is asked event by event; exclusions of own work always
  /// are told by terms.
  static func isListed(_ trait: Filter.Trait, _ filter: Filter) -> Bool {
    guard sign(of: trait) != nil else { return false }
    return filter.kept { if case .trait(let it) = $0 { it } else { nil } }.allSatisfy { sign(of: $0) != nil }
  }

  /// The numbers of the terms that are kept: a list for the traits and one for the tags, each of alternatives.
  func terms(_ filter: Filter) throws -> [[Int64]] {
    let traits = filter.kept { if case .trait(let it) = $0 { it } else { nil } }
    let signs = traits.compactMap(AskedOwnWork.sign)
    var lists: [[Int64]] = []
    if !signs.isEmpty, signs.count == traits.count {
      lists.append(try Set(signs).compactMap { try postings.number(of: .own($0)) })
    }
    let tags = filter.kept { if case .tag(let it) = $0 { fold(it) } else { nil } }
    if !tags.isEmpty { lists.append(try numbers(ofTags: Set(tags))) }
    return lists
  }

  private func numbers(ofTags tags: Set<String>) throws -> [Int64] {
    let query = try postings.statement("select id, value from term where facet = 'tag'")
    var numbers: [Int64] = []
    try query.eachRow { row in if tags.contains(fold(row.text(at: 1))) { numbers.append(row.number(at: 0)) } }
    return numbers
  }
}
