import Commands
import Diplomacy
import Testing
import Text

@testable import Model

@Suite struct FilterKeyTests {
  @Test func aFilterKeepsTheSelectedEvent() {
    var browser = StandIn()
    browser.press(.moveDown, .moveDown, .moveDown)
    let before = browser.state.timeline.selected
    let slot = StandIn.partners.firstIndex(of: before!.parties.second.code)! + 1
    browser.press(Command(rawValue: "slot-\(slot)")!)
    #expect(browser.state.timeline.selected == before)
    #expect(browser.state.timeline.window.total == 30)
    browser.press(.allCountries)
    #expect(browser.state.timeline.selected == before)
    #expect(browser.state.timeline.window.total == 120)
  }

  @Test func anEventFilteredOutGivesWayToTheNearest() {
    var browser = StandIn()
    browser.press(.first)
    let newest = browser.state.timeline.selected!.id.number
    browser.press(.slot1)
    #expect(browser.state.timeline.selected!.parties.second.code == "KR")
    #expect(newest - browser.state.timeline.selected!.id.number < 4)
    #expect(browser.state.detail.record?.id == browser.state.timeline.selected?.id)
  }

  @Test func theSelectedEventComesBackAfterASearchThatFindsNothing() {
    var browser = StandIn()
    browser.press(.moveDown, .moveDown, .moveDown)
    let before = browser.state.timeline.selected
    browser.press(.search)
    browser.type("zzqqx")
    browser.press(.accept)
    #expect(browser.state.timeline.selected == nil)
    browser.press(.dropFilter)
    #expect(browser.state.timeline.selected == before)
    #expect(browser.state.detail.record?.id == before?.id)
  }

  @Test func anOrderThatStandsAlreadyIsSaid() {
    var browser = StandIn()
    browser.press(.newestFirst)
    #expect(browser.state.notice != nil)
  }

  @Test func helpCutsNoWordInANarrowPane() {
    var browser = StandIn()
    browser.resize(80, 24)
    browser.press(.help)
    let room = browser.state.layout.detail.size.columns - browser.state.helpKeyWidth - 4
    #expect(browser.state.helpLines.allSatisfy { cellWidth($0.words) <= room })
    #expect(browser.state.helpLines.contains { $0.keys.isEmpty && !$0.words.isEmpty })
  }

  @Test func digitsAddUpAndAreTakenBack() {
    var browser = StandIn()
    browser.press(.slot1, .slot2)
    #expect(browser.state.filter.countries.map(\.code) == ["KR", "JP"])
    #expect(browser.state.timeline.window.total == 60)
    browser.press(.slot1)
    #expect(browser.state.filter.chips(.english).map(\.label) == ["JP"])
    browser.press(.slot9)
    #expect(browser.state.notice != nil)
  }

  @Test func thePairUnderTheCursorIsKeptHiddenAndBroughtBack() {
    var browser = StandIn()
    let dyad = browser.state.timeline.selected!.parties.dyad
    browser.press(.keepDyad)
    #expect(browser.state.filter == Filter([.dyad(dyad)]))
    browser.press(.keepDyad)
    #expect(browser.state.filter.isEmpty)
    browser.press(.hideDyad)
    #expect(browser.state.filter == Filter([.exceptDyad(dyad)]))
    #expect(browser.state.timeline.selected!.parties.dyad != dyad)
  }

  @Test func onePairIsKeptOutOfSeveral() {
    var browser = StandIn()
    browser.press(.chooseDyad, .pickAdd, .pickAdd, .accept)
    #expect(browser.state.filter.dyads.count == 2)
    browser.press(.keepDyad)
    #expect(browser.state.filter.dyads == [browser.state.timeline.selected!.parties.dyad])
  }

  @Test func filtersAreDroppedOneByOneOrAllOrSetAside() {
    var browser = StandIn()
    browser.press(.slot1, .slot2, .dropFilter)
    #expect(browser.state.filter.countries.map(\.code) == ["KR"])
    browser.press(.toggleFilters)
    #expect(browser.state.timeline.window.total == 120)
    browser.press(.toggleFilters)
    #expect(browser.state.timeline.window.total == 30)
    browser.press(.slot2, .clearFilters)
    #expect(browser.state.notice?.text == "2 filters dropped.")
    browser.press(.dropFilter)
    #expect(browser.state.notice?.text == "No filter is set.")
  }
}

