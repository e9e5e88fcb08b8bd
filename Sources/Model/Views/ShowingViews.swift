import Commands
import Diplomacy

extension Wording {
  package static func name(_ view: BrowserView, _ say: Catalogue) -> String {
    switch view {
    case .timeline: say("timeline")
    case .dyadYears: say("dyad-years")
    case .people: say("people")
    case .commitments: say("commitments")
    case .visits: say("visits")
    }
  }
}

// The views beside the timeline: opened, filled, left. All of them show what the filter keeps.
extension BrowserState {
  /// The view that has the screen; the timeline is one.
  package var view: BrowserView { views.shown }
  var isInView: Bool { views.shown != .timeline }

  mutating func nextView() -> [Effect] { show(views.shown.next) }

  mutating func show(_ view: BrowserView) -> [Effect] {
    guard view != views.shown else { return [] }
    views.shown = view
    views.part = .list
    views.comparison = nil
    focus = .timeline
    why = nil
    fit()
    if view != .timeline { return askForView() }
    // The selection of the timeline has stayed where it was.
    return timeline.selected.map { [.loadRecord(report ?? $0.id)] } ?? []
  }

  // MARK: asking and hearing

  /// What the view in front shows under the filter; nothing for the timeline.
  mutating func askForView() -> [Effect] {
    switch views.shown {
    case .timeline: return []
    case .dyadYears: return [views.ask(.dyadYears(shownFilter, isWhole: false))] + recompare()
    case .people: return [views.ask(.people(shownFilter, isWhole: false))]
    case .commitments: return [views.ask(.promises(shownFilter))]
    case .visits: return [views.ask(.visits(shownFilter)), views.ask(.invitations(shownFilter))]
    }
  }

  mutating func hear(_ answer: ViewAnswer, _ generation: Int) -> [Effect] {
    guard views.awaits(answer, generation) else { return [] }
    defer { fit() }
    switch answer {
    case .dyadYears(let years):
      views.grid.fill(years)
      fit()
      return askForCell() + (years.isCut ? [views.ask(.dyadYears(shownFilter, isWhole: true))] : [])
    case .cell(let counts):
      let groups = groups(counts, of: views.grid.cell)
      views.grid.take(counts, groups)
      return counts.counts.isWhole ? [] : [askForCell(isWhole: true)]
    case .people(let people):
      views.people.fill(people)
      return askForCounterparts()
        + (people.all == nil ? [views.ask(.people(shownFilter, isWhole: true))] : [])
    case .counterparts(let people):
      views.people.take(people)
      return people.newest == nil ? [] : askForCounterparts(isWhole: true)
    case .densities(let one, let other):
      take(one, other)
      return []
    case .lastMet(let answer):
      take(answer)
      return []
    case .visits(let visits):
      views.visits.fill(visits)
      return []
    case .invitations(let traces):
      views.visits.take(traces)
      return []
    case .promises(let promises):
      views.register.fill(promises)
      return askForPromise()
    }
  }

  mutating func askForCell() -> [Effect] {
    views.grid.rows.current == nil ? [] : [askForCell(isWhole: false)]
  }

  private mutating func askForCell(isWhole: Bool) -> Effect {
    views.ask(.cell(filter(of: views.grid.cell).counting(counting), isWhole: isWhole))
  }

  mutating func askForCounterparts(isWhole: Bool = false) -> [Effect] {
    guard let person = views.people.list.current else { return [] }
    let one = Person(name: person.name, title: "", country: person.country)
    return [views.ask(.counterparts(one, filter(of: person).counting(counting), isWhole: isWhole))]
  }

  /// The report in which it was promised lies at the side.
  func askForPromise() -> [Effect] {
    guard let promise = views.register.list.current else { return [] }
    return detail.record?.id == promise.event ? [] : [.loadRecord(promise.event)]
  }

  /// The record at the side of the register, its words set off; false for another one.
  mutating func takePromised(_ record: EventRecord?, of id: EventID) -> Bool {
    guard views.shown == .commitments else { return false }
    guard let promise = views.register.list.current, promise.event == id else { return true }
    detail.show(record)
    detail.search(shownFilter.searches)
    pointAtPromise()
    return true
  }

  mutating func pointAtPromise() {
    guard let promise = views.register.list.current, let record = detail.record, record.id == promise.event
    else { return }
    let spans = record.event.evidence.filter { $0.field == .commitments }.map(\.span)
    let isOneEach = spans.count == record.event.commitments.count && spans.indices.contains(promise.place)
    detail.point(
      at: isOneEach ? [spans[promise.place]] : spans.isEmpty ? words(of: promise, in: record.article) : spans)
  }

  /// Where the article has the promise word for word.
  private func words(of promise: Promise, in article: Article) -> [TextSpan] {
    let text = promise.commitment.text
    for (index, paragraph) in article.paragraphs.enumerated() {
      guard let range = paragraph.text.firstRange(of: text) else { continue }
      let start = paragraph.text.utf8.distance(from: paragraph.text.startIndex, to: range.lowerBound)
      return [TextSpan(paragraph: index, bytes: start..<start + text.utf8.count)]
    }
    return []
  }

  // MARK: filters behind the numbers

  /// The filter as it is set, whatever rows are counted.
  var standingFilter: Filter { filterIsOn ? filter : .everything }

  func filter(of cell: GridState.Cell) -> Filter {
    var narrowed = standingFilter
    if let dyad = cell.dyad { narrowed = narrowed.keeping(only: dyad) }
    switch cell.year {
    case nil: return narrowed
    case 0: return narrowed.keeping(.trait(.undated))
    case .some(let year):
      return PartialDate(year: year).map { narrowed.keeping(only: DaySpan($0)) } ?? narrowed
    }
  }

  func filter(of person: PersonCount) -> Filter { standingFilter.keeping(.person(person.name)) }

  // MARK: into the timeline

  /// The timeline of the narrowed filter, at the event if there is one.
  mutating func open(_ narrowed: Filter, at event: EventID? = nil) -> [Effect] {
    let isSame = narrowed == standingFilter
    views.shown = .timeline
    views.part = .list
    focus = .timeline
    remember()
    if !isSame {
      filter = narrowed
      filterIsOn = true
      if filter.searches.isEmpty { matchesInAll = nil }
    }
    detail.search(shownFilter.searches)
    return event.map { goNear($0, countsToo: true) } ?? reload(.start, anchorDecides: true)
  }
}
