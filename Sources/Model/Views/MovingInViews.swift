import Commands
import Diplomacy

// Keys in a view: the cursor, what Enter opens, and what only the timeline can do.
extension BrowserState {
  /// Nil lets the command act as it does everywhere.
  mutating func obeyInView(_ command: Command) -> [Effect]? {
    if views.comparison != nil, let effects = obeyInComparison(command) { return effects }
    let page = max(1, layout.list.size.rows - 2)
    switch command {
    case .moveDown: return moveInView(.rows(1))
    case .moveUp: return moveInView(.rows(-1))
    case .pageDown: return moveInView(.rows(page))
    case .pageUp: return moveInView(.rows(-page))
    case .halfPageDown: return moveInView(.rows(max(1, page / 2)))
    case .halfPageUp: return moveInView(.rows(-max(1, page / 2)))
    case .first: return moveInView(.first)
    case .last: return moveInView(.last)
    case .nextPane: return changePart(by: 1)
    case .previousPane: return changePart(by: -1)
    case .scrollOtherDown: return scrollOtherPart(by: 1)
    case .scrollOtherUp: return scrollOtherPart(by: -1)
    case .keepDyad: return keepRow()
    case .hideDyad: return hideRow()
    case .back, .leave, .focusTimeline: return leaveView()
    case .nextMatch, .previousMatch: return refuseInView()
    case .undo, .redo, .countReports, .toggleDensity, .detailPlacement, .narrowList, .widenList, .nextView,
      .showDyadYears, .showPeople, .showCommitments, .showVisits, .openCell, .markCell, .compareCells,
      .judgePromise,
      .viewLeft, .viewRight, .saveView:
      return nil
    default:
      switch command.row.group {
      case .filters, .search, .program, .picking, .typing: return nil
      default: return refuseInView()
      }
    }
  }

  private mutating func refuseInView() -> [Effect] {
    let key = keymap.keys(for: .back, in: .view).first?.name ?? ":timeline"
    notice = Notice(text: say("That is for the timeline; %1 goes back to it.", key), isWarning: false)
    return []
  }

  private mutating func leaveView() -> [Effect] {
    guard views.part == .list else {
      views.part = .list
      return []
    }
    return show(.timeline)
  }

  // MARK: the cursor

  private mutating func moveInView(_ step: ViewStep) -> [Effect] { move(step, in: views.part) }

  private mutating func move(_ step: ViewStep, in part: ViewPart) -> [Effect] {
    switch (views.shown, part) {
    case (.dyadYears, .counts): views.grid.moveCount(step)
    case (.dyadYears, .side): views.grid.moveEvent(step)
    case (.dyadYears, .list): return views.grid.move(step) ? askForCell() : []
    case (.people, .side): views.people.moveMet(step)
    case (.people, _): return views.people.move(step) ? askForCounterparts() : []
    case (.visits, .side): views.visits.moveTrace(step)
    case (.visits, _): views.visits.move(step)
    case (.commitments, .side): scroll(step)
    case (.commitments, _): return movePromise(step)
    case (.timeline, _): break
    }
    return []
  }

  private mutating func movePromise(_ step: ViewStep) -> [Effect] {
    guard views.register.move(step) else { return [] }
    pointAtPromise()
    return askForPromise()
  }

  private mutating func scroll(_ step: ViewStep) {
    switch step {
    case .rows(let count): detail.scroll(by: count)
    case .first: detail.scroll(to: 0)
    case .last: detail.scrollToEnd()
    }
  }

  /// The side, or the list where the side has the keys.
  private mutating func scrollOtherPart(by count: Int) -> [Effect] {
    guard views.part != .side else { return move(.rows(count), in: .list) }
    switch views.shown {
    case .dyadYears: views.grid.scrollEvents(by: count)
    case .people: views.people.scrollMet(by: count)
    case .commitments: detail.scroll(by: count)
    case .visits: views.visits.scrollTraces(by: count)
    case .timeline: break
    }
    return []
  }

  private var parts: [ViewPart] {
    views.shown == .dyadYears && views.grid.counts.height > 0 ? [.list, .counts, .side] : [.list, .side]
  }

