import Diplomacy
import Testing

@testable import Lexicons

@Suite struct PhraseTableTests {
  private func found(_ phrases: [(String, Meaning, FreeCase)], _ text: String) -> [String] {
    let table = PhraseTable(phrases.map { (form: $0.0, meaning: $0.1, free: $0.2) })
    return table.findings(in: words(of: text)).map {
      "\($0.meaning) \($0.words.lowerBound)-\($0.words.upperBound)"
    }
  }

  @Test func inALayerTheLongestFromTheLeftWins() {
    let phrases: [(String, Meaning, FreeCase)] = [
      ("a", .family, .none), ("a b", .family, .none), ("b c d", .family, .none), ("d", .family, .none),
    ]
    #expect(found(phrases, "a b c d") == ["family 0-2", "family 3-4"])
  }

  @Test func phrasesOfOtherLayersOverlap() {
    let phrases: [(String, Meaning, FreeCase)] = [
      ("a b", .family, .none), ("b", .ministry, .none), ("a", .signal(.of), .none),
      ("a", .signal(.by), .none),
    ]
    #expect(
      found(phrases, "a b") == [
        "family 0-2", "signal(Lexicons.Meaning.Signal.of) 0-1",
        "signal(Lexicons.Meaning.Signal.by) 0-1", "ministry 1-2",
      ])
  }

  @Test func ofEqualPhrasesOfALayerTheFirstStays() {
    let phrases: [(String, Meaning, FreeCase)] = [("a", .scale(1), .none), ("a", .scale(2), .none)]
    #expect(found(phrases, "a") == ["scale(1) 0-1"])
  }

  @Test func aCapitalOfTheListIsAskedForWhereItIsNotFree() {
    let name: [(String, Meaning, FreeCase)] = [("Mỹ", .trap, .none)]
    #expect(found(name, "mỹ Mỹ MỸ").map { $0.suffix(3) } == ["1-2", "2-3"])
    let first: [(String, Meaning, FreeCase)] = [("Thứ Hai", .trap, .first)]
    #expect(found(first, "thứ Hai, thứ hai").map { $0.suffix(3) } == ["0-2"])
    let all: [(String, Meaning, FreeCase)] = [("Thủ Tướng", .trap, .all)]
    #expect(found(all, "thủ tướng, Thủ tướng").count == 2)
    let small: [(String, Meaning, FreeCase)] = [("ngày", .trap, .none)]
    #expect(found(small, "ngày NGÀY").count == 2)
  }

  @Test func aPhraseNeedsAllItsWords() {
    let phrases: [(String, Meaning, FreeCase)] = [("a b c", .trap, .none)]
    #expect(found(phrases, "a b").isEmpty)
    #expect(found(phrases, "a b d").isEmpty)
    #expect(found(phrases, "a b, c").isEmpty)
  }

  @Test func manyPhrasesAreAllFound() {
    let forms = (0..<300).map { "word\($0)" }
    let table = PhraseTable(
      forms.enumerated().map { (form: "x\($0.offset) y", meaning: .scale($0.offset), free: .none) })
    for index in 0..<300 {
      #expect(table.findings(in: words(of: "x\(index) y")).map(\.meaning) == [.scale(index)])
    }
  }
}
