import Diplomacy

/// What a window of the timeline is asked for with; the answer carries the same generation.
package struct WindowRequest: Hashable, Sendable {
  package let generation: Int
  package let filter: Filter
  package let arrangement: Arrangement
  package let anchor: TimelineAnchor
  /// Rows wanted, a screen and its margins.
  package let rows: Int

  package var order: TimelineOrder { arrangement.order }
}

/// A filter kept under a name, as text.
package struct SavedFilter: Hashable, Sendable {
  package let name: String
  package let text: String
  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// What the state asks the world to do. Answers come back as messages; a test compares effects as values.
package enum Effect: Hashable, Sendable {
  case loadWindow(WindowRequest)
  case loadRecord(EventID)
  case loadFacet(Facet, Filter, generation: Int)
  case loadMonths(Filter, generation: Int)
  /// How many rows the filter keeps, where the window came without.
  case countRows(Filter)
  /// How many events the search finds without the other filters; the filter is the search alone.
  case countMatches(Filter)
  /// How many rows the whole record has, and how many of them each country.
  case countRecord(Counting)
  /// All that stands on the screen, from one look.
  case refresh(RefreshOrder)
  /// Reads the sources anew, where the record is made of files.
  case rescan
  case correct(CorrectionOrder)
  case findNeighbour(EventID, later: Bool, Counting)
  case study(Study)
  case setTheme(String)
  /// Reads the reader's saved filters anew.
  case loadSavedFilters
  /// Keeps a filter under its name, in place of an earlier one of that name.
  case saveFilter(SavedFilter)
  /// How many rows a saved filter keeps; the filter is its text as read.
  case countFilter(SavedFilter, Filter)
  case loadMacro(Character)
  /// Keeps a macro in place of an earlier one of its name.
  case saveMacro(Character, [Step])
  /// Makes the text that is to be copied.
  case copy(EventRecord, CopyForm)
  case putOnClipboard(String)
  case export(ExportOrder)
  /// Writes down what another program is to read.
  case prepare(ErrandOrder)
  /// Gives the terminal to another program.
  case lend(Errand)
  /// Own work to be kept, or given back.
  case keepOwn(OwnOrder)
  case loadMarks(Counting)
  case findUnread(Filter, TimelineOrder, after: EventID?)
  /// Opens the note on an event in the reader's editor.
  case editNote(EventID, String)
  case ask(ViewQuestion, generation: Int)
  case useMouse(Bool)
  case redraw, suspend, quit

  /// Effects of one name replace each other while they wait.
  package var name: String {
    switch self {
    case .countRecord: "record counts"
    // Every correction counts: none may take the place of another.
    case .correct(let order): "correction \(order.number)"
    // A window the reader asks for goes before a look nobody asked for.
    case .loadWindow, .refresh: "window"
    case .rescan: "sources"
    case .loadRecord: "record"
    case .loadFacet: "facet"
    case .loadMonths: "months"
    case .countRows: "count of rows"
    case .countMatches: "matches"
    case .findNeighbour: "neighbour"
    case .study(let study): study.name
    case .setTheme: "theme"
    case .loadSavedFilters: "saved filters"
    case .saveFilter(let saved): "saving " + saved.name
    case .countFilter: "count of a saved filter"
    case .loadMacro: "macro"
    case .saveMacro(let name, _): "saving macro \(name)"
    case .copy, .putOnClipboard: "copy"
    // Each export is wanted, whatever is asked for next.
    case .export(let order): "export to " + order.path
    case .prepare, .lend: "errand"
    case .keepOwn(let order): "own work \(order.number)"
    case .loadMarks: "marks"
    case .findUnread: "unread"
    case .editNote: "note"
    case .ask(let question, _): question.name
    case .useMouse: "mouse"
    case .redraw: "redraw"
    case .suspend: "suspend"
    case .quit: "quit"
    }
  }
}

/// What the world tells the state.
package enum Message: Hashable, Sendable {
  case window(generation: Int, TimelineWindow)
  case record(EventID, EventRecord?)
  case facet(generation: Int, [FacetCount])
  case months(generation: Int, [MonthCount])
  case rowsCounted(Filter, Int)
  case matches(Filter, inAll: Int)
  case neighbour(EventID?)
  case studied(Studied)
  case recordCounts(Counting, all: Int, [FacetCount])
  case corrected(CorrectionOrder, CorrectionOutcome)
  /// Nothing was changed; the sentence says why. It may be tried again.
  case notCorrected(CorrectionOrder, String)
  /// Nothing was changed: the archive has no such event.
  case unknownEvent(CorrectionOrder)
  /// The saved filters in the order of their file, and a sentence for each line that is none.
  case savedFilters([SavedFilter], complaints: [String])
  case filterCount(SavedFilter, Int)
  /// The steps of a macro; nil where there is none of that name.
  case macro(Character, [Step]?)
  case macroSaved(Character)
  case copied(String, CopyForm)
  case exported(ExportOrder, events: Int)
  /// Nothing was written: a file of that name stands there.
  case exportStands(ExportOrder)
  case prepared(Errand)
  /// What a wish, or undoing one, changed.
  case ownKept(OwnOrder, [OwnChange])
  /// Nothing was changed; the sentence says why.
  case ownNotKept(OwnOrder, String)
  /// Marked events in the order of marking.
  case marks([TimelineRow])
  /// The next event that is not read; nil where all is.
  case unread(EventID?)
  case noteEdited(EventID, String)
  case told(ViewAnswer, generation: Int)
  /// Somebody stored something.
  case committed
  case refreshed(Refreshed)
  /// The sources were read anew, with a sentence for each that could not be.
  case rescanned([String])
  /// The theme of that name is on.
  case themed(String)
  case failed(String)
  case notice(String)
}
