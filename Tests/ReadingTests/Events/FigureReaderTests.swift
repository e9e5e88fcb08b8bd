import Diplomacy
import Testing

@testable import Reading

/// Tuesday 21 May 2024 is the day of the report.
@Suite struct FigureReaderTests {
  @Test(arguments: [
    "Ngày 13-5", "Ngày 13/5", "Ngày 13.5", "Chiều 13/5", "Sáng 13.5", "Hôm 13/5", "Tối ngày 13/5",
    "Ngày 13/5/2024", "Ngày 13-5-2024", "Ngày 13.5.2024", "Ngày 13 tháng 5", "Ngày 13 tháng 5 năm 2024",
    "Ngày 13/5 năm 2024", "Hôm qua (13/5)", "Thứ Hai, 13/5", "Ngày 13/05",
    "Kéo dài đến ngày 13/5",
  ]) func everySeparatorGivesTheSameDay(_ words: String) {
    #expect(Report("\(words), hai bên gặp nhau.").days.last == "2024-05-13")
  }

  @Test(arguments: [
    "On May 13", "On 13 May", "On 13 May 2024", "On May 13, 2024", "On the 13th of May", "On May 13th",
    "On Monday, May 13", "On 13/5/2024",
  ]) func everyEnglishOrderGivesTheSameDay(_ words: String) {
    #expect(Report("\(words), they met.", in: .english).days.last == "2024-05-13")
  }

  @Test func anAbbreviatedMonthKeepsItsDay() {
    #expect(Report("They met on Jan. 30 in Oslo.", in: .english).days == ["2024-01-30"])
    #expect(Report("They met on 30 Jan 2023.", in: .english).days == ["2023-01-30"])
  }

  @Test(arguments: [
    ("Từ ngày 19 đến 21/5", "2024-05-19/2024-05-21"), ("Từ ngày 19-21/5", "2024-05-19/2024-05-21"),
    ("Ngày 19 - 21/5", "2024-05-19/2024-05-21"), ("Từ 19 đến ngày 21-5", "2024-05-19/2024-05-21"),
    ("Từ ngày 19 tới 21 tháng 5 năm 2023", "2023-05-19/2023-05-21"),
    ("Ngày 18 và 19/5", "2024-05-18/2024-05-19"), ("Từ ngày 28/4 đến 2/5", "2024-04-28/2024-05-02"),
    ("Từ 28-4 đến ngày 2-5", "2024-04-28/2024-05-02"), ("Từ 28/4 - 2/5", "2024-04-28/2024-05-02"),
    ("Từ ngày 30/12/2023 đến 2/1/2024", "2023-12-30/2024-01-02"),
  ]) func stretchesHaveAFirstAndALastDay(_ words: String, _ days: String) {
    #expect(Report("\(words), đoàn ở Lào.").days == [days])
  }

  @Test(arguments: [
    ("from May 5 to 8", "2024-05-05/2024-05-08"), ("from May 5-8", "2024-05-05/2024-05-08"),
    ("from 28 April to 2 May", "2024-04-28/2024-05-02"), ("from 5 to 8 May 2023", "2023-05-05/2023-05-08"),
    ("from April 28 to May 2, 2023", "2023-04-28/2023-05-02"),
    ("from December 28 to January 2, 2023", "2022-12-28/2023-01-02"),
  ]) func englishStretchesToo(_ words: String, _ days: String) {
    #expect(Report("The delegation was in Laos \(words).", in: .english).days == [days])
  }

  @Test func aStretchOverNewYearEndsInTheNextYear() {
    #expect(
      Report("Đoàn sẽ thăm Lào từ 29/12 đến 3/1.", on: "2024-12-27").days == ["2024-12-29/2025-01-03"])
    #expect(
      Report("Đoàn đã thăm Lào từ 29/12 đến 3/1.", on: "2025-01-05").days == ["2024-12-29/2025-01-03"])
  }

  @Test(arguments: [
    ("Hai bên ký hồi tháng 8/2023.", "2023-08"), ("Hai bên ký hồi tháng 8 năm 2023.", "2023-08"),
    ("Hai bên ký hồi tháng 8-2023.", "2023-08"), ("Hai bên ký năm 2019.", "2019"),
    ("Hai bên ký quý II năm 2023.", "2023-06"),
  ]) func monthsAndYearsAreDatesToo(_ text: String, _ date: String) {
    #expect(Report(text).days == [date])
  }

  @Test func englishMonthsAndYearsToo() {
    #expect(Report("They signed in August 2023.", in: .english).days == ["2023-08"])
    #expect(Report("They signed in 2019.", in: .english).days == ["2019"])
  }

  @Test(arguments: [
    "Lào thắng Nga 2-1.", "Tỷ số là 3-2.", "Giá 2,5 triệu USD.", "Bỏ phiếu 14-1.", "Tăng 3.2%.",
    "Cuộc gặp lúc 8h30.", "Địa chỉ 10.1.2.3.", "Tàu chạy 24/7.", "Nghị quyết 12/2024.", "Máy bay Su-30.",
    "Ngày 32/5.", "Ngày 13/13.", "Ngày 0/5.", "Chỉ 2/3 đồng ý.", "Phiên bản 2.5.1.",
  ]) func otherFiguresAreNoDates(_ text: String) {
    #expect(Report(text).days.isEmpty)
  }

  @Test(arguments: [
    "Laos won 3-1.", "The vote was 14-1.", "It cost $2.5 million.", "Version 2.5.1 came.", "Open 24/7.",
    "They won by 2-1.", "Trade rose by 2.5 per cent.", "It was the 3-1 win.",
  ]) func norInEnglish(_ text: String) {
    #expect(Report(text, in: .english).days.isEmpty)
  }

  @Test func theWordsOfADateAreItsFiguresAlone() {
    let report = Report("Chiều ngày 13/5/2024, hai bên gặp.")
    let mention = DateResolver(published: nil).mentions(in: report.passage).first
    #expect(mention.map { report.passage.string($0.words) } == "13/5/2024")
  }
}
