import Diplomacy

/// Lays the entries of a window out as lines: headings where they change, and silences told.
struct TimelineLines {
  private(set) var lines: [TimelineLine] = []
  /// Line of each entry.
  private(set) var lineOfEntry: [Int] = []
  /// Headings each entry stands under; those of rows among others are the others'.
  private(set) var paths: [HeadingPath] = []

  private let window: TimelineWindow
  private let arrangement: Arrangement
  private let clock: TimelineClock
  private let isCompact: Bool

  static let none = TimelineLines(
    window: .empty, entries: [], arrangement: Arrangement(), clock: .event, isCompact: false)

  init(
    window: TimelineWindow, entries: [TimelineEntry], arrangement: Arrangement, clock: TimelineClock,
    isCompact: Bool
  ) {
    self.window = window
    self.arrangement = arrangement
    self.clock = clock
    self.isCompact = isCompact
    let own = entries.map(path)
    var before: (path: HeadingPath, days: Stretch?)?
    for (index, entry) in entries.enumerated() {
      let path =
        before.map { TimelineLines.isAmong($0.path, index, own) ? $0.path : own[index] } ?? own[index]
      let days = stretch(entry)
      laySilence(since: before, path: path, days: days)
      layHeadings(path, before: before?.path, isFold: entry.isFold)
      lineOfEntry.append(lines.count)
      paths.append(path)
      switch entry {
      case .row(let row): lines.append(.event(row))
      case .fold(let fold): lines.append(.fold(fold))
      }
      before = (path, days ?? before?.days)
    }
  }

  private func path(_ entry: TimelineEntry) -> HeadingPath {
    switch entry {
    case .row(let row): HeadingPath(window.rows[row], arrangement, clock)
    case .fold(let fold): HeadingPath(window.folds[fold], arrangement.zoom)
    }
  }

  // MARK: headings

  /// Whether the entry's date is vague and it stands between rows of that heading: its `~` says enough, and the heading
  /// is not repeated below it.
  private static func isAmong(_ path: HeadingPath, _ index: Int, _ paths: [HeadingPath]) -> Bool {
    guard !path.isVague, paths[index].isVague, paths[index].major == path.major else { return false }
    return paths[index...].first { !$0.isVague } == path
  }

  private mutating func layHeadings(_ path: HeadingPath, before: HeadingPath?, isFold: Bool) {
    guard path != before else { return }
    let isNewMajor = path.major != before?.major
    // A folded group is its own heading.
    let hasMajor = isNewMajor && !(isFold && path.minor == nil) && !(isCompact && path.minor != nil)
    if hasMajor {
      if before != nil, !isCompact { lines.append(.blank) }
      lines.append(.heading(path.major))
    }
    if let minor = path.minor, !isFold { lines.append(.heading(minor)) }
  }

  // MARK: silences

  /// The days an entry may stand for.
  private struct Stretch {
    let first: CalendarDay
    let last: CalendarDay
  }

  private func stretch(_ entry: TimelineEntry) -> Stretch? {
    switch entry {
    case .row(let index):
      let row = window.rows[index]
      guard let date = row.date(by: clock) else { return nil }
      let end = clock == .event ? row.end?.latest : nil
      return Stretch(first: date.earliest, last: max(date.latest, end ?? date.latest))
    case .fold(let index):
      return window.folds[index].group.days.map { Stretch(first: $0.first, last: $0.last) }
    }
  }

  private mutating func laySilence(
    since before: (path: HeadingPath, days: Stretch?)?, path: HeadingPath, days: Stretch?
  ) {
    guard let before, let earlier = before.days, let later = days else { return }
    if arrangement.sorting == .match || arrangement.sorting != .time && before.path != path { return }
    let isNewest = arrangement.order == .newestFirst
    let (from, to) = isNewest ? (later.last, earlier.first) : (earlier.last, later.first)
    if let silence = Silence(after: from, before: to, zoom: arrangement.zoom) { lines.append(.gap(silence)) }
  }
}

extension TimelineEntry {
  var isFold: Bool { if case .fold = self { true } else { false } }
}

extension Silence {
  /// Between the two days, where it is long for the zoom: whole months are counted, in days and weeks where those are
  /// looked at. Nil for a silence too short to speak of.
  init?(after last: CalendarDay, before next: CalendarDay, zoom: TimeZoom) {
    let months = (next.year * 12 + next.month) - (last.year * 12 + last.month) - 1
    let days = next.ordinal - last.ordinal - 1
    let least =
      switch zoom {
      case .day, .week, .month, .quarter: 6
      case .year: 12
      case .decade: 24
      }
    if months >= 24, months >= least {
      self = .years(months / 12)
    } else if months >= least {
      self = .months(months)
    } else if zoom == .day, days >= 14 {
      self = .days(days)
    } else if zoom == .week, days >= 42 {
      self = .weeks(days / 7)
    } else {
      return nil
    }
  }

  /// `7 months, nothing`
  package func text(_ say: Catalogue) -> String {
    switch self {
    case .days(let count): say("%1 days, nothing", "\(count)")
    case .weeks(let count): say("%1 weeks, nothing", "\(count)")
    case .months(let count): say("%1 months, nothing", "\(count)")
    case .years(let count): say("%1 years, nothing", "\(count)")
    }
  }
}
