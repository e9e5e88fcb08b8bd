/// One line of the timeline: all that the list shows of an event.
package struct TimelineRow: Hashable, Sendable {
  package let id: EventID
  package let article: ArticleID
  package let date: PartialDate?
  package let end: PartialDate?
  package let kind: EventKind
  package let subkind: Subkind?
  package let status: EventStatus
  package let level: ProtocolLevel
  package let parties: Parties
  package let headline: String
  /// Reports that tell this event; 1 where each report is a row of its own.
  package let reports: Int
  /// The day printed on its report.
  package let published: PartialDate?
  /// What the reader made of it.
  package var own: OwnSigns

  package init(
    id: EventID, article: ArticleID, date: PartialDate?, end: PartialDate?, kind: EventKind,
    subkind: Subkind?,
    status: EventStatus, level: ProtocolLevel, parties: Parties, headline: String, reports: Int = 1,
    published: PartialDate? = nil, own: OwnSigns = []
  ) {
    self.id = id
    self.article = article
    self.date = date
    self.end = end
    self.kind = kind
    self.subkind = subkind
    self.status = status
    self.level = level
    self.parties = parties
    self.headline = headline
    self.reports = reports
    self.published = published
    self.own = own
  }

  /// The date by which it stands in the timeline.
  package func date(by clock: TimelineClock) -> PartialDate? {
    switch clock {
    case .event: date
    case .publication: published
    }
  }
}

package enum TimelineOrder: String, Sendable, CaseIterable { case newestFirst, oldestFirst }

/// Where a window of the timeline is wanted.
package enum TimelineAnchor: Hashable, Sendable {
  case start
  case end
  /// Zero-based place in the filtered, ordered timeline; beyond the end means the end.
  case position(Int)
  /// That event if the filter keeps it, else the kept event nearest to it in time.
  case event(EventID)
  /// The kept event nearest to that day.
  case day(CalendarDay)
  /// Of the kept events from the first day to the last the one that the order shows first; where there is none, the
  /// nearest.
  case span(CalendarDay, CalendarDay)
  /// The first line of that group, or of one so many groups after it; where there are no groups, the start.
  case group(TimelineGroup, after: Int)
}

/// A stretch of the filtered, ordered timeline: rows, and folded groups among them.
package struct TimelineWindow: Hashable, Sendable {
  package let rows: [TimelineRow]
  /// In the order of the timeline.
  package let folds: [FoldedGroup]
  /// Lines before this window on which a cursor can stand: rows and folded groups.
  package let first: Int
  /// Events the filter keeps.
  package let total: Int
  /// Place of the line the anchor led to, from 0 among all rows and folded groups; 0 when nothing is kept.
  package let anchored: Int
  /// Rows and folded groups in all; as many as the filter keeps where nothing is folded.
  package let lines: Int
  /// False where nobody has counted: `first` and `total` are then the least they can be, and `first` is 0 only where the
  /// rows begin with the first.
  package let isCounted: Bool
  /// Events (or reports) there are in all at the moment of the window; nil where that was not looked up.
  package var all: Int?

  package init(
    rows: [TimelineRow], first: Int, total: Int, anchored: Int, folds: [FoldedGroup] = [], lines: Int? = nil,
    isCounted: Bool = true, all: Int? = nil
  ) {
    self.rows = rows
    self.folds = folds
    self.first = first
    self.total = total
    self.anchored = anchored
    self.isCounted = isCounted
    self.all = all
    self.lines = lines ?? total
  }

  /// The same window with other signs on its rows.
  package func with(rows: [TimelineRow]) -> TimelineWindow {
    TimelineWindow(
      rows: rows, first: first, total: total, anchored: anchored, folds: folds, lines: lines,
      isCounted: isCounted, all: all)
  }

  /// Events that are listed where the best match stands first.
  package static let mostMatches = 1000

  package static let empty = TimelineWindow(rows: [], first: 0, total: 0, anchored: 0)
}

/// Events of one month.
package struct MonthCount: Hashable, Sendable {
  package let year: Int
  /// 0 for events dated by the year alone.
  package let month: Int
  package let events: Int
  package init(year: Int, month: Int, events: Int) {
    self.year = year
    self.month = month
    self.events = events
  }
}

/// A value of a facet and how many events have it: the line of a picker.
package struct FacetCount: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case country(Country)
    case dyad(Dyad)
    case person(name: String, country: Country)
    case kind(EventKind)
    case level(ProtocolLevel)
    case mention(Country)
    case tag(String)
  }
  package let value: Value
  package let events: Int
  package init(value: Value, events: Int) {
    self.value = value
    self.events = events
  }
}

package enum Facet: String, CaseIterable, Sendable { case country, dyad, person, kind, level, mention, tag }
