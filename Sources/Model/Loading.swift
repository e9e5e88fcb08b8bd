import Diplomacy

// Windows and records: how they are asked for, and what becomes of the selection when they come.
extension BrowserState {
  /// Asks for rows around an anchor; months too when the filter may have changed.
  mutating func reload(_ anchor: TimelineAnchor, anchorDecides: Bool, countsToo: Bool = true) -> [Effect] {
    generation += 1
    awaitsWindow = true
    // Without words nothing fits best.
    if arrangement.sorting == .match, shownFilter.searches.isEmpty { arrangement.sorting = .time }
    self.anchorDecides = anchorDecides
    let request = WindowRequest(
      generation: generation, filter: shownFilter, arrangement: arrangement, anchor: anchor,
      rows: max(200, size.rows * 6))
    var effects: [Effect] = [.loadWindow(request)]
    if countsToo {
      monthsGeneration = generation
      effects.append(.loadMonths(shownFilter, generation: generation))
    }
    if countsToo, !shownFilter.searches.isEmpty { effects.append(.countMatches(shownFilter.searchAlone)) }
    if countsToo { effects += askForView() }
    return effects
  }

  /// The same place under a changed filter or order.
  mutating func reloadHere() -> [Effect] {
    detail.search(shownFilter.searches)
    return reload(timeline.anchor ?? lastEvent.map { .event($0) } ?? .start, anchorDecides: false)
  }

  /// Rows beyond the border of the window, before they are needed. Asked for once: a key held down must not outdate
  /// every answer before it comes.
  mutating func refill() -> [Effect] {
    guard !awaitsWindow, timeline.nearsBorder, let anchor = timeline.anchor else { return [] }
    return reload(anchor, anchorDecides: false, countsToo: false)
  }

  mutating func take(_ window: TimelineWindow) -> [Effect] {
    awaitsWindow = false
    let before = timeline.selected?.id
    if let row = timeline.selected { lastStand = remembered(row) }
    let group = timeline.selectedFold?.group
    timeline.take(
      window, arrangement, by: clock,
      keeping: anchorDecides ? nil : before ?? (group == nil ? lastEvent : nil),
      orGroup: anchorDecides ? nil : group)
    // Of the same moment as the rows, whatever is stored meanwhile.
    allEvents = window.all ?? (shownFilter.isEmpty ? window.total : max(allEvents, window.total))
    tellResumed()
    let wanted = anchorDecides ? wanted : nil
    anchorDecides = false
    self.wanted = nil
    if let wanted, let effects = pursue(wanted) { return effects }
    let isCorrection = keepsReport
    keepsReport = false
    if opening != nil { return openSelected() + count() }
    return (isCorrection && report != nil ? [] : follow(before)) + count()
  }

  mutating func take(_ record: EventRecord?, of id: EventID) -> [Effect] {
    if takePromised(record, of: id) { return [] }
    guard id == report ?? timeline.selected?.id else { return [] }
    if report != nil, record?.reports.contains(where: { $0.id == timeline.selected?.id }) != true {
      if let opening, opening.event == id, record != nil, filterIsOn, !filter.isEmpty { return show(id) }
      // A correction took it out of what the filter keeps.
      (report, opening) = (nil, nil)
      return timeline.selected.map { [.loadRecord($0.id)] } ?? []
    }
    detail.show(record)
    detail.search(shownFilter.searches)
    resumeArticle()
    why?.show(record)
    point()
    return record.map { [.study(.closely($0))] } ?? []
  }

  mutating func takeCounts(_ all: Int, _ counts: [FacetCount]) {
    allEvents = all
    bar.take(counts)
  }

  /// The article follows the selection.
  mutating func follow(_ before: EventID?) -> [Effect] {
    guard let id = timeline.selected?.id else {
      detail.show(nil)
      why = nil
      report = nil
      return []
    }
    if id != before { report = nil }
    return id == before && detail.record?.id == report ?? id ? [] : [.loadRecord(report ?? id)]
  }

  mutating func fit() {
    let layout = layout(.panes)
    timeline.resize(height: layout.list.size.rows, isCompact: size.columns < Layout.wideColumns)
    // Where no article is shown none is wrapped: at one column it would take a line for each letter.
    if !layout.detail.isEmpty {
      detail.resize(width: layout.detail.size.columns, height: layout.detailLines)
    }
    views.grid.resize(
      rows: layout.list.size.rows, columns: layout.list.size.columns, eventRows: layout.detail.size.rows - 2)
    views.people.resize(rows: layout.list.size.rows - 2, sideRows: layout.detail.size.rows - 2)
    views.register.resize(rows: layout.list.size.rows - 2)
    views.visits.resize(rows: layout.list.size.rows - 2, sideRows: layout.detail.size.rows - 2)
    views.comparison?.resize(height: layout.list.size.rows - 7)
    fitCard()
    why?.resize(width: layout.detail.size.columns, height: max(1, layout.detailLines - 2))
    fitWording()
  }

  mutating func goToNeighbour(_ id: EventID?) -> [Effect] {
    guard let id else {
      notice = Notice(text: say("This pair has no further event in that direction."), isWarning: false)
      return []
    }
    return go(to: id)
  }

  /// Goes to an event; filters that leave it out are set aside once that is seen.
  mutating func go(to id: EventID) -> [Effect] {
    remember()
    wanted = WantedEvent(id: id, setsFiltersAside: true)
    return reload(.event(id), anchorDecides: true, countsToo: false)
  }

  /// The place of an event, or the nearest that the filter keeps.
  mutating func goNear(_ id: EventID, countsToo: Bool = false) -> [Effect] {
    wanted = WantedEvent(id: id, setsFiltersAside: false)
    return reload(.event(id), anchorDecides: true, countsToo: countsToo)
  }

  /// What is still to be done once the window of a wanted event has come; nil where it stands there.
  private mutating func pursue(_ event: WantedEvent) -> [Effect]? {
    if let fold = timeline.selectedFold {
      arrangement.folding.unfold(fold.group)
      wanted = event
      return reload(.event(event.id), anchorDecides: true, countsToo: false)
    }
    guard event.setsFiltersAside, timeline.selected?.id != event.id, filterIsOn, !filter.isEmpty else {
      return nil
    }
    return show(event.id)
  }

  private mutating func show(_ id: EventID) -> [Effect] {
    filterIsOn = false
    notice = Notice(text: say("Filters are set aside to reach it; \\ brings them back."), isWarning: false)
    return goNear(id, countsToo: true)
  }

  mutating func remember() {
    guard let id = timeline.selected?.id, places.last != id else { return }
    places.append(id)
    if places.count > 200 { places.removeFirst() }
  }
}

/// An event on its way into view.
struct WantedEvent: Sendable {
  let id: EventID
  /// Filters that leave it out are set aside.
  let setsFiltersAside: Bool
}
