import Diplomacy
import Text

/// What a run of the detail pane means; the raw value is the name of the role in a theme.
package enum TextRole: String, Sendable {
  case text, dim, heading, accent, rule, country, person, date, sum, kind, caption, warning, evidence
  case dropped, added, figure
  case firstParty = "first-party"
  case secondParty = "second-party"
}

package struct StyledRun: Hashable, Sendable {
  package let text: String
  package let role: TextRole
  package let isMatch: Bool
  package init(_ text: String, _ role: TextRole, isMatch: Bool = false) {
    self.text = text
    self.role = role
    self.isMatch = isMatch
  }
}

/// One line of the detail pane, wrapped and ready to print.
package struct DetailLine: Hashable, Sendable {
  package var runs: [StyledRun]
  /// Set against the right border.
  package var right: [StyledRun] = []
  /// Where in the article the line begins; nil outside its text.
  package var source: TextSpan?
  /// What the line is the head of.
  var part: Part?
  enum Part: Sendable { case statements }
  func isLabel(of part: Part) -> Bool { self.part == part }
  package var hasMatch: Bool { runs.contains(where: \.isMatch) }
  package static let blank = DetailLine(runs: [])
}

/// What the reader wants to see of a report.
package struct DetailOptions: Hashable, Sendable {
  package var showsNumbers = false
  package var hidesAsides = false
  package var showsStatements = false
}

/// The detail pane: the record of the selected event as wrapped lines, and how far it is scrolled.
package struct DetailState: Sendable {
  package private(set) var record: EventRecord?
  /// Comes a moment after the record.
  package private(set) var reading: CloseReading?
  package var options = DetailOptions() { didSet { if options != oldValue { lay() } } }
  /// Words being chosen.
  var phrase: PhraseChoice? { didSet { if phrase != oldValue { lay() } } }
  /// The reference gone to last, as an index into those of the reading.
  package internal(set) var reference: Int?
  package private(set) var lines: [DetailLine] = []
  package private(set) var top = 0
  package private(set) var height = 1
  private var width = 1
  private var searches: [String] = []
  /// The words of the report that were asked for in the why panel.
  package private(set) var pointed: [TextSpan] = []
  /// The words at the top, as the reader put them there; reflowing moves lines, never this.
  package private(set) var place = Place.line(0)

  package enum Place: Hashable, Sendable {
    /// Above the report: a line from the start.
    case line(Int)
    case words(paragraph: Int, byte: Int)
    /// Below the report: lines from the end.
    case fromEnd(Int)
  }
  private let names: any CountryNaming
  private let say: Catalogue

  package init(names: any CountryNaming, say: Catalogue = .english) {
    self.names = names
    self.say = say
  }

  package var isAtEnd: Bool { top + height >= lines.count }
  /// How much of the record has been seen, 0 to 100.
  package var percent: Int { lines.isEmpty ? 100 : min(100, (top + height) * 100 / lines.count) }
  package var matchLines: [Int] { lines.indices.filter { lines[$0].hasMatch } }

  /// Another event starts at its top; the same event keeps its words in view.
  package mutating func show(_ record: EventRecord?) {
    let isSame = record?.id == self.record?.id
    self.record = record
    if !isSame {
      place = .line(0)
      pointed = []
      (reading, phrase, reference) = (nil, nil, nil)
    }
    lay()
  }

  /// Takes what a close reading of the same record found.
  mutating func show(_ reading: CloseReading) {
    self.reading = reading
    lay()
  }

  package mutating func resize(width: Int, height: Int) {
    self.height = max(1, height)
    if width != self.width {
      self.width = max(1, width)
      lay()
    }
    settle()
  }

  package mutating func search(_ searches: [String]) {
    guard searches != self.searches else { return }
    self.searches = searches
    lay()
  }

  /// Sets words of the report off and brings the first of them into view; none takes that back.
  package mutating func point(at spans: [TextSpan]) {
    pointed = spans
    lay()
    let first = lines.firstIndex { $0.runs.contains { $0.role == .evidence } }
    if let first { scroll(to: max(0, first - height / 3)) }
  }

  /// Where the reader stood in the same report.
  mutating func goBack(to place: Place) {
    self.place = place
    settle()
  }

  package mutating func scroll(by count: Int) { scroll(to: top + count) }
  package mutating func scroll(to line: Int) {
    top = clamped(line)
    if let source = lines.indices.contains(top) ? lines[top...].lazy.compactMap(\.source).first : nil {
      let isAbove = lines[..<top].allSatisfy { $0.source == nil } && lines[top].source == nil
      place = isAbove ? .line(top) : .words(paragraph: source.paragraph, byte: source.bytes.lowerBound)
    } else {
      place = .fromEnd(lines.count - top)
    }
  }
  private func clamped(_ line: Int) -> Int { max(0, min(line, lines.count - height)) }
  package mutating func scrollToEnd() { scroll(to: lines.count) }

  package mutating func moveParagraph(forward: Bool) {
    let starts = lines.indices.filter { $0 == 0 || (lines[$0 - 1].runs.isEmpty && !lines[$0].runs.isEmpty) }
    let next = forward ? starts.first { $0 > top } : starts.last { $0 < top }
    if let next { scroll(to: next) }
  }

  /// Brings the next match into view; false when there is none in that direction.
  package mutating func moveMatch(forward: Bool) -> Bool {
    let matches = matchLines
    let next = forward ? matches.first { $0 >= top + height } : matches.last { $0 < top }
    guard let next else { return false }
    scroll(to: max(0, next - height / 3))
    return true
  }

  package mutating func showFirstMatch() {
    if let first = matchLines.first, first >= top + height { scroll(to: max(0, first - height / 3)) }
  }

  private mutating func lay() {
    lines =
      record.map {
        DetailText(
          record: $0, reading: reading, options: options, width: width, searches: searches,
          pointed: phraseSpan.map { [$0] } ?? pointed, names: names, say: say
        ).lines
      } ?? []
    settle()
  }

  /// Brings the anchored words back to the top, as far as the end of the record lets them.
  private mutating func settle() {
    switch place {
    case .line(let line): top = clamped(line)
    case .fromEnd(let count): top = clamped(lines.count - count)
    case .words(let paragraph, let byte):
      let line = lines.lastIndex { line in
        guard let source = line.source else { return false }
        return (source.paragraph, source.bytes.lowerBound) <= (paragraph, byte)
      }
      top = clamped(line ?? 0)
    }
  }
}
