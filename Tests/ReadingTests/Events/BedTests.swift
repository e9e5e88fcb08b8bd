import Diplomacy
import Foundation
import Reading
import Scoring
import Testing

/// Each folder of Bed is a language: `articles`, the `gold.jsonl` a person wrote for them in the form of `dyad extract`,
/// and `floors`, a line of the score table and its least F1 each, a little below what the coder reaches.
@Suite struct BedTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Bed")
  static let languages = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  static let lines: Set<ScoreLine> = [
    .bilateral, .dyad, .date, .kind, .level, .people, .commitments, .topics, .triple,
  ]

  private func articles(_ language: String) throws -> [Article] {
    let folder = BedTests.folder.appending(path: "\(language)/articles")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      return try ArticleReader().read(bytes, source: name).article
    }
  }

  private func gold(_ language: String) throws -> AnnotationFile {
    let file = BedTests.folder.appending(path: "\(language)/gold.jsonl")
    return AnnotationFile(try String(contentsOf: file, encoding: .utf8), name: "\(language)/gold.jsonl")
  }

  private func floors(_ language: String) throws -> [ScoreLine: Double] {
    let text = try String(
      contentsOf: BedTests.folder.appending(path: "\(language)/floors"), encoding: .utf8)
    let rows = try text.split(separator: "\n").map { row in
      let words = row.split(separator: " ")
      return (try #require(ScoreLine(rawValue: String(words[0]))), try #require(Double(words[1])))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  @Test func theBedHasTheLanguagesOfTheCoder() {
    #expect(BedTests.languages == Article.Language.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: languages) func everyArticleHasOneSoundGoldLine(_ language: String) throws {
    let gold = try gold(language)
    #expect(gold.complaints.isEmpty)
    let articles = try articles(language)
    #expect(articles.map(\.source) == gold.articles.keys.sorted())
    #expect(articles.allSatisfy { $0.language.rawValue == language })
  }

  @Test(arguments: languages) func noLineOfTheTableFallsBelowItsFloor(_ language: String) throws {
    let reader = EventReader()
    let read = try articles(language).map {
      extractionLine(source: $0.source, article: $0, events: reader.events(in: $0))
    }
    let predictions = AnnotationFile(read.joined(separator: "\n"), name: "predictions")
    let table = ScoreTable(gold: try gold(language).articles, predictions: predictions.articles)
    let floors = try floors(language)
    #expect(Set(floors.keys) == BedTests.lines)
    let low = floors.filter { table.tally($0.key).f1 < $0.value }.keys.map(\.rawValue).sorted()
    #expect(low.isEmpty, "\(language)\n\(ScoreReport(table).lines.joined(separator: "\n"))")
  }
}
