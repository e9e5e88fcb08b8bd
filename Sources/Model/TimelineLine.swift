import Diplomacy

/// What stands above rows.
package enum TimelineHeading: Hashable, Sendable {
  case decade(Int)
  case year(Int)
  /// The quarter from 1 to 4.
  case quarter(year: Int, quarter: Int)
  /// The month is 0 over events of which only the year is known.
  case month(year: Int, month: Int)
  /// The days of a week from Monday that lie in one year.
  case week(first: CalendarDay, last: CalendarDay)
  case day(CalendarDay)
  /// Over events of which only the month is known, where days have headings.
  case dayNotKnown(year: Int, month: Int)
  case undated
  case pair(Dyad)
  case level(ProtocolLevel)
  case kind(EventKind)
  /// Over all that a search finds, the best match first.
  case matches
}

/// A stretch in which nothing happened.
package enum Silence: Hashable, Sendable {
  case days(Int)
  case weeks(Int)
  case months(Int)
  case years(Int)
}

/// One line of the list.
package enum TimelineLine: Hashable, Sendable {
  case blank
  case heading(TimelineHeading)
  case gap(Silence)
  /// Index into the rows of the window.
  case event(Int)
  /// Index into the folded groups of the window.
  case fold(Int)
}

/// What the cursor can stand on.
package enum TimelineEntry: Hashable, Sendable {
  /// Index into the rows of the window.
  case row(Int)
  /// Index into the folded groups of the window.
  case fold(Int)
}

/// The headings an entry stands under.
struct HeadingPath: Hashable {
  let major: TimelineHeading
  /// Nil where there is one heading alone.
  let minor: TimelineHeading?
}

extension HeadingPath {
  init(_ row: TimelineRow, _ arrangement: Arrangement, _ clock: TimelineClock) {
    switch arrangement.sorting {
    case .time: self.init(row.date(by: clock), arrangement.zoom)
    case .pair: self.init(major: .pair(row.parties.dyad), minor: nil)
    case .level: self.init(major: .level(row.level), minor: nil)
    case .kind: self.init(major: .kind(row.kind), minor: nil)
    case .match: self.init(major: .matches, minor: nil)
    }
  }

  init(_ fold: FoldedGroup, _ zoom: TimeZoom) {
    switch fold.group {
    case .months(let first, _): self.init(PartialDate(year: first / 12, month: first % 12 + 1), zoom.folded)
    case .undated: self.init(major: .undated, minor: nil)
    case .pair(let dyad): self.init(major: .pair(dyad), minor: nil)
    case .level(let level): self.init(major: .level(level), minor: nil)
    case .kind(let kind): self.init(major: .kind(kind), minor: nil)
    }
  }

  private init(_ date: PartialDate?, _ zoom: TimeZoom) {
    guard let date else {
      self.init(major: .undated, minor: nil)
      return
    }
    let minor: TimelineHeading? =
      switch zoom {
      case .day: HeadingPath.day(date)
      case .week: HeadingPath.week(date)
      case .month: .month(year: date.year, month: date.month ?? 0)
      case .quarter:
        date.month.map { .quarter(year: date.year, quarter: ($0 + 2) / 3) }
          ?? .month(year: date.year, month: 0)
      case .year, .decade: nil
      }
    let major: TimelineHeading = zoom == .decade ? .decade(date.year / 10 * 10) : .year(date.year)
    self.init(major: major, minor: minor)
  }

  private static func day(_ date: PartialDate) -> TimelineHeading {
    if let day = date.calendarDay { return .day(day) }
    return vague(date)
  }

  private static func week(_ date: PartialDate) -> TimelineHeading {
    guard let day = date.calendarDay else { return vague(date) }
    let monday = day.adding(days: 1 - day.weekday)
    let sunday = monday.adding(days: 6)
    let year = PartialDate(year: day.year)
    return .week(
      first: monday.year == day.year ? monday : year?.earliest ?? day,
      last: sunday.year == day.year ? sunday : year?.latest ?? day)
  }

  private static func vague(_ date: PartialDate) -> TimelineHeading {
    date.month.map { .dayNotKnown(year: date.year, month: $0) } ?? .month(year: date.year, month: 0)
  }

  /// Whether it tells less than its zoom asks for: rows of such dates may stand among others.
  var isVague: Bool {
    switch minor {
    case .dayNotKnown, .month(_, month: 0): true
    default: false
    }
  }
}

extension TimeZoom {
  /// Days and weeks fold with their month.
  fileprivate var folded: TimeZoom { foldedMonths == 1 ? .month : self }
}
