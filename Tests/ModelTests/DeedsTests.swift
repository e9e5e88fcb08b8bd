import Commands
import Diplomacy
import Testing
import Text

@testable import Model

/// A desk whose keys are kept as a reader's are, and whose macros stay with it.
private struct Desk {
  var state: BrowserState
  let world = FakeWorld()
  var macros: [Character: [Step]] = [:]
  /// Effects asked for, answered only when `hear` is called.
  var waiting: [Effect] = []

  init() { state = world.state }

  mutating func press(_ commands: Command...) {
    for command in commands {
      waiting += state.press(command)
      hear()
    }
  }

  mutating func type(_ text: String) {
    waiting += state.enter(text)
    hear()
  }

  mutating func line(_ text: String) {
    press(.commandLine)
    type(text)
    press(.accept)
  }

  mutating func hear() {
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      switch effect {
      case .loadMacro(let name): waiting += state.hear(.macro(name, macros[name]))
      case .saveMacro(let name, let steps):
        macros[name] = steps
        waiting += state.hear(.macroSaved(name))
      default: if let message = world.message(effect) { waiting += state.hear(message) }
      }
    }
  }
}

@Suite struct DeedsTests {
  @Test func theLastDeedIsDoneAgainWithAllThatWasTyped() {
    var desk = Desk()
    desk.press(.repeatLast)
    #expect(desk.state.notice?.text == "Nothing to repeat yet.")
    desk.press(.chooseCountry)
    desk.type("lao")
    desk.press(.accept)
    #expect(desk.state.filter.text == "country:LA")
    desk.press(.clearFilters, .moveDown)
    desk.press(.chooseCountry)
    desk.type("lao")
    desk.press(.accept, .moveDown, .help, .help, .chooseKind, .cancel)
    desk.press(.repeatLast)
    #expect(desk.state.filter.text == "country:LA")
    desk.press(.slot2, .repeatLast)
    #expect(desk.state.filter.text == "country:LA")
  }

