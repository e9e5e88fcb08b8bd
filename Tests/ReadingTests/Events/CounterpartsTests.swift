import Diplomacy
import Testing

@testable import Reading

@Suite struct CounterpartsTests {
  /// The other sides of the acts of that kind.
  private func listed(_ text: String, _ kind: EventKind, _ language: Article.Language = .vietnamese) throws
    -> [String]
  {
    try Report(text, in: language).acts().filter { $0.kind == kind }.map(\.sides.counterpart.code)
  }

  @Test func twoToFourWhoAreAddressedAreOneActEach() throws {
    #expect(try listed("Lào gửi điện mừng tới Nga.", .message) == ["RU"])
    #expect(try listed("Lào gửi điện mừng tới Nga, Peru.", .message) == ["RU", "PE"])
    #expect(
      try listed("Lào gửi điện mừng tới Nga, Peru, Thái Lan và Hàn Quốc.", .message)
        == ["RU", "PE", "TH", "KR"])
    #expect(
      try listed("Laos sent condolences to Russia, Peru, Thailand and South Korea.", .message, .english)
        == ["RU", "PE", "TH", "KR"])
  }

  @Test func fiveAreNobodyInParticular() throws {
    #expect(
      try listed("Lào gửi điện mừng tới Nga, Peru, Thái Lan, Hàn Quốc và Nhật Bản.", .message).isEmpty)
    #expect(
      Report("Ngày 20/5, Lào gửi điện mừng tới Nga, Peru, Thái Lan, Hàn Quốc và Nhật Bản.").events.isEmpty)
  }

  @Test func theListEndsAtAnyOtherWord() throws {
    #expect(try listed("Lào gửi điện mừng tới Nga, láng giềng của Peru.", .message) == ["RU"])
    #expect(try listed("Lào gửi điện mừng tới Nga. Peru và Thái Lan im lặng.", .message) == ["RU"])
    #expect(try listed("Lào gửi điện mừng tới Nga, Lào và Nga.", .message) == ["RU"])
  }

  @Test func talksAndAgreementsAreNotMultiplied() throws {
    #expect(try listed("Lào ký hiệp định với Nga, Peru và Thái Lan.", .agreement) == ["RU"])
  }

  @Test func thoseWhoActTogetherTowardsOneAreOneActEach() throws {
    let report = Report("Nga, Peru và Thái Lan gửi điện mừng tới Lào.")
    let sides = try report.acts().filter { $0.kind == .message }.map(\.sides)
    #expect(sides.map(\.actor.code) == ["RU", "PE", "TH"])
    #expect(sides.allSatisfy { $0.counterpart.code == "LA" })
  }

  @Test func eachIsAnEventOfItsOwn() {
    let events = Report("Ngày 20/5, Thủ tướng Lào gửi điện chia buồn tới Nga, Peru và Thái Lan.").events
    #expect(events.map(\.parties.code).sorted() == ["LA-PE", "LA-RU", "LA-TH"])
    #expect(events.allSatisfy { $0.date?.iso == "2024-05-20" && $0.subkind == .condolence })
  }
}
