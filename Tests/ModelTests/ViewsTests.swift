import Commands
import Diplomacy
import Testing

@testable import Model

@Suite struct ViewsTests {
  private let korea = Country("KR")!

  @Test func theViewsComeRoundToTheTimelineAtTheSamePlace() {
    var desk = StandIn()
    desk.press(.moveDown, .moveDown)
    let place = desk.state.timeline.selected?.id
    for view in [BrowserView.dyadYears, .people, .commitments, .visits, .timeline] {
      desk.press(.nextView)
      #expect(desk.state.view == view)
    }
    #expect(desk.state.timeline.selected?.id == place)
    #expect(desk.state.detail.record?.id == place)
  }

  @Test func theGridBeginsAtAllPairsAndAllYears() {
    var desk = StandIn()
    desk.press(.nextView)
    let grid = desk.state.views.grid
    #expect(grid.cell == GridState.Cell(dyad: nil, year: nil))
    #expect(grid.rows.items.first?.total == 120)
    #expect(grid.total == 120)
    #expect(grid.years == [2015, 2016, 2017, 2018, 2019])
    #expect(desk.state.context == .view)
  }

  @Test func enterOnACellNarrowsTheTimelineToItsEvents() {
    var desk = StandIn()
    desk.press(.nextView, .moveDown, .viewLeft)
    let (cell, total) = (desk.state.views.grid.cell, desk.state.views.grid.total)
    #expect(cell.dyad != nil && cell.year == 2019)
    desk.press(.openCell)
    #expect(desk.state.view == .timeline)
    let year = DaySpan(PartialDate(year: 2019)!)
    #expect(desk.state.filter == Filter([.dyad(cell.dyad!), .init(.days(year))]))
    let kept = desk.events.filter { $0.parties.dyad == cell.dyad && $0.date?.year == 2019 }
    #expect(total == kept.count)
  }

  @Test func aCellNarrowsAFilterThatHasItsSortAlready() {
    let japan = Dyad(.vietNam, Country("JP")!)!
    let pair = Dyad(.vietNam, korea)!
    let both = Filter([.dyad(pair), .dyad(japan)])
    #expect(both.keeping(only: japan) == Filter([.dyad(japan)]))
    let years = DaySpan(from: PartialDate(year: 2016)?.earliest, to: PartialDate(iso: "2018-03")?.latest)
    let some = Filter([.init(.days(years))])
    let first = DaySpan(from: PartialDate(year: 2018)?.earliest, to: PartialDate(iso: "2018-03")?.latest)
    #expect(some.keeping(only: DaySpan(PartialDate(year: 2018)!)) == Filter([.init(.days(first))]))
    #expect(some.keeping(only: DaySpan(PartialDate(year: 2017)!)).clauses.count == 1)
    #expect(some.keeping(only: DaySpan(from: nil, to: nil)) == some)
    let one = Filter([.person("Lan")])
    #expect(one.keeping(.person("Lan")) == one)
    #expect(one.keeping(.person("Kim")).clauses == [.person("Lan"), .init(.either([[.person("Kim")]]))])
  }

  @Test func filtersWorkInAViewAndTheCursorStaysOnItsPair() {
    var desk = StandIn()
    desk.press(.nextView, .moveDown, .moveDown)
    let dyad = desk.state.views.grid.cell.dyad
    desk.press(.slot1)
    #expect(desk.state.view == .dyadYears)
    #expect(desk.state.filter == Filter([.country(korea)]))
    #expect(desk.state.views.grid.rows.items.count == 2)
    desk.press(.slot1)
    desk.press(.keepDyad)
    #expect(desk.state.filter.dyads.count == 1)
    desk.press(.dropFilter)
    #expect(desk.state.views.grid.rows.items.count == 5)
    #expect(dyad != nil)
  }

  @Test func countsOfACellOpenTheirEvents() {
    var desk = StandIn()
    desk.press(.nextView, .moveDown, .nextPane)
    let panel = desk.state.views.grid.counts
    #expect(desk.state.views.part == .counts)
    #expect(panel.lines.first?.items.first?.events == panel.current?.events)
    desk.press(.viewRight, .moveDown)
    let item = desk.state.views.grid.counts.current
    desk.press(.openCell)
    #expect(item != nil && desk.state.filter == item?.filter)
  }

  @Test func whatBelongsToTheTimelineIsRefusedInAView() {
    var desk = StandIn()
    desk.press(.nextView)
    let before = desk.state.detail.record
    for command in [Command.why, .notAnEvent, .nextEvent, .nextOfDyad, .nextMatch, .copyCitation] {
      desk.press(command)
      #expect(desk.state.notice?.text == "That is for the timeline; q goes back to it.")
    }
    #expect(desk.state.detail.record == before && desk.state.why == nil)
    desk.press(.back)
    #expect(desk.state.view == .timeline && desk.quits == 0)
  }

  @Test func backLeavesThePartBeforeTheView() {
    var desk = StandIn()
    desk.press(.nextView, .previousPane)
    #expect(desk.state.views.part == .side && desk.state.detailHasKeys)
    desk.press(.leave)
    #expect(desk.state.views.part == .list)
    desk.press(.leave)
    #expect(desk.state.view == .timeline)
  }

