import Diplomacy

extension TimelineSource {
  /// At most `rows` lines around the anchor: rows, and folded groups in the place of theirs. Rows that are folded are
  /// counted by months or facets and never read.
  package func window(
    _ filter: Filter, _ arrangement: Arrangement, anchor: TimelineAnchor, rows: Int
  ) throws(ArchiveProblem) -> TimelineWindow {
    if arrangement.sorting == .time, arrangement.folding.isEmpty {
      return try window(filter, order: arrangement.order, anchor: anchor.withoutGroups, rows: rows)
    }
    if arrangement.sorting == .match { return try matches(filter, anchor: anchor) }
    return try ArrangedWindow(archive: self, filter: filter, arrangement: arrangement)
      .window(anchor: anchor, rows: rows)
  }

  /// All of them in one window: finding the next ones would be finding them all again.
  private func matches(_ filter: Filter, anchor: TimelineAnchor) throws(ArchiveProblem) -> TimelineWindow {
    let rows = try matches(filter, limit: TimelineWindow.mostMatches)
    guard !rows.isEmpty else { return .empty }
    let anchored =
      switch anchor {
      case .end: rows.count - 1
      case .position(let place): min(max(0, place), rows.count - 1)
      case .event(let id): rows.firstIndex { $0.id == id } ?? 0
      case .start, .day, .span, .group: 0
      }
    return TimelineWindow(
      rows: rows, first: 0, total: try count(filter), anchored: anchored, lines: rows.count)
  }
}

extension EventArchive {
  /// The same lines, as soon as they are found: see `glance`. Groups are folded by counts, which are waited for.
  package func glance(
    _ filter: Filter, _ arrangement: Arrangement, anchor: TimelineAnchor, rows: Int
  ) throws(ArchiveProblem) -> TimelineWindow {
    if arrangement.sorting == .time, arrangement.folding.isEmpty {
      return try glance(filter, order: arrangement.order, anchor: anchor.withoutGroups, rows: rows)
    }
    return try window(filter, arrangement, anchor: anchor, rows: rows)
  }
}

extension TimelineAnchor {
  /// Groups of months as the days they have.
  fileprivate var withoutGroups: TimelineAnchor {
    guard case .group(let group, 0) = self else { return self }
    if group == .undated { return .end }
    return group.days.map { .span($0.first, $0.last) } ?? .start
  }
}

/// The timeline in sections, each of them folded into one line or not. A line is a row or a folded section.
private struct ArrangedWindow {
  private struct Section {
    let group: TimelineGroup
    /// What keeps the rows of the section, and perhaps others.
    let filter: Filter
    /// Place of the first row of the section among those its filter keeps.
    var place: Int
    var count: Int
    var yearOnly = 0
    let isFolded: Bool
    /// Lines before it.
    var line = 0

    var lines: Int { isFolded ? 1 : count }
  }

  private let archive: any TimelineSource
  private let filter: Filter
  private let arrangement: Arrangement
  private let sections: [Section]
  private let total: Int
  private let lines: Int

  init(
    archive: any TimelineSource, filter: Filter, arrangement: Arrangement
  ) throws(ArchiveProblem) {
    self.archive = archive
    self.filter = filter
    self.arrangement = arrangement
    var sections: [Section] =
      switch arrangement.sorting {
      case .time: try ArrangedWindow.byTime(archive, filter, arrangement)
      case .pair: try ArrangedWindow.byFacet(.dyad, archive, filter, arrangement)
      case .level: try ArrangedWindow.byFacet(.level, archive, filter, arrangement)
      case .kind: try ArrangedWindow.byFacet(.kind, archive, filter, arrangement)
      case .match: []
      }
    var line = 0
    for index in sections.indices {
      sections[index].line = line
      line += sections[index].lines
    }
    self.sections = sections
    lines = line
    total = sections.reduce(0) { $0 + $1.count }
  }

  // MARK: sections

