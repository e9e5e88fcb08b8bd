import Diplomacy
import Testing
import Text

@testable import Lexicons

@Suite struct WordListTests {
  private static let languages = ["vi", "en"]
  private static let lists = [
    "days", "families", "kinds", "leaders", "ministries", "money", "offices", "pairs", "places", "shorts",
    "signals", "topics", "traps",
  ]

  private func rows(_ list: String) -> [[String]] {
    Self.languages.flatMap { LexiconShelf($0).rows(list) }
  }

  @Test(arguments: languages, lists) func noFormStandsTwiceInAList(_ language: String, _ list: String) {
    var seen: Set<[String]> = []
    let rows = LexiconShelf(language).rows(list)
    #expect(!rows.isEmpty)
    for row in rows {
      // A word may be several signals.
      let key = [normalized(row[0])] + (list == "signals" ? [row[1]] : [])
      #expect(seen.insert(key).inserted, "\(row)")
    }
  }

  @Test(arguments: languages, lists) func everyFormHasWordsAndNoBlankAround(
    _ language: String, _ list: String
  ) {
    for row in LexiconShelf(language).rows(list) {
      #expect(!words(of: row[0]).isEmpty && row[0].first != " " && row[0].last != " ", "\(row)")
    }
  }

  @Test func everyKindAndSubkindIsKnownAndTheySuitEachOther() {
    for row in rows("kinds") {
      let kind = EventKind(rawValue: row[1])
      #expect(kind != nil && (1...10).contains(Int(row[3]) ?? 0), "\(row)")
      if row[2] != "-" { #expect(Subkind(rawValue: row[2]).map(\.kind) == kind, "\(row)") }
    }
  }

  @Test func everyLevelTopicAndSignalIsKnown() {
    for row in rows("offices") { #expect(ProtocolLevel(rawValue: row[1]) != nil, "\(row)") }
    for row in rows("leaders") { #expect(ProtocolLevel(rawValue: row[2]) != nil, "\(row)") }
    for row in rows("topics") { #expect(Topic(rawValue: row[1]) != nil, "\(row)") }
    let signals = Set(Meaning.Signal.allCases.map { "\($0)" })
    for row in rows("signals") { #expect(signals.contains(row[1]), "\(row)") }
  }

  @Test func everyCountryOfTheListsIsKnown() {
    let known = Set(CountryNames().all.map(\.code)).union(["EU", "UN", "XK", "ASEAN", "NATO"])
    let columns = [("leaders", [1]), ("places", [1]), ("offices", [2]), ("shorts", [1]), ("pairs", [1, 2])]
    for (list, places) in columns {
      for row in rows(list) {
        for place in places where row[place] != "-" { #expect(known.contains(row[place]), "\(list) \(row)") }
      }
    }
  }

  @Test func everyWordOfDaysAndMoneyIsUnderstood() {
    for (lexicon, language) in [(Lexicon.vietnamese, "vi"), (.english, "en")] {
      for row in LexiconShelf(language).rows("days") {
        let found = lexicon.findings(in: words(of: normalized(row[0])))
        #expect(found.contains { if case .day = $0.meaning { true } else { false } }, "\(row)")
      }
    }
    for row in rows("money") {
      switch row[1] {
      case "scale": #expect(Int(row[2]) ?? 0 > 1, "\(row)")
      case "currency": #expect(Currency(row[2]) != nil, "\(row)")
      default: #expect(row[1] == "unit", "\(row)")
      }
    }
  }
}
