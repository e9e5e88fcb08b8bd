import Commands
import Diplomacy

extension BrowserState {
  /// Routes a command to the part it changes.
  package mutating func obey(_ command: Command) -> [Effect] {
    let place = placeOfChange
    defer { logView(from: place) }
    notice = nil
    if command != .stop { stopIsArmed = false }
    if helpTop != nil, let effects = obeyInHelp(command) { return effects }
    defer { fit() }
    if why != nil, picker == nil, prompt == nil, let effects = obeyInWhy(command) { return effects }
    if showsWording, prompt == nil, let effects = obeyInWording(command) { return effects }
    if card != nil, picker == nil, prompt == nil, let effects = obeyInCard(command) { return effects }
    if detail.phrase != nil, picker == nil, prompt == nil, let effects = obeyInPhrase(command) {
      return effects
    }
    if isInView, picker == nil, prompt == nil, why == nil, let effects = obeyInView(command) {
      return effects
    }
    if let reason = reason(against: command) {
      notice = Notice(text: reason, isWarning: false)
      return []
    }
    switch command {
    case .moveDown: return move(by: 1)
    case .moveUp: return move(by: -1)
    case .pageDown: return page(by: 1, of: 1)
    case .pageUp: return page(by: -1, of: 1)
    case .halfPageDown: return page(by: 1, of: 2)
    case .halfPageUp: return page(by: -1, of: 2)
    case .first: return moveToStart()
    case .last: return moveToEnd()
    case .nextEvent: return moveEvent(by: 1)
    case .previousEvent: return moveEvent(by: -1)
    case .nextOfDyad: return neighbour(later: order == .oldestFirst)
    case .previousOfDyad: return neighbour(later: order == .newestFirst)
    case .nextGroup: return moveGroup(forward: true)
    case .previousGroup: return moveGroup(forward: false)
    case .jumpBack: return jumpBack()
    case .swapPlace: return swapPlace()
    case .openArticle: return openArticle()
    case .focusTimeline: return focus(on: .timeline)
    case .zoomIn: return zoom(finer: true)
    case .zoomOut: return zoom(finer: false)
    case .foldGroup: return foldGroup()
    case .foldAll: return foldAll()
    case .unfoldAll: return unfoldAll()
    case .chooseDates: return openDates()
    case .goToDate: return openGoTo()
    case .switchClock: return switchClock()
    case .sortBy: return open(.sorting)
    case .reverseOrder: return reverseOrder()
    case .newestFirst: return showNewestFirst()
    case .slot1, .slot2, .slot3, .slot4, .slot5, .slot6, .slot7, .slot8, .slot9:
      return toggle(slot: command.slot)
    case .pin1, .pin2, .pin3, .pin4, .pin5, .pin6, .pin7, .pin8, .pin9:
      return pinPicked(command.slot)
    case .allCountries: return showAllCountries()
    case .keepDyad: return keepDyad()
    case .hideDyad: return hideDyad()
    case .chooseCountry: return open(.facet(.country))
    case .chooseDyad: return open(.facet(.dyad))
    case .choosePerson: return open(.facet(.person))
    case .chooseKind: return open(.facet(.kind))
    case .chooseLevel: return open(.facet(.level))
    case .chooseMention: return open(.facet(.mention))
    case .palette: return open(.commands)
    case .why: return openWhy()
    case .showWords: return showWords()
    case .correctCountry: return openCountryCorrection()
    case .correctKind: return openCorrection { _ in .correctKind }
    case .correctDate: return openDateCorrection()
    case .correctLevel: return openCorrection { _ in .correctLevel }
    case .notAnEvent: return takeOut()
    case .toggleRead: return toggleRead()
    case .readAll: return askReadAll()
    case .nextUnread: return nextUnread()
    case .mark: return toggleMark()
    case .markRange: return markRange()
    case .marks: return openMarks()
    case .tags: return openTags()
    case .note: return openNote()
    case .undo: return undo()
    case .redo: return redo()
    case .countReports: return toggleCounting()
    case .chooseReport: return openReports()
    case .nextReport: return stepReport(by: 1)
    case .previousReport: return stepReport(by: -1)
    case .dropFilter: return dropFilter()
    case .clearFilters: return clearFilters()
    case .toggleFilters: return toggleFilters()
    case .filter: return openFilter()
    case .savedFilters: return openSavedFilters()
    case .saveFilter: return openSaving()
    case .search: return openSearch()
    case .commandLine: return openCommandLine()
    case .nextMatch: return moveMatch(forward: true)
    case .previousMatch: return moveMatch(forward: false)
    case .leave: return leave()
    case .nextPane, .previousPane: return focus(on: focus == .timeline ? .detail : .timeline)
    case .scrollOtherDown: return scrollOther(by: 1)
    case .scrollOtherUp: return scrollOther(by: -1)
    case .toggleDensity: return toggleDensity()
    case .detailPlacement: return placeDetail()
    case .narrowList: return share(by: -5)
    case .widenList: return share(by: 5)
    case .nextView: return nextView()
    case .showDyadYears: return show(.dyadYears)
    case .showPeople: return show(.people)
    case .showCommitments: return show(.commitments)
    case .markCell: return markCell()
    case .compareCells: return compareCells()
    case .judgePromise: return judgePromise()
    case .lastMet: return openCard()
    case .openCell: return openCell()
    case .viewLeft: return moveSideways(by: -1)
    case .viewRight: return moveSideways(by: 1)
    case .copyCitation: return copyCitation()
    case .copyAs: return openCopying()
    case .saveView: return openExport()
    case .pipe: return openPipe()
    case .openSource: return openSource()
    case .brief: return openBrief()
    case .help: return open(.keys(context))
    case .messages: return open(.messages)
    case .repeatLast: return repeatLast()
    case .runMacro: return openNaming()
    case .rescan: return rescan()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .stop: return stop()
    case .back: return focus == .detail ? focus(on: .timeline) : [.quit]
    case .quit: return [.quit]
    case .compareTexts: return openComparison()
    case .leftText, .rightText, .openText, .swapTexts: return []
    case .trail: return openTrail()
    case .references: return openReferences()
    case .nextReference: return nextReference()
    case .paragraphNumbers: return toggle(\.showsNumbers)
    case .captions: return toggleAsides()
    case .statements: return toggleStatements()
    case .pickNext: return pick { $0.move(by: 1) }
    case .pickPrevious: return pick { $0.move(by: -1) }
    case .pickPageDown: return pick { [rows = layout.detail.size.rows] in $0.move(by: max(1, rows - 4)) }
    case .pickPageUp: return pick { [rows = layout.detail.size.rows] in $0.move(by: -max(1, rows - 4)) }
    case .pickAdd: return pickAlso(then: 1)
    case .pickAddUp: return pickAlso(then: -1)
    case .pickAnyAll: return changeAnyAll()
    case .pickShown: return pickShown()
    case .accept: return accept(excluding: false)
    case .acceptExclusion: return accept(excluding: true)
    case .cancel: return cancel()
    case .complete: return complete(by: 1)
    case .completeBack: return complete(by: -1)
    case .searchHistory: return recallSought()
    case .older: return recall(older: true)
    case .newer: return recall(older: false)
    case .cursorLeft: return edit { $0.moveLeft() }
    case .cursorRight: return edit { $0.moveRight() }
    case .cursorStart: return edit { $0.moveToStart() }
    case .cursorEnd: return edit { $0.moveToEnd() }
    case .deleteBack: return deleteBack()
    case .deleteForward: return edit { $0.deleteForward() }
    case .deleteWord: return cut { $0.deleteWord() }
    case .deleteToStart: return cut { $0.deleteToStart() }
    case .deleteToEnd: return cut { $0.deleteToEnd() }
    case .wordLeft: return edit { $0.moveWordLeft() }
    case .wordRight: return edit { $0.moveWordRight() }
    case .deleteWordForward: return cut { $0.deleteWordForward() }
    case .putBack: return edit { [cutText] in $0.insert(cutText) }
    case .exactMarks: return changeMarks()
    case .searchEverything: return changeSearched()
    }
  }
}
