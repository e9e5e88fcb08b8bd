import Diplomacy
import Testing

@testable import Reading

@Suite struct ExplanationTests {
  private func lines(_ text: String) throws -> [String] {
    let article = try ArticleReader().read(Array(text.utf8), source: "report.txt").article
    return EventReader().explanation(of: article).lines
  }

  @Test func eachFieldIsToldWithItsWordsAndItsRule() throws {
    let lines = try lines(
      " date 2024-05-21 Ngoại trưởng Lào điện đàm với Ngoại trưởng Nga\n\n"
        + "Ngày 20/5, Ngoại trưởng Lào Khamla Vong điện đàm với Ngoại trưởng Nga Ivan Sokolov về thương mại.")
    #expect(lines.first?.hasPrefix("report.txt  2024-05-21") == true)
    #expect(lines.contains("  LA-RU  2024-05-20  phone-call"))
    #expect(lines.contains { $0.contains("“20/5”, paragraph 2: day beside the act") })
    #expect(lines.contains { $0.contains("Khamla Vong (LA)") })
    #expect(lines.contains("  weighed"))
  }

  @Test func anArticleWithoutAnEventShowsWhatWasWeighed() throws {
    let lines = try lines(
      " date 2024-05-21 Đội tuyển Lào gặp Nga\n\nTrận đấu bóng đá diễn ra tối nay, huấn luyện viên cho biết.")
    #expect(lines.contains("  no event"))
  }

  @Test func theMarksOfAnActAddUpToItsPoints() throws {
    let article = try ArticleReader().read(
      Array(" date 2024-05-21 Thủ tướng Lào hội đàm với Thủ tướng Thái Lan tại Vientiane ngày 20/5.".utf8),
      source: "a"
    ).article
    let scene = try #require(Scene(article))
    let judge = NewsJudge(.standard)
    let acts = judge.weighed(ActFinder(scene: scene, focus: Focus(scene)).acts())
    #expect(!acts.isEmpty)
    for act in acts {
      let told = try #require(judge.weighed(act, in: scene))
      let sum = told.marks.reduce(0) { $0 + $1.points }
      #expect(abs(sum - act.points) < 0.05 * Double(act.marks.values.count), "\(told.kind)")
    }
  }
}
