import Diplomacy
import Lexicons
import Testing

@testable import Reading

@Suite struct NewsJudgeTests {
  private let judge = NewsJudge(
    Weights(["news.least": 1, "news.least-further": 2, "news.behind-best": 3, "act.talks": 1.5]))

  /// Acts of Laos towards others, both sides named, with those points.
  private func acts(_ points: [(String, Double)]) throws -> [Act] {
    let model = try Report("Lào hội đàm với Nga.").act(.talks)
    let mention = try #require(model.sides.counterpartMention)
    return try points.enumerated().map { place, one in
      let country = try #require(Country(one.0))
      return Act(
        kind: model.kind, subkind: nil, page: 0, words: place..<place + 1, sentence: 0,
        plainness: Plainness(level: 7),
        sides: BoundSides(
          actor: model.sides.actor, counterpart: country, actorMention: model.sides.actorMention,
          counterpartMention: mention, isPaired: false), marks: model.marks, points: one.1)
    }
  }

  private func news(_ points: [(String, Double)]) throws -> [String] {
    try judge.news(acts(points)).map { "\($0.sides.counterpart.code) \($0.points)" }
  }

  @Test func theActWithTheMostPointsIsTheNews() throws {
    #expect(try news([("RU", 1.5), ("RU", 4), ("RU", 2)]) == ["RU 4.0"])
  }

  @Test func ofEqualActsTheFirstIsTheNews() throws {
    #expect(try news([("RU", 1.5), ("TH", 1.5)]) == ["RU 1.5"])
  }

  @Test func tooFewPointsAreNoNews() throws {
    #expect(try news([("RU", 0.9), ("TH", 0.5)]).isEmpty)
    #expect(try news([("RU", 1)]) == ["RU 1.0"])
    #expect(judge.news([]).isEmpty)
  }

  @Test func aFurtherPairNeedsMoreAndMustNotFallBehind() throws {
    #expect(try news([("RU", 4), ("TH", 2.5), ("KH", 1.9)]) == ["RU 4.0", "TH 2.5"])
    #expect(try news([("RU", 6), ("TH", 2.5), ("KH", 3)]) == ["RU 6.0", "KH 3.0"])
  }

  @Test func aFurtherPairIsNamedInItsSentence() throws {
    var acts = try acts([("RU", 4), ("TH", 3)])
    let model = acts[1]
    acts[1] = Act(
      kind: model.kind, subkind: nil, page: 0, words: model.words, sentence: 0, plainness: model.plainness,
      sides: BoundSides(
        actor: model.sides.actor, counterpart: model.sides.counterpart,
        actorMention: model.sides.actorMention, counterpartMention: nil, isPaired: false),
      marks: model.marks, points: 3)
    #expect(judge.news(acts).map { $0.sides.counterpart.code } == ["RU"])
  }

  @Test func thoseNamedInOneListAreNewsTogether() throws {
    let report = Report("Thủ tướng Lào gửi điện mừng tới Nga và Peru.")
    let acts = try report.acts().map {
      Act(
        kind: $0.kind, subkind: nil, page: 0, words: $0.words, sentence: 0, plainness: $0.plainness,
        sides: $0.sides, marks: $0.marks, points: 1)
    }
    #expect(judge.news(acts).map(\.sides.counterpart.code) == ["RU", "PE"])
  }

  @Test func noMoreThanFourPairsAreNews() throws {
    let points = ["RU", "TH", "KH", "CN", "JP", "KR"].map { ($0, 5.0) }
    #expect(try news(points).count == 4)
  }

  @Test func pointsAreTheWeightsOfTheMarks() throws {
    let act = try #require(judge.weighed(acts([("RU", 0)])).first)
    #expect(act.points == 1.5)
  }
}
