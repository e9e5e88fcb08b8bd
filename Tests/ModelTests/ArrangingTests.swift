import Asking
import Commands
import Diplomacy
import Testing
import Text

@testable import Model

@Suite struct ArrangingTests {
  @Test func zoomingAsksNothingAndKeepsTheSelectionOnItsLine() {
    var world = FakeWorld(events: 60)
    world.press(.pageDown, .moveDown, .moveDown)
    let selected = world.state.timeline.selected
    let line = world.state.timeline.selectedLine - world.state.timeline.top
    for command in [Command.zoomIn, .zoomIn, .zoomOut, .zoomOut, .zoomOut, .zoomIn] {
      #expect(world.state.obey(command).isEmpty)
      #expect(world.state.timeline.selected == selected)
      #expect(world.state.timeline.selectedLine - world.state.timeline.top == line)
    }
    #expect(world.state.arrangement.zoom == .month)
  }

  @Test func zoomEndsAtDaysAndDecades() {
    var world = FakeWorld(events: 9)
    for _ in 0..<9 { world.press(.zoomIn) }
    #expect(world.state.arrangement.zoom == .day)
    #expect(world.state.notice?.text == "Days are the finest headings.")
    for _ in 0..<9 { world.press(.zoomOut) }
    #expect(world.state.arrangement.zoom == .decade)
    #expect(world.state.notice?.text == "Decades are the coarsest headings.")
  }

  @Test(arguments: TimelineOrder.allCases, TimeZoom.allCases)
  func everyRowStandsUnderAHeadingThatHoldsItsDate(order: TimelineOrder, zoom: TimeZoom) {
    var arrangement = Arrangement(order: order)
    arrangement.zoom = zoom
    let timeline = Made.timeline(
      ["2026-02-20", "2026-02-20", "2026-01-01", "2026-01", "2026", "2025-12-31", "2024", "1999-07-14"],
      arrangement)
    var headings: [TimelineHeading] = []
    for line in timeline.lines {
      switch line {
      case .blank: headings = []
      case .heading(let heading):
        headings = headings.prefix { $0.isYearOrDecade && !heading.isYearOrDecade } + [heading]
      case .event(let row):
        let date = timeline.window.rows[row].date
        #expect(headings.contains { $0.holds(date!) }, "\(zoom) \(headings) \(date!.iso)")
      case .gap, .fold: break
      }
    }
    #expect(timeline.entries.count == 8)
  }

  @Test func vagueDatesAmongOthersDoNotRepeatAHeading() {
    let timeline = Made.timeline(["2026-01-05", "2026-01-01", "2026", "2026-01-01", "2025-12-01"])
    #expect(
      timeline.lines == [
        .heading(.year(2026)), .heading(.month(year: 2026, month: 1)), .event(0), .event(1), .event(2),
        .event(3), .blank, .heading(.year(2025)), .heading(.month(year: 2025, month: 12)), .event(4),
      ])
  }

  @Test func theNextGroupIsNotEndedByAVagueDate() {
    var timeline = Made.timeline(["2026-01-05", "2026", "2026-01-01", "2025-12-01", "2025-11-03"])
    #expect(timeline.moveGroup(forward: true) == nil)
    #expect(timeline.selectedEntry == 3)
    #expect(timeline.moveGroup(forward: false) == nil)
    #expect(timeline.selectedEntry == 0)
  }

  @Test func aGroupBeyondTheWindowIsAskedForByItsDays() {
    let rows = (1...9).reversed().map { Made.row("2026-01-0\($0)", $0) }
    var timeline = TimelineState()
    timeline.take(TimelineWindow(rows: rows, first: 40, total: 90, anchored: 44), keeping: nil)
    let forward = timeline.moveGroup(forward: true)
    #expect(forward == .span(CalendarDay(ordinal: .min), CalendarDay(year: 2025, month: 12, day: 31)!))
    let back = timeline.moveGroup(forward: false)
    #expect(
      back
        == .span(CalendarDay(year: 2026, month: 1, day: 1)!, CalendarDay(year: 2026, month: 1, day: 31)!))
  }

  @Test(
    arguments: [
      (.month, "2026-01-05", "2025-06-30", Silence.months(6)),
      (.month, "2026-01-05", "2025-07-01", nil),
      (.month, "2026-01-05", "2020-03-01", .years(5)), (.day, "2026-01-05", "2025-12-20", .days(15)),
      (.day, "2026-01-05", "2025-12-24", nil), (.week, "2026-01-05", "2025-11-15", .weeks(7)),
      (.quarter, "2026-01-05", "2025-06-30", .months(6)), (.year, "2026-01-05", "2024-12-31", .months(12)),
      (.year, "2026-01-05", "2025-01-31", nil), (.decade, "2026-01-05", "2001", .years(24)),
      // The year alone may mean any of its days: nothing is said of it.
      (.month, "2026-01-05", "2025", nil),
    ] as [(TimeZoom, String, String, Silence?)])
  func silencesAreTold(zoom: TimeZoom, later: String, earlier: String, told: Silence?) {
    for order in TimelineOrder.allCases {
      var arrangement = Arrangement(order: order)
      arrangement.zoom = zoom
      let dates = order == .newestFirst ? [later, earlier] : [earlier, later]
      let gaps = Made.timeline(dates, arrangement).lines.compactMap { line in
        if case .gap(let silence) = line { silence } else { nil }
      }
      #expect(gaps == (told.map { [$0] } ?? []))
    }
  }

  @Test func aSilenceBeginsWhereAVisitEnds() {
    let rows = [Made.row("2026-01-05", 2), Made.row("2025-06-20", 1, end: "2025-07-02")]
    var timeline = TimelineState()
    timeline.take(TimelineWindow(rows: rows, first: 0, total: 2, anchored: 0), keeping: nil)
    #expect(!timeline.lines.contains { if case .gap = $0 { true } else { false } })
  }

  @Test func groupsOfPairsHaveHeadings() {
    var arrangement = Arrangement()
    arrangement.sorting = .kind
    let timeline = Made.timeline(["2026-01-05", "2025-01-05"], arrangement)
    #expect(timeline.lines.first == .heading(.kind(.talks)))
    #expect(timeline.lines.count == 4)
    #expect(timeline.lines[2] == .gap(.months(11)))
  }
}

