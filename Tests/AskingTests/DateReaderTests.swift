import Asking
import Diplomacy
import Testing

@Suite struct DateReaderTests {
  @Test(
    arguments: [
      ("2025", "2025"), ("2025-10", "2025-10"), ("2025-10-31", "2025-10-31"), ("30/1/2026", "2026-01-30"),
      ("30.1.2026", "2026-01-30"), ("30-01-2026", "2026-01-30"), ("10/2025", "2025-10"),
      ("2025/10/3", "2025-10-03"), ("tháng 10/2025", "2025-10"), ("Tháng 10 năm 2025", "2025-10"),
      ("ngày 30 tháng 1 năm 2026", "2026-01-30"), ("ngày 30/1/2026", "2026-01-30"), ("năm 2025", "2025"),
      ("Oct 2025", "2025-10"), ("30 January 2026", "2026-01-30"), ("quý 3/2025", "2025-07..2025-09"),
      ("Q1 2026", "2026..2026-03"), ("quý IV năm 2025", "2025-10..2025"), ("2024..2026", "2024..2026"),
      ("2024-2026", "2024..2026"), ("10/2024..", "2024-10.."), ("..30/1/2026", "..2026-01-30"),
      ("10/2024 - 3/2025", "2024-10..2025-03"), ("từ 2024 đến 2026", "2024..2026"),
      ("from 10/2024 to 2026", "2024-10..2026"), ("since 2024", "2024.."), ("đến 2024", "..2024"),
      ("hôm nay", "2026-03-15"), ("yesterday", "2026-03-14"), ("tháng này", "2026-03"), ("năm ngoái", "2025"),
      ("last-90d", "last-90d"), ("last 90 days", "last-90d"), ("90 ngày qua", "last-90d"),
      ("3 tháng qua", "last-3m"), ("2024..today", "2024..2026-03-15"),
    ])
  func daysAreReadAsTheyAreWritten(typed: String, told: String) throws {
    #expect(try reader.days(typed).map(\.text) == [told])
  }

  @Test func severalDaysArePartedByCommas() throws {
    #expect(try reader.days("2020, 10/2025,").map(\.text) == ["2020", "2025-10"])
    #expect(try reader.days("  ").isEmpty)
  }

  @Test(
    arguments: ["20", "31/2/2026", "13/2025", "2026..2024", "soon", "1/2/3/2026", "quý 5/2025", "2025 2026"])
  func whatIsNoDateIsAMistakeUnderTheWord(word: String) {
    do throws(Mistake) {
      _ = try reader.days("2020,  " + word)
      Issue.record("\(word) was read")
    } catch {
      #expect(error.place == 7..<7 + word.count)
      #expect(error.sentence.contains(word))
    }
  }

  @Test func theFilterLanguageReadsTheSameDates() throws {
    #expect(try reader.read("date:30/1/2026").text == "date:2026-01-30")
    #expect(try reader.read("date:\"tháng 10/2025\"").text == "date:2025-10")
    #expect(try reader.read("pub:10/2025").text == "pub:2025-10")
  }
}
