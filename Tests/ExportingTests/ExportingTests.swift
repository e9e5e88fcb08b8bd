import Archive
import Diplomacy
import Foundation
import Reading
import Support
import Testing

@testable import Exporting

private func record(_ number: Int64, _ report: CodedArticle, also: [EventReport] = []) -> EventRecord {
  let event = report.events[0]
  let own = EventReport(
    id: EventID(number), source: report.article.source, published: report.article.published,
    title: report.article.title)
  return EventRecord(
    id: EventID(number), event: event, article: report.article, marks: [], reports: [own] + also,
    coded: CodedEvent(event, of: ArticleHash(number), nth: 0))
}

private let records: [EventRecord] = {
  let kim = Person(name: "Kim \"K\" <b>", title: "=Minister, *acting*", country: Country("KR")!)
  let second = EventReport(
    id: EventID(9), source: "b.txt", published: nil, title: "-1+1 & <script>\u{1B}[31m\u{202E}")
  return [
    record(7, SampleReport("2024-03-05", "KR", kind: .visit, people: [kim]).coded, also: [second]),
    record(6, SampleReport.full), record(5, SampleReport("2020-02", "US", text: "@sum; a, b\\c").coded),
    record(4, SampleReport(nil, "JP", kind: .aid).coded),
  ]
}()

private let options = ExportOptions(
  title: "country:KR \"a <b>\"", today: CalendarDay(year: 2026, month: 3, day: 15)!,
  name: { ["VN": "Viet Nam", "KR": "South Korea", "LA": "Laos"][$0.code] ?? $0.code })

@Suite struct ExportingTests {
  private func exported(_ format: ExportFormat, _ records: [EventRecord]) -> String {
    var options = options
    options.withText = true
    var exporter = Exporter(format, options)
    let opening = exporter.opening
    return opening + records.map { exporter.piece($0) }.joined() + exporter.closing
  }

  /// `DYAD_RECORD=1` writes the golden files anew.
  @Test(arguments: ExportFormat.allCases) func aFormLooksAsRecorded(format: ExportFormat) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Cases/events.\(format.rawValue)")
    let text = exported(format, records)
    if ProcessInfo.processInfo.environment["DYAD_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test(arguments: ExportFormat.allCases) func noControlCharacterGoesOut(format: ExportFormat) {
    let isSafe = exported(format, records).unicodeScalars.allSatisfy {
      $0 == "\n" || $0 == "\r" || !isHarmful($0)
    }
    #expect(isSafe)
  }

  @Test(arguments: ExportFormat.allCases) func nothingIsStillWellFormed(format: ExportFormat) {
    let text = exported(format, [])
    #expect(!text.contains("</dl>"))
    #expect((format == .jsonl) == text.isEmpty)
  }

  @Test func aLineIsThatOfExtractAndMore() {
    for record in records.dropFirst(2) {
      let line = EventLine.text(record)
      let extracted = extractionLine(
        source: record.article.source, article: record.article, events: [record.event])
      #expect(line.hasSuffix(extracted.dropFirst()), "\(line)")
      #expect(line.hasPrefix("{\"id\": \(record.id.number), \"article\": "))
    }
  }

  @Test func everyLineOfJSONIsRead() throws {
    for line in exported(.jsonl, records).split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["text"] is [Any])
    }
  }

  @Test func cellsThatASpreadsheetWouldRunAreMadeText() {
    for (text, cell) in [
      ("=1+1", "'=1+1"), ("+a", "'+a"), ("-a", "'-a"), ("@a", "'@a"), (" =a", "' =a"), ("a=b", "a=b"),
      ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\tb\r\nc", "a␉b␍␊c"), ("\t=x", "␉=x"), ("", ""),
    ] { #expect(CSVRow.cell(text) == cell, "\(text)") }
  }

  @Test func linesOfACalendarAreShort() {
    for line in exported(.ics, records).split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
  }

  @Test func codesFollowKindHostAndStatus() {
    func codes(
      _ kind: EventKind, _ subkind: Subkind? = nil, host: String? = nil, status: EventStatus = .held
    ) -> [String] {
      let parties = Parties(.vietNam, Country("KR")!)!
      let event = Event(
        date: nil, kind: kind, subkind: subkind, status: status, level: .minister, parties: parties,
        host: host.flatMap { Country($0) })
      let codes = EventCodes(event)
      return [codes.cameo, codes.plover, codes.mode]
    }
    #expect(codes(.phoneCall) == ["041", "CONSULT", "phone"])
    #expect(codes(.talks) == ["040", "CONSULT", ""])
    #expect(codes(.talks, host: "VN") == ["043", "CONSULT", "visit"])
    #expect(codes(.visit, host: "KR") == ["042", "CONSULT", "visit"])
    #expect(codes(.meeting, host: "US") == ["044", "CONSULT", "third-party"])
    #expect(codes(.visit, host: "KR", status: .planned) == ["036", "AGREE", "meet"])
    #expect(codes(.agreement, status: .cancelled) == ["", "", ""])
    #expect(codes(.relations, .down) == ["161", "SANCTION", ""])
    #expect(codes(.sanction, .eased) == ["085", "RETREAT", ""])
    for kind in EventKind.allCases where kind != .other { #expect(codes(kind)[0].count == 3) }
  }
}
