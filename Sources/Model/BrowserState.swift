// The door of this module: all that the screen shows, as one value, and how it changes.
//
// A command, a typed character, a message or a new size goes in; effects come out. Nothing here reads a file, a clock or
// an archive. `obey` only routes; each part changes itself.
import Asking
import Commands
import Diplomacy
import Text

package struct Notice: Hashable, Sendable {
  package let text: String
  package let isWarning: Bool
}

/// What Esc gives back: the filter and the place before a picker or a search was opened.
struct SavedView: Sendable {
  let filter: Filter
  let filterIsOn: Bool
  let event: EventID?
}

package struct BrowserState: Sendable {
  package internal(set) var size = Size(columns: 80, rows: 24)
  package internal(set) var filter = Filter.everything
  /// False while all filters are set aside with one key.
  package internal(set) var filterIsOn = true
  package internal(set) var arrangement = Arrangement()
  /// By which date the timeline goes.
  package internal(set) var clock = TimelineClock.event
  /// Whether the rows, counts and bars are events or their reports.
  package internal(set) var counting = Counting.events
  package internal(set) var timeline = TimelineState()
  package internal(set) var detail: DetailState
  package internal(set) var focus = Focus.timeline
  package internal(set) var prompt: PromptState?
  package internal(set) var picker: PickerState?
  /// First line of the help screen; nil when it is closed.
  package internal(set) var helpTop: Int?
  /// The panel that tells why; nil when it is closed.
  package internal(set) var why: WhyState?
  /// Two texts compared, and over them the trail of a wording; nil when they are closed.
  package internal(set) var compare: CompareState?
  package internal(set) var trail: TrailState?
  package internal(set) var views: ViewsState
  /// The card of two leaders or offices; nil when it is closed.
  package internal(set) var card: LastMetState?
  package internal(set) var notice: Notice? { didSet { if let notice { keep(notice) } } }
  /// All that was told in this session, the newest last.
  package internal(set) var messages: [Notice] = []
  /// What the screen opened with help or `:messages` tells.
  package internal(set) var overlay = Overlay.keys(.timeline)
  /// The command whose next key is a name.
  package internal(set) var naming: Command?
  package internal(set) var months: [MonthCount] = []
  /// Events, or reports, in the whole record.
  package internal(set) var allEvents = 0
  /// Events the search finds without the other filters.
  package internal(set) var matchesInAll: Int?
  package internal(set) var showsDensity = true
  package internal(set) var placement = DetailPlacement.right
  package internal(set) var listShare = 48
  package internal(set) var bar: SlotBar
  package let keymap: Keymap
  package let isSample: Bool
  package let names: any CountryNaming
  /// Says every word of the interface in the reader's language.
  package let say: Catalogue
  /// Reads filters as they are typed.
  let reader: FilterReader

  var generation = 0
  var facetGeneration = 0
  var monthsGeneration = 0
  /// A window is asked for and not yet heard of.
  var awaitsWindow = false
  var rowCount: RowCount?
  /// Something was stored since all was looked at.
  var isStale = false
  /// Rows in the whole record when that was first heard of.
  var allBefore: Int?
  /// The next look was asked for by the reader, when there were so many rows.
  var looksOnDemand = false
  var allWhenAsked = 0
  /// What Esc gives back.
  var saved: SavedView?
  /// The event selected before a filter left nothing to select.
  var lastStand: RememberedEvent?
  /// Places a jump left behind, oldest first.
  var places: [EventID] = []
  var histories: Histories
  /// A theme chosen while browsing.
  package internal(set) var theme: String?
  /// Where the last session ended, until it is shown.
  var resumed: Resumed?
  /// What was deleted last in a prompt or a picker.
  var cutText = ""
  var deeds = Deeds()
  /// Enter was pressed in a picker whose items are not there yet; true excludes.
  var waitingPick: Bool?
  /// Whether digits ask for all of their countries rather than any.
  var matchesAll = false
  /// Names of saved filters, and of themes, for the command line.
  var savedNames: [String] = []
  let themes: [String]
  /// Counts of saved filters are asked for one after the other, while their list is open.
  var uncounted: [SavedFilter] = []
  var stopIsArmed = false
  /// The report shown, where it is not the one that leads the selected row.
  var report: EventID?
  /// The next window is that of a correction: the corrected report stays in view.
  var keepsReport = false
  /// The field at which the panel was left.
  var whyField = Evidence.Field.parties
  var studyGeneration = 0
  /// An event on its way into view.
  var opening: Opening?
  /// All that was changed and can be undone.
  package internal(set) var log: ChangeLog
  /// What was shown when a change was logged last.
  var loggedView: ViewChoice
  /// Marked events in the order of marking: what is compared, and what a tag can be put on.
  package internal(set) var marks: [TimelineRow] = []
  /// Own work ends with the session: there is no archive.
  let isPassing: Bool
  var toldOfPassing = false
  /// An event on its way into view: the group that holds it is unfolded.
  var wanted: WantedEvent?
  /// Undo (true) and redo asked for while the archive has still to answer.
  var turnsAhead: [Bool] = []
  /// The window asked for last moves the selection where its anchor leads, whatever is selected now.
  var anchorDecides = true

  /// `slots` are countries for the bar, the most frequent first; `kept` are the corrections of earlier days, so that
  /// they can be undone too; a reader without spellings knows no country.
  package init(
    slots: [CountrySlot], names: any CountryNaming, keymap: Keymap, isSample: Bool, allEvents: Int,
    complaints: [String] = [], kept: [Correction] = [], isPassing: Bool = false, themes: [String] = [],
    desk: Desk = Desk(),
    say: Catalogue = .english,
    reader: FilterReader = FilterReader(spellings: Spellings([]), today: CalendarDay(ordinal: 0))
  ) {
    self.reader = reader
    self.say = say
    self.themes = themes
    bar = SlotBar(slots, pins: desk.pins, names: names)
    histories = desk.histories
    self.names = names
    self.keymap = keymap
    self.isSample = isSample
    self.isPassing = isPassing || isSample
    self.allEvents = allEvents
    detail = DetailState(names: names, say: say)
    views = ViewsState(today: reader.today)
    log = ChangeLog(
      kept.map { .correction(CorrectionStep(event: $0.event, before: $0.change.was, after: $0.change.now)) })
    loggedView = .fresh
    if let first = complaints.first {
      notice = Notice(text: BrowserState.first(first, of: complaints.count, say), isWarning: true)
    }
    messages = complaints.map { Notice(text: $0, isWarning: true) }
  }

  /// A sentence and how many stand behind it.
  static func first(_ sentence: String, of count: Int, _ say: Catalogue) -> String {
    count > 1 ? say("%1 (and %2 more)", sentence, "\(count - 1)") : sentence
  }

  package var slots: [CountrySlot] { bar.slots }
  var lastEvent: EventID? { lastStand?.id }

  package var layout: Layout { layout(showsWording ? trail == nil ? .halves : .whole : .panes) }

  func layout(_ division: Layout.Division) -> Layout {
    Layout(
      size: size, placement: views.comparison == nil ? placement : .off,
      listShare: isInView ? min(80, listShare + 18) : listShare, showsDensity: showsDensity,
      focus: shownFocus,
      division: division)
  }
  /// A picker, the help screen, the why panel or the side of a view lies where the detail is.
  private var shownFocus: Focus {
    if showsWording, trail == nil, let compare { return compare.side == .left ? .timeline : .detail }
    return detailHasKeys ? .detail : focus
  }

  /// Whether what lies where the detail is takes the keys.
  package var detailHasKeys: Bool {
    if showsWording { return compare?.side == .right && trail == nil }
    return picker != nil || helpTop != nil || why != nil || card != nil
      || (isInView ? views.part == .side : focus == .detail)
  }

  package var context: KeyContext {
    if helpTop != nil { return focus == .timeline ? .timeline : .detail }
    if naming != nil { return .naming }
    if prompt != nil { return .prompt }
    if picker != nil { return .picker }
    if why != nil { return .why }
    if hasWordingView { return .compare }
    if isInView || card != nil { return .view }
    return focus == .timeline ? .timeline : .detail
  }

  /// The filter the timeline shows at this moment.
  package var shownFilter: Filter { (filterIsOn ? filter : .everything).counting(counting).by(clock) }

  package internal(set) var order: TimelineOrder {
    get { arrangement.order }
    set { arrangement.order = newValue }
  }

  /// Asks for the first screen.
  package mutating func start() -> [Effect] {
    reload(resumed?.anchor ?? .start, anchorDecides: true) + [.loadMarks(counting)]
  }

  package mutating func resize(_ size: Size) -> [Effect] {
    self.size = size
    fit()
    return refill()
  }

  package mutating func ignore(_ key: String) -> [Effect] {
    notice = Notice(text: say("%1 does nothing here. ? shows what does.", key), isWarning: false)
    return []
  }

  package mutating func hear(_ message: Message) -> [Effect] { take(message) + playOn() }

  private mutating func take(_ message: Message) -> [Effect] {
    let place = placeOfChange
    defer { logView(from: place) }
    switch message {
    case .window(let generation, let window):
      if generation == self.generation { return take(window) + refreshIfStale() }
    case .record(let id, let record):
      deeds.awaitsRecord = false
      return take(record, of: id)
    case .facet(let generation, let counts):
      if generation == facetGeneration { return pick { $0.fill(counts) } + takeWaitingPick() }
    case .months(let generation, let months): if generation == monthsGeneration { self.months = months }
    case .matches(let search, let count): if search == shownFilter.searchAlone { matchesInAll = count }
    case .rowsCounted(let filter, let rows): return take(rows, keptBy: filter)
    case .neighbour(let id): return goToNeighbour(id)
    case .studied(let studied): hear(studied)
    case .recordCounts(let counting, let all, let counts):
      if counting == self.counting { takeCounts(all, counts) }
    case .corrected(let order, let outcome): return corrected(order, outcome)
    case .notCorrected(let order, let sentence): return notCorrected(order, sentence)
    case .unknownEvent(let order): return unknownEvent(order)
    case .savedFilters(let saved, let complaints): return fill(saved, complaints) + takeWaitingPick()
    case .macro(let name, let steps): return take(steps, of: name)
    case .macroSaved(let name):
      notice = Notice(
        text: say("Macro %1 is kept; %2%1 runs it.", String(name), shownKey(.runMacro)), isWarning: false)
    case .filterCount(let saved, let count): return take(count, of: saved)
    case .copied(let text, let form): return copied(text, form)
    case .exported(let order, let events): exported(order, events)
    case .exportStands(let order): return exportStands(order)
    case .prepared(let errand): return [.lend(errand)]
    case .told(let answer, let generation): return hear(answer, generation)
    case .committed: return heardOfCommit()
    case .refreshed(let refreshed): return take(refreshed)
    case .rescanned(let problems): return rescanned(problems)
    case .failed(let sentence):
      awaitsWindow = false
      stopPlaying()
      notice = Notice(text: sentence, isWarning: true)
    case .ownKept(let order, let changes): return kept(order, changes)
    case .ownNotKept(let order, let sentence): return notKept(order, sentence)
    case .marks(let rows): marks = rows
    case .unread(let id): return goToUnread(id)
    case .noteEdited(let id, let text): return acceptNote(text, on: id)
    case .themed(let name):
      theme = name
      notice = Notice(text: say("Theme: %1", name), isWarning: false)
    case .notice(let sentence): notice = Notice(text: sentence, isWarning: false)
    }
    return []
  }
}