  @Test func twoPeopleWhoMetAreBothInTheFilter() {
    var desk = StandIn()
    desk.press(.showPeople, .viewRight, .openCell)
    #expect(desk.state.filter.people == ["Trần Mẫu"])
    #expect(desk.state.filter.clauses.last == .init(.either([[.person("Lee Mẫu")]])))
  }

  @Test func thePromiseIsShownInItsReportAndTheFilterStays() {
    var desk = StandIn()
    desk.press(.showCommitments, .moveDown)
    let promise = desk.state.views.register.list.current
    #expect(desk.state.detail.record?.id == promise?.event)
    desk.press(.openCell)
    #expect(desk.state.view == .timeline && desk.state.focus == .detail)
    #expect(desk.state.detail.record?.id == promise?.event)
    #expect(desk.state.filter.isEmpty)
  }

  @Test func aPromiseIsOverdueOnceItsLastDayIsPast() {
    let today = CalendarDay(year: 2026, month: 3, day: 15)!
    let register = RegisterState(today: today)
    func urgency(_ due: String?) -> RegisterState.Urgency {
      register.urgency(
        Promise(
          event: EventID(1), date: nil, parties: Parties(.vietNam, korea)!,
          commitment: Commitment(
            text: "", amount: nil, currency: nil, due: due.flatMap { PartialDate(iso: $0) }),
          place: 0))
    }
    #expect(urgency("2026-03-14") == .overdue && urgency("2026-03-15") == .due)
    #expect(urgency("2026") == .due && urgency("2025") == .overdue && urgency(nil) == .noDay)
  }

  @Test func aPromiseIsJudgedByAKeyWithoutMovingAndUndone() {
    var desk = StandIn()
    desk.press(.showCommitments, .moveDown)
    let rows = desk.state.views.register.list.items
    let promise = desk.state.views.register.list.current
    func status() -> PromiseStatus? { desk.state.views.register.list.current?.status }
    desk.press(.judgePromise)
    #expect(status() == .met && desk.state.notice?.text == "Met: “30 triệu USD”.")
    desk.press(.judgePromise)
    #expect(status() == .missed && desk.state.views.register.count(.missed) == 1)
    #expect(desk.state.views.register.list.items.map(\.event) == rows.map(\.event))
    desk.press(.undo)
    #expect(status() == .met && desk.state.notice?.text == "Undone: missed: “30 triệu USD”")
    desk.press(.undo)
    #expect(status() == .open && desk.state.views.register.list.current?.event == promise?.event)
    desk.press(.redo)
    #expect(desk.own[promise?.event.number ?? 0]?.promises == [StandIn.promise: .met])
  }

  @Test func aPromiseIsJudgedByNameToo() {
    var desk = StandIn()
    desk.press(.judgePromise)
    #expect(desk.state.notice?.text.hasPrefix("Choose a promise") == true && desk.own.isEmpty)
    desk.press(.showCommitments, .commandLine)
    desk.type("promise missed")
    desk.press(.accept)
    #expect(desk.state.views.register.list.current?.status == .missed)
    desk.press(.commandLine)
    desk.type("promise kept")
    desk.press(.accept)
    #expect(desk.state.notice?.isWarning == true)
    #expect(desk.state.views.register.list.current?.status == .missed)
  }

  @Test func rowsOfTheRegisterStayWhereTheyAreWhenOneIsJudged() {
    func promise(_ number: Int64, _ status: PromiseStatus) -> Promise {
      Promise(
        event: EventID(number), date: nil, parties: Parties(.vietNam, korea)!,
        commitment: Commitment(text: "", amount: nil, currency: nil, due: nil), place: 0, status: status)
    }
    func promises(_ list: [Promise]) -> Promises { Promises(list: list, events: list.count, isCut: false) }
    var register = RegisterState(today: CalendarDay(year: 2026, month: 3, day: 15)!)
    register.fill(promises([promise(1, .open), promise(2, .open), promise(3, .open)]))
    register.keepOrder()
    register.fill(promises([promise(2, .open), promise(3, .open), promise(1, .met)]))
    #expect(register.list.items.map(\.event.number) == [1, 2, 3] && register.list.selected == 0)
    register.fill(promises([promise(2, .open), promise(3, .open), promise(1, .met)]))
    #expect(register.list.items.map(\.event.number) == [2, 3, 1])
  }

  @Test func visitsTellWhatIsInSightAndOpenTheirPair() {
    var desk = StandIn()
    desk.press(.showVisits)
    let visits = desk.state.views.visits
    #expect(visits.pending == 1 && visits.list.current?.stage == .invited)
    #expect(visits.list.current?.guest == .vietNam && visits.traces.items.map(\.stage) == [.invited])
    // Four partners came, and each is to be visited.
    #expect(visits.list.items.count == 8 && visits.list.items.count { $0.returnsVisit } == 4)
    desk.press(.moveDown)
    let course = desk.state.views.visits.list.current
    #expect(course?.stage == .visited && desk.state.views.visits.traces.items == course?.traces)
    desk.press(.openCell)
    #expect(desk.state.view == .timeline && desk.state.filter.dyads == [course?.dyad])
    #expect(desk.state.timeline.selected?.id == course?.last?.event)
  }

