import Testing
import Text

@testable import Comparing

@Suite struct WordComparisonTests {
  private func compare(_ left: [String], _ right: [String]) -> TextComparison {
    func paragraphs(_ texts: [String]) -> [ComparedParagraph] {
      texts.enumerated().map { ComparedParagraph(place: $0.offset, text: $0.element) }
    }
    return TextComparison(paragraphs(left), paragraphs(right))!
  }

  /// The words of each stretch of a row's side, figures in square brackets.
  private func marked(_ side: TextComparison.Side?, _ texts: [String]) -> [String] {
    (side?.stretches ?? []).map { stretch in
      let words = String(decoding: Array(texts[side!.paragraph].utf8)[stretch.bytes], as: UTF8.self)
      return stretch.isFigure ? "[\(words)]" : words
    }
  }

  @Test func wordingAddedDroppedAndChangedIsToldApart() {
    let left = ["Hai bên nhất trí nâng cấp quan hệ, phấn đấu đạt kim ngạch 100 tỷ USD một cách vững chắc."]
    let right = [
      "Hai bên nhất trí làm sâu sắc quan hệ, phấn đấu đạt kim ngạch 150 tỷ USD, theo hướng cân bằng."
    ]
    let found = compare(left, right)
    #expect(found.rows.count == 1)
    #expect(marked(found.rows[0].left, left) == ["nâng cấp", "[100]", "một cách vững chắc"])
    #expect(marked(found.rows[0].right, right) == ["làm sâu sắc", "[150]", "theo hướng cân bằng"])
    #expect(found.changes == [.changed, .changed, .changed])
  }

  @Test func wordsAreComparedNotBytes() {
    let decomposed = "Hoa\u{0300} bình và ho\u{0323}p ta\u{0301}c."
    let composed = "hòa bình, và họp tác!"
    #expect(comparableWords(in: decomposed).map(\.key) == comparableWords(in: composed).map(\.key))
    #expect(compare([decomposed], [composed]).changes.isEmpty)
    #expect(compare(["hoà bình"], ["hòa bình"]).changes.isEmpty)
    #expect(compare(["quan hệ"], ["quân hệ"]).changes == [.changed])
  }

  @Test func aFigureIsOneWordWithItsSigns() {
    let words = comparableWords(in: "Ngày 30/1/2026: 1.500,5 tỷ, 20%.")
    #expect(words.filter(\.isFigure).map(\.key) == ["30/1/2026", "1.500,5", "20"])
  }

  @Test func paragraphsMeetByTheirWordsAndStandAloneWithoutAny() {
    let left = [
      "Mở đầu của bản tin này.", "Về thương mại, hai bên đặt mục tiêu một trăm tỷ.",
      "Về biển, hai bên nhắc UNCLOS 1982.",
    ]
    let right = [
      "Về thương mại, hai bên đặt mục tiêu hai trăm tỷ.", "Về lao động, thỏa thuận mới đã được ký.",
    ]
    let found = compare(left, right)
    #expect(found.rows.map { $0.left?.paragraph } == [0, 1, 2, nil])
    #expect(found.rows.map { $0.right?.paragraph } == [nil, 0, nil, 1])
    #expect(found.count(.dropped) == 2 && found.count(.added) == 1 && found.count(.changed) == 1)
  }

  @Test func aParagraphThatMovedIsNeitherDroppedNorAdded() {
    let left = [
      "Một hai ba bốn năm sáu bảy tám.", "Đỏ xanh vàng tím nâu trắng đen hồng.",
      "Chó mèo gà vịt trâu bò lợn dê.",
    ]
    let right = [
      "Đỏ xanh vàng tím nâu trắng đen hồng.", "Chó mèo gà vịt trâu bò lợn dê.",
      "Một hai ba bốn năm sáu bảy tám.",
    ]
    let found = compare(left, right)
    #expect(found.changes.isEmpty)
    #expect(found.rows.filter(\.isMoved).map { $0.left?.paragraph } == [0])
  }

