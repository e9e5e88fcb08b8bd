import Diplomacy
import Foundation
import Reading
import Testing

/// Words that look like a country, a date or a party and are none, or the other way round. The files say how a row is
/// written; a row that is read rightly again must lose its "miss".
@Suite struct TrapTests {
  /// A row of a file: what the sentence is about, what has to be read out of it, and whether that is known to fail.
  struct Trap: CustomTestStringConvertible {
    let word: String
    let language: Article.Language
    let wanted: String
    let text: String
    let isKnownMiss: Bool

    var testDescription: String { "\(word): \(text)" }

    init?(_ row: Substring) {
      let fields = row.split(separator: "\t").map(String.init)
      guard (4...5).contains(fields.count), let language = Article.Language(rawValue: fields[1]),
        fields.count == 4 || fields[4] == "miss"
      else { return nil }
      word = fields[0]
      self.language = language
      wanted = fields[2]
      text = fields[3]
      isKnownMiss = fields.count == 5
    }

    func article(_ published: String) -> Article {
      let paragraphs = text.components(separatedBy: " ¶ ")
      return Article(
        published: PartialDate(iso: published), title: paragraphs[0],
        paragraphs: paragraphs.enumerated().map {
          Article.Paragraph(part: $0.offset == 0 ? .title : .body, text: $0.element)
        }, language: language, source: word)
    }
  }

  private func traps(_ file: String) throws -> [Trap] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Traps/\(file)"), encoding: .utf8)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      try #require(Trap($0), "\(file): \($0)")
    }
  }

  private func expect(_ file: String, read: (Trap) -> String, isRight: (Trap, String) -> Bool) throws {
    for trap in try traps(file) {
      let got = read(trap)
      #expect(
        isRight(trap, got) != trap.isKnownMiss,
        trap.isKnownMiss
          ? "\(file): read rightly now, take off its miss: \(trap.text)"
          : "\(file): \(trap.word), wanted \(trap.wanted), got \(got): \(trap.text)")
    }
  }

  @Test func countriesAreMarkedWhereTheWordIsOne() throws {
    let marker = ArticleMarker()
    try expect("countries.tsv") { trap in
      var codes: [String] = []
      for case .country(let country) in marker.marks(in: trap.article("2025-10-20")).map(\.role)
      where !codes.contains(country.code) {
        codes.append(country.code)
      }
      return codes.isEmpty ? "-" : codes.joined(separator: " ")
    } isRight: {
      $0.wanted == $1
    }
  }

  @Test func eventsAreReadWithoutFallingIntoATrap() throws {
    let reader = EventReader()
    try expect("events.tsv") { trap in
      let events = reader.events(in: trap.article("2025-10-20")).map(clauses)
      return events.isEmpty ? "-" : events.map { $0.joined(separator: "; ") }.joined(separator: " | ")
    } isRight: { trap, got in
      let wanted = trap.wanted.components(separatedBy: " | ").map { $0.components(separatedBy: "; ") }
      let events = got.components(separatedBy: " | ").map { $0.components(separatedBy: "; ") }
      return wanted.count == events.count
        && zip(wanted, events).allSatisfy { Set($0).isSubset(of: $1) }
    }
  }

  /// What a row may ask of an event.
  private func clauses(_ event: Event) -> [String] {
    let sides = [event.parties.both.map(\.code), event.parties.both.reversed().map(\.code)]
    return sides.map { "parties=" + $0.joined(separator: "-") } + [
      "date=\(event.date?.iso ?? "-")", "kind=\(event.kind.rawValue)", "level=\(event.level.rawValue)",
      "host=\(event.host?.code ?? "-")", "people=" + event.people.map(\.name).joined(separator: ", "),
      "titles=" + event.people.map(\.title).joined(separator: ", "),
      "due=" + event.commitments.compactMap(\.due?.iso).joined(separator: ", "),
      "amount=" + event.commitments.compactMap(\.amount).map(String.init).joined(separator: ", "),
      "mentions=" + event.mentions.map(\.date.iso).joined(separator: ", "),
    ]
  }
}
