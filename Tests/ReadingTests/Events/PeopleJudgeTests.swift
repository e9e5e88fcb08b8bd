import Diplomacy
import Lexicons
import Testing

@testable import Reading

@Suite struct PeopleJudgeTests {
  private func judge(_ report: Report, _ weights: Weights = .standard) throws -> PeopleJudge {
    PeopleJudge(try report.scene(), Measure<PersonMark>(weights))
  }

  private func candidates(_ report: Report, _ kind: EventKind = .talks) throws -> [PeopleJudge.Candidate] {
    try judge(report).candidates(for: report.act(kind))
  }

  @Test func thoseOfTheTwoSidesTakePartOthersDoNot() throws {
    let report = Report(
      "Thủ tướng Lào Bounmy Keovong hội đàm với Thủ tướng Nga Ivan Sokolov, theo Đại sứ Peru Ana Quispe.")
    #expect(
      try judge(report).participants(in: report.act(.talks)).map {
        "\($0.person.name) \($0.person.country.code)"
      }
        == ["Bounmy Keovong LA", "Ivan Sokolov RU"])
  }

  @Test func theFullestNameAndTitleAndTheHighestRankAreKept() throws {
    let report = Report(
      "Ông Sokolov, Thủ tướng Nga, hội đàm với Thủ tướng Lào.", "Thứ trưởng Nga Ivan Sokolov rời đi.",
      "Phó Thủ tướng, Bộ trưởng Ngoại giao Nga Ivan Sokolov trở lại.")
    let found = try candidates(report)
    #expect(found.map(\.person.name) == ["Ivan Sokolov"])
    #expect(found[0].person.title == "Phó Thủ tướng, Bộ trưởng Ngoại giao" && found[0].level == .minister)
  }

  @Test func theCounterpartIsOfTheOtherSide() throws {
    let report = Report("Ngoại trưởng Lào Bounmy Keovong hội đàm với người đồng cấp Ivan Sokolov tại Nga.")
    #expect(try candidates(report).map(\.person.country.code) == ["LA", "RU"])
  }

  @Test func aSyllableOrAShoutedWordIsNoName() throws {
    let report = Report("Thủ tướng Lào Xa hội đàm với Thủ tướng Nga TASS.")
    #expect(try candidates(report).isEmpty)
  }

  @Test func aNameIsMarkedByWhereItStands() throws {
    let report = Report(
      "Thủ tướng Lào Bounmy Keovong hội đàm với Nga.", "Trước đó, Đại sứ Nga Ivan Sokolov nói về hiệp định.")
    let marks = try candidates(report).map { Set($0.marks.values.map(\.mark)) }
    #expect(marks[0].isSuperset(of: [.actSentence, .isSide, .title, .sameKind, .actorSide, .high]))
    #expect(marks[1].isSuperset(of: [.lead, .otherKind, .background, .speaks, .low]))
    #expect(marks[1].isDisjoint(with: [.actSentence, .isSide, .actorSide]))
  }

  @Test func theOneWhoVoicesAProtestIsMarked() throws {
    let report = Report("Người phát ngôn Bộ Ngoại giao Nga Ana Petrova phản đối Anh.")
    let found = try candidates(report, .protest)
    #expect(found.count == 1 && found[0].marks.values.contains { $0.mark == .voice })
  }

  @Test func onlyNamesWithEnoughPointsTakePart() throws {
    let report = Report("Thủ tướng Lào Bounmy Keovong hội đàm với Nga.", "Đại sứ Nga Ivan Sokolov vắng mặt.")
    let judge = try judge(report, Weights(["people.least": 1, "person.isSide": 1]))
    #expect(try judge.participants(in: report.act(.talks)).map(\.person.name) == ["Bounmy Keovong"])
  }
}
