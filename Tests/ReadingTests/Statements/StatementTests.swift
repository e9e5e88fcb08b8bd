import Diplomacy
import Testing

@testable import Reading

@Suite struct StatementTests {
  private let koreaAndVietNam = Parties(.vietNam, Country("KR")!)!

  /// `VN asked`, `both agreed`, in the order of the text.
  private func told(_ sentence: String, in language: Article.Language = .vietnamese) -> [String] {
    let head =
      language == .vietnamese
      ? "Chủ tịch nước Việt Nam hội đàm với Tổng thống Hàn Quốc"
      : "President of Vietnam holds talks with South Korean President"
    let report = Report(head, sentence, in: language)
    return CloseReader().statements(in: report.article, between: koreaAndVietNam).map { statement in
      switch statement.speaker {
      case .both: "both \(statement.act.rawValue)"
      case .side(let country): "\(country.code) \(statement.act.rawValue)"
      }
    }
  }

  @Test func bothSidesAreNeverFiledUnderOne() {
    #expect(told("Hai bên nhất trí tăng cường hợp tác quốc phòng.") == ["both agreed"])
    #expect(told("Tại cuộc gặp, hai nhà lãnh đạo hoan nghênh kết quả đạt được.") == ["both welcomed"])
    #expect(
      told("Chủ tịch nước Việt Nam và Tổng thống Hàn Quốc nhất trí mở đường bay mới.") == ["both agreed"])
    #expect(told("Việt Nam và Hàn Quốc khẳng định tầm quan trọng của hòa bình.") == ["both affirmed"])
    #expect(told("The two sides agreed to open a new route.", in: .english) == ["both agreed"])
    #expect(
      told("Vietnam and South Korea reaffirmed the importance of peace.", in: .english) == ["both affirmed"])
  }

  @Test func oneSideSpeaksForItself() {
    #expect(told("Chủ tịch nước Việt Nam khẳng định coi trọng quan hệ với Hàn Quốc.") == ["VN affirmed"])
    #expect(told("Tổng thống Hàn Quốc đánh giá cao vai trò của Việt Nam.") == ["KR welcomed"])
    #expect(told("Hàn Quốc phản đối mọi hành động đơn phương.") == ["KR opposed"])
    #expect(told("The South Korean President noted the role of Vietnam.", in: .english) == ["KR noted"])
    #expect(told("Vietnam condemned the attack.", in: .english) == ["VN opposed"])
  }

  private func invited(_ sentence: String) -> [String] {
    let report = Report("Chủ tịch nước Việt Nam hội đàm với Tổng thống Hàn Quốc", sentence, in: .vietnamese)
    return CloseReader().invitations(in: report.article, between: koreaAndVietNam).map { told in
      "\(told.guest.code)→\(told.host.code)\(told.isAccepted ? " accepted" : "")"
    }
  }

  @Test func anInvitationTellsWhoIsToGoWhere() {
    #expect(invited("Tổng thống Hàn Quốc mời Chủ tịch nước Việt Nam sang thăm Hàn Quốc.") == ["VN→KR"])
    #expect(invited("Chủ tịch nước Việt Nam mời Tổng thống Hàn Quốc thăm Việt Nam.") == ["KR→VN"])
    #expect(invited("Tổng thống Hàn Quốc nhận lời mời thăm Việt Nam.") == ["KR→VN accepted"])
    #expect(
      invited(
        "Tổng thống Hàn Quốc mời Chủ tịch nước Việt Nam sang thăm. Chủ tịch nước Việt Nam vui vẻ nhận lời.")
        == ["VN→KR", "VN→KR accepted"])
  }

  @Test func whatIsNotOfAVisitIsNoInvitation() {
    #expect(invited("Chủ tịch nước Việt Nam mời doanh nghiệp Hàn Quốc đầu tư.").isEmpty)
    #expect(invited("Tổng thống Hàn Quốc thăm Việt Nam theo lời mời của Chủ tịch nước.").isEmpty)
    #expect(invited("Hai bên nhất trí tăng cường trao đổi đoàn.").isEmpty)
  }

  @Test func whatOneProposesToTheOtherItAsksOfIt() {
    #expect(told("Việt Nam đề nghị Hàn Quốc mở cửa thị trường nông sản.") == ["VN asked"])
    #expect(told("Việt Nam đề nghị hai bên mở thêm đường bay.") == ["VN proposed"])
    #expect(told("Tổng thống Hàn Quốc đề xuất lập nhóm công tác chung.") == ["KR proposed"])
    #expect(told("South Korea urged Vietnam to open its market.", in: .english) == ["KR asked"])
    #expect(told("Vietnam proposed that the two sides open a new route.", in: .english) == ["VN proposed"])
  }

  @Test func whatOneWantsBothToDoIsNotSaidByBoth() {
    #expect(told("Chủ tịch nước Việt Nam đề nghị hai bên nhất trí về một lộ trình.") == ["VN proposed"])
    #expect(told("Tổng thống Hàn Quốc khẳng định hai bên nhất trí cao về việc này.") == ["KR affirmed"])
  }

  @Test func aClauseWithoutASpeakerGoesOnWithTheOneBefore() {
    #expect(
      told("Tổng thống Hàn Quốc đánh giá cao kết quả hợp tác và mời Chủ tịch nước Việt Nam sang thăm.")
        == ["KR welcomed", "KR invited"])
    #expect(
      told("Tổng thống Hàn Quốc hoan nghênh thỏa thuận mới. Ông khẳng định sẽ ủng hộ.")
        == ["KR welcomed", "KR affirmed"])
    #expect(
      told(
        "The South Korean President welcomed the deal. He invited the President of Vietnam to Seoul.",
        in: .english)
        == ["KR welcomed", "KR invited"])
  }

  @Test func theOtherSideInAnAsideIsNotWhoSpeaks() {
    #expect(
      told("Hội đàm với Tổng thống Hàn Quốc, Chủ tịch nước Việt Nam nhấn mạnh vai trò của thương mại.")
        == ["VN affirmed"])
    #expect(
      told(
        "Chủ tịch nước Việt Nam, trong cuộc hội đàm với Tổng thống Hàn Quốc, nhấn mạnh vai trò của thương mại."
      )
        == ["VN affirmed"])
  }

  @Test func thePassiveTurnsTheActRound() {
    #expect(told("Chủ tịch nước Việt Nam được Tổng thống Hàn Quốc mời thăm Seoul.") == ["KR invited"])
    #expect(told("The plan was welcomed by Vietnam.", in: .english) == ["VN welcomed"])
    #expect(told("The President of Vietnam was invited to a forum.", in: .english).isEmpty)
  }

  @Test func agreedWithTheOtherIsAgreedByBoth() {
    #expect(told("Việt Nam nhất trí với Hàn Quốc về lộ trình hợp tác.") == ["both agreed"])
  }

  @Test func whatIsNotSaidOrSaidByOthersIsNobodys() {
    #expect(told("Việt Nam không phản đối đề án này.").isEmpty)
    #expect(told("Nhật Bản hoan nghênh kết quả hội đàm.").isEmpty)
    #expect(told("Theo lời mời của Tổng thống Hàn Quốc, đoàn đã tới Seoul.").isEmpty)
    #expect(told("Japan welcomed the outcome of the talks.", in: .english).isEmpty)
  }

  @Test func aStatementRestsOnItsSentence() throws {
    let report = Report(
      "Chủ tịch nước Việt Nam hội đàm với Tổng thống Hàn Quốc",
      "Buổi lễ diễn ra trọng thể. Hai bên nhất trí mở đường bay. Đoàn rời Hà Nội.")
    let found = CloseReader().statements(in: report.article, between: koreaAndVietNam)
    let text = report.article.paragraphs[1].text
    let words = { (span: TextSpan) in String(decoding: Array(text.utf8)[span.bytes], as: UTF8.self) }
    #expect(found.map { words($0.span) } == ["Hai bên nhất trí mở đường bay."])
    #expect(found.map { words($0.cue) } == ["nhất trí"])
  }
}

