import Diplomacy
import Testing

@testable import Reading

@Suite struct ActFinderTests {
  private func kinds(_ text: String, _ language: Article.Language = .vietnamese) throws -> [EventKind] {
    try Report(text, in: language).acts().map(\.kind)
  }

  @Test func aWordOfAnActInsideAnOfficeOrATrapIsNone() throws {
    #expect(try kinds("Tổng thư ký đảng Lào tiếp Đại sứ Nga.") == [.meeting])
    #expect(try kinds("Lào và Nga bắt đầu hội đàm.") == [.talks])
    #expect(try kinds("Lào và Nga tiếp tục hội đàm, chữ ký còn chờ.") == [.talks])
  }

  @Test func eachWordOfAnActIsACandidate() throws {
    #expect(try kinds("Lào và Nga hội đàm. Lào và Nga ký hiệp định.") == [.talks, .agreement])
    #expect(
      try kinds("Laos held talks with Russia. Laos expelled a Russian diplomat.", .english) == [
        .talks, .relations,
      ])
  }

  @Test func anActFarBelowTheHeadIsNoCandidate() throws {
    let filler = "Thời tiết ở thủ đô hôm nay rất đẹp."
    let near = Report(
      "Lào hội đàm với Nga.", filler, filler, filler, filler, filler, filler,
      "Lào tặng Nga hoa và ký hiệp định.")
    let far = Report(
      "Lào hội đàm với Nga.", filler, filler, filler, filler, filler, filler, filler,
      "Lào tặng Nga hoa và ký hiệp định.")
    #expect(try near.acts().contains { $0.kind == .agreement })
    #expect(try !far.acts().contains { $0.kind == .agreement })
  }

  @Test func theSentenceTellsHowTheActIsMeant() throws {
    let marks = { (text: String, kind: EventKind) in
      Set(try Report(text).act(kind).marks.values.map(\.mark))
    }
    #expect(try marks("Lào sẽ hội đàm với Nga.", .talks).contains(.future))
    #expect(try marks("Lào đã hội đàm với Nga.", .talks).isDisjoint(with: [.future, .unreal, .negated]))
    #expect(try marks("Lào không hội đàm với Nga.", .talks).contains(.negated))
    #expect(try marks("Lào muốn hội đàm với Nga.", .talks).contains(.unreal))
    #expect(try marks("Lào hoãn hội đàm với Nga.", .talks).contains(.cancelled))
    #expect(try marks("Lào có hội đàm với Nga?", .talks).contains(.question))
    #expect(try marks("Lào nói: \"Nga và Lào hội đàm\".", .talks).contains(.quoted))
    #expect(try marks("Lào nói \"tốt\", Nga và Lào hội đàm.", .talks).contains(.quoted) == false)
  }

  @Test func daysOfTheSentenceAreNearOldOrAhead() throws {
    let marks = { (text: String) in Set(try Report(text).act(.talks).marks.values.map(\.mark)) }
    #expect(try marks("Lào hội đàm với Nga ngày 20/5.").contains(.dayNear))
    #expect(try marks("Lào hội đàm với Nga ngày 20/5/2019.").contains(.dayOld))
    #expect(try marks("Lào hội đàm với Nga ngày 2/6.").contains(.dayAhead))
    #expect(try marks("Lào hội đàm với Nga hôm qua.").isSuperset(of: [.dayNear, .dayToday]))
  }
}