  @Test func aMacroIsRecordedKeptAndRun() {
    var desk = Desk()
    desk.line("record a")
    #expect(desk.state.recordingName == "a")
    desk.press(.moveDown, .chooseCountry)
    desk.type("han")
    desk.type(" quoc")
    desk.press(.accept, .reverseOrder)
    desk.line("record")
    #expect(desk.state.recordingName == nil)
    #expect(
      desk.macros["a"]?.map(\.word)
        == ["move-down", "choose-country", "'han quoc", "accept", "reverse-order"])
    desk.press(.clearFilters, .newestFirst, .runMacro)
    #expect(desk.state.context == .naming)
    desk.type("a")
    #expect(desk.state.filter.text == "country:KR")
    #expect(desk.state.order == .oldestFirst)
    #expect(!desk.state.holdsKeys)
    desk.press(.clearFilters)
    desk.line("run a")
    #expect(desk.state.filter.text == "country:KR")
    #expect(desk.state.order == .newestFirst)
  }

  @Test func aMacroWaitsForEachAnswer() {
    var desk = Desk()
    desk.macros["k"] = [.command(.slot2), .command(.moveDown), .command(.keepDyad), .command(.copyCitation)]
    desk.press(.runMacro)
    desk.type("k")
    #expect(desk.state.filter.text == "country:KR dyad:VN-KR")
    #expect(desk.state.detail.record?.id == desk.state.timeline.selected?.id)
  }

  @Test func anUnknownMacroAndOneWithoutEndAreTold() {
    var desk = Desk()
    desk.press(.runMacro)
    desk.type("z")
    #expect(desk.state.notice?.text == "There is no macro z; :record z begins one.")
    desk.macros["z"] = [.command(.moveDown), .command(.runMacro), .text("z")]
    desk.press(.runMacro)
    desk.type("z")
    #expect(desk.state.notice?.text == "The macro was stopped: it never ends.")
    #expect(!desk.state.holdsKeys)
    desk.press(.runMacro, .cancel)
    #expect(desk.state.context == .timeline)
    desk.line("record a b")
    #expect(desk.state.notice?.isWarning == true)
    desk.line("record b")
    desk.line("record")
    #expect(desk.state.notice?.text == "Nothing was recorded.")
  }

  @Test func whatIsAcceptedBeforeItsListCameIsPickedWhenItComes() {
    var desk = Desk()
    let asked = desk.state.press(.chooseDyad)
    _ = desk.state.enter("kr")
    _ = desk.state.press(.accept)
    #expect(desk.state.holdsKeys)
    let dyad = FacetCount(value: .dyad(Dyad(.vietNam, Country("KR")!)!), events: 15)
    guard case .loadFacet(_, _, let generation)? = asked.first else { return #expect(Bool(false)) }
    _ = desk.state.hear(.facet(generation: generation, [dyad]))
    #expect(!desk.state.holdsKeys)
    #expect(desk.state.filter.text == "dyad:VN-KR")
    _ = desk.state.press(.chooseDyad)
    _ = desk.state.press(.accept)
    _ = desk.state.press(.cancel)
    #expect(!desk.state.holdsKeys)
    #expect(desk.state.context == .timeline)
  }

  @Test func aStepIsReadFromItsWord() {
    for step in [Step.command(.undo), .text("hàn 'quốc'"), .text("")] { #expect(Step(step.word) == step) }
    #expect(Step("fly") == nil)
  }
}

@Suite struct LineOrderTests {
  private func obeyed(_ lines: String...) -> FakeWorld {
    var world = FakeWorld()
    world.saved = [SavedFilter(name: "the two Koreas", text: "kind:visit")]
    for line in lines {
      world.press(.commandLine)
      world.type(line)
      world.press(.accept)
    }
    return world
  }

  @Test func ordersTakeAnArgument() {
    #expect(obeyed("sort oldest").state.order == .oldestFirst)
    #expect(obeyed("filter kind:visit").state.filter.text == "kind:visit")
    #expect(obeyed("filter kind:vist").state.prompt?.mistake != nil)
    #expect(obeyed("saved the two Koreas").state.filter.text == "kind:visit")
    #expect(obeyed("search điện đàm").state.filter.searches == ["điện đàm"])
    #expect(obeyed("theme day").unanswered.contains(.setTheme("day")))
    #expect(obeyed("q").unanswered.contains(.quit))
  }

  @Test func aDayIsGoneTo() {
    var world = FakeWorld()
    world.press(.commandLine)
    world.type("go 2021-05")
    let effects = world.state.obey(.accept)
    guard case .loadWindow(let request)? = effects.first else { return #expect(Bool(false)) }
    #expect(
      request.anchor
        == .span(CalendarDay(year: 2021, month: 5, day: 1)!, CalendarDay(year: 2021, month: 5, day: 31)!))
  }

  @Test func whatIsWrongIsToldWithWhatIsRight() {
    #expect(obeyed("serach").state.notice?.text == "serach is no command; search is.")
    #expect(
      obeyed("sort sideways").state.notice?.text
        == "“sideways” will not do; write :sort newest, oldest, pair, level, kind.")
    #expect(obeyed("go").state.notice?.text == "Behind it comes what is meant: :go 2024-05")
    #expect(obeyed("undo twice").state.notice?.text == "undo takes nothing behind it.")
    #expect(obeyed("undo").state.notice?.text == "Nothing to undo.")
  }

  @Test func namesAndArgumentsAreCompleted() {
    func completed(_ text: String, _ tabs: Int = 1) -> String? {
      var world = obeyed()
      world.press(.commandLine)
      world.type(text)
      for _ in 0..<tabs { world.press(.complete) }
      return world.state.prompt?.edit.text
    }
    #expect(completed("reverse") == "reverse-order")
    #expect(completed("the") == "theme ")
    #expect(completed("sort n") == "sort newest")
    #expect(completed("sort ") == "sort newest")
    #expect(completed("sort ", 2) == "sort oldest")
    #expect(completed("saved the") == "saved the two Koreas")
    #expect(completed("filter kind:tal") == "filter kind:talks")
    #expect(completed("nonsense ") == "nonsense ")
  }

  @Test func theMouseIsSwitchedByName() {
    #expect(obeyed("mouse on").unanswered.contains(.useMouse(true)))
    #expect(obeyed("mouse off").unanswered.contains(.useMouse(false)))
    #expect(obeyed("mouse up").state.notice?.isWarning == true)
  }

  @Test func digitsAskForAllOfTheirCountries() {
    var world = obeyed("match all")
    world.press(.slot1, .slot2)
    #expect(world.state.filter.text == "(country:VN) (country:KR)")
    world.press(.slot1)
    #expect(world.state.filter.text == "(country:KR)")
    world.press(.slot1, .commandLine)
    world.type("match any")
    world.press(.accept)
    #expect(world.state.filter.text == "country:VN,KR")
    world.press(.allCountries)
    #expect(world.state.filter.isEmpty)
  }
}