@Suite struct AsideTests {
  private func asides(_ paragraphs: String..., in language: Article.Language = .vietnamese) -> [Int] {
    CloseReader().asides(in: Report(paragraphs, in: language).article).sorted()
  }

  @Test func captionsBylinesAndBoilerplateAreNoWording() {
    #expect(
      asides(
        "Việt Nam và Lào hội đàm", "Hai bên hội đàm tại Viêng Chăn.",
        "Quang cảnh hội đàm. Ảnh: Nguyễn Văn Mẫu",
        "Xem thêm: Lào và Việt Nam qua ảnh", "Hai bên ký nhiều văn kiện.", "Hải Minh - Thu Hà") == [2, 3, 5])
    #expect(
      asides(
        "Vietnam and Laos hold talks", "By Minh Nguyen", "The two sides held talks in Vientiane.",
        "Read more: Laos in pictures", "All rights reserved.", in: .english) == [1, 3, 4])
  }

  @Test func aSentenceThatBeginsLikeABylineIsWording() {
    #expect(
      asides(
        "Vietnam and Laos hold talks",
        "By then the two sides had agreed on most of the text of the statement.",
        in: .english
      ).isEmpty)
    #expect(
      asides("Việt Nam và Lào hội đàm", "Nguồn vốn mới được hai bên nhất trí dành cho đường sắt.").isEmpty)
    #expect(asides("Việt Nam và Lào hội đàm", "Hội đàm tại Viêng Chăn.").isEmpty)
  }
}
