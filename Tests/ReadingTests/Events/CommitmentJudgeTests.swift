import Diplomacy
import Lexicons
import Testing

@testable import Reading

@Suite struct CommitmentJudgeTests {
  private func promises(
    _ paragraphs: String..., of kind: EventKind = .talks, in language: Article.Language = .vietnamese
  ) throws -> [String] {
    let lead =
      language == .vietnamese
      ? (kind == .aid ? "Nhật Bản viện trợ Lào." : "Thủ tướng Lào hội đàm với Thủ tướng Nga.")
      : "The Lao Prime Minister held talks with the Russian Prime Minister."
    let report = Report([lead] + paragraphs, in: language)
    let judge = CommitmentJudge(
      scene: try report.scene(), act: try report.act(kind), date: report.article.published)
    return judge.commitments().map { found in
      let promise = found.commitment
      return "\(promise.amount.map(String.init) ?? "-") \(promise.currency ?? "-") \(promise.due?.iso ?? "-")"
    }
  }

  @Test func aPledgedSumHasItsCurrencyAndItsDay() throws {
    #expect(
      try promises("Hai bên nhất trí đưa kim ngạch đạt 5 tỷ USD vào năm 2030.") == ["5000000000 USD 2030"])
    #expect(try promises("Nga cam kết cho Lào vay 2,5 triệu euro.") == ["2500000 EUR -"])
    #expect(try promises("Nga cam kết cho vay 3 triệu USD trong hai năm tới.") == ["3000000 USD 2026"])
    #expect(
      try promises("They agreed to lift trade to $5 billion in 2030.", in: .english)
        == ["5000000000 USD 2030"])
  }

  @Test func aDayAloneIsAPromiseBehindAWordOfDeadlines() throws {
    #expect(try promises("Hai bên nhất trí hoàn thành cầu trước tháng 6/2026.") == ["- - 2026-06"])
    #expect(try promises("Hai bên nhất trí gặp lại, tháng 6/2026 có lễ hội.").isEmpty)
  }

  @Test func theSumInBracketsIsThatBesideItAgain() throws {
    #expect(
      try promises("Nga cam kết tài trợ 300 triệu rúp (khoảng 3,3 triệu USD).") == ["300000000 RUB -"])
  }

  @Test func whatHasBeenCountedOrIsLongPastIsNoPromise() throws {
    #expect(try promises("Kim ngạch tính đến nay nhờ hợp đồng là 3 tỷ USD.").isEmpty)
    #expect(try promises("Hai bên ký hợp đồng 3 tỷ USD hồi năm 2019.").isEmpty)
    #expect(try promises("Kim ngạch là 3 tỷ USD.").isEmpty)
  }

  @Test func goodsArePromisedInAidOnly() throws {
    let gift = "Nhật Bản trao cho Lào 200 tấn gạo."
    #expect(try promises(gift, of: .aid) == ["200 - -"])
    #expect(try promises(gift).isEmpty)
  }

  @Test func theSamePromiseToldTwiceIsOne() throws {
    let promise = "Nga cam kết cho vay 3 triệu USD."
    #expect(try promises(promise, "Theo ông, " + promise) == ["3000000 USD -"])
  }

  @Test func theWordsAreThoseBetweenTheCommas() throws {
    let report = Report(
      "Lào hội đàm với Nga.", "Tại đây, hai bên nhất trí đầu tư 2,5 triệu USD vào năm 2026, theo báo Nga.")
    let judge = CommitmentJudge(
      scene: try report.scene(), act: try report.act(.talks), date: report.article.published)
    #expect(
      judge.commitments().map(\.commitment.text) == ["hai bên nhất trí đầu tư 2,5 triệu USD vào năm 2026"])
  }

  @Test(arguments: [
    "Tập đoàn Orlov cam kết đầu tư 5 tỷ USD.",
    "Nga cảnh báo sẽ áp thuế với 5 tỷ USD hàng hóa.",
    "Thái Lan cam kết cho Nhật Bản vay 5 tỷ USD.",
    "Thủ tướng sẽ thăm chính thức Lào vào tháng 8 tới.",
    "Quốc hội dự kiến họp vào tháng 8 tới.",
  ]) func companiesTariffsOthersAndVisitsPromiseNothing(_ text: String) throws {
    #expect(try promises(text).isEmpty)
  }

  @Test func aProtestPromisesNothing() throws {
    let report = Report("Lào phản đối Nga.", "Hai bên nhất trí đưa kim ngạch đạt 5 tỷ USD vào năm 2030.")
    let judge = CommitmentJudge(
      scene: try report.scene(), act: try report.act(.protest), date: report.article.published)
    #expect(judge.commitments().isEmpty)
  }
}
