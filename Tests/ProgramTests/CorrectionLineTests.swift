import Diplomacy
import Glibc
import Testing

@testable import Program

@Suite struct CorrectionLineTests {
  private func correction(_ change: FieldChange?, title: String = "Hội đàm") throws -> Correction {
    let parties = try #require(Parties(code: "VN-KP"))
    let event = CodedEvent(
      article: ArticleHash(-3), parties: parties, date: PartialDate(iso: "2024-03"), kind: .talks, nth: 1)
    return Correction(
      event: event, change: try #require(change), source: "a.txt", published: PartialDate(iso: "2024-03-05"),
      title: title)
  }

  @Test func everyFieldReadsBackAsItWasWritten() throws {
    let changes = [
      FieldChange(was: .kind(.talks), now: .kind(.phoneCall)),
      FieldChange(was: .level(.other), now: .level(.headOfStateOrParty)),
      FieldChange(was: .date(nil), now: .date(PartialDate(iso: "2024"))),
      FieldChange(was: .event(true), now: .event(false)),
      FieldChange(
        was: .parties(try #require(Parties(code: "VN-KP"))),
        now: .parties(try #require(Parties(code: "VN-KR")))),
    ]
    for change in changes {
      let one = try correction(change)
      #expect(CorrectionLine.read(CorrectionLine.text(one)) == one)
    }
    let line = CorrectionLine.text(try correction(changes[0]))
    #expect(line.hasPrefix("{\"article\": \"fffffffffffffffd\", \"source\": \"a.txt\""))
    #expect(line.hasSuffix("\"field\": \"kind\", \"was\": \"talks\", \"now\": \"phone-call\"}"))
  }

  @Test func noTextReachesTheTerminalRaw() throws {
    let title = "x\u{1B}]0;y\u{7}\u{9B}\u{202E}\u{E0041}\"\\\n\u{0}z"
    let one = try correction(FieldChange(was: .event(true), now: .event(false)), title: title)
    let line = CorrectionLine.text(one)
    let isPlain = line.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) }
    #expect(isPlain, "\(line.debugDescription)")
    #expect(CorrectionLine.read(line)?.title == title)
  }

  @Test func aFileNamesTheLinesThatAreNoCorrections() throws {
    var template = Array("/tmp/dyad-corrections-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    try #require(file >= 0)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let good = CorrectionLine.text(try correction(FieldChange(was: .event(true), now: .event(false))))
    let bad = good.replacing("\"no\"", with: "\"perhaps\"")
    let text = good + "\n\n" + bad + "\n{\"article\": 3}\n"
    _ = Array(text.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    let read = CorrectionFile(path: path)
    #expect(read.corrections.count == 1)
    #expect(
      read.complaints
        == [3, 4].map {
          "\(path), line \($0) is no correction; dyad corrections prints how one is written."
        })
    #expect(
      CorrectionFile(path: "/nowhere/at/all").complaints
        == ["/nowhere/at/all cannot be read: there is no such file."])
  }
}
