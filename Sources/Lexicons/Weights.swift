/// The numbers by which the judges weigh what they find: named, one to a row of `rules/weights.tsv`, so that a change of
/// judgement is a change of data.
package struct Weights: Sendable {
  private let values: [String: Double]

  package static let standard = Weights(rows: LexiconShelf("rules").rows("weights"))

  package init(rows: [[String]]) {
    var values: [String: Double] = [:]
    for row in rows where row.count > 1 { values[row[0]] = Double(row[1]) }
    self.values = values
  }

  /// 0 for a name without a row.
  package subscript(_ name: String) -> Double { values[name] ?? 0 }
}
