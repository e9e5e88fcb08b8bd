import Diplomacy

// Undo and redo of every change of state. What the reader chose to see is compared before and after each key, so that no
// command has to tell that it changed something; what the archive keeps is logged when it answers.
extension BrowserState {
  package var viewChoice: ViewChoice {
    ViewChoice(
      filter: filter, filterIsOn: filterIsOn, arrangement: arrangement, clock: clock, counting: counting)
  }

  /// Logs what a key or a message changed. What a picker or a prompt only tries is no change yet.
  mutating func logView(from place: EventID?) {
    guard prompt == nil, picker == nil, viewChoice != loggedView else { return }
    log.add(.view(before: loggedView, after: viewChoice, place: place))
    loggedView = viewChoice
  }

  /// Where a change began: before its picker or prompt was opened.
  var placeOfChange: EventID? { saved?.event ?? timeline.selected?.id }

  mutating func undo() -> [Effect] { turn(isUndo: true) }

  mutating func redo() -> [Effect] { turn(isUndo: false) }

  private mutating func turn(isUndo: Bool) -> [Effect] {
    // The archive has still to answer: what it answers decides what is undone.
    if log.isWaiting {
      turnsAhead.append(isUndo)
      return []
    }
    guard let change = log.next(isUndo: isUndo) else {
      notice = Notice(text: isUndo ? say("Nothing to undo.") : say("Nothing to redo."), isWarning: false)
      return []
    }
    return carryOut(change, isUndo: isUndo)
  }

  private mutating func carryOut(_ change: Change, isUndo: Bool) -> [Effect] {
    switch change {
    case .view(let before, let after, let place):
      log.move(isUndo: isUndo)
      tell(change, isUndo: isUndo)
      return show(isUndo ? before : after, at: isUndo ? place : nil)
    case .slots(let before, let after):
      log.move(isUndo: isUndo)
      tell(change, isUndo: isUndo)
      return show(isUndo ? before : after)
    case .correction(let step):
      guard let number = log.beginTurn(isUndo: isUndo) else { return [] }
      return [order(step, isUndo ? .undo : .redo, number)]
    case .own(let changes):
      guard let number = log.beginTurn(isUndo: isUndo) else { return [] }
      let wanted = isUndo ? changes.reversed().map(\.inverse) : changes
      return [.keepOwn(OwnOrder(number: number, work: .put(wanted, of: changes, isUndo: isUndo)))]
    }
  }

  /// What was undone, or done again.
  mutating func tell(_ change: Change, isUndo: Bool) {
    let words = change.words(say)
    notice = Notice(text: isUndo ? say("Undone: %1", words) : say("Redone: %1", words), isWarning: false)
  }

  private mutating func show(_ choice: ViewChoice, at place: EventID?) -> [Effect] {
    let isCountedAnew = choice.counting != counting
    filter = choice.filter
    filterIsOn = choice.filterIsOn
    arrangement = choice.arrangement
    clock = choice.clock
    counting = choice.counting
    loggedView = choice
    report = nil
    if filter.searches.isEmpty { matchesInAll = nil }
    detail.search(shownFilter.searches)
    let effects =
      if let place { reload(.event(place), anchorDecides: true) } else { reloadHere() }
    return effects + (isCountedAnew ? [.countRecord(counting), .loadMarks(counting)] : [])
  }

  /// Keys of undo and redo that came while the archive was at work.
  mutating func takeTurnsAhead() -> [Effect] {
    guard !log.isWaiting, !turnsAhead.isEmpty else { return [] }
    return turn(isUndo: turnsAhead.removeFirst()) + takeTurnsAhead()
  }
}
