import Archive
import Diplomacy
import GRDB
import Text

/// Finds what a filter keeps, the cheapest exact way. Within a facet values are alternatives, facets all apply,
/// exclusions always do; each list of an `either` is a filter of its own. Days mean the first day of the event. What is
/// asked of the report must hold of one report that tells the event, where events are counted; host, topics and status
/// are those of the report that leads it.
struct Kept {
  private let db: Database
  private let lists: FoundLists

  init(_ db: Database, _ lists: FoundLists) {
    self.db = db
    self.lists = lists
  }

  /// In the order of events, whatever clock the filter has.
  func events(_ filter: Filter) throws -> any KeptEvents {
    // Lists of publication are kept under the filter too.
    let filter = filter.by(.event)
    let question = try KeptQuestion(db, filter)
    if let counted = try question.counted() { return counted }
    let numbers = try lists.list(filter, Upkeep(db).commits()) {
      try without(Filter(question.others).counting(filter.counting), listed(question))
    }
    return ListedEvents(postings: question.postings, numbers: numbers)
  }

  /// What the filter keeps, read from any place on; nil where it is known in all, or soon would be.
  func stream(_ filter: Filter) throws -> EventStream? {
    let question = try KeptQuestion(db, filter)
    if try question.isCounted || lists.has(filter, Upkeep(db).commits()) { return nil }
    return try EventStream(db, question, lists)
  }

  /// In the order of publication: counted by its months where parties, kinds and levels are asked for, else a list.
  func byPublication(_ filter: Filter, _ counts: PublishedCounts) throws -> any PublishedOrder {
    let postings = try Postings(db, filter.counting)
    let commits = try Upkeep(db).commits()
    let isCounted = filter.clauses.allSatisfy { $0.isTallied && !$0.asksDays }
    if isCounted {
      let segments = try counts.segments(filter, commits) { try PublishedEvents.segments(postings, filter) }
      return PublishedEvents(postings, filter, segments: segments)
    }
    let numbers = try lists.list(filter, commits) {
      try PublishedList.numbers(of: allNumbers(of: events(filter.by(.event))), postings)
    }
    return PublishedList(postings, numbers: numbers)
  }

  // MARK: lists

  /// What all clauses keep that are not exclusions by themselves.
  private func listed(_ question: KeptQuestion) throws -> [Int64] {
    var (lists, hasClass) = try termLists(question)
    lists += try groups(question.filter)
    var numbers = lists.isEmpty ? nil : Kept.within(question.ranges, Kept.intersection(lists))
    let reports = try AskedReports(db, self.lists, question)
    if !reports.asksNothing {
      hasClass = hasClass && numbers != nil
      let hits = try reports.hits()
      numbers = numbers.map { Kept.intersection([$0, hits.events]) } ?? hits.events
      return try reports.verified(hits, among: narrowed(numbers ?? [], question, hasClass: hasClass))
    }
    guard let numbers else { return try allNumbers(of: question.tallied()) }
    return try narrowed(numbers, question, hasClass: hasClass)
  }

  /// Those that the parties and the class of the filter keep.
  private func narrowed(_ numbers: [Int64], _ question: KeptQuestion, hasClass: Bool) throws -> [Int64] {
    if question.party.isOpen && (question.choice.isAll || hasClass) { return numbers }
    let tallied = try question.tallied()
    // Reading a row costs about as much as a handful of numbers in order.
    if tallied.total / 8 < numbers.count { return Kept.intersection([numbers, try allNumbers(of: tallied)]) }
    let facts = try EventFacts(question.postings)
    let classes = Set(
      question.postings.classes.indices.filter { question.choice.keeps($0) }
        .compactMap { question.postings.classes[$0] })
    return try numbers.filter { id in
      try facts.of(id).map { question.party.keeps($0.dyad) && classes.contains($0.eventClass) } ?? false
    }
  }

  private func allNumbers(of kept: any KeptEvents) throws -> [Int64] { try kept.ids(0..<kept.total) }

  /// A list for each sort of value that terms or rows of its own tell, and whether they are of the class asked for.
  private func termLists(_ question: KeptQuestion) throws -> (lists: [[Int64]], hasClass: Bool) {
    var lists: [[Int64]] = []
    var hasClass = false
    for values in EventCheck.sorts(question.filter) {
      if case .either = values.first { continue }
      var numbers: Set<Int64> = []
      var areTerms = true
      for value in values {
        let (ids, isTerm) = try ids(value, question)
        areTerms = areTerms && isTerm
        if values.count == 1 { lists.append(ids) } else { numbers.formUnion(ids) }
      }
      if values.count > 1 { lists.append(numbers.sorted()) }
      hasClass = hasClass || areTerms
    }
    return (lists, hasClass)
  }

  private func ids(_ value: Filter.Value, _ question: KeptQuestion) throws -> (ids: [Int64], isTerm: Bool) {
    let postings = question.postings
    switch value {
    case .person(let name): return (try union(postings.numbers(ofPeople: [name]), question), true)
    case .event(let id):
      let counted = postings.counting == .events ? "and lead is null" : ""
      let query = try postings.statement("select id from event where id = ? \(counted)")
      query.bind(1, id.number)
      return (try query.number().map { [$0] } ?? [], false)
    case .tag(let tag):
      return (try union(AskedOwnWork(postings).numbers(ofTags: [tag]), question), true)
    case .trait(.unread):
      let unread = Filter([Filter.Clause(.trait(.read), excludes: true)]).counting(postings.counting)
      return (try allNumbers(of: events(unread)), false)
    case .trait(let trait):
      if let ids = try TraitRows.numbers(trait, postings) { return (ids, false) }
    default: break
    }
    let number = try Term(value).flatMap { try postings.number(of: $0) }
    return (try union(number.map { [$0] } ?? [], question), true)
  }

  private func union(_ terms: [Int64], _ question: KeptQuestion) throws -> [Int64] {
    var all: [Int64] = []
    for term in terms {
      let stream = try question.postings.stream(term, question.choice)
      for range in question.ranges ?? [0..<EventNumber.afterAll] { all += try stream.ids(in: range) }
    }
    return terms.count > 1 ? Set(all).sorted() : all
  }

  /// Each `either` that is kept, as a list of its own.
  private func groups(_ filter: Filter) throws -> [[Int64]] {
    try filter.kept { if case .either(let lists) = $0 { lists } else { nil } }.map { lists in
      var all: Set<Int64> = []
      for list in lists { all.formUnion(try allNumbers(of: events(Filter(list).counting(filter.counting)))) }
      return all.sorted()
    }
  }

  /// Takes out what the excluded clauses keep by themselves.
  private func without(_ filter: Filter, _ numbers: [Int64]) throws -> [Int64] {
    var numbers = numbers
    for value in filter.excluded({ $0 }) where !numbers.isEmpty {
      let excluded = Set(
        try allNumbers(of: events(Filter([Filter.Clause(value)]).counting(filter.counting))))
      numbers.removeAll { excluded.contains($0) }
    }
    return numbers
  }

  static func intersection(_ lists: [[Int64]]) -> [Int64] {
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

  private static func within(_ ranges: [Range<Int64>]?, _ numbers: [Int64]) -> [Int64] {
    guard let ranges else { return numbers }
    return numbers.filter { id in ranges.contains { $0.contains(id) } }
  }
}

extension Filter.Clause {
  fileprivate var asksDays: Bool { if case .days = value { true } else { false } }
}
