import Archive
import Diplomacy
import GRDB
import Text

/// What a filter asks of a report: words, source, language, day of publication. All of it must hold of one report; words
/// must all stand in it, values of the others are alternatives.
struct AskedReports {
  private let db: Database
  private let lists: FoundLists
  private let postings: Postings

  init(_ db: Database, _ lists: FoundLists, _ postings: Postings) {
    self.db = db
    self.lists = lists
    self.postings = postings
  }

  /// Nil where nothing of the sort is asked.
  func numbers(_ filter: Filter, _ ranges: [Range<Int64>]?) throws -> [Int64]? {
    var found = try filter.searches.compactMap { SearchPhrase($0) }.map { try self.found($0, ranges) }
    let sources = filter.kept { if case .source(let it) = $0 { SearchPhrase(it) } else { nil } }
    if !sources.isEmpty {
      found.append(
        try reports("1") { row in
          let source = StoredText.read(row["source"])
          return sources.contains { !$0.matches(in: source).isEmpty }
        })
    }
    let languages = filter.kept { if case .language(let it) = $0 { "'\(it.rawValue)'" } else { nil } }
    if !languages.isEmpty {
      found.append(try reports("language in (\(languages.joined(separator: ", ")))") { _ in true })
    }
    let days = filter.kept { if case .published(let it) = $0 { it } else { nil } }
    if !days.isEmpty {
      found.append(
        try reports("published is not null") { row in
          let day = try StoredDate.read(row["published"])?.earliest
          return day.map { day in days.contains { $0.contains(day) } } ?? false
        })
    }
    if found.isEmpty { return nil }
    let hits = Kept.intersection(found)
    return postings.counting == .events ? try leaders(of: hits) : hits
  }

  private func reports(_ condition: String, _ keeps: (StoredRow) throws -> Bool) throws -> [Int64] {
    let rows = try StoredRow.fetchCursor(
      db,
      sql: """
        select event.id as number, source, published from article
        join event on event.article = article.id where \(condition)
        """)
    var numbers: [Int64] = []
    while let row = try rows.next() { if try keeps(row) { numbers.append(row["number"]) } }
    return numbers.sorted()
  }

  // MARK: words

  private func found(_ phrase: SearchPhrase, _ ranges: [Range<Int64>]?) throws -> [Int64] {
    let query = try BulkStatement(
      db, "select rowid from search where search match ? and rowid >= ? and rowid < ? order by rowid")
    // A led report may be of another order than the days: the leader's day decides, and it is the same day.
    var hits: [Int64] = []
    for range in ranges ?? [0..<EventNumber.afterAll] {
      query.bind(1, SearchTable.expression(phrase))
      query.bind(2, range.lowerBound)
      query.bind(3, range.upperBound)
      try query.eachRow { hits.append($0.number(at: 0)) }
    }
    return phrase.needsText ? try verified(hits, phrase) : hits
  }

  /// Found by fold, kept when the text has the marks that were typed.
  private func verified(_ hits: [Int64], _ phrase: SearchPhrase) throws -> [Int64] {
    var verdicts = lists.verdicts(phrase)
    let article = try BulkStatement(db, "select article from event where id = ?")
    let kept = try hits.filter { id in
      article.bind(1, id)
      guard let number = try article.number() else { return false }
      if let known = verdicts[number] { return known }
      if Question.current?.isWithdrawn == true { throw ArchiveProblem.withdrawn }
      let holds = try ArticleTable(db).paragraphs(ArticleID(number)).contains {
        !phrase.matches(in: $0.text).isEmpty
      }
      verdicts[number] = holds
      return holds
    }
    lists.keep(verdicts, phrase)
    return kept
  }

  /// A led report stands for the event that its leader heads.
  private func leaders(of hits: [Int64]) throws -> [Int64] {
    let postings = try Postings(db, .events)
    guard hits.count > 0, let all = try postings.number(of: .all) else { return hits }
    let events = try postings.stream(all, ClassChoice(.everything, postings.classes)).total
    let reports = try Postings(db, .reports).stream(all, ClassChoice(.everything, postings.classes)).total
    if events == reports { return hits }
    let led = try leads(of: hits, all: reports - events)
    if led.isEmpty { return hits }
    return Set(hits.map { led[$0] ?? $0 }).sorted()
  }

  private func leads(of hits: [Int64], all: Int) throws -> [Int64: Int64] {
    var leads: [Int64: Int64] = [:]
    if all < hits.count * 4 {
      let query = try BulkStatement(db, "select id, lead from event indexed by event_lead where lead > 0")
      try query.eachRow { leads[$0.number(at: 0)] = $0.number(at: 1) }
    } else {
      let query = try BulkStatement(db, "select lead from event where id = ?")
      for id in hits {
        query.bind(1, id)
        if let lead = try query.number() { leads[id] = lead }
      }
    }
    return leads
  }
}
