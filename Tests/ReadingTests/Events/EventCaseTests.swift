import Diplomacy
import Foundation
import Reading
import Testing

/// Each folder of Cases holds an article and, a line each, the events it reports: parties, date, kind.
@Suite struct EventCaseTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    .filter {
      FileManager.default.fileExists(atPath: folder.appending(path: $0 + "/events").path)
    }

  @Test func theCasesAreThere() { #expect(EventCaseTests.names.count > 12) }

  @Test(arguments: names) func theEventsOfACaseAreRead(_ name: String) throws {
    let folder = EventCaseTests.folder.appending(path: name)
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "article")))
    let article = try ArticleReader().read(bytes, source: name).article
    let wanted = try String(contentsOf: folder.appending(path: "events"), encoding: .utf8)
    let read = EventReader().events(in: article).map {
      "\($0.parties.code) \($0.date?.iso ?? "-") \($0.kind.rawValue)"
    }
    #expect(read == wanted.split(separator: "\n").map(String.init))
  }

  @Test(arguments: names) func everyFindingRestsOnWordsOfTheArticle(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: EventCaseTests.folder.appending(path: name + "/article")))
    let article = try ArticleReader().read(bytes, source: name).article
    for event in EventReader().events(in: article) {
      #expect(Set(event.evidence.map(\.field)).isSuperset(of: [.kind, .parties]))
      for evidence in event.evidence {
        let text = Array(article.paragraphs[evidence.span.paragraph].text.utf8)
        #expect(evidence.span.bytes.upperBound <= text.count && !evidence.span.bytes.isEmpty)
        #expect(String(validating: text[evidence.span.bytes], as: UTF8.self) != nil)
      }
    }
  }
}