  @Test func aTraceOfAVisitOpensItsReportAndTheFilterStays() {
    var desk = StandIn()
    desk.press(.showVisits, .moveDown, .viewRight)
    let trace = desk.state.views.visits.traces.current
    desk.press(.openCell)
    #expect(desk.state.view == .timeline && desk.state.focus == .detail && desk.state.filter.isEmpty)
    #expect(desk.state.detail.record?.id == trace?.event)
  }

  @Test func aViewOpensWithItsFirstLinesAndAsksForTheOthers() {
    var state = StandIn().state
    func generation(_ effects: [Effect], _ isWanted: (ViewQuestion) -> Bool) -> Int? {
      effects.compactMap { effect -> Int? in
        guard case .ask(let question, let generation) = effect, isWanted(question) else { return nil }
        return generation
      }.first
    }
    let first = generation(state.obey(.showDyadYears)) { $0 == .dyadYears(.everything, isWhole: false) }
    let pair = DyadYears.Row(dyad: Dyad(.vietNam, korea)!, events: [2024: 2])
    let some = DyadYears(rows: [pair], all: [0: 1, 2023: 4, 2024: 5], isCut: true)
    let more = state.hear(.told(.dyadYears(some), generation: first ?? 0))
    #expect(
      state.views.grid.rows.items.map(\.total) == [10, 2] && state.views.grid.years == [0, 2023, 2024])
    let whole = generation(more) { $0 == .dyadYears(.everything, isWhole: true) }
    let rest = state.hear(.told(.dyadYears(DyadYears(rows: [pair])), generation: whole ?? 0))
    #expect(state.views.grid.rows.items.map(\.total) == [2, 2])
    #expect(generation(rest) { $0.name == "dyad-years" } == nil)
    let people = generation(state.obey(.showPeople)) { $0 == .people(.everything, isWhole: false) }
    let met = PeopleMet(people: [StandIn.lee], all: nil)
    let others = state.hear(.told(.people(met), generation: people ?? 0))
    #expect(state.views.people.list.items == [StandIn.lee])
    #expect(generation(others) { $0 == .people(.everything, isWhole: true) } != nil)
  }

  @Test func countsOfTheLatestEventsAreFollowedByThoseOfAll() {
    var desk = StandIn()
    desk.press(.nextView)
    let window = TimelineWindow(rows: Array(desk.events.prefix(2)), first: 0, total: 2, anchored: 0)
    func told(isLeast: Bool) -> CellCounts {
      CellCounts(
        EventCounts(
          kinds: [FacetCount(value: .kind(.talks), events: 2)], levels: [], hosts: [],
          classesAreLeast: isLeast),
        window: window)
    }
    let asked = desk.state.obey(.moveDown)
    guard case .ask(_, let generation)? = asked.first else {
      Issue.record("no cell was asked for")
      return
    }
    let more = desk.state.hear(.told(.cell(told(isLeast: true)), generation: generation))
    #expect(desk.state.views.grid.counts.current?.number == "2+")
    guard case .ask(.cell(_, isWhole: true), let second)? = more.first else {
      Issue.record("the rest was not asked for")
      return
    }
    #expect(desk.state.hear(.told(.cell(told(isLeast: false)), generation: second)).isEmpty)
    #expect(desk.state.views.grid.counts.current?.number == "2")
  }

  @Test func anAnswerToAnOlderQuestionIsDropped() {
    var desk = StandIn()
    desk.press(.nextView)
    let before = desk.state.views.grid.rows.items
    _ = desk.state.hear(.told(.dyadYears(.none), generation: 0))
    #expect(desk.state.views.grid.rows.items == before)
  }

  @Test(arguments: [
    (999, "999"), (12_000, "12,000"), (1_500_000, "1.5 m"), (30_000_000, "30 m"), (150_000_000_000, "150 bn"),
    (2_300_000_000_000, "2.3 tn"), (1_999_999_999, "1.9 bn"),
  ]) func aSumIsShort(amount: Int, text: String) {
    #expect(SumText.short(amount, "USD", .english) == text + " USD")
    #expect(SumText.short(amount, nil, .english) == text)
  }

  @Test func everySizeHasAViewWithItsCursorInSight() {
    var desk = StandIn()
    for _ in 0..<4 {
      desk.press(.nextView, .last)
      for columns in [1, 9, 20, 40, 71, 80, 200] {
        for rows in [1, 3, 9, 10, 16, 24, 60] {
          desk.resize(columns, rows)
          let grid = desk.state.views.grid
          #expect(grid.rows.items.isEmpty || grid.rows.visible.contains { $0 == grid.rows.current })
          #expect(grid.isAtTotal || grid.visibleYears.contains(grid.cell.year ?? -1))
        }
      }
    }
  }
}
