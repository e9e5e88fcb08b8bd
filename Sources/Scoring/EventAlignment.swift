/// Pairs the events of one article with those predicted, best pair first: same parties, then same kind, same date,
/// number of parties shared, and at last the order of the text. Pairs without a common party are not made.
struct EventAlignment {
  /// Positions in gold and in the predictions, in the order of gold.
  let pairs: [(gold: Int, predicted: Int)]

  init(_ gold: [AnnotatedEvent], _ predicted: [AnnotatedEvent]) {
    var candidates: [(rank: [Int], gold: Int, predicted: Int)] = []
    for (index, one) in gold.enumerated() {
      for (position, other) in predicted.enumerated() {
        let shared = one.sides.intersection(other.sides).count
        guard shared > 0 else { continue }
        let rank = [
          one.sides == other.sides ? 1 : 0, one.kind == other.kind ? 1 : 0, one.date == other.date ? 1 : 0,
          shared, -index, -position,
        ]
        candidates.append((rank, index, position))
      }
    }
    candidates.sort { $1.rank.lexicographicallyPrecedes($0.rank) }
    var taken: (gold: Set<Int>, predicted: Set<Int>) = ([], [])
    var pairs: [(gold: Int, predicted: Int)] = []
    for pair in candidates where !taken.gold.contains(pair.gold) && !taken.predicted.contains(pair.predicted)
    {
      taken.gold.insert(pair.gold)
      taken.predicted.insert(pair.predicted)
      pairs.append((pair.gold, pair.predicted))
    }
    self.pairs = pairs.sorted { $0.gold < $1.gold }
  }
}

/// What of two lists belongs together, one to one, first come first served.
struct PairedOff<Item> {
  private(set) var hits = 0
  private(set) var missed: [Item] = []
  private(set) var spurious: [Item]

  init(_ gold: [Item], _ predicted: [Item], isSame: (Item, Item) -> Bool) {
    spurious = predicted
    for item in gold {
      if let index = spurious.firstIndex(where: { isSame(item, $0) }) {
        spurious.remove(at: index)
        hits += 1
      } else {
        missed.append(item)
      }
    }
  }
}
