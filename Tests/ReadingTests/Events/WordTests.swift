import Testing

@testable import Lexicons

@Suite struct WordTests {
  @Test func wordsNumbersAndSignsAreCutApart() {
    let cut = words(of: "Su-30 (2,5%) “Ý” – x")
    #expect(cut.map(\.sign) == [0, 45, 0, 40, 0, 44, 0, 37, 41, 1, 0, 1, 45, 0])
    #expect(cut.compactMap(\.number) == [30, 2, 5])
  }

  @Test func capitalsAndShoutingAreTold() {
    let cut = words(of: "Lào LÀO lào L")
    #expect(cut.map(\.isCapital) == [true, true, false, true])
    #expect(cut.map(\.isShouted) == [false, true, false, false])
    #expect(Set(cut.prefix(3).map(\.key)).count == 1)
  }

  @Test func aNumberOfMoreThanNineDigitsHasNoValue() {
    #expect(words(of: "123456789 1234567890").map(\.number) == [123_456_789, 0])
  }
}
