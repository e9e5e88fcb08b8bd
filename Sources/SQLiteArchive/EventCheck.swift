import Archive
import Diplomacy
import GRDB
import Text

/// Whether a filter keeps single events: asked of the rows of that event alone, so that it costs the same in any
/// archive. Keeps exactly what
/// the lists of `Kept` hold.
final class EventCheck {
  private let filter: Filter
  private let postings: Postings
  private let reports: ReportCheck
  private let choice: ClassChoice
  private let party: PartyFilter
  private let ranges: [Range<Int64>]?
  private let facts: EventFacts
  private let details: EventDetails
  private let standing: BulkStatement
  /// One of each list must hold.
  private var groups: [[Test]] = []
  private var exclusions: [Test] = []

  /// What is asked of one value.
  private indirect enum Test {
    /// One of these terms stands at it.
    case terms([Int64])
    case undated
    case severalReports
    case corrected
    /// It has a promise of that status.
    case promises(PromiseStatus)
    case isEvent(Int64)
    /// One of its reports passes.
    case report(ReportCheck)
    case either([EventCheck])
    case keptBy(EventCheck)
    case not(Test)
  }

  init(_ db: Database, _ filter: Filter, _ postings: Postings, _ lists: FoundLists) throws {
    let filter = AskedOwnWork.spelledOut(filter)
    self.filter = filter
    self.postings = postings
    reports = try ReportCheck(db, filter, lists)
    choice = ClassChoice(filter, postings.classes)
    party = PartyFilter(filter)
    ranges = DayRanges.of(filter)
    facts = try EventFacts(postings)
    details = try EventDetails(postings)
    let role = TermRole.leftOut(postings.counting).rawValue
    standing = try postings.statement(
      "select 1 from posting where term = ? and class = ? and id = ? and role <> \(role)")
    func test(_ value: Filter.Value) throws -> Test? { try self.test(value, db, lists) }
    groups = try EventCheck.sorts(filter).map { try $0.compactMap(test) }
    exclusions = try filter.excluded { $0 }.compactMap { value in
      switch value {
      // Asked with the parties and the class.
      case .country, .dyad, .kind, .level: nil
      case .language, .words, .text, .source, .published:
        .report(try ReportCheck(db, Filter([Filter.Clause(value)]), lists))
      default: try test(value)
      }
    }
  }

  /// Values that are alternatives, a list for each sort.
  static func sorts(_ filter: Filter) -> [[Filter.Value]] {
    var sorts: [Int: [Filter.Value]] = [:]
    var alone: [[Filter.Value]] = []
    for value in filter.kept({ $0 }) {
      switch value {
      case .country, .dyad, .kind, .level, .days, .words, .text, .source, .language, .published: continue
      case .person: sorts[0, default: []].append(value)
      case .mention: sorts[1, default: []].append(value)
      case .host: sorts[2, default: []].append(value)
      case .topic: sorts[3, default: []].append(value)
      case .status: sorts[4, default: []].append(value)
      case .subkind: sorts[5, default: []].append(value)
      case .trait: sorts[6, default: []].append(value)
      case .event: sorts[7, default: []].append(value)
      case .tag: sorts[8, default: []].append(value)
      case .either: alone.append([value])
      }
    }
    return Array(sorts.values) + alone
  }

  private func test(_ value: Filter.Value, _ db: Database, _ lists: FoundLists) throws -> Test? {
    if let term = Term(value) { return .terms(try postings.number(of: term).map { [$0] } ?? []) }
    switch value {
    case .person(let name): return .terms(try postings.numbers(ofPeople: [name]))
    case .tag(let tag): return .terms(try AskedOwnWork(postings).numbers(ofTags: [tag]))
    case .trait(.unread):
      return .not(.terms(try postings.number(of: .own(.read)).map { [$0] } ?? []))
    case .trait(.undated): return .undated
    case .trait(.severalReports): return .severalReports
    case .trait(.corrected): return .corrected
    case .trait(.open): return .promises(.open)
    case .trait(.met): return .promises(.met)
    case .trait(.missed): return .promises(.missed)
    case .event(let id): return .isEvent(id.number)
    case .either(let either):
      return .either(
        try either.map { try EventCheck(db, Filter($0).counting(filter.counting), postings, lists) })
    case .country, .dyad, .kind, .level, .days, .words, .text, .source, .published, .mention, .host, .topic,
      .status,
      .subkind, .language, .trait:
      return .keptBy(
        try EventCheck(db, Filter([Filter.Clause(value)]).counting(filter.counting), postings, lists))
    }
  }

  /// Nothing is asked of the event itself.
  var isOpen: Bool { groups.isEmpty && exclusions.isEmpty && ranges == nil && party.isOpen && choice.isAll }

  /// All that is asked, of the reports too.
  func keeps(_ id: Int64) throws -> Bool { try keepsButForReports(id) && keepsSomeReport(of: id, reports) }

  /// All that is asked of the event itself.
  func keepsButForReports(_ id: Int64) throws -> Bool {
    if Question.current?.isWithdrawn == true { throw ArchiveProblem.withdrawn }
    if let ranges, !ranges.contains(where: { $0.contains(id) }) { return false }
    guard let fact = try facts.of(id), party.keeps(fact.dyad),
      let eventClass = postings.numberOfClass[fact.eventClass], choice.keeps(eventClass)
    else { return false }
    let number = Int64(eventClass)
    return try groups.allSatisfy { try $0.contains { try passes($0, id, number) } }
      && !exclusions.contains { try passes($0, id, number) }
  }

