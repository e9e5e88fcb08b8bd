import Commands
import Diplomacy
import Support
import Testing
import Text

@testable import Model

@Suite struct SessionMemoryTests {
  /// A session that takes up another one's memory.
  private func resumed(_ browser: StandIn, at event: EventID?) -> StandIn {
    StandIn(resuming: (browser.state.memory, event))
  }

  private func event(_ browser: StandIn) -> EventID? {
    guard case .event(let remembered)? = browser.state.memory.stand else { return nil }
    return remembered.id
  }

  @Test func whateverWasDoneTheNextSessionStandsThere() {
    var moved = 0
    for seed in 0..<60 {
      var numbers = SeededNumbers(state: UInt64(seed))
      var browser = StandIn()
      for _ in 0..<Int.random(in: 1..<25, using: &numbers) {
        browser.press(
          [
            Command.moveDown, .moveDown, .pageDown, .last, .moveUp, .nextOfDyad, .slot1, .slot2, .keepDyad,
            .hideDyad, .allCountries, .toggleFilters, .reverseOrder, .countReports, .switchClock, .zoomIn,
            .zoomOut, .openArticle, .focusTimeline, .pageDown, .toggleDensity, .detailPlacement, .narrowList,
            .widenList, .paragraphNumbers, .captions, .nextView, .halfPageDown,
          ].randomElement(using: &numbers)!)
      }
      let later = resumed(browser, at: event(browser))
      #expect(later.state.memory == browser.state.memory, "seed \(seed)")
      #expect(later.state.timeline.selected?.id == browser.state.timeline.selected?.id, "seed \(seed)")
      #expect(later.state.detail.top == browser.state.detail.top, "seed \(seed)")
      #expect(later.state.log.done.isEmpty)
      if later.state.detail.top > 0 { moved += 1 }
    }
    #expect(moved > 3)
  }

  @Test func theFirstWindowIsAskedForWhereOneStood() {
    var browser = StandIn()
    browser.press(.slot1, .last, .moveUp)
    let place = browser.state.timeline.selected!.id
    let later = resumed(browser, at: place)
    let windows = later.asked.compactMap { effect -> WindowRequest? in
      if case .loadWindow(let request) = effect { request } else { nil }
    }
    #expect(windows.count == 1)
    #expect(windows.first?.anchor == .event(place))
    #expect(windows.first?.filter == browser.state.filter)
  }

  @Test func oneLineSaysWhereOneStands() {
    var browser = StandIn()
    browser.press(.slot1, .reverseOrder)
    let row = browser.state.timeline.selected!
    let told = resumed(browser, at: row.id).state.notice?.text
    let place = Wording.short(row.date!, .english) + " " + row.parties.dyad.spokenCode
    #expect(told == "Where you left: \(place), only KR, oldest first; --fresh starts anew.")
    #expect(resumed(StandIn(), at: event(StandIn())).state.notice == nil)
    browser.press(.nextView)
    #expect(
      resumed(browser, at: row.id).state.notice?.text.hasPrefix("Where you left: dyad-years, ") == true)
  }

  @Test func whereTheEventIsGoneTheNearestDayIsAskedFor() {
    var browser = StandIn()
    browser.press(.pageDown)
    let row = browser.state.timeline.selected!
    let later = resumed(browser, at: nil)
    #expect(
      later.asked.contains { effect in
        if case .loadWindow(let request) = effect {
          request.anchor == .day(row.date!.earliest)
        } else {
          false
        }
      })
    #expect(later.state.notice?.text.hasPrefix("The event where you left is gone; nearest to it: ") == true)
  }

  @Test func whatIsOnlyTriedIsNotRemembered() {
    var browser = StandIn()
    browser.press(.pageDown, .slot1)
    let before = browser.state.memory
    browser.press(.chooseCountry)
    browser.type("jp")
    #expect(browser.state.filter != before.filter)
    #expect(browser.state.memory.filter == before.filter)
    guard case .event(let now)? = browser.state.memory.stand, case .event(let then)? = before.stand else {
      Issue.record("nothing is remembered")
      return
    }
    #expect(now.id == then.id)
  }

  @Test func theCursorOfAViewIsFoundAgain() {
    var browser = StandIn()
    browser.press(.showDyadYears, .moveDown, .viewLeft, .viewLeft)
    let cell = browser.state.views.grid.cell
    #expect(cell.dyad != nil && cell.year != nil)
    let later = resumed(browser, at: event(browser))
    #expect(later.state.view == .dyadYears && later.state.views.grid.cell == cell)
    browser.press(.showPeople, .moveDown)
    #expect(resumed(browser, at: event(browser)).state.views.people.list.current == StandIn.lee)
    browser.press(.showCommitments, .moveDown)
    let promise = browser.state.views.register.list.current
    #expect(promise?.event != browser.state.timeline.selected?.id)
    var again = resumed(browser, at: event(browser))
    #expect(again.state.views.register.list.current == promise)
    #expect(again.state.detail.record?.id == promise?.event)
    again.press(.back)
    #expect(again.state.timeline.selected == browser.state.timeline.selected)
    #expect(again.state.detail.record?.id == browser.state.timeline.selected?.id)
  }

  @Test func historiesAreBoundedAndThoseOfOtherInstancesStay() {
    var mine = Histories([.searches: ["a", "b"]])
    mine.add("a", to: .searches)
    mine.add("c", to: .searches)
    mine.add(String(repeating: "x", count: Histories.longest + 1), to: .searches)
    mine.add("", to: .searches)
    #expect(mine[.searches] == ["b", "a", "c"] && mine[.commands].isEmpty)
    let meanwhile = Histories([.searches: ["a", "b", "z"], .filters: ["kind:visit"]])
    let both = mine.added(to: meanwhile)
    #expect(both[.searches] == ["b", "z", "a", "c"] && both[.filters] == ["kind:visit"])
    for number in 0..<Histories.most + 7 { mine.add("\(number)", to: .commands) }
    #expect(mine[.commands].count == Histories.most && mine[.commands].first == "7")
    #expect(mine.added(to: Histories([.commands: ["old"]]))[.commands].count == Histories.most)
  }
}
