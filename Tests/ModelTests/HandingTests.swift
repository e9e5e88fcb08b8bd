import Commands
import Diplomacy
import Testing

@testable import Model

@Suite struct HandingTests {
  @Test func yCopiesACitationOfTheEventAtHand() throws {
    var world = StandIn()
    let record = try #require(world.state.detail.record)
    let effects = world.state.obey(.copyCitation)
    #expect(effects == [.copy(record, .citation)])
    #expect(world.state.hear(.copied("words", .citation)) == [.putOnClipboard("words")])
    #expect(world.state.notice?.text == "Copied: citation")
  }

  @Test func aFormIsPickedAndTheFilterStaysAsItWas() throws {
    var world = StandIn()
    world.press(.copyAs)
    #expect(world.state.picker?.shown.count == CopyForm.allCases.count)
    world.type("mark")
    let record = try #require(world.state.detail.record)
    #expect(world.state.obey(.accept) == [.copy(record, .markdown)])
    #expect(world.state.picker == nil && world.state.filter == .everything)
  }

  @Test func aViewIsSavedAsItIsShown() throws {
    var world = StandIn()
    world.press(.slot2, .saveView)
    world.type("a.md")
    let order = ExportOrder(
      filter: world.state.shownFilter, order: .newestFirst, path: "a.md", replaces: false)
    #expect(world.state.obey(.accept) == [.export(order)])
    #expect(world.state.hear(.exported(order, events: 30)).isEmpty)
    #expect(world.state.notice?.text == "30 events saved in a.md")
  }

  @Test func enterTwiceReplacesAFileThatStandsThere() throws {
    var world = StandIn()
    world.press(.saveView)
    world.type("a.md")
    guard case .export(let first)? = world.state.obey(.accept).first else {
      Issue.record("nothing is exported")
      return
    }
    _ = world.state.hear(.exportStands(first))
    #expect(world.state.prompt?.edit.text == "a.md")
    guard case .export(let second)? = world.state.obey(.accept).first else {
      Issue.record("nothing is exported")
      return
    }
    #expect(!first.replaces && second.replaces)
    _ = world.state.hear(.exportStands(first))
    world.type("x")
    guard case .export(let other)? = world.state.obey(.accept).first else {
      Issue.record("nothing is exported")
      return
    }
    #expect(other.path == "a.mdx" && !other.replaces)
  }

  @Test func aReportOrTheViewIsPiped() throws {
    var world = StandIn()
    let record = try #require(world.state.detail.record)
    world.press(.pipe)
    world.type("wc -w")
    #expect(world.state.obey(.accept) == [.prepare(.pipe(record, command: "wc -w"))])
    world.press(.pipe)
    world.type("wc -l")
    world.press(.complete)
    #expect(
      world.state.obey(.accept) == [.prepare(.pipeView(.everything, .newestFirst, command: "wc -l"))])
    let errand = Errand(arguments: ["wc"], input: nil, waits: true)
    #expect(world.state.hear(.prepared(errand)) == [.lend(errand)])
  }

  @Test func withoutAReportNothingIsHandedOver() {
    var world = StandIn(events: 0)
    for command in [Command.copyCitation, .copyAs, .openSource] {
      #expect(world.state.obey(command).isEmpty)
      #expect(world.state.notice?.text == "There is no report at hand.")
    }
    world.press(.pipe)
    #expect(world.state.prompt?.purpose == .pipe(wholeView: true))
    #expect(world.state.obey(.accept).isEmpty)
  }
}
