import Diplomacy
import Testing

@testable import Reading

@Suite struct ReportDayTests {
  private func day(_ text: String, on header: String?) -> String? {
    let report = Report(text, on: header)
    return ReportDay(report.article.published, passages: [report.passage]).date?.iso
  }

  @Test func aDatelineTellsTheDayWhereTheHeaderKnowsOnlyTheMonth() {
    let told = { (dateline: String) in
      Report(
        "Laos and Russia hold talks",
        "VIENTIANE, \(dateline) (KPL) -- Laos held talks with Russia on Monday.",
        on: "2024-05", in: .english
      ).events.map(\.date?.iso)
    }
    #expect(told("May 21") == ["2024-05-20"])
    #expect(told("June 21") == ["2024-05"])
  }

  @Test func dayAndMonthOfTheHeaderMayBeSwapped() {
    #expect(day("Ngày 7-8, hai bên hội đàm.", on: "2025-07-08") == "2025-08-07")
    #expect(day("Ngày 6-8, hai bên hội đàm.", on: "2025-07-08") == "2025-08-07")
    #expect(Report("Ngày 7-8, Lào hội đàm với Nga.", on: "2025-07-08").events.map(\.status) == [.held])
  }

  @Test(arguments: [
    ("Ngày 7-7, hai bên hội đàm.", "2025-07-08"), ("Ngày 1-3, hai bên hội đàm.", "2025-07-08"),
    ("Hai bên hội đàm hôm qua.", "2025-07-08"), ("Ngày 7-8, hai bên hội đàm.", "2025-07-20"),
    ("Ngày 5-7, hai bên gặp, ngày 7-8 lại gặp.", "2025-07-08"),
    ("Ngày 7-8, hai bên sẽ hội đàm.", "2025-07-08"),
  ]) func otherwiseTheHeaderStands(_ text: String, _ header: String) {
    #expect(day(text, on: header) == header)
  }

  @Test func withoutAHeaderTheFirstYearOfADateStandsIn() {
    #expect(day("Kể từ năm 2015, đoàn đến từ tháng 8/2017 tới nay.", on: nil) == "2017")
    #expect(day("Đối thoại năm 2019 diễn ra.", on: nil) == "2019")
    #expect(day("Hai bên hội đàm ngày 3/4.", on: nil) == nil)
  }

  @Test func thatYearIsGivenToTheDaysOfTheText() throws {
    let report = Report("Đối thoại Lào - Nga năm 2017.", "Ngày 13/11, Lào hội đàm với Nga.", on: nil)
    #expect(try report.settledDays() == ["2017", "2017-11-13"])
  }
}
