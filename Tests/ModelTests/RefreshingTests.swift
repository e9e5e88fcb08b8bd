import Diplomacy
import Testing
import Text

@testable import Model

@Suite struct RefreshingTests {
  private func line(_ world: FakeWorld) -> Int {
    world.state.timeline.selectedLine - world.state.timeline.top
  }

  @Test func whatIsStoredMeanwhileAppearsAndTheCursorStays() throws {
    var world = FakeWorld(events: 60)
    for _ in 0..<20 { world.press(.moveDown) }
    let (event, line) = (world.state.timeline.selected?.id, line(world))
    world.store(events: 72)
    world.answer(world.state.hear(.committed))
    #expect(world.state.timeline.selected?.id == event)
    #expect(self.line(world) == line)
    #expect(world.state.timeline.window.total == 72 && world.state.allEvents == 72)
    #expect(world.state.notice == Notice(text: "12 new events", isWarning: false))
    #expect(world.state.slots.first?.events == 72)
  }

  @Test func theNumbersOfTheCountLineComeFromOneLook() {
    var world = FakeWorld(events: 60)
    world.press(.slot2)
    world.store(events: 400)
    world.answer(world.state.hear(.committed))
    #expect(world.state.timeline.window.total == 100 && world.state.allEvents == 400)
    #expect(world.state.notice?.text == "340 new events")
  }

  @Test func aCommitWhileAWindowIsAwaitedNeverTakesItsPlace() throws {
    var world = FakeWorld(events: 900)
    let jump = world.state.obey(.last)
    // The commit is heard of before the window of `G` came.
    #expect(world.state.hear(.committed).isEmpty)
    world.store(events: 903)
    world.answer(jump)
    #expect(world.state.timeline.selected?.id == EventID(1))
    #expect(world.state.allEvents == 903 && world.state.notice?.text == "3 new events")
  }

  @Test func anOutdatedLookIsAskedForAgain() throws {
    var world = FakeWorld(events: 60)
    world.store(events: 61)
    let look = world.state.hear(.committed)
    // A key comes first.
    let key = world.state.obey(.slot2)
    world.answer(look)
    #expect(world.state.allEvents == 60)
    world.answer(key)
    #expect(world.state.allEvents == 61)
    #expect(world.state.filter.countries == [Country("KR")!])
  }

  @Test func lookingAgainTellsWhatIsNewOrThatNothingIs() {
    var world = FakeWorld(events: 60)
    world.press(.rescan)
    #expect(world.state.notice?.text == "Nothing new.")
    world.store(events: 61)
    world.press(.rescan)
    #expect(world.state.notice?.text == "1 new event")
    world.answer(world.state.hear(.rescanned(["a.txt has no text.", "b.txt has no text."])))
    #expect(world.state.notice == Notice(text: "a.txt has no text. (and 1 more)", isWarning: true))
  }

  @Test func anEmptyRecordFills() {
    var world = FakeWorld(events: 0)
    world.store(events: 3)
    world.answer(world.state.hear(.committed))
    #expect(world.state.timeline.window.total == 3)
    #expect(world.state.detail.record != nil)
  }
}
