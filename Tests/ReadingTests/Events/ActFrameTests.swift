import Diplomacy
import Testing

@testable import Reading

@Suite struct ActFrameTests {
  private func marks(_ kind: EventKind, _ paragraphs: String..., in language: Article.Language = .vietnamese)
    throws -> Set<ActMark>
  {
    Set(try Report(paragraphs, in: language).act(kind).marks.values.map(\.mark))
  }

  @Test func aVisitOnWhoseOccasionSomethingIsDoneFramesIt() throws {
    #expect(try marks(.visit, "Nhân chuyến thăm Lào, Ngoại trưởng Nga ký hiệp định.").contains(.framingVisit))
    #expect(
      try marks(.visit, "During his official visit to Laos, Russia's president signed a pact.", in: .english)
        .contains(.framingVisit))
    #expect(try !marks(.visit, "Ngoại trưởng Nga thăm Lào.").contains(.framingVisit))
  }

  @Test func whatIsSaidAtAMeetingSetsItThere() throws {
    let found = try marks(.meeting, "Tại cuộc gặp Thủ tướng Lào, Đại sứ Nga cảm ơn.")
    #expect(found.contains(.setting) && found.isDisjoint(with: [.framingVisit, .afterIt, .beforeIt]))
  }

  @Test func wordsOfBeforeAndAfterAreTold() throws {
    #expect(try marks(.talks, "Sau hội đàm với Lào, Nga cảm ơn.").contains(.afterIt))
    #expect(try marks(.talks, "Trước thềm hội đàm với Lào, Nga cảm ơn.").contains(.beforeIt))
    #expect(try marks(.talks, "Trước đó, Nga hội đàm với Lào.").isDisjoint(with: [.afterIt, .beforeIt]))
  }

  @Test func whoOpensTheSentenceAndTheTitleIsASideOrAStranger() throws {
    #expect(try marks(.talks, "Nga hội đàm với Lào.").contains(.sideOpens))
    #expect(try marks(.talks, "Peru cho biết Nga hội đàm với Lào.").contains(.strangerOpens))
    let below = try marks(.talks, "Peru lên tiếng.", "Nga hội đàm với Lào.")
    #expect(below.isSuperset(of: [.sideOpens, .strangerOpensTitle, .strangersInTitle]))
  }

  @Test func aDayCloseToTheReportCountsTheMoreTheNearerItStands() throws {
    let nearness = { (text: String) in
      try Report(text).act(.talks).marks.values.first { $0.mark == .dayBeside }?.value
    }
    let near = try #require(try nearness("Ngày 20/5, Nga hội đàm với Lào."))
    let far = try #require(
      try nearness("Ngày 20/5, tại thủ đô trong tiết trời rất đẹp, Nga hội đàm với Lào."))
    #expect(near > far)
    #expect(try nearness("Nga hội đàm với Lào ngày 20/5/2019.") == nil)
  }
}
