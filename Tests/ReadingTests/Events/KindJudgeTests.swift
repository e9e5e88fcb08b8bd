import Diplomacy
import Lexicons
import Testing

@testable import Reading

/// The tie-breaks of the code book, as they stand with the weights that are shipped.
@Suite struct KindJudgeTests {
  private func kind(_ paragraphs: String..., in language: Article.Language = .vietnamese) -> [EventKind] {
    Report(paragraphs, in: language).events.map(\.kind)
  }

  @Test func theKindOfTheFirstParagraphWins() {
    #expect(
      kind(
        "Thủ tướng Lào điện đàm với Thủ tướng Nga ngày 20/5.", "Hai bên cũng mong sớm ký hiệp định.")
        == [.phoneCall])
  }

  @Test func aVisitYieldsToTheTalksHeldInItsCourse() {
    #expect(
      kind(
        "Thủ tướng Lào hội đàm với Thủ tướng Nga ngày 20/5 trong chuyến thăm chính thức Nga.",
        "Hai bên hội đàm về thương mại.") == [.talks])
  }

  @Test func aVisitStaysOneWhereTheArrivalIsTheNews() {
    #expect(
      kind(
        "Chiều 20/5, lễ đón Thủ tướng Lào thăm chính thức Nga diễn ra trọng thể.",
        "Thủ tướng Lào thăm chính thức Nga từ ngày 20 đến 22/5.") == [.visit])
  }

  @Test func talksStandAboveAMeetingOfTheSamePrincipals() {
    #expect(
      kind(
        "Ngày 20/5, Thủ tướng Lào hội đàm với Thủ tướng Nga.",
        "Hai Thủ tướng gặp nhau lần đầu, sau buổi hội đàm.")
        == [.talks])
  }

  @Test func anUpgradeStandsAboveThePaperThatIsSigned() {
    #expect(
      kind("Ngày 20/5, Lào và Nga ký tuyên bố nâng cấp quan hệ lên đối tác chiến lược.") == [.relations])
  }

  @Test func aSumInTheHeadlineIsAid() {
    #expect(
      kind("Nhật Bản viện trợ 2 triệu USD cho Lào", "Ngày 20/5, Nhật Bản viện trợ 2 triệu USD cho Lào.")
        == [.aid])
  }

  @Test func aCondolenceSpokenIsTheMeetingAndSentIsAMessage() {
    #expect(
      kind(
        "Ngày 20/5, Thủ tướng Lào tiếp Đại sứ Nga Ivan Sokolov.",
        "Tại buổi tiếp, Thủ tướng Lào chia buồn với Nga.")
        == [.meeting])
    #expect(kind("Ngày 20/5, Thủ tướng Lào gửi điện chia buồn tới Thủ tướng Nga.") == [.message])
  }

  @Test func forceIsAnIncidentAndTheNoteAboutItAProtest() {
    #expect(kind("Ngày 20/5, hải quân Iran bắt giữ tàu chiến Anh.") == [.incident])
    #expect(
      kind(
        "Ngày 20/5, Bộ Ngoại giao Anh triệu Đại sứ Iran để phản đối.",
        "Anh trao công hàm phản đối Iran về vụ việc.") == [.protest])
  }

  @Test func expellingADiplomatIsRelationsAndSummoningHimAProtest() {
    #expect(kind("Ngày 20/5, Bộ Ngoại giao Nga trục xuất hai nhà ngoại giao Anh.") == [.relations])
    #expect(kind("Russia expelled two British diplomats on May 20.", in: .english) == [.relations])
    #expect(
      kind("Russia's Foreign Ministry summoned the British ambassador on May 20.", in: .english)
        == [.protest])
  }

  @Test func theMarksTellWhichOtherKindsStandBeside() throws {
    let report = Report("Lào thăm Nga.", "Lào gặp Nga.", "Lào hội đàm với Nga.")
    let acts = try report.acts().map { act in
      var act = act
      act.points = 0
      return act
    }
    let found = try KindJudge(.standard).candidates(for: acts[0], among: acts, in: report.scene())
    let marks = Dictionary(
      uniqueKeysWithValues: found.map { ($0.act.kind, Set($0.marks.values.map(\.mark))) })
    #expect(marks[.visit]?.isSuperset(of: [.visit, .first, .visitBesideAct]) == true)
    #expect(marks[.meeting]?.isSuperset(of: [.second, .meetingBesideTalks, .actBesideVisit]) == true)
    #expect(marks[.talks]?.isSuperset(of: [.talksBesideMeeting, .actBesideVisit]) == true)
  }

  @Test func anActOfAnotherPairOrFarBehindGivesNoKind() throws {
    let report = Report("Lào thăm Nga.", "Lào gặp Nga.", "Lào hội đàm với Thái Lan.")
    var acts = try report.acts()
    acts[0].points = 0
    acts[1].points = 5.5
    let found = try KindJudge(.standard).candidates(for: acts[1], among: acts, in: report.scene())
    #expect(found.map(\.act.kind) == [.meeting])
  }
}