  private static func byTime(
    _ archive: any TimelineSource, _ filter: Filter, _ arrangement: Arrangement
  ) throws(ArchiveProblem) -> [Section] {
    var sections: [Section] = []
    for month in try archive.months(filter) {
      let date = PartialDate(year: month.year, month: month.month == 0 ? nil : month.month)
      let group = TimelineGroup(date, zoom: arrangement.zoom)
      if sections.last?.group != group {
        sections.append(section(group, filter, arrangement))
      }
      sections[sections.count - 1].count += month.events
      if month.month == 0 { sections[sections.count - 1].yearOnly += month.events }
    }
    if arrangement.order == .newestFirst { sections.reverse() }
    let dated = sections.reduce(0) { $0 + $1.count }
    let undated = try archive.count(filter) - dated
    if undated > 0 { sections.append(section(.undated, filter, arrangement, count: undated)) }
    var place = 0
    for index in sections.indices {
      sections[index].place = place
      place += sections[index].count
    }
    return sections
  }

  private static func section(
    _ group: TimelineGroup, _ filter: Filter, _ arrangement: Arrangement, count: Int = 0
  ) -> Section {
    Section(
      group: group, filter: filter, place: 0, count: count, isFolded: arrangement.folding.folds(group))
  }

  /// The most frequent values first; levels by their rank.
  private static func byFacet(
    _ facet: Facet, _ archive: any TimelineSource, _ filter: Filter, _ arrangement: Arrangement
  ) throws(ArchiveProblem) -> [Section] {
    let counts = try archive.facet(facet, filter, limit: 100_000)
    let sections = counts.compactMap { count -> Section? in
      guard count.events > 0, let group = count.value.group else { return nil }
      return section(group, filter.keeping(only: group), arrangement, count: count.events)
    }
    guard facet == .level else { return sections }
    return ProtocolLevel.allCases.compactMap { level in sections.first { $0.group == .level(level) } }
  }

  // MARK: lines

  func window(anchor: TimelineAnchor, rows: Int) throws(ArchiveProblem) -> TimelineWindow {
    guard lines > 0 else { return .empty }
    let anchored = min(max(0, try line(of: anchor)), lines - 1)
    let wanted = min(max(0, rows), lines)
    let first = max(0, min(anchored - wanted / 2, lines - wanted))
    let shown = first..<first + wanted
    var read: [TimelineRow] = []
    var folds: [FoldedGroup] = []
    var index = sections.firstIndex { shown.lowerBound < $0.line + $0.lines } ?? sections.count
    while index < sections.count, sections[index].line < shown.upperBound {
      let section = sections[index]
      if section.isFolded {
        folds.append(
          FoldedGroup(
            group: section.group, count: section.count, yearOnly: section.yearOnly, rowsBefore: read.count))
        index += 1
        continue
      }
      let (places, next) = stretch(from: index, shown)
      read += try self.rows(section.filter, places)
      index = next
    }
    return TimelineWindow(
      rows: read, first: first, total: total, anchored: anchored, folds: folds, lines: lines)
  }

  /// Places to read from that section on: sections of one filter that lie side by side are read in one go.
  private func stretch(from index: Int, _ shown: Range<Int>) -> (places: Range<Int>, next: Int) {
    let section = sections[index]
    let start = section.place + max(0, shown.lowerBound - section.line)
    var next = index
    var end = start
    while next < sections.count, !sections[next].isFolded, sections[next].line < shown.upperBound,
      next == index || arrangement.sorting == .time
    {
      end = sections[next].place + min(sections[next].count, shown.upperBound - sections[next].line)
      next += 1
    }
    return (start..<max(start, end), next)
  }

  private func rows(_ filter: Filter, _ places: Range<Int>) throws(ArchiveProblem) -> [TimelineRow] {
    if places.isEmpty { return [] }
    let middle = places.lowerBound + places.count / 2
    return try archive.window(
      filter, order: arrangement.order, anchor: .position(middle), rows: places.count
    ).rows
  }

