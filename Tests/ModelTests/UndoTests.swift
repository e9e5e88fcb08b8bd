import Commands
import Diplomacy
import Support
import Testing
import Text

@testable import Model

/// All that undo gives back: what is shown, and what the archive keeps.
private struct Kept: Equatable {
  let choice: ViewChoice
  let corrected: [CodedEvent: [CorrectedField: FieldValue]]
  let own: [Int64: OwnWork]
  let slots: SlotBar.Choice

  /// A field corrected back to what was coded is not corrected.
  init(_ browser: StandIn) {
    choice = browser.state.viewChoice
    slots = browser.state.bar.choice
    own = browser.own.filter { $0.value != .none }
    corrected = browser.corrected.compactMapValues { values in
      values.isEmpty ? nil : values
    }
  }

  static func == (left: Kept, right: Kept) -> Bool {
    guard left.choice == right.choice, left.own == right.own, left.slots == right.slots else { return false }
    return Set(left.corrected.keys).union(right.corrected.keys).allSatisfy { event in
      let (one, other) = (left.corrected[event] ?? [:], right.corrected[event] ?? [:])
      // Where one side has no value, the other has what was coded.
      return one.allSatisfy { other[$0] ?? Kept.coded($0, event) == $1 }
        && other.allSatisfy { one[$0] ?? Kept.coded($0, event) == $1 }
    }
  }

  private static func coded(_ field: CorrectedField, _ event: CodedEvent) -> FieldValue? {
    switch field {
    case .parties: .parties(event.parties)
    case .kind: .kind(event.kind)
    case .date: .date(event.date)
    case .level: StandIn.level(of: event).map { .level($0) }
    case .event: .event(true)
    }
  }
}

/// Key after key as somebody might press them: each returns with all prompts and pickers closed.
private struct Fingers {
  var numbers: SeededNumbers

  private mutating func one<Element>(of all: [Element]) -> Element { all.randomElement(using: &numbers)! }

  /// What changes no state.
  mutating func wander(_ browser: inout StandIn) {
    browser.press(
      one(of: [
        .moveDown, .moveUp, .pageDown, .last, .first, .nextOfDyad, .nextGroup, .jumpBack, .nextUnread,
        .focusTimeline, .toggleDensity, .detailPlacement, .help, .leave,
      ]))
    if browser.state.helpTop != nil { browser.press(.leave) }
  }

  /// What may change the state, as one command.
  mutating func change(_ browser: inout StandIn) {
    switch Int.random(in: 0..<11, using: &numbers) {
    case 10:
      browser.press(.chooseCountry)
      browser.type(one(of: ["kr", "jp", "us", "viet"]))
      browser.press(one(of: [.pin1, .pin2, .pin4, .pin9]))
      browser.press(.cancel)
    case 0, 1:
      browser.press(
        one(of: [
          .slot1, .slot2, .slot3, .slot4, .allCountries, .keepDyad, .hideDyad, .dropFilter, .clearFilters,
          .toggleFilters, .newestFirst, .reverseOrder, .countReports,
        ]))
    case 2: pick(one(of: [.chooseCountry, .chooseDyad, .choosePerson, .chooseKind, .chooseLevel]), &browser)
    case 3:
      browser.press(.search)
      browser.type(one(of: ["số 1", "kien", "số 2", "không có"]))
      browser.press(one(of: [.accept, .cancel]))
    case 4:
      browser.press(.filter, .deleteToStart)
      browser.type(one(of: ["kind:visit,talks", "-kind:aid", "level:minister", "số", ""]))
      browser.press(one(of: [.accept, .cancel]))
      if browser.state.prompt != nil { browser.press(.cancel) }
    case 5:
      browser.press(one(of: [.toggleRead, .mark, .markRange, .openArticle, .readAll]))
      if browser.state.prompt != nil { browser.type(one(of: ["y", "n"])) }
      browser.press(.focusTimeline)
    case 6:
      browser.press(.tags)
      browser.type(one(of: ["biển", "asean", ""]))
      if Bool.random(using: &numbers) { browser.press(.pickAdd) }
      browser.press(one(of: [.accept, .accept, .acceptExclusion, .cancel]))
    case 7:
      browser.press(.note, .deleteToStart)
      browser.type(one(of: ["gọi lại", "x", ""]))
      browser.press(one(of: [.accept, .accept, .cancel]))
    default:
      browser.press(.why)
      if browser.state.why == nil { return }
      pick(one(of: [.correctKind, .correctLevel, .correctCountry]), &browser)
      browser.press(.back)
    }
  }

  private mutating func pick(_ command: Command, _ browser: inout StandIn) {
    browser.press(command)
    for _ in 0..<Int.random(in: 0..<4, using: &numbers) {
      browser.press(one(of: [.pickNext, .pickAdd, .pickPrevious]))
    }
    browser.press(one(of: [.accept, .accept, .acceptExclusion, .cancel]))
    if browser.state.picker != nil { browser.press(.cancel) }
  }
}

