// The door of this module: every command dyad knows, in one list. Names, help, default keys, the help screen, the
// palette and the hint line are all read from here. A command only names what is wanted; the state it changes does it.

/// Where keys are pressed. `common` is inherited by the two panes, the views and the
/// compared texts. The why panel has keys of its own, since letters that
/// filter elsewhere correct there; picker and prompt take text, and where a macro is called the next key names it. These
/// inherit nothing.
package enum KeyContext: String, CaseIterable, Sendable {
  case common, timeline, detail, view, compare, why, picker, prompt, naming
}

extension KeyContext {
  package var inheritsCommon: Bool {
    switch self {
    case .timeline, .detail, .view, .compare: true
    case .common, .why, .picker, .prompt, .naming: false
    }
  }
}

package enum CommandGroup: String, CaseIterable, Sendable {
  case moving = "Moving"
  case time = "Time"
  case filters = "Filters"
  case search = "Search"
  case panes = "Panes and view"
  case views = "Views"
  case reports = "Reports, why and corrections"
  case own = "Your own work"
  case handing = "Copying and handing over"
  case wording = "Wording"
  case program = "Program"
  case picking = "In a picker"
  case typing = "In a prompt"
}

package enum Command: String, CaseIterable, Sendable {
  case moveDown = "move-down"
  case moveUp = "move-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case first, last
  case nextEvent = "next-event"
  case previousEvent = "previous-event"
  case nextOfDyad = "next-of-dyad"
  case previousOfDyad = "previous-of-dyad"
  case nextGroup = "next-group"
  case previousGroup = "previous-group"
  case jumpBack = "jump-back"
  case swapPlace = "swap-place"
  case openArticle = "open-article"
  case focusTimeline = "focus-timeline"

  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case foldGroup = "fold-group"
  case foldAll = "fold-all"
  case unfoldAll = "unfold-all"
  case chooseDates = "choose-dates"
  case goToDate = "go-to-date"
  case switchClock = "switch-clock"
  case sortBy = "sort-by"
  case reverseOrder = "reverse-order"
  case newestFirst = "newest-first"

  case slot1 = "slot-1"
  case slot2 = "slot-2"
  case slot3 = "slot-3"
  case slot4 = "slot-4"
  case slot5 = "slot-5"
  case slot6 = "slot-6"
  case slot7 = "slot-7"
  case slot8 = "slot-8"
  case slot9 = "slot-9"
  case pin1 = "pin-1"
  case pin2 = "pin-2"
  case pin3 = "pin-3"
  case pin4 = "pin-4"
  case pin5 = "pin-5"
  case pin6 = "pin-6"
  case pin7 = "pin-7"
  case pin8 = "pin-8"
  case pin9 = "pin-9"
  case allCountries = "all-countries"
  case keepDyad = "keep-dyad"
  case hideDyad = "hide-dyad"
  case chooseCountry = "choose-country"
  case chooseDyad = "choose-dyad"
  case choosePerson = "choose-person"
  case chooseKind = "choose-kind"
  case chooseLevel = "choose-level"
  case chooseMention = "choose-mention"
  case dropFilter = "drop-filter"
  case clearFilters = "clear-filters"
  case toggleFilters = "toggle-filters"
  case filter
  case savedFilters = "saved-filters"
  case saveFilter = "save-filter"

  case search
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case leave

  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case scrollOtherDown = "scroll-other-down"
  case scrollOtherUp = "scroll-other-up"
  case toggleDensity = "toggle-density"
  case detailPlacement = "detail-placement"
  case narrowList = "narrow-list"
  case widenList = "widen-list"

  case nextView = "next-view"
  case openCell = "open-cell"
  case viewLeft = "view-left"
  case viewRight = "view-right"
  case showDyadYears = "dyad-years"
  case showPeople = "people"
  case showCommitments = "commitments"
  case markCell = "mark-cell"
  case compareCells = "compare-cells"
  case judgePromise = "judge-promise"
  case lastMet = "last-met"

  case countReports = "count-reports"
  case chooseReport = "choose-report"
  case nextReport = "next-report"
  case previousReport = "previous-report"
  case why
  case showWords = "show-words"
  case correctCountry = "correct-country"
  case correctKind = "correct-kind"
  case correctDate = "correct-date"
  case correctLevel = "correct-level"
  case notAnEvent = "not-an-event"
  case undo, redo

  case copyCitation = "copy-citation"
  case copyAs = "copy-as"
  case saveView = "save-view"
  case pipe
  case openSource = "open-source"
  case brief

  case compareTexts = "compare"
  case leftText = "left-text"
  case rightText = "right-text"
  case openText = "open-text"
  case swapTexts = "swap-texts"
  case trail
  case references
  case nextReference = "next-reference"
  case paragraphNumbers = "paragraph-numbers"
  case captions
  case statements
  case toggleRead = "toggle-read"
  case readAll = "read-all"
  case nextUnread = "next-unread"
  case mark
  case markRange = "mark-range"
  case marks, tags, note

  case messages
  case repeatLast = "repeat-last"
  case runMacro = "run-macro"
  case help, palette
  case commandLine = "command-line"
  case rescan, redraw, suspend, stop, back, quit

  case pickNext = "pick-next"
  case pickPrevious = "pick-previous"
  case pickPageDown = "pick-page-down"
  case pickPageUp = "pick-page-up"
  case pickAdd = "pick-add"
  case pickAddUp = "pick-add-up"
  case pickAnyAll = "pick-any-all"
  case pickShown = "pick-shown"
  case accept
  case acceptExclusion = "accept-exclusion"
  case cancel
  case complete
  case completeBack = "complete-back"
  case older, newer
  case searchHistory = "search-history"
  case cursorLeft = "cursor-left"
  case cursorRight = "cursor-right"
  case cursorStart = "cursor-start"
  case cursorEnd = "cursor-end"
  case wordLeft = "word-left"
  case wordRight = "word-right"
  case deleteBack = "delete-back"
  case deleteForward = "delete-forward"
  case deleteWord = "delete-word"
  case deleteToStart = "delete-to-start"
  case deleteToEnd = "delete-to-end"
  case deleteWordForward = "delete-word-forward"
  case putBack = "put-back"
  case exactMarks = "exact-marks"
  case searchEverything = "search-everything"

  /// The number of the country slot that is switched or pinned to, 1 to 9.
  package var slot: Int? {
    guard rawValue.hasPrefix("slot-") || rawValue.hasPrefix("pin-") else { return nil }
    return rawValue.last?.wholeNumberValue
  }
}
