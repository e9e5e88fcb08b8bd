import Archive
import Comparing
import Diplomacy
import Model
import Reading
import Text

/// Answers what takes a longer look at texts: two compared, the trail of a wording, what a report tells beside its event.
struct Studies: Sendable {
  let archive: any EventArchive
  /// Without a reader only captions are known not to be wording, and nobody's statements.
  let reader: CloseReader?

  /// Reports opened for one trail, of the pair and of all others.
  private static let opened = 400

  func answer(_ study: Study) throws(ArchiveProblem) -> Studied? {
    switch study {
    case .compare(let order): try comparison(order)
    case .trail(let order): .trail(generation: order.generation, try trail(order))
    case .closely(let record): .closely(record.id, try reading(of: record))
    }
  }

  private func stopIfWithdrawn() throws(ArchiveProblem) {
    if Question.current?.isWithdrawn == true { throw .withdrawn }
  }

  private func asides(_ article: Article) -> Set<Int> {
    reader?.asides(in: article)
      ?? Set(article.paragraphs.indices.filter { article.paragraphs[$0].part == .caption })
  }

  // MARK: two texts

  private func comparison(_ order: ComparisonOrder) throws(ArchiveProblem) -> Studied? {
    let nothing = Studied.comparison(generation: order.generation, nil)
    guard let one = try archive.record(order.event) else { return nothing }
    var id = order.other
    if id == nil { id = try earlier(than: one) }
    guard let id, let other = try archive.record(id) else { return nothing }
    let isInOrder = (other.event.date?.earliest.ordinal ?? 0) <= (one.event.date?.earliest.ordinal ?? 0)
    let (left, right) = isInOrder ? (other, one) : (one, other)
    let comparison = TextComparison(wording(left.article), wording(right.article)) {
      Question.current?.isWithdrawn == true
    }
    guard let comparison else { throw .withdrawn }
    return .comparison(
      generation: order.generation, ComparedTexts(left: left, right: right, comparison: comparison))
  }

  private func wording(_ article: Article) -> [ComparedParagraph] {
    let asides = asides(article)
    return article.paragraphs.enumerated().filter { !asides.contains($0.offset) }.map {
      ComparedParagraph(place: $0.offset, text: $0.element.text)
    }
  }

  /// The previous event of the pair: one of the same kind and language before any other.
  private func earlier(than record: EventRecord) throws(ArchiveProblem) -> EventID? {
    let event = record.event
    let ofPair: [Filter.Clause] = [
      .dyad(event.parties.dyad), Filter.Clause(.language(record.article.language)),
    ]
    for clauses in [ofPair + [.kind(event.kind)], ofPair] {
      let window = try archive.window(
        Filter(clauses), order: .oldestFirst, anchor: .event(record.id), rows: 5)
      let place = window.anchored - window.first
      if place > 0, place <= window.rows.count { return window.rows[place - 1].id }
    }
    return try archive.neighbour(of: record.id, later: false, .events)
  }

  // MARK: the trail of a wording

  private func trail(_ order: TrailOrder) throws(ArchiveProblem) -> Trail {
    let words = Filter.Clause.words(order.phrase)
    let ofPair = try uses(order, [words, .dyad(order.dyad)])
    let ofOthers = try uses(order, [words, .exceptDyad(order.dyad)])
    let drops = try self.drops(order, after: ofPair.steps, ofPair.languages)
    let steps = (ofPair.steps + drops + ofOthers.steps).enumerated().sorted { one, other in
      let (first, second) = (
        one.element.date?.earliest.ordinal ?? .max, other.element.date?.earliest.ordinal ?? .max
      )
      return (first, one.offset) < (second, other.offset)
    }.map(\.element)
    return Trail(
      phrase: order.phrase, dyad: order.dyad, steps: steps, unread: ofPair.unread + ofOthers.unread)
  }

  private typealias Uses = (steps: [Trail.Step], languages: Set<Article.Language>, unread: Int)

