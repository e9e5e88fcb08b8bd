import Diplomacy

/// Where the last session ended, until it is on the screen again.
struct Resumed: Sendable {
  /// Nil where the event is gone, or the reader stood on a group.
  let event: EventID?
  let anchor: TimelineAnchor
  let articlePlace: DetailState.Place
  /// Nil once it was told.
  var sentence: String?
  let isGone: Bool
}

// A session is taken up where the last one ended.
extension BrowserState {
  /// What is only tried in a picker or a prompt is not remembered.
  package var memory: SessionMemory {
    var memory = SessionMemory()
    memory.stand = stand
    memory.listOffset = max(0, timeline.selectedLine - timeline.top)
    memory.filter = saved?.filter ?? filter
    memory.filterIsOn = saved?.filterIsOn ?? filterIsOn
    memory.matchesAll = matchesAll
    (memory.arrangement, memory.clock, memory.counting) = (arrangement, clock, counting)
    (memory.placement, memory.listShare, memory.showsDensity) = (placement, listShare, showsDensity)
    memory.focus = focus
    memory.articlePlace = detail.place
    memory.articleOptions = detail.options
    memory.view = views.shown
    memory.viewCursor = views.cursor
    memory.theme = theme
    return memory
  }

  package var desk: Desk { Desk(pins: bar.pins, histories: histories) }

  private var stand: Stand? {
    if saved == nil, let fold = timeline.selectedFold { return .group(fold.group) }
    let wanted = saved?.event ?? timeline.selected?.id
    let row = timeline.window.rows.first { $0.id == wanted }
    return (row.map(remembered) ?? lastStand).map { .event($0) }
  }

  func remembered(_ row: TimelineRow) -> RememberedEvent {
    // In the register another report may lie at the side.
    let isShown = detail.record?.reports.contains { $0.id == row.id } ?? false
    return RememberedEvent(
      name: isShown ? detail.record?.coded : nil, id: row.id, date: row.date(by: clock), parties: row.parties,
      kind: row.kind)
  }

  /// Takes up a session before `start`. The event is the one remembered, by the number it has today; nil where it is
  /// gone.
  package mutating func resume(_ memory: SessionMemory, at event: EventID?) {
    (filter, filterIsOn, matchesAll) = (memory.filter, memory.filterIsOn, memory.matchesAll)
    (arrangement, clock, counting) = (memory.arrangement, memory.clock, memory.counting)
    (placement, showsDensity) = (memory.placement, memory.showsDensity)
    listShare = min(80, max(20, memory.listShare))
    focus = placement == .off ? .timeline : memory.focus
    detail.options = memory.articleOptions
    theme = memory.theme
    views.shown = memory.view
    views.expect(memory.viewCursor)
    timeline.expect(offset: memory.listOffset)
    detail.search(shownFilter.searches)
    loggedView = viewChoice
    if let event, case .event(let remembered)? = memory.stand { lastStand = remembered.numbered(event) }
    var isGone = false
    if event == nil, case .event? = memory.stand { isGone = true }
    resumed = Resumed(
      event: event, anchor: anchor(memory.stand, event), articlePlace: memory.articlePlace,
      sentence: sentence(memory.stand, isGone: isGone), isGone: isGone)
    // In the register the report of a promise lies at the side.
    opening = memory.view == .commitments ? nil : event.map { Opening(event: $0, places: []) }
  }

  private func anchor(_ stand: Stand?, _ event: EventID?) -> TimelineAnchor {
    switch stand {
    case .group(let group): .group(group, after: 0)
    case .event(let remembered):
      event.map { .event($0) } ?? remembered.date.map { .day($0.earliest) } ?? .end
    case nil: .start
    }
  }

  // MARK: on the screen again

  /// The window is here: what is not as in any session is told.
  mutating func tellResumed() {
    guard let sentence = resumed?.sentence else { return }
    resumed?.sentence = nil
    let isPlain =
      viewChoice == .fresh && views.shown == .timeline && focus == .timeline && timeline.position == 0
    if isPlain, resumed?.isGone == false { return }
    let told = Notice(text: sentence, isWarning: false)
    // What went wrong is more important.
    if notice == nil { notice = told } else { keep(told) }
  }

  /// The record is here.
  mutating func resumeArticle() {
    guard let resumed, let id = detail.record?.id else { return }
    if id == resumed.event { detail.goBack(to: resumed.articlePlace) }
    self.resumed = nil
  }

  private func sentence(_ stand: Stand?, isGone: Bool) -> String {
    let place = words(stand)
    let view = views.shown == .timeline ? [] : [Wording.name(views.shown, say)]
    let choice = viewChoice.words(since: .fresh, say)
    let all = (view + [place] + [choice]).filter { !$0.isEmpty }.joined(separator: ", ")
    if isGone {
      return say("The event where you left is gone; nearest to it: %1. --fresh starts anew.", all)
    }
    return say("Where you left: %1; --fresh starts anew.", all)
  }

  private func words(_ stand: Stand?) -> String {
    switch stand {
    case .event(let event):
      [event.date.map { Wording.short($0, say) } ?? say("no date"), event.parties.dyad.spokenCode]
        .joined(separator: " ")
    case .group(let group): title(group)
    case nil: ""
    }
  }
}