  private func passes(_ test: Test, _ id: Int64, _ eventClass: Int64) throws -> Bool {
    switch test {
    case .terms(let terms):
      return try terms.contains { term in
        standing.bind(1, term)
        standing.bind(2, eventClass)
        standing.bind(3, id)
        return try standing.number() != nil
      }
    case .undated: return id < EventNumber.firstDated
    case .severalReports: return try asked(TraitRows.isLed, id)
    case .corrected: return try asked(TraitRows.isCorrected, id)
    case .promises(let status): return try details.promises(id).contains { $0.status == status }
    case .isEvent(let other): return id == other
    case .report(let check): return try keepsSomeReport(of: id, check)
    case .either(let checks): return try checks.contains { try $0.keeps(id) }
    case .keptBy(let check): return try check.keeps(id)
    case .not(let test): return try !passes(test, id, eventClass)
    }
  }

  private func asked(_ sql: String, _ id: Int64) throws -> Bool {
    let query = try postings.statement(sql)
    query.bind(1, id)
    return try query.number() == 1
  }

  private func keepsSomeReport(of id: Int64, _ check: ReportCheck) throws -> Bool {
    if check.asksNothing { return true }
    if try check.keeps(id) { return true }
    guard postings.counting == .events else { return false }
    let led = try BulkStatement(postings.db, "select id from event where lead = ?")
    led.bind(1, id)
    var holds = false
    try led.rows(while: { row in
      holds = try check.keeps(row.number(at: 0))
      return !holds
    })
    return holds
  }
}

/// Whether a single report has what a filter asks of reports: words anywhere or in a part, source, language, day of
/// publication.
final class ReportCheck {
  private let db: Database
  /// All words and sources as they were asked for.
  private let asked: WordHits.Unsure
  private let languages: Set<String>
  private let days: [DaySpan]
  private let lists: FoundLists
  private let row: BulkStatement

  init(_ db: Database, _ filter: Filter, _ lists: FoundLists) throws {
    self.db = db
    self.lists = lists
    asked = WordHits.Unsure(filter)
    languages = Set(filter.kept { if case .language(let it) = $0 { it.rawValue } else { nil } })
    days = filter.kept { if case .published(let it) = $0 { it } else { nil } }
    row = try BulkStatement(
      db,
      "select article, source, language, published, title from event join article on article.id = article where event.id = ?"
    )
  }

  var asksNothing: Bool { asked.isNothing && languages.isEmpty && days.isEmpty }

  func keeps(_ id: Int64) throws -> Bool { try keeps(id, asked) }

  /// Of words and sources asks only what is unsure.
  func keeps(_ id: Int64, _ unsure: WordHits.Unsure) throws -> Bool {
    if unsure.isNothing && languages.isEmpty && days.isEmpty { return true }
    var article: Int64?
    var holds = false
    row.bind(1, id)
    try row.eachRow { row in
      article = row.number(at: 0)
      let published = row.text(at: 3)
      holds =
        try (languages.isEmpty || languages.contains(row.text(at: 2)))
        && (unsure.sources.isEmpty || ReportCheck.has(row.text(at: 1), unsure.sources))
        && (unsure.titles.isEmpty || ReportCheck.has(row.text(at: 4), unsure.titles))
        && (days.isEmpty || isPublished(published.isEmpty ? nil : published))
    }
    guard holds, let article else { return false }
    return try unsure.words.allSatisfy { try has($0, article, inBody: false) }
      && (unsure.bodies.isEmpty || unsure.bodies.contains { try has($0, article, inBody: true) })
  }

  private func has(_ phrase: SearchPhrase, _ article: Int64, inBody: Bool) throws -> Bool {
    try lists.verdict(SoughtText(phrase: phrase, inBody: inBody), article) {
      if Question.current?.isWithdrawn == true { throw ArchiveProblem.withdrawn }
      return try ArticleTable(db).paragraphs(ArticleID(article)).contains {
        !(inBody && $0.part == .title) && !phrase.matches(in: $0.text).isEmpty
      }
    }
  }

  private static func has(_ name: String, _ phrases: [SearchPhrase]) -> Bool {
    phrases.contains { !$0.matches(in: name).isEmpty }
  }

  private func isPublished(_ iso: String?) throws -> Bool {
    let day = try StoredDate.read(iso)?.earliest
    return day.map { day in days.contains { $0.contains(day) } } ?? false
  }
}

/// Traits of events that no term tells.
enum TraitRows {
  static let isLed =
    "select exists(select 1 from event where lead = ?1) or exists(select 1 from event where id = ?1 and lead > 0)"
  static let isCorrected =
    "select exists(select 1 from coded_event join event on event.id = now where now = ?1 or lead = ?1)"

  /// All numbers that have it, ascending; nil where a term tells.
  static func numbers(_ trait: Filter.Trait, _ postings: Postings) throws -> [Int64]? {
    let isOfEvents = postings.counting == .events
    let sql: String
    switch trait {
    case .severalDays, .thirdCountry, .noHost, .commitments, .read, .marked, .noted, .tagged, .unread:
      return nil
    case .open: return try JudgedPromises(postings.db).numbers(.open, postings)
    case .met: return try JudgedPromises(postings.db).numbers(.met, postings)
    case .missed: return try JudgedPromises(postings.db).numbers(.missed, postings)
    case .undated:
      sql =
        "select id from event where id < \(EventNumber.firstDated) \(isOfEvents ? "and lead is null" : "")"
    case .severalReports:
      sql =
        "select lead from event where lead > 0 \(isOfEvents ? "" : "union select id from event where lead > 0")"
    case .corrected:
      let now = "from coded_event join event on event.id = now"
      sql =
        isOfEvents
        ? "select coalesce(lead, event.id) \(now)"
        : "select event.id \(now) union select lead \(now) where lead > 0"
    }
    var numbers: Set<Int64> = []
    try BulkStatement(postings.db, sql).eachRow { numbers.insert($0.number(at: 0)) }
    return numbers.sorted()
  }
}