@Suite struct WritingDatesTests {
  private static let reader = FilterReader(
    spellings: Spellings([]), today: CalendarDay(year: 2026, month: 3, day: 15)!)

  @Test func daysAreTriedWhileTypingAndGivenBack() {
    var world = FakeWorld(events: 20, reader: Self.reader)
    let before = world.state.filter
    world.press(.chooseDates)
    world.type("10/2025")
    #expect(world.state.filter.text == "date:2025-10")
    world.press(.cancel)
    #expect(world.state.filter == before)
    #expect(world.state.prompt == nil)
  }

  @Test func aMistakeIsShownAndNotKept() {
    var world = FakeWorld(events: 20, reader: Self.reader)
    world.press(.chooseDates)
    world.type("31/2/2026")
    #expect(world.state.prompt?.mistake?.place == 0..<9)
    world.press(.accept)
    #expect(world.state.prompt != nil)
    world.press(.deleteToStart)
    world.type("2026")
    world.press(.accept)
    #expect(world.state.prompt == nil)
    #expect(world.state.filter.text == "date:2026")
  }

  @Test func theDaysKeptStandInTheLineAndAnEmptyLineDropsThem() {
    var world = FakeWorld(events: 20, reader: Self.reader)
    world.press(.slot1, .chooseDates)
    world.type("2024..2026")
    world.press(.accept, .chooseDates)
    #expect(world.state.prompt?.edit.text == "2024..2026")
    world.press(.deleteToStart, .accept)
    #expect(world.state.filter.text == "country:VN")
  }

  @Test func bytheClockOfPublicationDaysAreThoseOfReports() {
    var world = FakeWorld(events: 20, reader: Self.reader)
    world.press(.switchClock, .chooseDates)
    world.type("2025")
    world.press(.accept)
    #expect(world.state.filter.text == "pub:2025")
    #expect(world.state.shownFilter.clock == .publication)
  }

  @Test func goingToADateAsksForItsDays() {
    var world = FakeWorld(events: 20, reader: Self.reader)
    world.press(.commandLine)
    world.type("go 2023-06")
    let asked = world.state.obey(.accept)
    guard case .loadWindow(let request)? = asked.first else {
      Issue.record("no window is asked for")
      return
    }
    #expect(
      request.anchor
        == .span(CalendarDay(year: 2023, month: 6, day: 1)!, CalendarDay(year: 2023, month: 6, day: 30)!))
    world.answer(asked)
    #expect(world.state.obey(.jumpBack).isEmpty == false)
    world.press(.commandLine)
    world.type("go never")
    world.press(.accept)
    #expect(world.state.notice?.isWarning == true)
  }
}

private enum Made {
  static func row(_ date: String, _ number: Int, end: String? = nil) -> TimelineRow {
    TimelineRow(
      id: EventID(Int64(number)), article: ArticleID(1), date: PartialDate(iso: date),
      end: end.flatMap { PartialDate(iso: $0) }, kind: .talks, subkind: nil, status: .held, level: .minister,
      parties: Parties(code: "VN-KR")!, headline: "Tin \(number)")
  }

  static func timeline(_ dates: [String], _ arrangement: Arrangement = Arrangement()) -> TimelineState {
    let rows = dates.enumerated().map { row($1, $0 + 1) }
    var timeline = TimelineState()
    timeline.take(
      TimelineWindow(rows: rows, first: 0, total: rows.count, anchored: 0), arrangement, keeping: nil)
    return timeline
  }
}

extension TimelineHeading {
  fileprivate var isYearOrDecade: Bool {
    switch self {
    case .decade, .year: true
    default: false
    }
  }

  fileprivate func holds(_ date: PartialDate) -> Bool {
    switch self {
    case .decade(let first): (first..<first + 10).contains(date.year)
    case .year(let year), .month(let year, month: 0): date.year == year
    case .quarter(let year, let quarter):
      date.year == year && (date.month.map { ($0 + 2) / 3 == quarter } ?? true)
    case .month(let year, let month), .dayNotKnown(let year, let month):
      date.year == year && (date.month ?? month) == month
    case .week(let first, let last): date.earliest <= last && date.latest >= first
    case .day(let day): date.earliest <= day && day <= date.latest
    case .undated, .pair, .level, .kind, .matches: false
    }
  }
}
