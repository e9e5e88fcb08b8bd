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

@Suite struct LexiconTests {
  @Test func bothPlacesOfTheToneMarkAreOneWord() {
    for (one, other) in [("hòa", "hoà"), ("ủy", "uỷ"), ("Mỹ", "Mĩ"), ("tỷ", "tỉ"), ("THỦ", "thủ")] {
      #expect(words(of: one).map(\.key) == words(of: other).map(\.key), "\(one)")
    }
    #expect(words(of: "hai").map(\.key) != words(of: "hay").map(\.key))
    #expect(words(of: "Ảnh").map(\.key) != words(of: "Anh").map(\.key))
  }

  @Test func theLongestPhraseWins() {
    let found = Lexicon.vietnamese.findings(in: words(of: "trên bán đảo Triều Tiên"))
    #expect(found.contains { $0.meaning == .trap })
    #expect(!found.contains { if case .country = $0.meaning { true } else { false } })
  }

  @Test(arguments: Article.Language.allCases) func everyKindHasAWordInEveryLanguage(
    _ language: Article.Language
  ) {
    let kinds = Lexicon.of(language).kinds
    for kind in EventKind.allCases where !(language == .english && kind == .other) {
      #expect(kinds.contains(kind), "\(language) \(kind)")
    }
  }
}
