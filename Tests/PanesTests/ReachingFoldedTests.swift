import Commands
import Diplomacy
import Screen
import Testing

@testable import Model

/// What leads to an event leads into a folded group too.
@Suite struct ReachingFoldedTests {
  private func reader(_ keys: String) throws -> CaseReader {
    var reader = try CaseReader(rows: [], isSample: true)
    reader.obey("size 100 30")
    reader.obey("keys " + keys)
    return reader
  }

  @Test func jumpingBackUnfoldsTheGroupOfThePlace() throws {
    var reader = try reader("j j j")
    let place = try #require(reader.state.timeline.selected?.id)
    reader.obey("keys G _")
    #expect(reader.state.timeline.selected == nil)
    reader.obey("keys Ctrl-O")
    #expect(reader.state.timeline.selected?.id == place)
    #expect(!reader.state.timeline.visibleFolds.isEmpty)
  }

  @Test func theNextEventOfThePairIsUnfolded() throws {
    var reader = try reader("5 j")
    let here = try #require(reader.state.timeline.selected)
    reader.obey("keys _ + j h k h j Enter")
    let before = reader.state.timeline.selected
    reader.obey("keys )")
    let there = try #require(reader.state.timeline.selected)
    #expect(there.parties.dyad == here.parties.dyad)
    #expect(there.id != before?.id)
  }

  @Test(arguments: ["o Down Down Enter", "z", "Z Z Z"])
  func aMarkedEventIsUnfoldedHoweverTheTimelineIsSorted(arranged: String) throws {
    var reader = try reader("j j m \(arranged) g _ ' Enter")
    let marked = try #require(reader.state.markedEvents.first)
    #expect(reader.state.timeline.selected?.id == marked)
    reader.obey("keys g")
    #expect(reader.state.arrangement.folding.foldsAll)
  }

  @Test func unreadEventsAreFoundInFoldedGroups() throws {
    var reader = try reader("Enter h _ U")
    let first = try #require(reader.state.timeline.selected)
    #expect(!first.own.contains(.read))
    reader.obey("keys U")
    #expect(reader.state.timeline.selected != nil)
    #expect(reader.state.timeline.selected?.id != first.id)
  }

  @Test func anEventThatTheFilterLeavesOutIsReachedInAFoldedGroupToo() throws {
    let reader = try reader("j j m X 5 _ ' Enter")
    let marked = try #require(reader.state.markedEvents.first)
    #expect(reader.state.timeline.selected?.id == marked)
    #expect(!reader.state.filterIsOn)
  }

  @Test func anEventOpenedFromAViewIsUnfolded() throws {
    var reader = try reader("_ v j Shift-Tab j")
    let event = try #require(reader.state.views.grid.events.current?.id)
    reader.obey("keys Enter")
    #expect(reader.state.view == .timeline)
    #expect(reader.state.timeline.selected?.id == event)
  }

  @Test func openingAnEventOfAReferenceUnfoldsItAndShowsItsReport() throws {
    var reader = try ScreenCase(named: "trail").reader(
      CaseTongue(.english), keys: "_ Enter Enter * > > > *")
    #expect(reader.state.trail != nil)
    reader.obey("keys g")
    let use = try #require(reader.state.trail?.current?.event)
    reader.obey("keys Enter")
    #expect(reader.state.timeline.selected?.id == use)
    #expect(reader.state.detail.record?.id == use)
    #expect(reader.state.focus == .detail)
  }
}
