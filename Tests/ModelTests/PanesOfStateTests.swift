import Commands
import Diplomacy
import Support
import Testing
import Text

@testable import Model

@Suite struct LayoutBoundsTests {
  @Test func aNarrowWindowGivesTheListMoreOfItsWidth() {
    func list(_ columns: Int) -> Int {
      Layout(
        size: Size(columns: columns, rows: 24), placement: .right, listShare: 48, showsDensity: true,
        focus: .timeline
      ).list.size.columns
    }
    #expect(list(80) == 44)
    #expect(list(120) == 57)
    #expect((72..<200).allSatisfy { list($0) <= list($0 + 1) })
  }

  @Test func nothingEverLeavesTheWindow() {
    for columns in [0, 1, 2, 9, 10, 39, 40, 71, 72, 80, 99, 100, 120, 200] {
      for rows in 0...60 {
        for placement in DetailPlacement.allCases {
          for focus in [Focus.timeline, .detail] {
            let layout = Layout(
              size: Size(columns: columns, rows: rows), placement: placement, listShare: 80,
              showsDensity: true, focus: focus)
            #expect(regions(layout).allSatisfy { fits($0, columns, rows) }, "\(columns)x\(rows)")
          }
        }
      }
    }
  }

  @Test func narrowWindowsPutThePanesOneAboveTheOtherAndTinyOnesShowOne() {
    func layout(_ columns: Int, _ rows: Int) -> Layout {
      Layout(
        size: Size(columns: columns, rows: rows), placement: .right, listShare: 48, showsDensity: true,
        focus: .timeline)
    }
    #expect(layout(120, 40).divider.size.columns == 1)
    #expect(layout(71, 40).divider.size.rows == 1)
    #expect(layout(39, 20).detail.isEmpty)
    #expect(layout(9, 2).status.isEmpty && !layout(9, 2).list.isEmpty)
  }

  private func regions(_ layout: Layout) -> [Region] {
    [
      layout.status, layout.countries, layout.topRule, layout.list, layout.divider, layout.detail,
      layout.bottomRule, layout.density, layout.hints,
    ].filter { !$0.isEmpty }
  }

  private func fits(_ region: Region, _ columns: Int, _ rows: Int) -> Bool {
    region.row.index >= 0 && region.column.index >= 0
      && region.row.index + region.size.rows <= rows
      && region.column.index + region.size.columns <= columns
  }
}

@Suite struct DetailTests {
  @Test func resizeKeepsTheWordsInView() {
    var browser = StandIn(columns: 120, rows: 30)
    browser.press(.openArticle)
    for _ in 0..<33 { browser.press(.moveDown) }
    let top = browser.state.detail.lines[browser.state.detail.top]
    #expect(top.source != nil)
    for columns in stride(from: 119, to: 72, by: -5) { browser.resize(columns, 30) }
    browser.resize(1, 1)
    browser.resize(0, 0)
    browser.resize(50, 12)
    let shown = browser.state.detail.lines[browser.state.detail.top].source
    #expect(shown?.paragraph == top.source?.paragraph)
    #expect((shown?.bytes.contains(top.source?.bytes.lowerBound ?? -1)) == true)
    browser.resize(120, 30)
    #expect(browser.state.detail.lines[browser.state.detail.top] == top)
  }

  @Test func noLineIsWiderThanOneReadsBest() {
    let browser = StandIn(columns: 200, rows: 60)
    for line in browser.state.detail.lines where line.source != nil {
      #expect(line.runs.reduce(0) { $0 + cellWidth($1.text) } <= Layout.readableWidth + 1)
    }
  }

  @Test func resizeKeepsTheSelectedEventInView() {
    var browser = StandIn()
    for _ in 0..<50 { browser.press(.moveDown) }
    let selected = browser.state.timeline.selected
    for (columns, rows) in [(80, 24), (40, 10), (5, 1), (0, 0), (200, 60)] {
      browser.resize(columns, rows)
      #expect(browser.state.timeline.selected == selected)
      #expect(rows == 0 || browser.state.timeline.visibleRows.contains { $0.id == selected?.id })
    }
  }
}

@Suite struct PromptTests {
  @Test func aSearchNarrowsAsItIsTypedAndCountsHereAndInAll() {
    var browser = StandIn()
    browser.press(.slot1, .search)
    browser.type("su kien so 4")
    #expect(browser.state.timeline.window.total == 4)
    #expect(browser.state.matchesInAll == 11)
    browser.press(.accept)
    #expect(browser.state.filter.searches == ["su kien so 4"])
    #expect(browser.state.detail.matchLines.count == 1)
    browser.press(.leave)
    #expect(browser.state.timeline.window.total == 30)
  }

  @Test func theCommandLineCompletesAndObeys() {
    var browser = StandIn()
    browser.press(.commandLine)
    browser.type("reverse")
    browser.press(.complete, .accept)
    #expect(browser.state.order == .oldestFirst)
    browser.press(.commandLine)
    browser.type("theme day")
    browser.press(.accept)
    #expect(browser.asked.contains(.setTheme("day")))
    browser.press(.commandLine)
    browser.type("nonsense")
    browser.press(.accept)
    #expect(browser.state.notice?.isWarning == true)
    browser.press(.commandLine)
    browser.type("quit")
    browser.press(.accept)
    #expect(browser.quits == 1)
  }

  @Test func aPasteOfManyLinesBecomesOneAndIsBounded() {
    var edit = LineEdit()
    edit.insert("e\u{302}")
    edit.insert("\u{301}")
    #expect(edit.text == "ế" && edit.cursor == 1)
    var browser = StandIn()
    browser.press(.search)
    browser.answer(browser.state.paste(String(repeating: "a\n", count: 4000)))
    #expect(browser.state.prompt!.edit.characters.count <= 500)
    #expect(!browser.state.prompt!.edit.text.contains("\n"))
  }
}

@Suite struct WalkTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func noWalkOfCommandsEverTraps(_ seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    var browser = StandIn(events: seed == 1 ? 0 : 400, columns: 80, rows: 24)
    var late: [Effect] = []
    for _ in 0..<500 {
      var effects: [Effect] = []
      switch Int.random(in: 0..<10, using: &numbers) {
      case 0: effects = browser.state.type("ahkn!ố1 4".randomElement(using: &numbers) ?? "a")
      case 1:
        let columns = Int.random(in: 0...130, using: &numbers)
        effects = browser.state.resize(Size(columns: columns, rows: Int.random(in: 0...50, using: &numbers)))
      default: effects = browser.state.obey(Command.allCases.randomElement(using: &numbers) ?? .first)
      }
      // Some answers come late, and some out of turn.
      if Bool.random(using: &numbers) {
        browser.answer(effects + late)
        late = []
      } else {
        late += effects
      }
      let timeline = browser.state.timeline
      #expect(timeline.window.rows.isEmpty || timeline.selected != nil)
      #expect(timeline.top >= 0 && browser.state.detail.top >= 0)
    }
  }
}
