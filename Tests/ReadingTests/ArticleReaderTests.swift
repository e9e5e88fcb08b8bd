import Diplomacy
import Testing

@testable import Reading

@Suite struct ArticleReaderTests {
  private func read(_ text: String) throws(ReadingProblem) -> Article {
    try ArticleReader().read(Array(text.utf8), source: "report.txt").article
  }

  private func problem(_ bytes: [UInt8]) -> ReadingProblem? {
    do throws(ReadingProblem) {
      _ = try ArticleReader().read(bytes, source: "a")
      return nil
    } catch { return error }
  }

  @Test func aDatedReportHasItsDateItsTitleAndItsParts() throws {
    let article = try read(
      " date 2026-01-30 Hai bộ trưởng hội đàm tại Hà Nội\n\nHai bên bàn về thương mại.\n\n"
        + "Lễ đón. Ảnh: TTXVN.\n\nHọ gặp lại\nvào mùa thu.\n")
    #expect(article.published?.iso == "2026-01-30")
    #expect(article.title == "Hai bộ trưởng hội đàm tại Hà Nội")
    #expect(article.paragraphs.last?.text == "Họ gặp lại vào mùa thu.")
    #expect(article.language == .vietnamese)
    #expect(article.paragraphs.map(\.part) == [.title, .lead, .caption, .body])
  }

  @Test(arguments: ["\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}"])
  func everyLineEndGivesTheSameParagraphs(_ end: String) throws {
    let lines = ["date 2025-03 The ministers met in Hanoi", "", "They spoke of trade.", "", "End."]
    #expect(try read(lines.joined(separator: end)) == read(lines.joined(separator: "\n")))
  }

  @Test func decomposedTextAndAMarkAtTheStartReadAlike() throws {
    let title = try read("\u{FEFF} date 2025-03 Vie\u{302}\u{323}t Nam").title
    #expect(Array(title.utf8) == Array("Việt Nam".utf8))
  }

  @Test(arguments: ["2025-02-30", "2025-02-29", "1900-02-29", "2025-13-01", "2025-00", "0000-01-01"])
  func aDayOutsideTheCalendarIsRefusedNotShifted(_ date: String) {
    #expect(problem(Array(" date \(date) Text.".utf8)) == .impossibleDate(file: "a", date: date))
  }

  @Test(arguments: [
    "NaN", "--", "2026-1-3", "2026-01-30x", "2026-01-30-31", "30/01/2026", "99999-01-01", "2026",
  ])
  func aDateOfAnotherShapeIsRefused(_ date: String) {
    #expect(problem(Array(" date \(date) Text.".utf8)) == .dateNotUnderstood(file: "a", date: date))
  }

  @Test func aDateWithAnEscapeIsQuotedInert() {
    let problem = problem(Array(" date \u{1B}[31m2026-01-30 Text.".utf8))
    #expect(problem == .dateNotUnderstood(file: "a", date: "␛[31m2026-01-30"))
  }

  @Test func whatHasNoTextIsRefused() {
    for text in ["", "\n", "  \n ", " date 2025-01-02 \n", "\u{200B}\u{200B}"] {
      #expect(problem(Array(text.utf8)) == .empty(file: "a"))
    }
  }

  @Test func badSequencesAndOtherFormatsAreNamed() {
    let broken = Array(" date 2025-01-02 Việt Nam\n\n".utf8) + [0xC0, 0xAF]
    #expect(problem(broken) == .wrongEncoding(file: "a", line: 3))
    #expect(problem([0xFF, 0xFE, 0x41, 0]) == .otherEncoding(file: "a", name: "UTF-16"))
    #expect(problem(Array("Th\u{0}e".utf8)) == .binary(file: "a"))
    #expect(problem(Array("{\"title\": 1}".utf8)) == .unreadFormat(file: "a", name: "JSON"))
    #expect(problem([0x1F, 0x8B, 8, 0]) == .unreadFormat(file: "a", name: "a gzip archive"))
  }

  @Test func aReportWithoutAHeaderIsUndated() throws {
    let article = try read("Date palms were the gift of the two ministers.")
    #expect(article.published == nil && article.language == .english)
  }
}

@Suite struct ForeignFileTests {
  @Test(arguments: ["tin.json", "tin.xml", "TIN.HTML"])
  func aFileCalledLikeAnotherFormatIsRefusedByName(name: String) {
    let bytes = Array("Hai bên hội đàm.".utf8)
    #expect(throws: ReadingProblem.self) { try ArticleReader().read(bytes, source: name) }
  }
}

@Suite struct HugeReportTests {
  @Test func eventsAreLookedForInTheFirstHalfMebibyteAlone() throws {
    let news = " date 2024-05-06 Tổng Bí thư Tô Lâm điện đàm với Tổng thống Hàn Quốc Lee Jae Myung\n\n"
    let more = String(
      repeating: "Ngày 6/5, hai bên điện đàm với Hàn Quốc, Nhật Bản, ông Lee. ", count: 90_000)
    let huge = try ArticleReader().read(Array((news + more).utf8), source: "a").article
    let reader = EventReader()
    let clock = ContinuousClock()
    var events: [Event] = []
    let half = clock.measure { events = reader.events(in: huge) }
    #expect(events.first?.kind == .phoneCall)
    // All of a report of 8 MB takes about as long as its beginning.
    let short = try ArticleReader().read(Array((news + more.prefix(500_000)).utf8), source: "a").article
    let whole = clock.measure { _ = reader.events(in: short) }
    #expect(half < whole * 5 + .seconds(1))
  }
}
