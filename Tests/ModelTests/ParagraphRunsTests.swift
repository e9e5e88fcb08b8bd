import Diplomacy
import Support
import Testing

@testable import Model

@Suite struct ParagraphRunsTests {
  private func stretches(_ numbers: inout SeededNumbers, within count: Int) -> [Range<Int>] {
    (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
      let start = Int.random(in: 0..<count - 1, using: &numbers)
      return start..<Int.random(in: start + 1...min(count, start + 9), using: &numbers)
    }
  }

  /// In order and apart, as marks come.
  private func apart(_ stretches: [Range<Int>]) -> [Range<Int>] {
    stretches.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { apart, next in
      if next.lowerBound >= apart.last?.upperBound ?? 0 { apart.append(next) }
    }
  }

  /// What each letter is, whichever line it is cut into.
  @Test(arguments: 1...200 as ClosedRange<UInt64>) func everyLetterKeepsWhatItIs(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let text = String(repeating: "abcdefghij", count: 12)
    let count = text.utf8.count
    let marks = apart(stretches(&numbers, within: count))
    let matches = stretches(&numbers, within: count)
    let pointed = stretches(&numbers, within: count).prefix(2)
    let painter = ParagraphRuns(
      bytes: Array(text.utf8), base: .text,
      marks: marks.map { TextMark(span: TextSpan(paragraph: 0, bytes: $0), role: .date) }, matches: matches,
      parties: SampleReport.parties("KR"), pointed: Array(pointed))
    let width = Int.random(in: 1...30, using: &numbers)
    for start in stride(from: 0, to: count, by: width) {
      var place = start
      for run in painter.runs(start..<min(count, start + width)) {
        for _ in run.text.utf8 {
          let isPointed = pointed.contains { $0.contains(place) }
          let isMarked = marks.contains { $0.contains(place) }
          #expect(run.role == (isPointed ? .evidence : isMarked ? .date : .text))
          #expect(run.isMatch == matches.contains { $0.contains(place) })
          place += 1
        }
      }
      #expect(place == min(count, start + width))
    }
  }
}
