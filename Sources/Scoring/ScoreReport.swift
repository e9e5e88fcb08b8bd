import Foundation
import Text

/// A table of scores put into lines to print.
package struct ScoreReport: Sendable {
  private let table: ScoreTable
  package init(_ table: ScoreTable) { self.table = table }

  /// The table for reading: precision, recall and F1 with three digits, and the counts they rest on.
  package var lines: [String] {
    let head = padded("", 14) + ["P", "R", "F1", "gold", "pred"].map { " " + right($0, 6) }.joined()
    let rows = ScoreLine.allCases.map { line in
      let tally = table.tally(line)
      let figures = [tally.precision, tally.recall, tally.f1].map { right(digits($0, 3), 6) }
      let counts = [tally.gold, tally.predicted].map { right(String($0), 6) }
      return ([padded(line.rawValue, 14)] + figures + counts).joined(separator: " ")
    }
    let shares = [("published", table.published), ("language", table.language)].map {
      padded($0.0, 14) + " " + right(digits($0.1, 3), 20)
    }
    return [head] + rows + shares
  }

  /// The same as one JSON object, four digits.
  package var json: String {
    let members = ScoreLine.allCases.map { line in
      let tally = table.tally(line)
      return "\"\(line.rawValue)\": {\"p\": \(number(tally.precision)), \"r\": \(number(tally.recall)), "
        + "\"f1\": \(number(tally.f1)), \"gold\": \(tally.gold)}"
    }
    let shares = ["\"published\": \(number(table.published))", "\"language\": \(number(table.language))"]
    return "{" + (members + shares).joined(separator: ", ") + "}"
  }

  /// One line per difference, safe to show: source, line of the table and what differs, parted by tabs.
  package var differences: [String] {
    table.differences.map { [$0.source, $0.subject, $0.text].map(visible).joined(separator: "\t") }
  }

  private func number(_ value: Double) -> String {
    var text = Substring(digits(value, 4))
    while text.hasSuffix("0"), !text.hasSuffix(".0") { text.removeLast() }
    return String(text)
  }

  private func digits(_ value: Double, _ count: Int) -> String { String(format: "%.\(count)f", value) }
  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
