import Diplomacy
import Text

/// What a run of the detail pane means; the raw value is the name of the role in a theme.
package enum TextRole: String, Sendable {
  case text, dim, heading, accent, rule, country, person, date, sum, kind, caption, warning
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
  package var hasMatch: Bool { runs.contains(where: \.isMatch) }
  package static let blank = DetailLine(runs: [])
}

/// The detail pane: the record of the selected event as wrapped lines, and how far it is scrolled.
package struct DetailState: Sendable {
  package private(set) var record: EventRecord?
  package private(set) var lines: [DetailLine] = []
  package private(set) var top = 0
  package private(set) var height = 1
  private var width = 1
  private var words = ""
  private let names: any CountryNaming

  package init(names: any CountryNaming) { self.names = names }

  package var isAtEnd: Bool { top + height >= lines.count }
  /// How much of the record has been seen, 0 to 100.
  package var percent: Int { lines.isEmpty ? 100 : min(100, (top + height) * 100 / lines.count) }
  package var matchLines: [Int] { lines.indices.filter { lines[$0].hasMatch } }

  /// Another event starts at its top; the same event keeps its words in view.
  package mutating func show(_ record: EventRecord?) {
    let isSame = record?.id == self.record?.id
    self.record = record
    if isSame {
      lay()
    } else {
      top = 0
      lay()
      top = 0
    }
  }

  package mutating func resize(width: Int, height: Int) {
    self.height = max(1, height)
    if width != self.width {
      self.width = max(1, width)
      lay()
    }
    scroll(by: 0)
  }

  package mutating func search(_ words: String) {
    guard words != self.words else { return }
    self.words = words
    lay()
  }

  package mutating func scroll(by count: Int) { scroll(to: top + count) }
  package mutating func scroll(to line: Int) { top = max(0, min(line, lines.count - height)) }
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

  /// Wraps anew; the word at the top stays at the top.
  private mutating func lay() {
    let anchor = lines.indices.contains(top) ? lines[top...].lazy.compactMap(\.source).first : nil
    let wasAtTop = top == 0
    guard let record else {
      lines = []
      top = 0
      return
    }
    lines = DetailText(record: record, width: width, words: words, names: names).lines
    guard !wasAtTop, let anchor else { return scroll(by: 0) }
    let line = lines.lastIndex { line in
      guard let source = line.source else { return false }
      return (source.paragraph, source.bytes.lowerBound) <= (anchor.paragraph, anchor.bytes.lowerBound)
    }
    scroll(to: line ?? top)
  }
}
