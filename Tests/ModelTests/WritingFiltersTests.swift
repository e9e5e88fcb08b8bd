import Asking
import Commands
import Diplomacy
import Testing
import Text

@testable import Model

private let korea = Country("KR")!

/// A browser whose reader knows a few countries.
private func desk() -> FakeWorld {
  let spellings = Spellings([(korea, "South Korea"), (Country("LA")!, "Laos"), (.vietNam, "Viet Nam")])
  return FakeWorld(
    reader: FilterReader(spellings: spellings, today: CalendarDay(year: 2026, month: 3, day: 15)!))
}

@Suite struct WritingFiltersTests {
  @Test func theTimelineFollowsWhileTheTextCanBeRead() {
    var world = desk()
    world.press(.filter)
    world.type("country:kr")
    #expect(world.state.filter == Filter([.country(korea)]))
    #expect(world.state.timeline.window.total == 15)
    world.type(" kind:tal")
    #expect(world.state.prompt?.mistake?.sentence.contains("talks is.") == true)
    #expect(world.state.filter == Filter([.country(korea)]))
    world.type("ks")
    #expect(world.state.prompt?.mistake == nil)
    #expect(world.state.filter == Filter([.country(korea), .kind(.talks)]))
    world.press(.accept)
    #expect(world.state.prompt == nil)
    #expect(world.state.filter.text == "country:KR kind:talks")
  }

  @Test func escGivesBackWhatWas() {
    var world = desk()
    world.press(.slot2, .toggleFilters, .filter)
    #expect(world.state.prompt?.edit.text == "country:KR ")
    world.type("kind:talks")
    #expect(world.state.filter.text == "country:KR kind:talks")
    #expect(world.state.filterIsOn)
    world.press(.cancel)
    #expect(world.state.filter == Filter([.country(korea)]))
    #expect(!world.state.filterIsOn)
  }

  @Test func anUntouchedPromptChangesNothing() {
    var world = desk()
    world.press(.slot2, .toggleFilters, .filter, .cursorLeft, .cursorEnd, .accept)
    #expect(world.state.filter == Filter([.country(korea)]))
    #expect(!world.state.filterIsOn)
  }

  @Test func aMistakeIsNotKept() {
    var world = desk()
    world.press(.filter)
    world.type("country:kr x(")
    world.press(.accept)
    #expect(world.state.prompt?.mistake != nil)
    world.press(.deleteBack, .accept)
    #expect(world.state.prompt == nil)
    #expect(world.state.filter == Filter([.country(korea), .words("x")]))
  }

  @Test func digitsAndChipsEditTheSameValue() {
    var world = desk()
    world.press(.filter)
    world.type("country:laos,kr")
    world.press(.accept, .slot2)
    #expect(world.state.filter.text == "country:LA")
    world.press(.slot3, .filter)
    #expect(world.state.prompt?.edit.text == "country:LA,KP ")
    world.press(.cancel, .dropFilter)
    #expect(world.state.filter.text == "country:LA")
  }

  @Test func tabCompletesKeysAndValues() {
    var world = desk()
    world.press(.filter)
    world.type("kin")
    world.press(.complete)
    world.type("tal")
    world.press(.complete)
    #expect(world.state.prompt?.edit.text == "kind:talks")
    world.type(",me")
    world.press(.complete)
    #expect(world.state.prompt?.completion?.candidates.map(\.text) == ["meeting", "message"])
    #expect(world.state.prompt?.edit.text == "kind:talks,meeting")
    world.press(.complete)
    #expect(world.state.prompt?.edit.text == "kind:talks,message")
    world.press(.completeBack)
    #expect(world.state.prompt?.edit.text == "kind:talks,meeting")
    world.type(" country:KR,hàn")
    world.press(.complete)
    #expect(world.state.prompt?.edit.text == "kind:talks,meeting country:KR,KR")
    #expect(world.state.prompt?.completion == nil)
  }

  @Test func savedFiltersAreTriedCountedAndKept() {
    var world = desk()
    world.saved = [
      SavedFilter(name: "broken", text: "kind:vist"), SavedFilter(name: "korea", text: "country:KR"),
      SavedFilter(name: "laos", text: "country:LA"),
    ]
    world.press(.savedFilters)
    #expect(world.state.picker?.shown.map(\.label) == ["broken", "korea", "laos"])
    #expect(world.state.picker?.shown.map(\.detail) == ["", "15", "15"])
    #expect(world.state.filter.isEmpty)
    world.press(.pickNext)
    #expect(world.state.filter.text == "country:KR")
    world.press(.pickNext, .cancel)
    #expect(world.state.filter.isEmpty)
    world.press(.savedFilters)
    world.type("lao")
    world.press(.accept)
    #expect(world.state.filter.text == "country:LA")
    world.press(.savedFilters)
    world.press(.accept)
    #expect(world.state.notice?.text.contains("visit is.") == true)
    #expect(world.state.filter.text == "country:LA")
  }

  @Test func aFilterIsSavedAsTextUnderAName() {
    var world = desk()
    world.press(.saveFilter)
    #expect(world.state.notice?.text == "No filter is set.")
    world.press(.slot2, .saveFilter)
    world.type("  my  korea ")
    world.press(.accept)
    #expect(world.unanswered == [.saveFilter(SavedFilter(name: "my korea", text: "country:KR"))])
    #expect(world.state.filter.text == "country:KR")
  }
}
