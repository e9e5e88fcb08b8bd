import Commands
import Diplomacy
import Model
import Testing
import Text

@Suite struct PointingTests {
  @Test func aClickSelectsTheRowUnderIt() {
    var world = FakeWorld()
    let list = world.state.layout.list
    for offset in 0..<list.size.rows {
      guard case .event(let index) = world.state.timeline.lines[offset] else { continue }
      world.answer(world.state.click(row: list.row + offset, column: list.column + 3))
      #expect(world.state.timeline.selectedRow == index)
    }
    let before = world.state.timeline.selectedRow
    world.answer(world.state.click(row: list.row, column: list.column))
    #expect(world.state.timeline.selectedRow == before)
    world.answer(world.state.click(row: list.row, column: world.state.layout.detail.column + 1))
    #expect(world.state.focus == .detail)
    world.press(.focusTimeline, .chooseKind)
    world.answer(world.state.click(row: list.row + 2, column: list.column))
    #expect(world.state.timeline.selectedRow == before)
  }

  @Test func theWheelScrollsWhatLiesUnderIt() {
    var world = FakeWorld()
    let (list, detail) = (world.state.layout.list, world.state.layout.detail)
    world.answer(world.state.wheel(up: false, row: list.row, column: list.column))
    #expect(world.state.timeline.selectedRow == 3)
    world.answer(world.state.wheel(up: false, row: detail.row, column: detail.column))
    #expect(world.state.detail.top == 3)
    world.answer(world.state.wheel(up: true, row: detail.row, column: detail.column))
    #expect(world.state.detail.top == 0)
    world.press(.help)
    world.answer(world.state.wheel(up: false, row: detail.row, column: detail.column))
    #expect(world.state.helpTop == 3)
    world.press(.help, .chooseCountry)
    world.answer(world.state.wheel(up: false, row: detail.row, column: detail.column))
    #expect(world.state.picker?.highlighted == 3)
    world.answer(world.state.wheel(up: false, row: Row(0), column: Column(0)))
    #expect(world.state.picker?.highlighted == 3)
  }
}
