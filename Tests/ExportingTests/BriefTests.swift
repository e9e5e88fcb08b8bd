import Archive
import Diplomacy
import Support
import Testing

@testable import Exporting

@Suite struct BriefTests {
  private let options = ExportOptions(
    title: "", today: CalendarDay(year: 2025, month: 6, day: 1)!,
    name: { ["VN": "Viet Nam", "KR": "South Korea"][$0.code] ?? $0.code })

  private func record(
    _ number: Int64, _ date: String, _ kind: EventKind, _ level: ProtocolLevel,
    status: EventStatus = .held, promises: [Commitment] = [], own: OwnWork = .none
  ) -> EventRecord {
    let report = SampleReport(date, "KR", kind: kind, level: level, source: "r\(number).txt").coded
    var event = report.events[0]
    event.status = status
    event.commitments = promises
    return EventRecord(
      id: EventID(number), event: event, article: report.article, marks: [],
      coded: CodedEvent(event, of: ArticleHash(number), nth: 0), own: own)
  }

  private func promise(_ text: String, due: String?) -> Commitment {
    Commitment(text: text, amount: nil, currency: nil, due: due.flatMap { PartialDate(iso: $0) })
  }

  private func brief(_ records: [EventRecord]) -> String {
    Brief(Dyad(.vietNam, Country("KR")!)!, records, options).text
  }

