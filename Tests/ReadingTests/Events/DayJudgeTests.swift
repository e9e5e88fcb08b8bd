import Diplomacy
import Lexicons
import Testing

@testable import Reading

/// Tuesday 21 May 2024 is the day of the report.
@Suite struct DayJudgeTests {
  private func day(_ paragraphs: String..., of kind: EventKind = .talks) throws -> String? {
    let report = Report(paragraphs)
    let judge = try DayJudge(report.scene(), Balance(.standard), acts: report.acts())
    let found: DayJudge.Candidate? = try judge.day(of: report.act(kind))
    return found.map { $0.date.date.iso + ($0.date.end.map { "/" + $0.iso } ?? "") }
  }

  private func marks(_ text: String, _ index: Int = 0, in language: Article.Language = .vietnamese) throws
    -> Set<DayMark>
  {
    let report = Report(text, in: language)
    let judge = try DayJudge(report.scene(), Balance(.standard), acts: report.acts())
    let found = try judge.candidates(for: report.act(.talks))
    return Set(try #require(found.dropFirst(index).first).marks.values.map(\.mark))
  }

  @Test func theDayBesideTheActIsItsDay() throws {
    #expect(try day("Ngày 20/5, Thủ tướng Lào hội đàm với Thủ tướng Nga.") == "2024-05-20")
    #expect(
      try day("Lào hội đàm với Nga ngày 20/5.", "Hiệp định hai nước ký ngày 3/4/2015 còn hiệu lực.")
        == "2024-05-20")
  }

  @Test func aVisitHasItsFirstAndItsLastDay() throws {
    #expect(
      try day("Thủ tướng Lào sẽ thăm chính thức Nga từ ngày 26 đến 28/5.", of: .visit)
        == "2024-05-26/2024-05-28")
  }

  @Test func withoutADayTheReportsOwnStands() throws {
    #expect(try day("Thủ tướng Lào hội đàm với Thủ tướng Nga.") == nil)
    #expect(Report("Thủ tướng Lào điện đàm với Thủ tướng Nga.").events.map(\.date?.iso) == ["2024-05-21"])
  }

  @Test func whereOnlyTheMonthOfTheReportIsKnownYesterdayIsThatMonth() {
    let report = Report(
      "Thủ tướng Lào hôm qua hội đàm với Thủ tướng Nga.", "Hiệp định cũ được ký ngày 3/4 tại Geneva.",
      on: "2024-05")
    #expect(report.events.map(\.date?.iso) == ["2024-05"])
    let full = Report("Thủ tướng Lào hôm qua, ngày 20/5, hội đàm với Thủ tướng Nga.", on: "2024-05")
    #expect(full.events.map(\.date?.iso) == ["2024-05-20"])
  }

  @Test func aDayIsMarkedByItsPlaceBesideTheAct() throws {
    let near = try marks("Lào hội đàm với Nga ngày 20/5.")
    #expect(near.isSuperset(of: [.actSentence, .besideAct, .behindAct, .nearest, .bothSides, .dayBefore]))
    let far = try marks("Lào hội đàm với Nga. Ngày 3/5/2019, Thái Lan thăm Lào.")
    #expect(far.isSuperset(of: [.actParagraph, .old, .oneSide, .otherKind, .besideStranger]))
    #expect(far.isDisjoint(with: [.actSentence, .besideAct, .sameKind]))
  }

  @Test func theDayOfTheDatelineTheReportAndTheEndAreMarked() throws {
    #expect(
      try marks("HANOI, May 20 (Reuters) - Laos held talks with Russia.", in: .english).contains(.dateline))
    #expect(try !marks("On May 20 Laos held talks with Russia.", in: .english).contains(.dateline))
    #expect(try marks("Ngày 20/5 cho biết Lào hội đàm với Nga.").contains(.reported))
    #expect(try marks("Lào hội đàm với Nga, kéo dài đến ngày 23/5.").contains(.until))
  }

  @Test(arguments: [
    ("hôm nay", DayMark.sameDay), ("ngày 20/5", .dayBefore), ("ngày 15/5", .week), ("ngày 20/4", .month1),
    ("ngày 20/1", .old), ("ngày 25/5", .ahead), ("tháng 4", .month), ("năm 2019", .year),
    ("từ 18 đến 20/5", .rangeOfOther), ("hôm qua", .spoken),
  ]) func aDayIsMarkedByItsDistanceAndPrecision(_ words: String, _ mark: DayMark) throws {
    #expect(try marks("Lào hội đàm với Nga \(words).").contains(mark))
  }

  @Test func ofAnAnnouncedActTheDayLiesAhead() throws {
    let marks = try marks("Lào sẽ hội đàm với Nga ngày 30/8.")
    #expect(marks.isSuperset(of: [.aheadAsTold, .farAhead]) && !marks.contains(.ahead))
    #expect(try self.marks("Lào sẽ hội đàm với Nga, tin ngày 20/5.").contains(.pastOfPlanned))
  }

  @Test func aSentenceThatTellsTheActAgainGivesItsDay() throws {
    #expect(
      try day(
        "Thủ tướng Lào hội đàm với Thủ tướng Nga.",
        "Ngày 16/5, Thái Lan và Nhật Bản hội đàm. Ngày 20/5, Lào và Nga hội đàm tại Moskva.") == "2024-05-20")
    let again = try marks("Lào hội đàm với Nga. Ngày 20/5, Lào và Nga hội đàm lần nữa.")
    #expect(again.contains(.tellsAct))
    let other = try marks("Lào hội đàm với Nga. Ngày 20/5, Pháp hội đàm với Đức.")
    #expect(other.contains(.tellsStranger) && !other.contains(.tellsAct))
  }

  @Test func theDayOfADeathIsMarked() throws {
    #expect(try marks("Lào hội đàm với Nga về việc cựu Tổng thống qua đời ngày 18/5.").contains(.calamity))
    #expect(try !marks("Lào hội đàm với Nga ngày 18/5.").contains(.calamity))
  }
}
