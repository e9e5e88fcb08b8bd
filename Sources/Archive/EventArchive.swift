// The door of this module: what any store of articles and events must promise. No database is named here.
import Diplomacy

/// An article and the events read out of it, ready to be stored.
package struct CodedArticle: Sendable, Hashable {
  package let article: Article
  /// Possibly empty: an article without a bilateral event is kept too.
  package let events: [Event]
  package init(article: Article, events: [Event]) {
    self.article = article
    self.events = events
  }
}

package enum AddOutcome: Sendable, Hashable { case added, alreadyThere }

/// What a timeline is read from.
package protocol TimelineSource: AnyObject, Sendable {
  /// At most `rows` rows around the anchor, the anchored row about in the middle. Rows stand in no groups here: see the
  /// window of an `Arrangement`.
  func window(
    _ filter: Filter, order: TimelineOrder, anchor: TimelineAnchor, rows: Int
  ) throws(ArchiveProblem) -> TimelineWindow

  /// The event, its article and the reports of the event; marks are empty. Nil when there is no such event.
  func record(_ id: EventID) throws(ArchiveProblem) -> EventRecord?

  /// Rows of at most `limit` of the events the filter keeps, those first that its words fit best; none without words.
  /// Reads every hit.
  func matches(_ filter: Filter, limit: Int) throws(ArchiveProblem) -> [TimelineRow]

  /// Events the filter keeps.
  func count(_ filter: Filter) throws(ArchiveProblem) -> Int

  /// Events per month under the filter, in order of time; undated events are left out.
  func months(_ filter: Filter) throws(ArchiveProblem) -> [MonthCount]

  /// Values of a facet under the filter, most frequent first, then by code or name; at most `limit`.
  func facet(_ facet: Facet, _ filter: Filter, limit: Int) throws(ArchiveProblem) -> [FacetCount]
}

