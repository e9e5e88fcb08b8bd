import Diplomacy
import Testing

@testable import Reading

@Suite struct LevelJudgeTests {
  private func level(_ report: Report, _ kind: EventKind) throws -> ProtocolLevel {
    let scene = try report.scene()
    let act = try report.act(kind)
    let people = PeopleJudge(scene, Measure<PersonMark>(.standard)).participants(in: act)
    return LevelJudge(scene: scene, act: act, participants: people).level().level
  }

  @Test(arguments: [
    (
      "Ngoại trưởng Lào Bounmy Keovong hội đàm với Thủ tướng Nga Ivan Sokolov.", EventKind.talks,
      ProtocolLevel.headOfGovernment
    ),
    ("Đại sứ Lào Bounmy Keovong gặp Quốc vương Thái Lan.", .meeting, .headOfStateOrParty),
    ("Chủ tịch Quốc hội Lào điện đàm với Ngoại trưởng Nga.", .phoneCall, .legislature),
    ("Thứ trưởng Lào hội đàm với Thứ trưởng Nga.", .talks, .other),
  ]) func theHighestRankOfEitherSideCounts(_ text: String, _ kind: EventKind, _ level: ProtocolLevel) throws {
    #expect(try self.level(Report(text), kind) == level)
  }

  @Test func ofAVisitTheVisitorsRankCountsAlone() throws {
    let text = "Ngoại trưởng Lào Bounmy Keovong thăm Nga theo lời mời của Tổng thống Nga Ivan Sokolov."
    #expect(try level(Report(text), .visit) == .minister)
  }

  @Test func withoutAnyOfficeTheLevelIsOther() throws {
    #expect(try level(Report("Lào hội đàm với Nga."), .talks) == .other)
  }
}
