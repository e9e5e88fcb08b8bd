import Foundation
import Testing

@testable import Scoring

@Suite struct ScoreReportTests {
  private func report(_ gold: String, _ predicted: String) -> ScoreReport {
    ScoreReport(
      ScoreTable(
        gold: AnnotationFile(gold, name: "gold").articles,
        predictions: AnnotationFile(predicted, name: "predictions").articles))
  }

  private let gold = """
    {"source": "a", "language": "vi", "published": "2024", "events": [{"parties": ["VN", "KR"], "date": "2024-05-01", "kind": "talks", "level": "minister"}, {"parties": ["VN", "JP"], "date": "2024-05-01", "kind": "talks", "level": "minister"}, {"parties": ["VN", "US"], "date": null, "kind": "talks", "level": "minister"}]}
    {"source": "b", "language": "vi", "published": null, "events": []}
    """
  private let predicted = """
    {"source": "a", "language": "vi", "published": "2024", "events": [{"parties": ["VN", "KR"], "date": "2024-05-01", "kind": "talks", "level": "other"}]}
    {"source": "b", "language": "en", "events": []}
    """

  @Test func theTableHasTheLayoutOfItsLines() {
    let lines = report(gold, predicted).lines
    #expect(lines.count == ScoreLine.allCases.count + 3)
    #expect(lines[0] == "                    P      R     F1   gold   pred")
    #expect(lines[1] == "bilateral       1.000  1.000  1.000      1      1")
    #expect(lines[5] == "level           0.000  0.000  0.000      3      1")
    #expect(lines[14] == "TRIPLE          1.000  0.333  0.500      3      1")
    #expect(lines[15] == "published                     1.000")
    #expect(lines[16] == "language                      0.500")
  }

  @Test func theObjectHasTheSameFiguresInFourDigits() {
    let json = report(gold, predicted).json
    #expect(
      json.hasPrefix(
        #"{"bilateral": {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 1}, "dyad": {"p": 1.0, "r": 0.3333,"#))
    #expect(json.hasSuffix(#""published": 1.0, "language": 0.5}"#))
  }

  @Test func differencesNameSourceAndLine() {
    let differences = report(gold, predicted).differences
    #expect(differences.contains("a\tlevel\tgold minister, got other (VN-KR 2024-05-01 talks)"))
    #expect(differences.contains("a\tTRIPLE\tmissed VN-US - talks"))
    #expect(differences.contains("a\tevent\tmissed VN-JP 2024-05-01 talks"))
  }

  @Test func nothingRawReachesTheTerminal() {
    let escape = gold.replacing(#""talks""#, with: #""\u001b[2J\n""#)
    for line in report(escape, predicted).differences {
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\t" })
    }
  }
}

@Suite struct AnnotationFileTests {
  @Test func badLinesAreNamedAndTheOthersRead() {
    let file = AnnotationFile(
      """
      {"source": "a", "events": []}
      no json

      {"events": []}
      {"source": "c", "events": [{"parties": "VN-KR"}]}
      {"source": "d", "events": []}\r\n[]
      {"source": "a", "language": "en", "events": []}
      """, name: "gold.jsonl")
    #expect(file.articles.keys.sorted() == ["a", "d"])
    #expect(file.articles["a"]?.language == "en")
    let written = "and was left out; dyad extract prints how one is written."
    #expect(
      file.complaints == [
        "gold.jsonl, line 2 is no article (not JSON) \(written)",
        "gold.jsonl, line 4 is no article (it has no source) \(written)",
        "gold.jsonl, line 5 is no article (events 1 parties has another form) \(written)",
        "gold.jsonl, line 7 is no article (not an object) \(written)",
        "gold.jsonl, line 8 is another line for a, and the earlier one was left out.",
      ])
  }

  @Test func wordsOutsideTheFormatAreNamedButScored() {
    func complaint(_ event: String) -> String? {
      let file = AnnotationFile("{\"source\": \"a\", \"events\": [{\(event)}]}", name: "p")
      #expect(file.articles.count == 1)
      return file.complaints.first
    }
    let sound = #""parties": ["VN", "ASEAN"], "date": "2024-05", "kind": "visit", "level": "other""#
    #expect(complaint(sound) == nil)
    #expect(
      complaint(sound.replacing("2024-05", with: "2024-13"))
        == "p, line 1 was scored as it is, but event 1 has date “2024-13”, which is none.")
    #expect(
      complaint(sound.replacing("visit", with: "call"))
        == "p, line 1 was scored as it is, but event 1 has kind “call”, which the format does not know.")
    #expect(complaint(sound.replacing("ASEAN", with: "VN"))?.contains("no two countries") == true)
    #expect(complaint(sound.replacing("other", with: "king"))?.contains("level “king”") == true)
    #expect(complaint(sound + #", "subkind": "up""#)?.contains("subkind “up”") == true)
    #expect(complaint(sound + #", "topics": ["x"]"#)?.contains("topic “x”") == true)
  }
}

/// The files the code book is kept with, where they lie beside the tree.
@Suite struct SharedFixtureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/corpus/fixtures").standardizedFileURL
  static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  @Test(.enabled(if: areThere)) func theFixturesHaveTheirKnownFigures() throws {
    func articles(_ name: String) throws -> [String: AnnotatedArticle] {
      let text = try String(contentsOf: SharedFixtureTests.folder.appending(path: name), encoding: .utf8)
      return AnnotationFile(text, name: name).articles
    }
    let table = ScoreTable(gold: try articles("gold.jsonl"), predictions: try articles("pred.jsonl"))
    let known: [ScoreLine: (Int, Int, Int)] = [
      .bilateral: (2, 3, 2), .dyad: (2, 3, 3), .date: (2, 3, 3), .kind: (1, 3, 3), .level: (2, 3, 3),
      .status: (2, 3, 3), .host: (0, 1, 0), .placeCountry: (0, 1, 0), .subkind: (1, 1, 2), .topics: (2, 3, 4),
      .people: (3, 4, 3), .commitments: (1, 2, 1), .mentions: (1, 2, 1), .triple: (1, 3, 3),
    ]
    #expect(known.count == ScoreLine.allCases.count)
    for (line, counts) in known {
      #expect(table.tally(line) == Tally(right: counts.0, predicted: counts.1, gold: counts.2), "\(line)")
    }
    #expect(table.published == 2.0 / 3 && table.language == 1 && table.strangers == 1)
  }
}