  private func uses(_ order: TrailOrder, _ clauses: [Filter.Clause]) throws(ArchiveProblem) -> Uses {
    let phrase = comparableWords(in: order.phrase)
    let filter = Filter(clauses).counting(.reports)
    let window = try archive.window(
      filter, order: .oldestFirst, anchor: .start, rows: Studies.opened)
    var uses: Uses = ([], [], window.total - window.rows.count)
    for row in window.rows {
      try stopIfWithdrawn()
      guard let record = try archive.record(row.id) else { continue }
      let asides = asides(record.article)
      for (place, paragraph) in record.article.paragraphs.enumerated() where !asides.contains(place) {
        for bytes in places(of: phrase, in: paragraph.text) {
          uses.languages.insert(record.article.language)
          uses.steps.append(
            Trail.Step(
              event: row.id, date: row.date, kind: row.kind, parties: row.parties, text: paragraph.text,
              place: TextSpan(paragraph: place, bytes: bytes)))
        }
      }
    }
    return uses
  }

  /// Later events of the pair, of a kind and language that had the wording, none of whose reports has it.
  private func drops(
    _ order: TrailOrder, after uses: [Trail.Step], _ languages: Set<Article.Language>
  ) throws(ArchiveProblem) -> [Trail.Step] {
    guard let first = uses.compactMap({ $0.date?.latest }).min() else { return [] }
    let kinds = Set(uses.map(\.kind)).map { Filter.Clause.kind($0) }
    let filter = Filter(
      [
        .dyad(order.dyad), .days(from: first.adding(days: 1), to: nil),
        Filter.Clause(.words(order.phrase), excludes: true),
      ] + kinds + languages.map { Filter.Clause(.language($0)) })
    let window = try archive.window(filter, order: .oldestFirst, anchor: .start, rows: Studies.opened)
    return window.rows.map {
      Trail.Step(
        event: $0.id, date: $0.date, kind: $0.kind, parties: $0.parties, text: $0.headline, place: nil)
    }
  }

  // MARK: one report, closely

  private func reading(of record: EventRecord) throws(ArchiveProblem) -> CloseReading {
    let statements = reader?.statements(in: record.article, between: record.event.parties) ?? []
    return CloseReading(
      statements: statements, asides: asides(record.article), references: try references(of: record))
  }

  private func references(of record: EventRecord) throws(ArchiveProblem) -> [Reference] {
    let event = record.event
    var references = event.people.map { person in
      Reference(.person(person), at: place(of: person.name, in: record.article))
    }
    let told = event.evidence.filter { $0.field == .mentions }.map(\.span)
    for (index, mention) in event.mentions.enumerated() {
      try stopIfWithdrawn()
      let place = told.count == event.mentions.count ? told[index] : nil
      references.append(Reference(.event(mention, try self.event(mention, besides: record.id)), at: place))
    }
    references += event.commitments.map { commitment in
      Reference(.commitment(commitment), at: place(of: commitment.text, in: record.article))
    }
    return references
      + (record.reports.count > 1 ? record.reports.map { Reference(.report($0), at: nil) } : [])
  }

  /// Where the words stand first; not in a caption while the text has them.
  private func place(of words: String, in article: Article) -> TextSpan? {
    let phrase = comparableWords(in: words)
    let order = article.paragraphs.indices.sorted { one, other in
      let (isCaption, isOther) = (
        article.paragraphs[one].part == .caption, article.paragraphs[other].part == .caption
      )
      return isCaption == isOther ? one < other : !isCaption
    }
    for place in order {
      if let bytes = places(of: phrase, in: article.paragraphs[place].text).first {
        return TextSpan(paragraph: place, bytes: bytes)
      }
    }
    return nil
  }

  /// The event of the archive that a mention is: one of the pair on that day; one of that kind where the day is not
  /// known, or where there are several.
  private func event(_ mention: Mention, besides own: EventID) throws(ArchiveProblem) -> EventID? {
    let filter = Filter([
      .dyad(mention.parties.dyad), .days(from: mention.date.earliest, to: mention.date.latest),
    ])
    let window = try archive.glance(filter, order: .oldestFirst, anchor: .start, rows: 50)
    let rows = window.rows.filter { $0.id != own }
    if let same = rows.first(where: { $0.kind == mention.kind }) { return same.id }
    return mention.date.day != nil && rows.count == 1 ? rows[0].id : nil
  }
}
