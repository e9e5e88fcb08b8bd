import Archive
import Diplomacy
import Foundation
import Model
import Program
import SQLiteArchive
import Support
import Testing

@Suite struct ScribeTests {
  private let today = CalendarDay(year: 2026, month: 3, day: 15)!

  private func scribe(_ environment: [String: String] = [:]) -> Scribe {
    Scribe(today: today, environment: environment)
  }

  private func archive() throws -> DiskArchive {
    let archive = try DiskArchive.inMemory()
    _ = try archive.add(
      [SampleReport("2024-03-05", "KR", kind: .visit), SampleReport("2024-03-07", "JP")].map(\.coded)
        + [SampleReport.full])
    return archive
  }

  private func inFolder(_ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("dyad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try body(root.path)
  }

  private func order(_ path: String, _ filter: Filter = .everything, replaces: Bool = false) -> ExportOrder {
    ExportOrder(filter: filter, order: .newestFirst, path: path, replaces: replaces)
  }

  @Test func aViewIsSavedInTheFormItsNameAsksFor() throws {
    let archive = try archive()
    try inFolder { folder in
      for (name, begins) in [
        ("a.md", "# Chronology"), ("a.HTML", "<!DOCTYPE html>"), ("a.txt", "Chronology\n"),
        ("a.jsonl", "{\"id\":"), ("a.csv", "id,"), ("a.ics", "BEGIN:VCALENDAR"),
      ] {
        let path = folder + "/" + name
        #expect(try scribe().export(order(path), of: archive) == 3)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasPrefix(begins), "\(name): \(text.prefix(40))")
      }
    }
  }

  @Test func aBriefTellsWhatWasAskedLastAndWhichWordingChanged() throws {
    let archive = try DiskArchive.inMemory()
    let parties = try #require(Parties(code: "VN-KR"))
    let texts = [
      ("2023-05-01", "Hàn Quốc đề nghị Việt Nam mở cửa thị trường.", "100 tỷ USD vào năm 2023"),
      ("2025-05-01", "Việt Nam đề nghị Hàn Quốc mở thêm đường bay.", "150 tỷ USD vào năm 2030"),
      ("2027-05-01", "Việt Nam đề nghị Hàn Quốc bỏ thị thực.", "900 tỷ USD"),
    ]
    _ = try archive.add(
      texts.map { day, ask, sum in
        let date = PartialDate(iso: day)
        let head = "Chủ tịch nước Việt Nam hội đàm với Tổng thống Hàn Quốc"
        let goal = "Hai bên nhất trí đưa kim ngạch thương mại lên \(sum)."
        let article = Article(
          published: date, title: head,
          paragraphs: [
            .init(part: .title, text: head), .init(part: .body, text: goal), .init(part: .body, text: ask),
          ], language: .vietnamese, source: day)
        let event = Event(date: date, kind: .talks, level: .headOfStateOrParty, parties: parties)
        return CodedArticle(article: article, events: [event])
      })
    let text = try #require(try scribe().brief(parties.dyad, .everything, of: archive))
    // What is dated after today was not asked last time.
    #expect(text.contains("- Vietnam asked: “Việt Nam đề nghị Hàn Quốc mở thêm đường bay.”"))
    #expect(!text.contains("thị thực"))
    #expect(text.contains("From 2023-05-01") && text.contains("To 2025-05-01"))
    #expect(text.contains("“100” became “150”") && text.contains("“2023” became “2030”"))
  }

  @Test func onlyWhatTheFilterKeepsIsSaved() throws {
    let archive = try archive()
    try inFolder { folder in
      let path = folder + "/kr.jsonl"
      let filter = Filter([.country(Country("KR")!)])
      let count = try scribe().export(order(path, filter), of: archive)
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(count == 1 && lines.count == 1)
    }
  }

  @Test func aFileThatStandsThereGivesWayOnlyWhenToldTo() throws {
    let archive = try archive()
    try inFolder { folder in
      let path = folder + "/mine.md"
      try "mine".write(toFile: path, atomically: true, encoding: .utf8)
      #expect(try scribe().export(order(path), of: archive) == nil)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
      #expect(try scribe().export(order(path, replaces: true), of: archive) == 3)
      #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("# Chronology"))
    }
  }

  @Test func whatCannotBeSavedLeavesNothingBehind() throws {
    let archive = try archive()
    try inFolder { folder in
      #expect(throws: HandingProblem.self) { try scribe().export(order(folder + "/a.doc"), of: archive) }
      #expect(throws: HandingProblem.self) { try scribe().export(order(folder + "/none/a.md"), of: archive) }
      #expect(throws: HandingProblem.self) { try scribe().export(order(folder + "/md"), of: archive) }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func theHomeFolderCanBeWrittenAsATilde() throws {
    let archive = try archive()
    try inFolder { folder in
      let count = try scribe(["HOME": folder]).export(order("~/a.txt"), of: archive)
      #expect(count == 3)
      #expect(access(folder + "/a.txt", F_OK) == 0)
    }
  }

  @Test func anEventIsCopiedInEachForm() throws {
    let archive = try archive()
    let id = try #require(
      archive.window(.everything, order: .newestFirst, anchor: .start, rows: 9).rows.last?.id)
    let record = try #require(try archive.record(id))
    let texts = CopyForm.allCases.map { scribe().text(record, $0) }
    #expect(texts[0].contains(record.coded.article.hex) && texts[0].contains("2021-06-02"))
    #expect(texts[0].contains("hội đàm.txt"))
    #expect(texts[1].contains("Hai bên hội đàm tại Hà Nội"))
    #expect(texts[2].hasPrefix("- **2021-06-02"))
    #expect(texts[3].hasPrefix("{") && texts[3].contains("\"text\":"))
    #expect(texts[4] == "hội đàm.txt")
    for text in texts { #expect(!text.unicodeScalars.contains("\u{0}")) }
  }

  @Test func aProgramReadsTheReportFromAFileOfItsOwn() throws {
    let archive = try archive()
    let row = try #require(
      archive.window(.everything, order: .newestFirst, anchor: .start, rows: 9).rows.first)
    let record = try #require(try archive.record(row.id))
    let errand = try scribe(["PAGER": "cat -n"]).prepare(.page(record), of: archive)
    let input = try #require(errand.input)
    defer { unlink(input) }
    #expect(errand.arguments == ["cat", "-n"] && !errand.waits)
    #expect(try String(contentsOfFile: input, encoding: .utf8).hasPrefix(record.article.title))
    var status = stat()
    #expect(stat(input, &status) == 0 && status.st_mode & 0o077 == 0)
  }

  @Test func aProgramReadsTheWholeViewAsJSONLines() throws {
    let archive = try archive()
    let errand = try scribe().prepare(
      .pipeView(.everything, .newestFirst, command: "grep -c 'two words'"), of: archive)
    let input = try #require(errand.input)
    defer { unlink(input) }
    #expect(errand.arguments == ["grep", "-c", "two words"] && errand.waits)
    #expect(try String(contentsOfFile: input, encoding: .utf8).split(separator: "\n").count == 3)
    #expect(throws: HandingProblem.self) {
      try scribe().prepare(.pipeView(.everything, .newestFirst, command: "grep 'open"), of: archive)
    }
  }

  @Test(arguments: [
    ("wc -w", ["wc", "-w"]), ("  a  'b c' \"d \\\" e\" f\\ g ''", ["a", "b c", "d \" e", "f g", ""]),
    ("echo $HOME * | cat; x", ["echo", "$HOME", "*", "|", "cat;", "x"]), ("", []),
  ]) func wordsOfACommandAreSplitWithoutAShell(line: String, words: [String]) {
    #expect(CommandWords.split(line) == words)
  }

  @Test func anOpenQuotationMarkIsNoCommand() {
    for line in ["'a", "a \"b", "a\\"] { #expect(CommandWords.split(line) == nil) }
  }

  @Test func aProgramThatFailsIsNamed() {
    #expect(ErrandRunner.run(Errand(arguments: ["true"], input: nil, waits: false)) == nil)
    #expect(
      ErrandRunner.run(Errand(arguments: ["false"], input: nil, waits: false))?.english
        == "false ended with status 1.")
    #expect(
      ErrandRunner.run(Errand(arguments: ["no-such-program"], input: nil, waits: false))?.english.contains(
        "There is no program no-such-program") == true)
  }
}
