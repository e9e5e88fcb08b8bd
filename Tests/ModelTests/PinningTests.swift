import Commands
import Diplomacy
import Testing

@testable import Model

@Suite struct PinningTests {
  private let candidates = ["VN", "US", "CN", "KR"].map {
    CountrySlot(country: Country($0)!, name: $0, events: 10)
  }

  private func codes(_ bar: SlotBar) -> [String] {
    bar.slots.map { "\($0.number)" + ($0.isPinned ? "*" : " ") + $0.country.code }
  }

  private func bar(_ pins: [Int: String] = [:]) -> SlotBar {
    SlotBar(candidates, pins: pins.compactMapValues { Country($0) }, names: FewNames())
  }

  @Test func pinsHaveTheirNumbersAndTheOthersTakeWhatIsLeft() {
    #expect(codes(bar()) == ["1 VN", "2 US", "3 CN", "4 KR"])
    #expect(codes(bar([2: "KR", 7: "LA"])) == ["1 VN", "2*KR", "3 CN", "4 US", "7*LA"])
    #expect(bar([7: "LA"])[7]?.events == 0 && bar([2: "KR"])[2]?.events == 10)
    #expect(bar([7: "LA"])[5] == nil)
  }

  @Test func onlyTheTwoThatChangePlacesMove() {
    var bar = bar()
    bar.pin(Country("KR")!, at: 1)
    #expect(codes(bar) == ["1*KR", "2 US", "3 CN", "4 VN"])
    bar.pin(Country("LA")!, at: 1)
    #expect(codes(bar) == ["1*LA", "2 US", "3 CN", "4 VN", "5 KR"])
    bar.pin(Country("LA")!, at: 9)
    #expect(codes(bar) == ["2 US", "3 CN", "4 VN", "5 KR", "9*LA"])
    bar.unpin(9)
    #expect(codes(bar).last == "9 LA" && bar.pins.isEmpty)
  }

  @Test func aCountFillsFreeNumbersAndMovesNobody() {
    var bar = bar([3: "LA"])
    bar.take(
      ["JP", "VN", "US"].map { FacetCount(value: .country(Country($0)!), events: 5) })
    #expect(codes(bar) == ["1 VN", "2 US", "3*LA", "4 KR", "5 CN", "6 JP"])
    #expect(bar.slots.map(\.events) == [5, 5, 0, 0, 0, 5])
  }

  @Test func aKeyInTheListPinsAndTheSameKeyTakesThePinOff() {
    var browser = StandIn()
    browser.press(.chooseCountry)
    browser.type("us")
    browser.press(.pin1)
    #expect(codes(browser.state.bar).first == "1*US")
    #expect(browser.state.notice?.text == "Hoa Kỳ is pinned to slot 1.")
    browser.press(.pin1)
    #expect(codes(browser.state.bar).first == "1 US")
    #expect(browser.state.notice?.text == "Hoa Kỳ is no longer pinned; it keeps slot 1 for this session.")
    browser.press(.cancel, .chooseKind, .pin2)
    #expect(browser.state.notice?.text == "Only a country can be pinned to a slot.")
  }

  @Test func aPinIsUndoneAndRedone() {
    var browser = StandIn()
    let before = codes(browser.state.bar)
    browser.press(.commandLine)
    browser.type("pin 6 han quoc")
    browser.press(.accept)
    #expect(browser.state.bar.pins == [6: Country("KR")!])
    #expect(browser.state.desk.pins == [6: Country("KR")!])
    browser.press(.undo)
    #expect(codes(browser.state.bar) == before && browser.state.notice?.text == "Undone: KR pinned to slot 6")
    browser.press(.redo)
    #expect(codes(browser.state.bar).last == "6*KR")
    browser.press(.slot6)
    #expect(browser.state.filter.countries == [Country("KR")!])
    browser.press(.slot1)
    #expect(browser.state.notice?.text == "No country stands in that slot.")
  }

  @Test(arguments: [
    ("pin 0 KR", "“0 KR” will not do; write :pin 3 KR."),
    ("pin 10 KR", "“10 KR” will not do; write :pin 3 KR."),
    ("pin 3 atlantis", "“atlantis” is no country; write its code or its name."),
    ("unpin x", "“x” will not do; write :unpin 3."),
    ("unpin 3", "Nothing is pinned to slot 3."),
  ])
  func aLineThatPinsNothingIsTold(line: String, sentence: String) {
    var browser = StandIn()
    browser.press(.commandLine)
    browser.type(line)
    browser.press(.accept)
    #expect(browser.state.notice?.text == sentence)
    #expect(browser.state.log.done.isEmpty)
  }
}
