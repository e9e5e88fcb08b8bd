import Archive
import Asking
import Commands
import Diplomacy
import Model
import Program
import SQLiteArchive
import Support
import Testing

@Suite struct PlainSessionTests {
  /// What is written when these lines are read.
  private func told(_ lines: String...) throws -> [String] {
    let archive = try DiskArchive.inMemory()
    for (index, code) in ["KR", "JP", "KR", "LA"].enumerated() {
      let day = PartialDate(year: 2024, month: index + 1, day: 9)!
      let title = Article.Paragraph(part: .title, text: "Hội đàm lần \(index)")
      let body = Article.Paragraph(
        part: .body,
        text: "Hai bên hội đàm về hợp tác. " + String(repeating: "Đoạn này dài hơn một dòng. ", count: 6))
      let article = Article(
        published: day, title: title.text, paragraphs: [title, body], language: .vietnamese,
        source: "mau-\(index).txt")
      let event = Event(
        date: day, kind: .talks, level: .minister, parties: Parties(.vietNam, Country(code)!)!)
      _ = try archive.add([CodedArticle(article: article, events: [event])])
    }
    var waiting = lines[...]
    var written: [String] = []
    let slots = [CountrySlot(country: Country("KR")!, name: "Hàn Quốc", events: 2)]
    let session = PlainSession(
      state: BrowserState(
        slots: slots, names: NamesForReader(.vietnamese), keymap: .defaults, isSample: false, allEvents: 4,
        reader: FilterReader(spellings: .ofCountries(), today: CalendarDay(year: 2024, month: 9, day: 1)!)),
      dispatcher: Dispatcher(keymap: .defaults), effects: Effects(archive: archive, marks: { _ in [] }),
      read: { waiting.popFirst() }, write: { written.append($0) })
    session.run()
    return written
  }

  @Test func keysMoveAndFilterAndEachChangeIsTold() throws {
    let lines = try told("j", "", "1", "X", "quit", "j")
    #expect(lines.count == 10)
    #expect(lines[1] == "4 events, newest first, no filter.")
    #expect(lines[2].hasPrefix("1. "))
    #expect(lines[2].hasSuffix("Việt Nam and Lào. ministers. Hội đàm lần 3."))
    #expect(lines[3].hasPrefix("2. ") && lines[4].hasPrefix("3. "))
    #expect(lines[5] == "2 of 4 events, newest first, only KR.")
    #expect(lines[6].hasPrefix("1. "))
    #expect(lines[7] == "One filter dropped.")
    #expect(lines[8] == lines[1])
    #expect(lines[9].hasPrefix("2. "))
  }

  @Test func theReportTheListAndHelpAreRead() throws {
    let lines = try told("Enter", "list", "help")
    #expect(lines.contains { $0.hasPrefix("Hai bên hội đàm") && $0.hasSuffix("dài hơn một dòng.") })
    #expect(lines.contains { $0.hasPrefix("Selected: 1. ") })
    #expect(lines.contains("j, Down, Ctrl-N: Next event, or next line of the article"))
    #expect(!lines.contains { $0.contains("│") || $0.contains("▌") || $0.contains("─") })
  }

  @Test func pickersPromptsAndCommandsAreAnsweredByLines() throws {
    let lines = try told(
      "c", "nhat", "1", "/hội đàm", "sort oldest", "undo", "nonsense", "F", "kind:vist", "F", "")
    #expect(lines.contains("Country:"))
    #expect(lines.contains { $0.hasPrefix("1: JP, Nhật Bản, 1") })
    #expect(lines.contains("1 of 4 events, newest first, only JP."))
    #expect(lines.contains("1 of 4 events, newest first, only JP, “hội đàm”."))
    #expect(lines.contains { $0.hasPrefix("1 of 4 events, oldest first") })
    #expect(lines.contains("Warning: nonsense is no command; Tab completes, ; lists them."))
    #expect(lines.contains { $0.contains("“vist” is no kind") })
    #expect(lines.contains { $0.hasPrefix("Type it anew; now it is country:JP") })
  }

  @Test func severalAreTakenAndLeftOut() throws {
    let several = try told("c", "+1", "+2", "ok")
    #expect(several.contains { $0.hasPrefix("1: ") && $0.hasSuffix("(taken)") })
    #expect(try told("c", "!9", "!1").contains("There is no number 9."))
    #expect(try told("c", "!nhat", "1").contains("3 of 4 events, newest first, only not JP."))
  }

  @Test func aQuestionIsAnsweredByItsLetter() throws {
    let lines = try told("read-all", "y", "is:read", "status")
    #expect(!lines.contains { $0.contains("It was left as it was") }, "\(lines)")
    #expect(lines.contains { $0.contains("4") && $0.contains("read") }, "\(lines)")
  }
}