@Suite struct PickerKeyTests {
  @Test func theHighlightedCountryIsTriedAndEnterKeepsIt() {
    var browser = StandIn()
    browser.press(.chooseCountry)
    browser.type("kr")
    #expect(browser.state.picker != nil)
    #expect(browser.state.timeline.window.total == 30)
    browser.press(.accept)
    #expect(browser.state.picker == nil)
    #expect(browser.state.filter == Filter([.country(Country("KR")!)]))
  }

  @Test(arguments: ["kr", "KR", "han quoc", "hàn", "south korea"])
  func everySpellingReachesKorea(_ typed: String) {
    var browser = StandIn()
    browser.press(.chooseCountry)
    browser.type(typed)
    #expect(browser.state.picker?.current?.code == "KR")
  }

  @Test func escGivesBackWhatWas() {
    var browser = StandIn()
    browser.press(.slot2, .moveDown, .moveDown, .toggleFilters)
    let before = browser.state
    for open in [Command.chooseCountry, .chooseKind, .search] {
      browser.press(open)
      browser.type("a")
      browser.press(.cancel)
      #expect(browser.state.filter == before.filter)
      #expect(browser.state.filterIsOn == before.filterIsOn)
      #expect(browser.state.timeline.selected == before.timeline.selected)
      #expect(browser.state.timeline.window.total == before.timeline.window.total)
    }
  }

  @Test func tabTakesSeveralAndAMarkExcludes() {
    var browser = StandIn()
    browser.press(.chooseCountry, .pickAdd, .pickAdd, .accept)
    #expect(browser.state.filter.countries.map(\.code) == ["KR", "JP"])
    browser.press(.clearFilters, .chooseCountry)
    browser.type("!kr")
    browser.press(.accept)
    #expect(browser.state.filter.excludedCountries.map(\.code) == ["KR"])
    #expect(browser.state.timeline.window.total == 90)
  }

  @Test func countsThatComeLateAreTriedToo() {
    var browser = StandIn()
    let asked = browser.state.obey(.chooseDyad)
    browser.type("cn")
    #expect(browser.state.filter.isEmpty)
    browser.answer(asked)
    #expect(browser.state.filter.dyads.map(\.code) == ["CN-VN"])
  }

  @Test func thePaletteObeysWhatIsPicked() {
    var browser = StandIn()
    browser.press(.palette)
    browser.type("reverse-order")
    browser.press(.accept)
    #expect(browser.state.order == .oldestFirst)
  }
}

@Suite struct AnsweringTests {
  @Test func anOldAnswerIsDropped() {
    var browser = StandIn()
    let old = browser.state.obey(.slot1)
    let new = browser.state.obey(.slot2)
    browser.answer(new)
    let shown = browser.state.timeline.window
    browser.answer(old)
    #expect(browser.state.timeline.window == shown)
  }

  @Test func aKeyHeldDownAsksForRowsOnce() {
    var browser = StandIn(events: 700)
    var asked: [Effect] = []
    for _ in 0..<230 { asked += browser.state.obey(.moveDown) }
    let windows = asked.filter { $0.name == "window" }
    #expect(windows.count == 1)
    browser.answer(windows)
    for _ in 0..<270 { browser.answer(browser.state.obey(.moveDown).filter { $0.name == "window" }) }
    #expect(browser.state.timeline.position == 500)
  }

  @Test func monthsArriveThoughRowsWereAskedForMeanwhile() {
    var browser = StandIn(events: 2000)
    let filtered = browser.state.obey(.slot1)
    let moved = browser.state.obey(.last)
    browser.answer(filtered + moved)
    #expect(browser.state.months.first?.events == 500)
    #expect(browser.state.timeline.position == 499)
  }

  @Test func aFailureIsSaidAndNothingElseChanges() {
    var browser = StandIn()
    let before = browser.state.timeline.window
    _ = browser.state.hear(.failed("The disk is full."))
    #expect(browser.state.notice == Notice(text: "The disk is full.", isWarning: true))
    #expect(browser.state.timeline.window == before)
  }
}
