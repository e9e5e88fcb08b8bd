import Diplomacy
import Testing

@testable import Program

@Suite struct OwnLineTests {
  private func entry(_ work: OwnWork) throws -> OwnEntry {
    let parties = try #require(Parties(code: "VN-KR"))
    let event = CodedEvent(
      article: ArticleHash(7), parties: parties, date: PartialDate(iso: "2024-03"), kind: .talks, nth: 0)
    return OwnEntry(event: event, work: work, source: "a.txt", published: nil, title: "Hội đàm")
  }

  @Test func everySortReadsBackAsItWasWritten() throws {
    let works = [
      OwnWork(isRead: true), OwnWork(isMarked: true), OwnWork(tags: ["Biển Đông"]), OwnWork(note: "gọi lại"),
      OwnWork(promises: [PromiseKey(text: "30 “triệu” USD\u{1B}", nth: 1): .met]),
      OwnWork(promises: [PromiseKey(text: "một cây cầu", nth: 0): .missed]),
    ]
    for work in works {
      let one = try entry(work)
      #expect(OwnLine.lines(one).map { OwnLine.read($0) } == [.entry(one)])
    }
  }

  @Test func aPromiseWithoutWordsOrStatusIsNoOwnWork() throws {
    let line = try #require(
      OwnLine.lines(try entry(OwnWork(promises: [PromiseKey(text: "x", nth: 0): .met]))).first)
    #expect(line.hasSuffix("\"words\": \"x\", \"nthOfWords\": 0, \"value\": \"met\"}"))
    for (was, now) in [("met", "open"), ("\"x\"", "\"\""), (": 0, \"value", ": -1, \"value")] {
      #expect(OwnLine.read(line.replacing(was, with: now)) == .none)
    }
  }
}
