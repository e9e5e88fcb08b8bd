import Commands
import Diplomacy
import Model
import Testing

@Suite struct PromptKeysTests {
  @Test func wordsAreSteppedOverDeletedAndPutBack() {
    var world = FakeWorld()
    world.press(.search)
    world.type("hội đàm cấp cao")
    world.press(.wordLeft, .wordLeft, .deleteWordForward)
    #expect(world.state.prompt?.edit.text == "hội đàm  cao")
    world.press(.cursorStart, .putBack)
    #expect(world.state.prompt?.edit.text == "cấphội đàm  cao")
    world.press(.cursorStart, .wordRight)
    #expect(world.state.prompt?.edit.cursor == 6)
    world.press(.deleteToStart, .cursorEnd, .putBack)
    #expect(world.state.prompt?.edit.text == " đàm  caocấphội")
    world.press(.cancel, .chooseCountry)
    world.press(.deleteWord, .cursorEnd)
    world.type("han quoc")
    world.press(.deleteWord)
    #expect(world.state.picker?.edit.text == "han ")
  }

  @Test func theHistoryIsSoughtByWhatIsTyped() {
    var world = FakeWorld()
    for words in ["điện đàm", "tin 5", "đàm số"] {
      world.press(.search)
      world.press(.deleteToStart)
      world.type(words)
      world.press(.accept)
    }
    world.press(.search)
    world.type("dam")
    world.press(.searchHistory)
    #expect(world.state.prompt?.edit.text == "đàm số")
    world.press(.searchHistory)
    #expect(world.state.prompt?.edit.text == "điện đàm")
    world.press(.searchHistory)
    #expect(world.state.prompt?.edit.text == "điện đàm")
    #expect(world.state.notice?.text == "No older entry fits.")
    world.press(.newer, .newer, .newer)
    #expect(world.state.prompt?.edit.text == "dam")
    world.press(.older)
    #expect(world.state.prompt?.edit.text == "đàm số")
  }

  @Test func aSearchIsOfThisViewOrOfEverything() {
    var world = FakeWorld()
    world.press(.slot2, .search)
    world.type("điện đàm")
    #expect(world.state.timeline.window.total == 15)
    world.press(.searchEverything)
    #expect(world.state.timeline.window.total == 60)
    #expect(world.state.prompt?.searchesEverything == true)
    world.press(.searchEverything)
    #expect(world.state.timeline.window.total == 15)
    world.press(.searchEverything, .cancel)
    #expect(world.state.filter.text == "country:KR")
    world.press(.filter, .searchEverything)
    #expect(world.state.notice?.text == "Only a search has that; / begins one.")
  }

  @Test func exactMarksAreAskedForWithOneKey() {
    var world = FakeWorld()
    world.press(.search)
    world.type("dien")
    #expect(world.state.timeline.window.total == 60)
    world.press(.exactMarks)
    #expect(world.state.filter.searches == ["=dien"])
    #expect(world.state.timeline.window.total == 0)
    world.press(.exactMarks)
    #expect(world.state.prompt?.edit.text == "dien")
    #expect(world.state.timeline.window.total == 60)
  }

  @Test func pickedValuesMayAllBeWantedAtOnce() {
    var world = FakeWorld()
    world.press(.chooseCountry)
    world.type("vi")
    world.press(.pickAdd, .deleteToStart)
    world.type("lao")
    world.press(.pickAdd, .pickAnyAll, .accept)
    #expect(world.state.filter.text == "(country:VN) (country:LA)")
    #expect(world.state.filter.chips(.english).map(\.label) == ["&VN", "&LA"])
    world.press(.chooseKind, .pickAnyAll)
    #expect(world.state.notice?.text == "An event has one of these only: any of them will do.")
  }

  @Test func allThatIsShownIsTakenAndGivenBack() {
    var world = FakeWorld()
    world.press(.chooseCountry, .pickShown)
    #expect(world.state.picker?.chosen.count == 5)
    world.press(.pickShown)
    #expect(world.state.picker?.chosen.isEmpty == true)
    world.press(.pickShown, .accept)
    #expect(world.state.filter.countries.count == 5)
    world.press(.palette, .pickShown)
    #expect(world.state.notice?.text == "Only one can be taken here.")
  }

  @Test func tabInASearchCompletesFromItsHistory() {
    var world = FakeWorld()
    world.press(.search)
    world.type("điện đàm")
    world.press(.accept, .search)
    world.type("dien")
    world.press(.complete)
    #expect(world.state.prompt?.edit.text == "điện đàm")
    world.press(.complete)
    #expect(world.state.notice?.text == "Nothing to complete here.")
  }
}
