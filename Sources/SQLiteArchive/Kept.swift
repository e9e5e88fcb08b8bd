import Archive
import Diplomacy
import GRDB
import Text

/// Finds what a filter keeps, the cheapest exact way. Within a facet values are alternatives, facets all apply,
/// exclusions always do. Days mean the first day of the event; words mean its report (any report of the event, where
/// events are counted); words without a letter or digit keep everything.
struct Kept {
  private let db: Database
  private let lists: FoundLists

  init(_ db: Database, _ lists: FoundLists) {
    self.db = db
    self.lists = lists
  }

  func events(_ filter: Filter) throws -> any KeptEvents {
    let postings = try Postings(db, filter.counting)
    let choice = ClassChoice(filter, postings.classes)
    let party = PartyFilter(filter)
    let ranges = DayRanges.of(filter)
    let phrases = Kept.phrases(filter)
    let people = try Set(filter.people.flatMap { try postings.numbers(ofPerson: $0) })
    if phrases.isEmpty && filter.people.isEmpty {
      if filter.mentions.isEmpty {
        return try CountedEvents(
          postings, choice, sum: party.sum, drivers: party.drivers, removed: party.removed, ranges)
      }
      if filter.mentions.count == 1, party.isOpen {
        return try CountedEvents(postings, choice, only: .mention(filter.mentions[0]), ranges)
      }
    }
    let commits = try Upkeep(db).commits()
    let numbers = try lists.list(filter, commits) {
      try listed(filter, postings, choice, party, ranges, phrases, people)
    }
    return ListedEvents(postings: postings, numbers: numbers)
  }

  /// Empty when there is nothing to find, or when any of the words keep everything.
  private static func phrases(_ filter: Filter) -> [SearchPhrase] {
    let typed = filter.clauses.compactMap { if case .words(let words) = $0 { words } else { nil } }
    let phrases = typed.compactMap { SearchPhrase($0) }
    return phrases.count < typed.count ? [] : phrases
  }

  // MARK: lists

  private func listed(
    _ filter: Filter, _ postings: Postings, _ choice: ClassChoice, _ party: PartyFilter,
    _ ranges: [Range<Int64>]?, _ phrases: [SearchPhrase], _ people: Set<Int64>
  ) throws -> [Int64] {
    var lists: [[Int64]] = []
    if !filter.people.isEmpty { lists.append(try union(Array(people), postings, choice, ranges)) }
    if !filter.mentions.isEmpty {
      let mentions = try Set(filter.mentions).compactMap { try postings.number(of: .mention($0)) }
      lists.append(try union(mentions, postings, choice, ranges))
    }
    let needsClass = lists.isEmpty
    if !phrases.isEmpty { lists.append(try found(phrases, filter.counting, ranges)) }
    let numbers = Kept.intersection(lists)
    if party.isOpen && (choice.isAll || !needsClass) { return numbers }
    let counted = try CountedEvents(
      postings, choice, sum: party.sum, drivers: party.drivers, removed: party.removed, ranges)
    // Reading a row costs about as much as a handful of numbers in order.
    if counted.total / 8 < numbers.count {
      return Kept.intersection([numbers, try counted.ids(0..<counted.total)])
    }
    let facts = try EventFacts(postings)
    let classes = Set(
      postings.classes.indices.filter { choice.keeps($0) }.compactMap { postings.classes[$0] })
    return try numbers.filter { id in
      try facts.of(id).map { party.keeps($0.dyad) && classes.contains($0.eventClass) } ?? false
    }
  }

  private func union(
    _ terms: [Int64], _ postings: Postings, _ choice: ClassChoice, _ ranges: [Range<Int64>]?
  ) throws -> [Int64] {
    var all: [Int64] = []
    for term in terms {
      let stream = try postings.stream(term, choice)
      for range in ranges ?? [0..<EventNumber.afterAll] { all += try stream.ids(in: range) }
    }
    return terms.count > 1 ? Set(all).sorted() : all
  }

  private static func intersection(_ lists: [[Int64]]) -> [Int64] {
    guard let shortest = lists.min(by: { $0.count < $1.count }) else { return [] }
    return lists.reduce(shortest) { kept, list in
      var both: [Int64] = []
      var place = 0
      for id in kept {
        while place < list.count, list[place] < id { place += 1 }
        if place < list.count, list[place] == id { both.append(id) }
      }
      return both
    }
  }

  // MARK: words

  private func found(
    _ phrases: [SearchPhrase], _ counting: Counting, _ ranges: [Range<Int64>]?
  ) throws -> [Int64] {
    let query = try BulkStatement(
      db, "select rowid from search where search match ? and rowid >= ? and rowid < ? order by rowid")
    // A led report may be of another order than the days: the leader's day decides, and it is the same day.
    var hits: [Int64] = []
    for range in ranges ?? [0..<EventNumber.afterAll] {
      query.bind(1, SearchTable.expression(phrases))
      query.bind(2, range.lowerBound)
      query.bind(3, range.upperBound)
      try query.eachRow { hits.append($0.number(at: 0)) }
    }
    if phrases.contains(where: \.hasMarks) { hits = try verified(hits, phrases) }
    return counting == .events ? try leaders(of: hits) : hits
  }

  /// Found by fold, kept when the text has the marks that were typed.
  private func verified(_ hits: [Int64], _ phrases: [SearchPhrase]) throws -> [Int64] {
    var verdicts = lists.verdicts(phrases)
    let article = try BulkStatement(db, "select article from event where id = ?")
    let kept = try hits.filter { id in
      article.bind(1, id)
      guard let number = try article.number() else { return false }
      if let known = verdicts[number] { return known }
      if Question.current?.isWithdrawn == true { throw ArchiveProblem.withdrawn }
      let holds = try ArticleTable(db).paragraphs(ArticleID(number)).contains { paragraph in
        phrases.contains { !$0.matches(in: paragraph.text).isEmpty }
      }
      verdicts[number] = holds
      return holds
    }
    lists.keep(verdicts, phrases)
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
