import Diplomacy
import Lexicons
import Testing

@testable import Reading

@Suite struct MentionJudgeTests {
  private func candidates(_ paragraphs: String..., on day: String = "2024-05-20") throws -> [MentionJudge
    .Candidate]
  {
    let report = Report(paragraphs)
    let scene = try report.scene()
    let judge = MentionJudge(scene, Focus(scene), Measure<MentionMark>(.standard))
    return try judge.candidates(beside: report.act(.talks), on: PartialDate(iso: day))
  }

  private func told(_ candidates: [MentionJudge.Candidate]) -> [String] {
    candidates.map { "\($0.mention.date.iso) \($0.mention.kind.rawValue) \($0.mention.parties.code)" }
  }

  private let news = "Lào hội đàm với Nga ngày 20/5."

  @Test func anotherDayWithAnActIsAnotherAct() throws {
    #expect(told(try candidates(news, "Thái Lan thăm Lào ngày 3/4/2019.")) == ["2019-04-03 visit TH-LA"])
    #expect(
      told(try candidates(news, "Thái Lan thăm Lào năm 2015. Nga ký hiệp định với Lào năm 2016."))
        == ["2015 visit TH-LA", "2016 agreement RU-LA"])
  }

  @Test func theDayOfTheEventAndWhatHoldsItIsNone() throws {
    #expect(told(try candidates(news, "Thái Lan thăm Lào hồi tháng 5/2024.")).isEmpty)
  }

  @Test func aDayWithoutAnActIsNone() throws {
    #expect(told(try candidates(news, "Ông sinh ngày 3/4/1960 tại Lào.")).isEmpty)
  }

  @Test func theSameActToldTwiceIsOne() throws {
    let visit = "Thái Lan thăm Lào ngày 3/4/2019."
    #expect(told(try candidates(news, visit, visit)) == ["2019-04-03 visit TH-LA"])
  }

  @Test func aMentionIsMarkedByItsDay() throws {
    let found = try candidates(
      news, "Thái Lan thăm Lào ngày 3/4/2010.", "Thái Lan sẽ thăm Lào từ 1 đến 3/6.",
      "Nga phản đối Lào hồi tháng 4.")
    let marks = found.map { Set($0.marks.values.map(\.mark)) }
    #expect(marks[0].isSuperset(of: [.old, .visit, .bothSides, .head]) && !marks[0].contains(.samePair))
    #expect(marks[1].isSuperset(of: [.ahead, .stretch]))
    #expect(marks[2].isSuperset(of: [.recent, .month, .weakKind, .samePair]))
  }

  @Test func onlyThoseWithEnoughPointsAreTold() throws {
    let report = Report(news, "Thái Lan thăm Lào ngày 3/4/2019.", "Thái Lan thăm Lào năm 2015.")
    let scene = try report.scene()
    let measure = Measure<MentionMark>(Weights(["mentions.least": 0, "mention.year": -1]))
    let found = try MentionJudge(scene, Focus(scene), measure).mentions(
      beside: report.act(.talks), on: PartialDate(iso: "2024-05-20"))
    #expect(found.map(\.mention.date.iso) == ["2019-04-03"])
  }
}
