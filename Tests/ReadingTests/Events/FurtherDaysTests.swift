import Diplomacy
import Testing

@testable import Reading

/// Tuesday 21 May 2024 is the day of the report.
@Suite struct FurtherDaysTests {
  private func days(_ paragraphs: String...) -> [String] {
    Report(paragraphs).events.map { "\($0.kind) \($0.date?.iso ?? "-")" }
  }

  @Test func whatTheSameTwoDoOnAnotherDayIsAnotherEvent() {
    let told = days(
      "Thủ tướng Lào Bounmy Keovong hội kiến Thủ tướng Nga Ivan Morozov ngày 21/5.",
      "Thủ tướng Lào Bounmy Keovong sẽ hội đàm với Tổng thống Nga Pavel Orlov ngày 22/5 tại Moskva.")
    #expect(told == ["meeting 2024-05-21", "talks 2024-05-22"])
  }

  @Test func theSameDayTheFrameAndFormerYearsAreNoneOfTheirOwn() {
    let told = days(
      "Thủ tướng Lào Bounmy Keovong hội đàm với Thủ tướng Nga Ivan Morozov ngày 21/5.",
      "Ngày 21/5, Thủ tướng Lào Bounmy Keovong hội kiến Tổng thống Nga Pavel Orlov.",
      "Thủ tướng Lào thăm chính thức Nga từ ngày 20 đến 23/5.",
      "Trước đó, ngày 3/4/2019, Thủ tướng Lào hội đàm với Thủ tướng Nga.")
    #expect(told == ["talks 2024-05-21"])
  }
}