  // MARK: anchors

  private func line(of anchor: TimelineAnchor) throws(ArchiveProblem) -> Int {
    switch anchor {
    case .start: return 0
    case .end: return lines - 1
    case .position(let line): return line
    case .group(let group, let after):
      let index = sections.firstIndex { $0.group == group }.map { $0 + after } ?? nearest(to: group)
      return sections[min(max(0, index), sections.count - 1)].line
    case .event(let id): return try line(of: id)
    case .day(let day): return try line(of: anchor, on: day)
    case .span(let first, let last):
      return try line(of: anchor, on: arrangement.order == .newestFirst ? last : first)
    }
  }

  /// The months nearest to some that hold nothing; else the first group.
  private func nearest(to group: TimelineGroup) -> Int {
    guard case .months(let wanted, _) = group else { return 0 }
    func distance(_ index: Int) -> Int {
      if case .months(let first, _) = sections[index].group { abs(first - wanted) } else { .max }
    }
    return sections.indices.min { distance($0) < distance($1) } ?? 0
  }

  /// A folded group that has the day is known without a question.
  private func line(of anchor: TimelineAnchor, on day: CalendarDay) throws(ArchiveProblem) -> Int {
    guard arrangement.sorting == .time else {
      guard let section = sections.first(where: { !$0.isFolded }) else { return 0 }
      return try line(of: anchor, in: section)
    }
    let group = TimelineGroup(PartialDate(day), zoom: arrangement.zoom)
    if let section = sections.first(where: { $0.group == group }), section.isFolded { return section.line }
    return try line(ofAnchored: anchor)
  }

  private func line(of id: EventID) throws(ArchiveProblem) -> Int {
    if arrangement.sorting == .time { return try line(ofAnchored: .event(id)) }
    guard let event = try archive.record(id)?.event else { return 0 }
    let group = arrangement.group(of: event.date, event.parties, event.level, event.kind)
    guard let group, let section = sections.first(where: { $0.group == group }) else { return 0 }
    return try line(of: .event(id), in: section)
  }

  private func line(of anchor: TimelineAnchor, in section: Section) throws(ArchiveProblem) -> Int {
    if section.isFolded { return section.line }
    let window = try archive.window(section.filter, order: arrangement.order, anchor: anchor, rows: 1)
    return section.line + min(window.anchored, section.count - 1)
  }

  /// The line of the row the anchor leads to among all that the filter keeps.
  private func line(ofAnchored anchor: TimelineAnchor) throws(ArchiveProblem) -> Int {
    let place = try archive.window(filter, order: arrangement.order, anchor: anchor, rows: 1).anchored
    guard let section = sections.last(where: { $0.place <= place }) else { return 0 }
    return section.line + (section.isFolded ? 0 : min(place - section.place, section.count - 1))
  }
}

extension FacetCount.Value {
  fileprivate var group: TimelineGroup? {
    switch self {
    case .dyad(let dyad): .pair(dyad)
    case .level(let level): .level(level)
    case .kind(let kind): .kind(kind)
    case .country, .person, .mention, .tag: nil
    }
  }
}

extension Filter {
  /// The group alone, of those the filter keeps.
  fileprivate func keeping(only group: TimelineGroup) -> Filter {
    var filter = self
    func replace(_ clause: Clause, _ isSame: (Value) -> Bool) {
      filter.removeAll { !$0.excludes && isSame($0.value) }
      filter.add(clause)
    }
    switch group {
    case .pair(let dyad): replace(.dyad(dyad)) { if case .dyad = $0 { true } else { false } }
    case .level(let level): replace(.level(level)) { if case .level = $0 { true } else { false } }
    case .kind(let kind): replace(.kind(kind)) { if case .kind = $0 { true } else { false } }
    case .months, .undated: break
    }
    return filter
  }
}
