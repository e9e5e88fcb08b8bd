import Diplomacy
import Testing

@testable import Reading

/// Tuesday 21 May 2024 is the day of the report unless a test says otherwise.
@Suite struct DateResolverTests {
  @Test(arguments: [
    ("Hôm nay, hai bên gặp nhau.", "2024-05-21"), ("Chiều này, hai bên gặp nhau.", "2024-05-21"),
    ("Chiều qua, hai bên gặp nhau.", "2024-05-20"),
    ("Hôm kia, hai bên gặp nhau.", "2024-05-19"), ("Ngày mai, hai bên gặp nhau.", "2024-05-22"),
    ("Cuộc gặp diễn ra hôm thứ Hai.", "2024-05-20"), ("Cuộc gặp diễn ra hôm thứ ba.", "2024-05-21"),
    ("Cuộc gặp đã diễn ra hôm thứ Tư.", "2024-05-15"), ("Hai bên sẽ gặp nhau vào thứ Năm.", "2024-05-23"),
    ("Cuộc gặp diễn ra cuối tuần qua.", "2024-05-18"), ("Tuần trước, hai bên gặp nhau.", "2024-05"),
    ("Tháng trước, hai bên gặp nhau.", "2024-04"), ("Năm ngoái, hai bên gặp nhau.", "2023"),
    ("Hai bên sẽ ký trong hai năm tới.", "2026"), ("Hai bên sẽ ký trong tháng tới.", "2024-06"),
  ]) func aWordForADayIsToldFromTheReport(_ text: String, _ day: String) {
    #expect(Report(text).days == [day])
  }

  @Test(arguments: [
    ("They met yesterday.", "2024-05-20"), ("They met on Monday.", "2024-05-20"),
    ("They will meet on Friday.", "2024-05-24"), ("They met at the weekend.", "2024-05-18"),
    ("They met last month.", "2024-04"), ("They met last year.", "2023"),
  ]) func englishWordsForDaysToo(_ text: String, _ day: String) {
    #expect(Report(text, in: .english).days == [day])
  }

  @Test func aWeekdayOnWhichSomebodySpokeLiesBehind() {
    #expect(
      Report("The minister said on Friday he will visit Laos.", in: .english).days == ["2024-05-17"])
  }

  @Test func whereOnlyTheMonthOfTheReportIsKnownDaysToldFromItLieInThatMonth() {
    #expect(Report("Hôm qua, hai bên gặp nhau.", on: "2024-05").days == ["2024-05"])
    #expect(Report("Cuộc gặp diễn ra hôm thứ Hai.", on: "2024-05").days == ["2024-05"])
    #expect(Report("Hai bên sẽ gặp nhau ngày 4/5.", on: "2024-05").days == ["2024-05-04"])
    #expect(Report("Hai bên đã gặp nhau ngày 28/5.", on: "2024-05").days == ["2024-05-28"])
    #expect(Report("Hai bên sẽ gặp nhau ngày 4/4.", on: "2024-05").days == ["2025-04-04"])
  }

  @Test func aWeekAcrossTwoMonthsIsNoMonth() {
    #expect(Report("Tuần trước, hai bên gặp nhau.", on: "2024-05-08").days.isEmpty)
  }

  @Test func monthsBeforeJanuaryBelongToTheYearBefore() {
    #expect(Report("Tháng trước, hai bên gặp nhau.", on: "2024-01-09").days == ["2023-12"])
    #expect(Report("Tháng tới, hai bên sẽ gặp nhau.", on: "2024-12-09").days == ["2025-01"])
    #expect(Report("Hôm qua, hai bên gặp nhau.", on: "2024-03-01").days == ["2024-02-29"])
  }

  @Test(arguments: [
    // Behind: the latest not after the report, 31 days of tolerance.
    ("Hai bên đã gặp nhau ngày 30/11.", "2023-11-30"), ("Hai bên đã gặp nhau ngày 15/6.", "2024-06-15"),
    ("Hai bên đã gặp nhau ngày 15/7.", "2023-07-15"),
    // Ahead: the earliest not before it, 7 days of tolerance.
    ("Hai bên sẽ gặp nhau ngày 16/5.", "2024-05-16"), ("Hai bên sẽ gặp nhau ngày 10/5.", "2025-05-10"),
    ("Hai bên sẽ gặp nhau ngày 3/1.", "2025-01-03"),
    // Neither: the nearest.
    ("Hai bên gặp nhau ngày 15/11.", "2024-11-15"), ("Hai bên gặp nhau ngày 25/11.", "2023-11-25"),
  ]) func aMissingYearFollowsTheMarkersOfTheSentence(_ text: String, _ day: String) {
    #expect(Report(text).days == [day])
  }

  @Test func theMarkerOfAnotherSentenceDoesNotCount() {
    #expect(Report("Hai bên sẽ họp. Ngày 10/5, đoàn đã đến.").days == ["2024-05-10"])
  }

  @Test func theDayOfALeapYearIsFoundOnlyInLeapYears() {
    #expect(Report("Hai bên đã gặp nhau ngày 29/2.", on: "2025-01-10").days == ["2024-02-29"])
    #expect(Report("Hai bên gặp nhau ngày 31/4.").days.isEmpty)
  }

  @Test func aMonthWithoutAYearFollowsTheMarkersToo() {
    #expect(Report("Hai bên đã gặp nhau hồi tháng 4.").days == ["2024-04"])
    #expect(Report("Hai bên đã gặp nhau hồi tháng 11.").days == ["2023-11"])
    #expect(Report("Hai bên sẽ gặp nhau vào tháng 2.").days == ["2025-02"])
  }

  @Test func aHeaderWithoutADayGivesTheMonthForToday() {
    #expect(Report("Hôm nay, hai bên gặp nhau.", on: "2017-02").days == ["2017-02"])
    #expect(Report("Ngày 13/2, hai bên gặp nhau.", on: "2017-02").days == ["2017-02-13"])
    #expect(Report("Ngày 28/12, hai bên gặp nhau.", on: "2017-01").days == ["2016-12-28"])
  }

  @Test func withoutAHeaderOnlyFullDatesAreKnown() {
    #expect(Report("Ngày 13/11 và 2/12/2017, hai bên gặp nhau hôm qua.", on: nil).days == ["2017-12-02"])
  }
}
