/// Counts of one line: what gold has, what was predicted, and what of it is right.
package struct Tally: Hashable, Sendable {
  package private(set) var right: Int
  package private(set) var predicted: Int
  package private(set) var gold: Int

  package init(right: Int = 0, predicted: Int = 0, gold: Int = 0) {
    self.right = right
    self.predicted = predicted
    self.gold = gold
  }

  mutating func add(_ other: Tally) {
    right += other.right
    predicted += other.predicted
    gold += other.gold
  }

  /// 0 to 1; 1 where there was nothing to find and nothing was claimed.
  package var precision: Double { isEmpty ? 1 : predicted == 0 ? 0 : Double(right) / Double(predicted) }
  /// 0 to 1; 1 where there was nothing to find and nothing was claimed.
  package var recall: Double { isEmpty ? 1 : gold == 0 ? 0 : Double(right) / Double(gold) }
  /// The harmonic mean of precision and recall, 0 to 1.
  package var f1: Double {
    let sum = precision + recall
    return sum == 0 ? 0 : 2 * precision * recall / sum
  }

  private var isEmpty: Bool { predicted == 0 && gold == 0 }
}