/// Keeps articles and their events, and answers with windows, counts and records. Reports of one event are folded: see
/// `Fold`. Where a filter counts events, an event is kept when any of its reports has what the filter asks for (its kind
/// and level are those of the report that leads it); where it counts reports, each report stands alone.
/// Every call is safe from any thread; readers never wait for a writer.
package protocol EventArchive: TimelineSource, OwnKeeping {
  /// Stores a batch in one transaction: all of it or nothing. Content decides identity: an article with the same
  /// published date and paragraphs as a stored one is `.alreadyThere`, whatever its file is called. One outcome per item.
  func add(_ batch: [CodedArticle]) throws(ArchiveProblem) -> [AddOutcome]

  /// Whether each of these articles is stored already, by its content, so that it need not be coded to be added.
  func holds(_ articles: [Article]) throws(ArchiveProblem) -> [Bool]

  /// The rows of a window, as soon as they are found: where counting all that is kept would take longer, it is left undone, and
  /// the window says so. `count` counts it; windows asked for after that are counted.
  func glance(
    _ filter: Filter, order: TimelineOrder, anchor: TimelineAnchor, rows: Int
  ) throws(ArchiveProblem) -> TimelineWindow

  /// At most `limit` of the events the filter keeps, those first that its words fit best; none without words. Reads every
  /// hit: for questions asked on demand, never while somebody types.
  func best(_ filter: Filter, limit: Int) throws(ArchiveProblem) -> [EventID]

  /// Events of each pair by year under the filter; of that many pairs only, most of them among the most frequent, where
  /// finding all takes longer.
  func dyadYears(_ filter: Filter, first: Int?) throws(ArchiveProblem) -> DyadYears

  /// On whose territory the events of each pair took place, the most frequent first.
  func hosts(_ filter: Filter) throws(ArchiveProblem) -> [HostCount]

  /// Kinds, levels and hosts. Where all need not be counted and counting takes longer, of the latest events alone.
  func counts(_ filter: Filter, isWhole: Bool) throws(ArchiveProblem) -> EventCounts

  /// The people that the kept events name, most frequent first, at most `limit`, each with the last of those events.
  /// How many there are is left out, where it need not be counted and counting takes longer; where finding the most
  /// frequent takes longer too, they are those of the latest events alone.
  func people(_ filter: Filter, limit: Int, countsAll: Bool) throws(ArchiveProblem) -> PeopleMet

  /// The people of other sides that the kept events name: whom this person met, where the filter keeps the person's
  /// events. Where all need not be counted and reading them takes longer, of the latest events alone.
  func counterparts(
    of person: Person, _ filter: Filter, limit: Int, isWhole: Bool
  ) throws(ArchiveProblem) -> PeopleMet

  /// What was promised in the kept events; at most `limit`, those with a day before the others.
  func promises(_ filter: Filter, limit: Int) throws(ArchiveProblem) -> Promises

  /// Visits held and planned of one party to the other, among the kept events, and meetings above the level of other
  /// officials on the territory of one of them; the latest `limit`.
  func visits(_ filter: Filter, limit: Int) throws(ArchiveProblem) -> Visits

  /// The next (or previous) event or report of the dyad in time, filters set aside; nil at the ends.
  func neighbour(
    of id: EventID, later: Bool, _ counting: Counting
  ) throws(ArchiveProblem) -> EventID?

  /// Keeps the reader's correction of a field, apart from article and coding, in place of an earlier one; the value as
  /// coded withdraws it. From then on every answer has the corrected value. Nil when no such event is kept.
  func correct(_ event: CodedEvent, _ value: FieldValue) throws(ArchiveProblem) -> CorrectionOutcome?

  /// The number that the event of that name has now; nil when no such event is kept.
  func number(of event: CodedEvent) throws(ArchiveProblem) -> EventID?

  /// The reader's corrections in the order of their making.
  func corrections() throws(ArchiveProblem) -> [Correction]

  /// Keeps corrections made elsewhere in one transaction; those of articles that are not here wait for them. Answers
  /// how many had their event here.
  func take(_ corrections: [Correction]) throws(ArchiveProblem) -> Int

  /// Articles kept, those without an event among them.
  func articles() throws(ArchiveProblem) -> Int

  /// A number that grows with every commit, of this process or another: asked now and then, it tells that something
  /// was stored. Cheap, and never waits.
  func commits() throws(ArchiveProblem) -> Int

  /// Compares all that the archive keeps twice: the file with itself, the index with the text, the counts with the
  /// rows. One plain sentence per finding, none when all is well. Reads one committed state; nobody waits for it.
  func verify(_ progressed: (ArchiveProgress) -> Void) throws(ArchiveProblem) -> [String]

  /// Makes everything but the articles and the reader's corrections anew, in one transaction: events as `code` reads
  /// them now, index, counts. Progress is by article. Answers how many events there are then.
  func rebuild(
    code: (Article) -> [Event], _ progressed: (ArchiveProgress) -> Void
  ) throws(ArchiveProblem) -> Int

  /// Writes the last committed state into a new file that opens as an archive; safe while others write. A file of that
  /// name is never overwritten.
  func backup(to path: String) throws(ArchiveProblem)
}

/// How far a long piece of work has come.
package struct ArchiveProgress: Sendable, Hashable {
  /// What is being done, in a word or two for the bar: "reports", "counts".
  package let work: String
  package let done: Int
  package let all: Int
  package init(_ work: String, done: Int, all: Int) {
    self.work = work
    self.done = done
    self.all = all
  }
}

extension EventArchive {
  package func dyadYears(_ filter: Filter) throws(ArchiveProblem) -> DyadYears {
    try dyadYears(filter, first: nil)
  }

  package func people(_ filter: Filter, limit: Int) throws(ArchiveProblem) -> PeopleMet {
    try people(filter, limit: limit, countsAll: true)
  }

  package func verify() throws(ArchiveProblem) -> [String] {
    try verify { _ in }
  }

  package func rebuild(code: (Article) -> [Event]) throws(ArchiveProblem) -> Int {
    try rebuild(code: code) { _ in }
  }
}