  @Test func swappingTurnsDroppedIntoAdded() {
    let found = compare(["Một câu chỉ có ở bên trái."], ["Cái khác hoàn toàn lạ."])
    #expect(found.count(.dropped) == 1 && found.count(.added) == 1)
    #expect(found.swapped.changes == [.added, .dropped] || found.swapped.changes == [.dropped, .added])
    #expect(found.swapped.swapped == found)
  }

  @Test func alonelyCommonWordBetweenTwoChangesIsPartOfThem() {
    let left = ["Hai bên ca ngợi thành tựu to lớn và kết quả toàn diện trong năm qua."]
    let right = ["Hai bên bày tỏ mong muốn sâu sắc và niềm tin vững chắc trong năm qua."]
    #expect(compare(left, right).changes == [.changed])
  }

  @Test func nobodyWaitingEndsTheWork() {
    let paragraphs = (0..<50).map { ComparedParagraph(place: $0, text: "chữ \($0)") }
    #expect(TextComparison(paragraphs, paragraphs, isWithdrawn: { true }) == nil)
  }

  /// Every word of both texts is either common or in exactly one stretch, whatever the texts.
  @Test(arguments: [1, 2, 3]) func nothingIsLostAndNothingToldTwice(seed: Int) {
    var random = SystemLike(state: UInt64(seed))
    for _ in 0..<60 {
      let left = (0..<Int.random(in: 0...6, using: &random)).map { _ in text(&random) }
      let right = (0..<Int.random(in: 0...6, using: &random)).map { _ in text(&random) }
      let found = compare(left, right)
      for (texts, side) in [(left, { $0.left }), (right, { $0.right })]
        as [([String], (TextComparison.Row) -> TextComparison.Side?)]
      {
        let sides = found.rows.compactMap(side)
        #expect(sides.map(\.paragraph).sorted() == Array(texts.indices))
        for one in sides {
          let ranges = one.stretches.map(\.bytes)
          #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
        }
      }
      for row in found.rows {
        guard let one = row.left, let other = row.right else { continue }
        #expect(common(one, left) == common(other, right))
      }
    }
  }

  /// Keys of the words outside all stretches.
  private func common(_ side: TextComparison.Side, _ texts: [String]) -> [String] {
    comparableWords(in: texts[side.paragraph]).filter { word in
      !side.stretches.contains { $0.bytes.overlaps(word.bytes) }
    }.map(\.key)
  }

  private func text(_ random: inout SystemLike) -> String {
    let words = ["hai", "bên", "nhất", "trí", "12", "đề", "nghị", "và", "Quan", "hệ", "2030,"]
    return (0..<Int.random(in: 1...14, using: &random)).map { _ in words.randomElement(using: &random)! }
      .joined(separator: " ")
  }

  /// 100 kB against 100 kB: long done before a reader wonders. Bounded for texts made to be hard too.
  @Test func longTextsAreComparedInBoundedTime() {
    var random = SystemLike(state: 7)
    let words = (0..<4000).map { "chữ\($0)" }
    let left = (0..<300).map { _ in
      (0..<50).map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
    }
    var right = left
    for place in stride(from: 0, to: 300, by: 7) { right[place] = right[(place + 11) % 300] + " thêm mới" }
    let clock = ContinuousClock()
    var found: TextComparison?
    let usual = clock.measure { found = compare(left, right) }
    #expect(found!.rows.count >= 300)
    let hard = [String(repeating: "a b a ", count: 15_000)]
    let other = [String(repeating: "b a a ", count: 15_000)]
    let worst = clock.measure { _ = compare(hard, other) }
    // Many times what it takes, so that a slow machine passes and a quadratic table does not.
    #expect(usual < .seconds(20) && worst < .seconds(20))
  }
}

/// The same numbers for the same seed.
private struct SystemLike: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
