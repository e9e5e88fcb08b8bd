import Diplomacy
import Testing

@testable import Lexicons
@testable import Reading

@Suite struct WeightListTests {
  private static func names<Kind: Mark>(_ kind: Kind.Type) -> [String] {
    Kind.allCases.map { "\(Kind.judge).\($0)" }
  }

  @Test func everyMarkHasARowAndEveryRowIsAKnownMark() {
    let marks =
      Self.names(ActMark.self) + Self.names(KindMark.self) + Self.names(DayMark.self)
      + Self.names(PersonMark.self) + Self.names(TopicMark.self) + Self.names(MentionMark.self)
    let limits = [
      "news.least", "news.least-further", "news.least-further-day", "news.behind-best", "news.least-alike",
      "people.least",
      "topics.least",
      "mentions.least",
    ]
    let rows = LexiconShelf("rules").rows("weights")
    #expect(Set(marks).count == marks.count)
    #expect(Set(marks + limits).subtracting(rows.map { $0[0] }).sorted() == [])
    #expect(Set(rows.map { $0[0] }).subtracting(marks + limits).sorted() == [])
    #expect(rows.count == marks.count + limits.count)
    #expect(rows.allSatisfy { $0.count == 2 && Double($0[1])?.isFinite == true })
  }

  @Test func everyKindHasItsMarkInBothLists() {
    for kind in EventKind.allCases {
      let name = "\(kind)"
      #expect("\(ActMark.of(kind))" == name && "\(KindMark.of(kind))" == name)
    }
  }
}