  private mutating func changePart(by count: Int) -> [Effect] {
    let place = parts.firstIndex(of: views.part) ?? 0
    views.part = parts[(place + count + parts.count) % parts.count]
    return []
  }

  mutating func moveSideways(by count: Int) -> [Effect] {
    switch (views.shown, views.part) {
    case (.dyadYears, .list) where views.grid.moveColumn(by: count): return askForCell()
    case (.dyadYears, .counts): views.grid.moveCount(by: count)
    case (.people, .list) where count > 0, (.commitments, .list) where count > 0,
      (.visits, .list) where count > 0:
      views.part = .side
    case (_, .side) where count < 0: views.part = .list
    case (_, .list), (_, .side):
      notice = Notice(text: say("Nothing lies further that way."), isWarning: false)
    case (_, .counts): break
    }
    return []
  }

  // MARK: Enter

  /// The events behind what the cursor stands on.
  mutating func openCell() -> [Effect] {
    switch (views.shown, views.part) {
    case (.dyadYears, .list): return openCellEvents()
    case (.dyadYears, .counts):
      return views.grid.counts.current.map { open($0.filter) } ?? []
    case (.dyadYears, .side):
      return views.grid.events.current.map { open(filter(of: views.grid.cell), at: $0.id) } ?? []
    case (.people, .side): return openMeetings()
    case (.people, _): return views.people.list.current.map { open(filter(of: $0)) } ?? []
    case (.commitments, _): return openPromise()
    case (.visits, .side): return views.visits.traces.current.map { openTrace($0) } ?? []
    case (.visits, _): return openCourse()
    case (.timeline, _): return []
    }
  }

  private mutating func openCellEvents() -> [Effect] {
    guard views.grid.rows.current != nil else { return [] }
    guard views.grid.told != views.grid.cell || views.grid.total > 0 else {
      notice = Notice(text: say("No event stands in this cell."), isWarning: false)
      return []
    }
    return open(filter(of: views.grid.cell))
  }

  private mutating func openMeetings() -> [Effect] {
    guard let person = views.people.told, let other = views.people.met.current else { return [] }
    return open(filter(of: person).keeping(.person(other.name)))
  }

  /// The events of the pair, at the one that tells how far the visit has got.
  private mutating func openCourse() -> [Effect] {
    guard let course = views.visits.list.current, let dyad = course.dyad else { return [] }
    return open(standingFilter.keeping(only: dyad), at: (course.next ?? course.last)?.event)
  }

  /// The report that tells it; the filter stays.
  private mutating func openTrace(_ trace: VisitTrace) -> [Effect] {
    let effects = open(standingFilter, at: trace.event)
    report = trace.event
    keepsReport = true
    if placement == .off { placement = .right }
    focus = .detail
    fit()
    return effects + [.loadRecord(trace.event)]
  }

  /// The report with the words of the promise set off; the filter stays.
  private mutating func openPromise() -> [Effect] {
    guard let promise = views.register.list.current else { return [] }
    let isLoaded = detail.record?.id == promise.event
    let effects = open(standingFilter, at: promise.event)
    report = promise.event
    keepsReport = true
    if placement == .off { placement = .right }
    focus = .detail
    fit()
    if isLoaded { pointAtPromise() }
    return effects + (isLoaded ? [] : [.loadRecord(promise.event)])
  }

  // MARK: filtering by the row

  private var dyadOfRow: Dyad? {
    switch views.shown {
    case .dyadYears: views.grid.cell.dyad
    case .commitments: views.register.list.current?.parties.dyad
    case .visits: views.visits.list.current?.dyad
    case .people, .timeline: nil
    }
  }

  private mutating func keepRow() -> [Effect] {
    guard let dyad = dyadOfRow else { return refuseInView() }
    return refilter { filter in
      let isKept = filter.dyads == [dyad]
      filter.removeAll { $0.facet == .dyad && !$0.excludes }
      if !isKept { filter.add(.dyad(dyad)) }
    }
  }

  private mutating func hideRow() -> [Effect] {
    guard let dyad = dyadOfRow else { return refuseInView() }
    return refilter { filter in
      filter.remove(.dyad(dyad))
      filter.add(.exceptDyad(dyad))
    }
  }
}
