import Diplomacy

/// How much of the article each country has: named near the head, by its office holders above all; a capital is a place
/// before it is a government.
struct Focus {
  private let weights: [(country: Country, weight: Double)]

  init(_ scene: Scene) {
    var weights: [(country: Country, weight: Double)] = []
    func add(_ weight: Double, to country: Country) {
      if let known = weights.firstIndex(where: { $0.country == country }) {
        weights[known].weight += weight
      } else {
        weights.append((country, weight))
      }
    }
    for page in scene.pages where page.depth < Focus.near.count {
      for side in page.sides {
        let own = side.isSited ? 0.4 : side.isSeat ? 0.6 : side.level == nil ? 1 : side.isNamed ? 1.8 : 1.4
        add(own * Focus.near[page.depth], to: side.country)
      }
    }
    if weights.count == 1, let home = scene.lexicon.home, scene.tellsOfTwo {
      add(Focus.unnamed, to: home)
    }
    self.weights = weights.sorted { ($1.weight, $0.country) < ($0.weight, $1.country) }
  }

  /// Weight of a mention by the depth of its paragraph.
  private static let near = [3, 2.2, 1.7, 1.3, 1, 0.8, 0.6, 0.5, 0.4]

  /// Weight of the paper's own country where "the two countries" are told of and only the other is named.
  private static let unnamed = 0.5

  var count: Int { weights.count }
  var countries: [Country] { weights.map(\.country) }

  /// The country that fills the article most, those left out.
  func first(except left: Country? = nil) -> Country? { weights.first { $0.country != left }?.country }

  /// 0 for the country named most.
  func rank(_ country: Country) -> Int { weights.firstIndex { $0.country == country } ?? weights.count }

  /// Part of the whole, 0 to 1.
  func share(_ country: Country) -> Double {
    let whole = weights.reduce(0) { $0 + $1.weight }
    return whole > 0 ? (weights.first { $0.country == country }?.weight ?? 0) / whole : 0
  }
}