  private func part(_ heading: String, of text: String) -> [Substring] {
    let lines = text.split(separator: "\n")
    guard let start = lines.firstIndex(where: { $0 == "## " + heading }) else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("## ") })
  }

  @Test func eachLevelTellsItsLastMeetingThatWasHeld() {
    let text = brief([
      record(5, "2025-09-01", .visit, .headOfStateOrParty, status: .planned),
      record(4, "2025-05-01", .talks, .minister), record(3, "2024-05-01", .agreement, .headOfStateOrParty),
      record(2, "2023-05-01", .visit, .headOfStateOrParty), record(1, "2022-05-01", .talks, .minister),
    ])
    let lines = part("Last met", of: text)
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("- Heads of state or party: 2023-05-01, Visit"))
    #expect(lines[1].hasPrefix("- Ministers: 2025-05-01, Talks"))
    #expect(text.hasPrefix("# Brief: Viet Nam – South Korea\n\nAs of 2025-06-01. 5 events on record"))
  }

  @Test func aCallIsNoMeetingAndStandsBesideTheLastOne() {
    let text = brief([
      record(4, "2025-05-04", .phoneCall, .headOfGovernment),
      record(3, "2025-05-01", .phoneCall, .headOfStateOrParty),
      record(2, "2024-05-01", .visit, .headOfStateOrParty),
      record(1, "2023-05-01", .phoneCall, .headOfStateOrParty),
    ])
    let lines = part("Last met", of: text)
    #expect(lines[0].hasPrefix("- Heads of state or party: 2024-05-01, Visit"))
    #expect(lines.contains { $0.hasPrefix("  Spoke by telephone since: 2025-05-01") })
    #expect(lines.contains("- Heads of government: no meeting on record."))
    #expect(!text.contains("2023-05-01, Phone call"))
    #expect(part("Since the leaders last met", of: text).count == 2)
  }

  @Test func whatCameSinceTheLeadersMetIsListed() {
    let text = brief([
      record(3, "2025-05-01", .talks, .minister), record(2, "2024-05-01", .visit, .headOfGovernment),
      record(1, "2023-05-01", .aid, .other),
    ])
    let lines = part("Since the leaders last met", of: text)
    #expect(lines.count == 1 && lines[0].hasPrefix("- 2025-05-01, Talks"))
  }

  @Test func promisesComeOverdueFirstAndOnce() {
    let text = brief([
      record(3, "2025-05-01", .talks, .minister, promises: [promise("open a consulate", due: nil)]),
      record(2, "2024-05-01", .talks, .minister, promises: [promise("100 billion", due: "2030")]),
      record(
        1, "2023-05-01", .talks, .minister,
        promises: [promise("100 Billion", due: "2030"), promise("70 *billion*", due: "2024")]),
    ])
    #expect(
      part("Promised", of: text) == [
        "- “70 \\*billion\\*” Due 2024: past. (r1.txt, 2023-05-01)",
        "- “100 billion” Due 2030. (r2.txt, 2024-05-01)",
        "- “open a consulate” No day due. (r3.txt, 2025-05-01)",
      ])
  }

  @Test func whatIsMetOrMissedComesLast() {
    let own = OwnWork(promises: [
      PromiseKey(text: "a bridge", nth: 0): .met, PromiseKey(text: "a road", nth: 0): .missed,
    ])
    let text = brief([
      record(
        1, "2023-05-01", .talks, .minister,
        promises: [
          promise("a bridge", due: "2024"), promise("a road", due: nil), promise("a port", due: nil),
        ], own: own)
    ])
    #expect(
      part("Promised", of: text) == [
        "- “a port” No day due. (r1.txt, 2023-05-01)", "- Met. “a bridge” Due 2024. (r1.txt, 2023-05-01)",
        "- Missed. “a road” No day due. (r1.txt, 2023-05-01)",
      ])
  }

  @Test func whatTheTextsTellIsCited() {
    let (older, newer) = (
      record(1, "2023-05-01", .talks, .minister), record(2, "2025-05-01", .talks, .minister)
    )
    let korea = Country("KR")!
    let asks = [
      BriefTexts.Ask(side: korea, isAsked: true, words: "Open *the* market."),
      BriefTexts.Ask(side: .vietNam, isAsked: false, words: "A line."),
    ]
    let changes = [("100 billion", "150 billion"), ("", "in balance"), ("by 2023", "")].map {
      BriefTexts.Change(before: $0.0, after: $0.1)
    }
    let texts = BriefTexts(
      asked: BriefTexts.Asked(record: newer, asks: asks),
      wording: BriefTexts.Wording(older: older, newer: newer, changes: changes, dropped: 2, added: 1))
    let text = Brief(Dyad(.vietNam, korea)!, [newer, older], options, texts: texts).text
    let asked = part("Asked last time", of: text)
    #expect(asked[0].hasPrefix("2025-05-01, Talks") && asked[0].hasSuffix("(r2.txt, 2025-05-01)"))
    #expect(
      asked.dropFirst() == [
        "- South Korea asked: “Open \\*the\\* market.”", "- Viet Nam proposed: “A line.”",
      ])
    let wording = part("Wording changed", of: text)
    #expect(wording[0].hasPrefix("From 2023-05-01") && wording[1].hasPrefix("To 2025-05-01"))
    #expect(
      wording.dropFirst(2) == [
        "- “100 billion” became “150 billion”", "- added: “in balance”", "- dropped: “by 2023”",
        "Paragraphs dropped: 2, added: 1.",
      ])
    #expect(part("Wording changed", of: brief([])) == ["Nothing to compare."])
  }

  @Test func anEmptyRecordSaysSo() {
    #expect(brief([]).contains("No event is on record."))
  }
}

@Suite struct ManualPageTests {
  @Test func nothingInAPageIsTakenForARequest() {
    var page = ManualPage(name: "x", section: 1, day: "2026-01-01", version: "1")
    page.add("KEYS", [.term("\\", ".hidden"), .paragraph("'quoted -a"), .verbatim("a\n.b\n\nc\u{1B}d")])
    let lines = page.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines == [
        ".TH X 1 2026-01-01 \"x 1\" \"User commands\"", ".SH \"KEYS\"", ".TP", "\\fB\\e\\fR", "\\&.hidden",
        ".PP", "\\&'quoted \\-a", ".PP", ".nf", "a", "\\&.b", "", "c␛d", ".fi", "",
      ])
  }
}
