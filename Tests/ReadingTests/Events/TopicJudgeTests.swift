import Diplomacy
import Lexicons
import Testing

@testable import Reading

@Suite struct TopicJudgeTests {
  private func candidates(_ report: Report) throws -> [TopicJudge.Candidate] {
    try TopicJudge(report.scene(), Measure<TopicMark>(.standard)).candidates(for: report.act(.talks))
  }

  @Test func topicsStandInTheOrderOfTheirListOnceEach() throws {
    let report = Report("Lào hội đàm với Nga về y tế, đầu tư, thương mại và giáo dục.")
    #expect(try candidates(report).map(\.topic) == [.economy, .education, .health])
  }

  @Test func aTopicIsMarkedByWhereAndHowOftenItIsNamed() throws {
    let report = Report("Lào hội đàm với Nga về thương mại.", "Y tế vắng mặt. Y tế và y tế.")
    let marks = try candidates(report).map { Set($0.marks.values.map(\.mark)) }
    #expect(marks[0].isSuperset(of: [.economy, .title, .actSentence, .actParagraph, .ofMeeting]))
    #expect(marks[0].isDisjoint(with: [.often, .again, .lead, .ofMessage]))
    #expect(marks[1].isSuperset(of: [.health, .lead, .often, .again]))
    #expect(marks[1].isDisjoint(with: [.title, .actSentence, .actParagraph]))
  }

  @Test func captionsNameNoTopic() throws {
    let report = Report("Lào hội đàm với Nga.", "Đoàn xem triển lãm y tế. Ảnh: AFP")
    #expect(try candidates(report).isEmpty)
  }

  @Test func onlyTopicsWithEnoughPointsCount() throws {
    let report = Report("Lào hội đàm với Nga về thương mại.", "Sau đó là y tế.")
    let measure = Measure<TopicMark>(Weights(["topics.least": 1, "topic.actSentence": 1]))
    #expect(try TopicJudge(report.scene(), measure).topics(of: report.act(.talks)).map(\.topic) == [.economy])
  }

  @Test func everyTopicHasAMarkOfItsOwn() {
    let marks = Topic.allCases.map { "\(TopicMark.of($0))" }
    #expect(marks == Topic.allCases.map { "\($0)" })
  }
}