@Suite struct UndoTests {
  @Test func undoAfterAnySingleCommandRestoresTheStateBeforeIt() {
    var changes = 0
    for seed in 0..<50 {
      var browser = StandIn(events: 10, columns: 60, rows: 12, paragraphs: 0)
      var fingers = Fingers(numbers: SeededNumbers(state: UInt64(seed)))
      for step in 0..<200 {
        for _ in 0..<Int.random(in: 0..<3, using: &fingers.numbers) { fingers.wander(&browser) }
        let before = Kept(browser)
        fingers.change(&browser)
        let after = Kept(browser)
        guard before != after else { continue }
        changes += 1
        browser.press(.undo)
        #expect(Kept(browser) == before, "seed \(seed), step \(step): undo")
        #expect(browser.state.notice?.text.hasPrefix("Undone: ") == true)
        browser.press(.redo)
        #expect(Kept(browser) == after, "seed \(seed), step \(step): redo")
        #expect(browser.state.notice != nil)
      }
    }
    #expect(changes > 3000)
  }

  @Test func allIsUndoneAndAllIsDoneAgain() {
    for seed in 0..<20 {
      var browser = StandIn(events: 10, columns: 60, rows: 12, paragraphs: 0)
      var fingers = Fingers(numbers: SeededNumbers(state: UInt64(1000 + seed)))
      let start = Kept(browser)
      for _ in 0..<40 { fingers.change(&browser) }
      let end = Kept(browser)
      for _ in browser.state.log.done { browser.press(.undo) }
      #expect(Kept(browser) == start && browser.state.log.done.isEmpty)
      for _ in browser.state.log.undone { browser.press(.redo) }
      #expect(Kept(browser) == end && browser.state.log.undone.isEmpty)
    }
  }

  @Test func theLineSaysWhatWasUndone() {
    var browser = StandIn()
    func undone(_ commands: [Command]) -> String? {
      for command in commands { browser.press(command) }
      browser.press(.undo)
      return browser.state.notice?.text
    }
    let pair = browser.state.timeline.selected!.parties.dyad.spokenCode
    #expect(undone([.keepDyad]) == "Undone: only \(pair)")
    #expect(undone([.hideDyad]) == "Undone: not \(pair)")
    #expect(undone([.reverseOrder]) == "Undone: oldest first")
    #expect(undone([.countReports]) == "Undone: reports counted")
    browser.press(.slot1, .slot2)
    #expect(undone([.dropFilter]) == "Undone: JP dropped")
    #expect(undone([.clearFilters]) == "Undone: 2 filters dropped")
    #expect(undone([.toggleFilters]) == "Undone: filters off")
    browser.press(.redo)
    #expect(browser.state.notice?.text == "Redone: filters off" && !browser.state.filterIsOn)
  }

  @Test func undoLeadsBackToTheEventWhereTheChangeBegan() {
    var browser = StandIn()
    browser.press(.last, .moveUp)
    let place = browser.state.timeline.selected?.id
    browser.press(.search)
    browser.type("số 100")
    browser.press(.accept)
    #expect(browser.state.timeline.selected?.id != place)
    browser.press(.undo)
    #expect(browser.state.timeline.selected?.id == place)
  }

  @Test func whatIsOnlyTriedIsNoChange() {
    var browser = StandIn()
    browser.press(.chooseCountry, .pickNext, .cancel, .search)
    browser.type("số 1")
    browser.press(.cancel, .moveDown, .last, .detailPlacement, .widenList)
    #expect(browser.state.log.done.isEmpty)
    browser.press(.undo)
    #expect(browser.state.notice?.text == "Nothing to undo.")
  }

  @Test func aPickerIsOneChangeHoweverMuchWasTried() {
    var browser = StandIn()
    browser.press(.chooseKind, .pickNext, .pickNext, .pickAdd, .pickAdd, .accept)
    #expect(browser.state.log.done.count == 1 && browser.state.filter.kinds.count == 2)
    browser.press(.undo)
    #expect(browser.state.filter.isEmpty)
  }

  @Test func undoWaitsForTheArchiveAndThenUndoesWhatItAnswered() throws {
    var browser = StandIn()
    browser.press(.slot1, .why, .correctKind, .pickNext)
    let orders = browser.state.obey(.accept)
    #expect(browser.state.obey(.undo).isEmpty)
    #expect(browser.state.filter.countries.count == 1)
    browser.answer(orders)
    #expect(browser.state.log.done.count == 1 && browser.state.log.undone.count == 1)
    let record = try #require(browser.state.detail.record)
    #expect(record.event.kind == record.coded.kind)
  }

  @Test func aChangeMadeSinceEndsWhatCouldBeDoneAgain() {
    var browser = StandIn()
    browser.press(.slot1, .undo, .slot2)
    #expect(browser.state.log.undone.isEmpty)
    browser.press(.redo)
    #expect(browser.state.notice?.text == "Nothing to redo.")
    #expect(browser.state.filter.countries == [browser.state.slots[1].country])
  }
}
