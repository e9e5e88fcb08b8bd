import Lexicons

/// Something that speaks for or against a judgement; its name is the row of `rules/weights.tsv` that says how much.
protocol Mark: RawRepresentable<Int>, CaseIterable, Sendable {
  /// The part of the name before the dot.
  static var judge: String { get }
}

/// The marks of one candidate, each with how strongly it is there.
struct Marks<Kind: Mark>: Sendable {
  private(set) var values: [(mark: Kind, value: Double)] = []

  init() {}

  /// With room for so many, where there will be many.
  init(roomFor count: Int) { values.reserveCapacity(count) }

  mutating func set(_ mark: Kind, _ value: Double = 1) {
    if value != 0 { values.append((mark, value)) }
  }

  mutating func set(_ mark: Kind, if holds: Bool) { if holds { set(mark) } }
}

/// How much each mark of a judge counts.
struct Balance<Kind: Mark>: Sendable {
  private let weights: [Double]

  init(_ weights: Weights) {
    self.weights = Kind.allCases.map { weights["\(Kind.judge).\($0)"] }
  }

  /// Each mark with its points, the weightiest first.
  func parts(_ marks: Marks<Kind>) -> [(name: String, points: Double)] {
    marks.values.map { (name: "\($0.mark)", points: weights[$0.mark.rawValue] * $0.value) }
      .filter { abs($0.points) >= 0.05 }
      .sorted { abs($0.points) > abs($1.points) }
  }

  func points(_ marks: Marks<Kind>) -> Double {
    marks.values.reduce(0) { $0 + weights[$1.mark.rawValue] * $1.value }
  }
}

/// A mark of a judge that keeps every candidate with points enough.
protocol LimitedMark: Mark {
  /// The row of `rules/weights.tsv` that says how many are enough.
  static var limit: String { get }
}

/// How the candidates of a judge are weighed, the same for all articles.
struct Measure<Kind: LimitedMark>: Sendable {
  let balance: Balance<Kind>
  /// Points from which a candidate is kept.
  let least: Double

  init(_ weights: Weights) {
    balance = Balance(weights)
    least = weights[Kind.limit]
  }
}
