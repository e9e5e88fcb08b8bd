import Commands
import Diplomacy
import Testing

@testable import Model

@Suite struct ComparingMarkedTests {
  private func compared(_ effects: [Effect]) -> ComparisonOrder? {
    effects.lazy.compactMap { if case .study(.compare(let order)) = $0 { order } else { nil } }.first
  }

  @Test func theTwoMarkedLastAreCompared() {
    var world = StandIn()
    _ = world.state.hear(.marks([4, 9, 2].map { StandIn.row($0) }))
    let order = compared(world.state.obey(.compareTexts))
    #expect(order?.event == StandIn.row(2).id && order?.other == StandIn.row(9).id)
  }

  @Test func oneMarkIsComparedWithTheEventAtHand() throws {
    var world = StandIn()
    let here = try #require(world.state.detail.record?.id)
    _ = world.state.hear(.marks([StandIn.row(4)]))
    let order = compared(world.state.obey(.compareTexts))
    #expect(order?.event == here && order?.other == StandIn.row(4).id)
  }

  @Test func withoutAnotherMarkThePreviousOfThePairIsFound() throws {
    var world = StandIn()
    let here = try #require(world.state.detail.record?.id)
    let row = try #require(world.state.timeline.selected)
    #expect(compared(world.state.obey(.compareTexts))?.other == nil)
    _ = world.state.hear(.marks([row]))
    let order = compared(world.state.obey(.compareTexts))
    #expect(order?.event == here && order?.other == nil)
  }
}
