import Diplomacy
import Lexicons
import Testing

@Suite struct CountryNamesTests {
  let names = CountryNames()

  @Test(arguments: ["kr", "KR", "han quoc", "hàn", "south korea", "한국"])
  func koreaIsFoundByCodeAndByNamesOfEveryLanguage(_ typed: String) {
    let korea = Country("KR")
    #expect(names.matches(typed).first == korea, "\(typed)")
  }

  @Test func anExactCodeComesBeforeNamesThatBeginWithIt() {
    #expect(names.matches("la").first == Country("LA"))
    #expect(names.matches("us").first == Country("US"))
  }

  @Test func nothingTypedKeepsEveryCountry() {
    #expect(names.matches("  ") == names.all)
    #expect(names.matches("zzzz").isEmpty)
    #expect(names.all.count > 195)
  }

  @Test func aCountryHasItsNameInEachLanguage() throws {
    let korea = try #require(Country("KR"))
    #expect(names.name(korea, in: .vietnamese) == "Hàn Quốc")
    #expect(names.name(korea, in: .english) == "South Korea")
    #expect(names.korean(korea) != nil)
    #expect(names.name(try #require(Country("QQ")), in: .english) == "QQ")
  }
}