@Suite struct ReasonTests {
  @Test func whatCannotBeDoneNowSaysWhyOnItsKeyAndInThePalette() {
    var world = FakeWorld(events: 0)
    let idle: [Command] = [
      .undo, .redo, .copyCitation, .keepDyad, .dropFilter, .nextMatch, .jumpBack, .swapPlace, .nextReport,
      .why, .repeatLast, .saveFilter, .openArticle,
    ]
    for command in idle {
      let reason = world.state.reason(against: command)
      #expect(reason != nil, "\(command)")
      world.press(command)
      #expect(world.state.notice?.text == reason, "\(command)")
    }
    world.press(.palette)
    for item in world.state.picker?.items ?? [] {
      guard case .command(let command) = item.value else { continue }
      #expect(item.isOn == (world.state.reason(against: command) == nil))
      #expect(item.detail == world.state.reason(against: command) ?? command.row.help)
    }
    #expect(FakeWorld().state.reason(against: .keepDyad) == nil)
  }

  @Test func thePaletteFindsACommandByWhatItDoes() {
    var world = FakeWorld()
    world.press(.palette)
    world.type("newer entry")
    #expect(world.state.picker?.shown.isEmpty == true)
    world.press(.deleteToStart)
    world.type("clipboard")
    world.press(.deleteToStart)
    world.type("citation")
    #expect(world.state.picker?.shown.first?.label == "copy-citation")
    world.press(.deleteToStart)
    world.type("filter")
    #expect(world.state.picker?.shown.first?.label == "filter")
  }
}

@Suite struct OverlayTests {
  @Test func helpBeginsWithTheKeysOfThePlace() {
    var world = FakeWorld()
    world.press(.openArticle, .help)
    #expect(world.state.overlayTitle == "Keys in the article")
    #expect(world.state.helpLines.first?.keys == ["h", "Left"])
    world.press(.help, .search, .help)
    #expect(world.state.overlayTitle == "Keys in a prompt")
    #expect(world.state.helpLines.contains { $0.heading == "How a filter is written" })
    world.press(.pageDown, .dropFilter)
    #expect(world.state.helpTop == nil)
    #expect(world.state.context == .prompt)
    world.press(.cancel, .chooseKind, .help)
    #expect(world.state.helpLines.first?.keys == ["Down", "Ctrl-N"])
    world.press(.leave)
    #expect(world.state.context == .picker)
  }

  @Test func helpListsTheReadersOwnKeysAndWhatHasNone() {
    let file = KeymapFile(toml: "[timeline]\nundo = [\"w\"]\n[common]\ntoggle-density = []\n", file: "k")
    var state = BrowserState(
      slots: [], names: FakeWorld.Names(), keymap: file.keymap, isSample: false, allEvents: 0)
    _ = state.resize(Size(columns: 120, rows: 40))
    _ = state.obey(.help)
    #expect(state.helpLines.contains { $0.keys == ["w"] && $0.words == Command.undo.row.help })
    #expect(state.helpLines.contains { $0.keys == [":toggle-density"] })
    #expect(state.helpLines.contains { $0.keys == [":messages"] })
  }

  @Test func allThatWasToldIsListedTheNewestFirst() {
    var state = BrowserState(
      slots: [], names: FakeWorld.Names(), keymap: .defaults, isSample: false, allEvents: 0,
      complaints: ["one file is broken", "another too"])
    _ = state.obey(.undo)
    _ = state.obey(.undo)
    _ = state.obey(.messages)
    #expect(state.helpLines.map(\.words) == ["Nothing to undo.", "another too", "one file is broken"])
    #expect(state.helpLines.map(\.isWarning) == [false, true, true])
    _ = state.obey(.back)
    #expect(state.helpTop == nil)
  }
}
