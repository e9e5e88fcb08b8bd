import Archive
import Commands
import Diplomacy
import Model
import Testing
import Text

/// A million events, one after the other through eighty years, that are made when they are read.
private final class MillionEvents: TimelineSource {
  static let count = 1_000_000
  private static let firstDay = CalendarDay(year: 1946, month: 1, day: 1)!.ordinal
  private static let perDay = 35

  private nonisolated(unsafe) var rowsRead = 0

  var read: Int { rowsRead }

  private static func day(_ number: Int) -> CalendarDay { CalendarDay(ordinal: firstDay + number / perDay) }

  func window(
    _ filter: Filter, order: TimelineOrder, anchor: TimelineAnchor, rows: Int
  ) throws(ArchiveProblem) -> TimelineWindow {
    let anchored = place(of: anchor)
    let first = max(0, min(anchored - rows / 2, Self.count - rows))
    let read = (first..<first + min(rows, Self.count)).map(row)
    rowsRead += read.count
    return TimelineWindow(rows: read, first: first, total: Self.count, anchored: anchored)
  }

  private func place(of anchor: TimelineAnchor) -> Int {
    switch anchor {
    case .start, .group: 0
    case .end: Self.count - 1
    case .position(let place): min(max(0, place), Self.count - 1)
    case .event(let id): Self.count - Int(id.number)
    case .day(let day), .span(_, let day):
      max(0, min(Self.count - 1 - (day.ordinal - Self.firstDay + 1) * Self.perDay + 1, Self.count - 1))
    }
  }

  /// The newest first.
  private func row(_ place: Int) -> TimelineRow {
    let number = Self.count - 1 - place
    return TimelineRow(
      id: EventID(Int64(number + 1)), article: ArticleID(1), date: PartialDate(Self.day(number)), end: nil,
      kind: .talks, subkind: nil, status: .held, level: .minister, parties: Parties(code: "VN-KR")!,
      headline: "Tin \(number)")
  }

  func record(_ id: EventID) throws(ArchiveProblem) -> EventRecord? { nil }
  func count(_ filter: Filter) throws(ArchiveProblem) -> Int { Self.count }
  func matches(_ filter: Filter, limit: Int) throws(ArchiveProblem) -> [TimelineRow] { [] }
  func facet(_ facet: Facet, _ filter: Filter, limit: Int) throws(ArchiveProblem) -> [FacetCount] { [] }

  func months(_ filter: Filter) throws(ArchiveProblem) -> [MonthCount] {
    var months: [MonthCount] = []
    var number = 0
    while number < Self.count {
      let day = Self.day(number)
      let end = PartialDate(year: day.year, month: day.month)!.latest
      let next = min(Self.count, (end.ordinal + 1 - Self.firstDay) * Self.perDay)
      months.append(MonthCount(year: day.year, month: day.month, events: next - number))
      number = next
    }
    return months
  }
}

/// The browser over a million events.
private struct Desk {
  let events = MillionEvents()
  var state = BrowserState(
    slots: [], names: NoNames(), keymap: .defaults, isSample: false, allEvents: MillionEvents.count)

  struct NoNames: CountryNaming {
    func name(_ country: Country) -> String { country.code }
    func matches(_ typed: String) -> [Country] { [] }
  }

  init() throws {
    try answer(state.resize(Size(columns: 120, rows: 40)))
    try answer(state.start())
  }

  mutating func press(_ commands: Command...) throws {
    for command in commands { try answer(state.obey(command)) }
  }

  private mutating func answer(_ effects: [Effect]) throws {
    for effect in effects {
      switch effect {
      case .loadWindow(let request):
        let window = try events.window(
          request.filter, request.arrangement, anchor: request.anchor, rows: request.rows)
        try answer(state.hear(.window(generation: request.generation, window)))
      case .loadMonths(let filter, let generation):
        try answer(state.hear(.months(generation: generation, try events.months(filter))))
      default: break
      }
    }
  }
}

@Suite struct FoldingTests {
  @Test func foldingAMillionEventsReadsNoRow() throws {
    var desk = try Desk()
    try desk.press(.pageDown, .pageDown)
    let read = desk.events.read
    try desk.press(.foldAll)
    #expect(desk.state.timeline.selectedFold != nil)
    #expect(desk.state.timeline.window.total == MillionEvents.count)
    for _ in 0..<300 { try desk.press(.moveDown) }
    try desk.press(.last, .first, .pageDown, .zoomOut, .zoomOut, .zoomOut, .last, .zoomIn)
    #expect(desk.events.read == read)
    #expect(desk.state.timeline.selectedFold?.group == .months(first: 1949 * 12, count: 12))
  }

  @Test func countsOfFoldedGroupsAreThoseOfTheirMonths() throws {
    var desk = try Desk()
    try desk.press(.foldAll)
    let fold = try #require(desk.state.timeline.selectedFold)
    let month = try #require(try desk.events.months(.everything).last)
    #expect(fold.group == .months(first: month.year * 12 + month.month - 1, count: 1))
    #expect(fold.count == month.events)
    #expect(desk.state.words(fold).hasSuffix("· \(month.events) events"))
  }

  @Test func unfoldingReadsAScreenOfRowsAndKeepsTheOthersFolded() throws {
    var desk = try Desk()
    try desk.press(.foldAll, .moveDown, .moveDown)
    let group = desk.state.timeline.selectedFold?.group
    let read = desk.events.read
    try desk.press(.openArticle)
    #expect(desk.state.timeline.selectedGroup == group)
    #expect(desk.state.timeline.selected != nil)
    #expect((1...500).contains(desk.events.read - read))
    try desk.press(.moveUp)
    #expect(desk.state.timeline.selectedFold != nil)
    try desk.press(.moveDown, .foldGroup)
    #expect(desk.state.timeline.selectedFold?.group == group)
  }

  @Test func unfoldingAllStaysInTheGroup() throws {
    var desk = try Desk()
    try desk.press(.foldAll, .pageDown)
    let group = try #require(desk.state.timeline.selectedFold?.group)
    try desk.press(.unfoldAll)
    #expect(desk.state.timeline.selectedGroup == group)
    #expect(desk.state.arrangement.folding.isEmpty)
  }

  @Test func thePlaceStaysWhileOneFoldsAndUnfolds() throws {
    var desk = try Desk()
    try desk.press(.pageDown, .pageDown)
    let line = desk.state.timeline.selectedLine - desk.state.timeline.top
    for command in [Command.foldGroup, .openArticle, .foldGroup] {
      try desk.press(command)
      // The headings above the first line stay in view.
      #expect(desk.state.timeline.selectedLine - desk.state.timeline.top <= line)
    }
  }
}
