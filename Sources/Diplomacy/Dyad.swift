/// An unordered pair of two different countries, in the order of their codes: KR-VN is one dyad whoever visited whom.
package struct Dyad: Hashable, Comparable, Sendable {
  package let low: Country
  package let high: Country

  /// Nil for a country with itself.
  package init?(_ one: Country, _ other: Country) {
    guard one != other else { return nil }
    low = min(one, other)
    high = max(one, other)
  }

  package func contains(_ country: Country) -> Bool { country == low || country == high }

  /// `KR-VN`.
  package var code: String { low.code + "-" + high.code }

  /// In the order in which reports speak of them: Viet Nam first.
  package var spoken: [Country] { high == .vietNam ? [high, low] : [low, high] }

  /// `VN-CN`, `KP-US`: as rows, chips and filters write the pair.
  package var spokenCode: String { spoken.map(\.code).joined(separator: "-") }

  package static func < (left: Dyad, right: Dyad) -> Bool { (left.low, left.high) < (right.low, right.high) }
}

/// The two sides of one event in the order the record gives them: the actor (visitor, sender, donor) first, Viet Nam
/// first where the act is mutual.
package struct Parties: Hashable, Sendable {
  package let first: Country
  package let second: Country

  /// Nil for a country with itself.
  package init?(_ first: Country, _ second: Country) {
    guard first != second else { return nil }
    self.first = first
    self.second = second
  }

  /// Reads `VN-KR`; nil for anything else.
  package init?(code: String) {
    let sides = code.split(separator: "-", omittingEmptySubsequences: false)
    guard sides.count == 2, let first = Country(sides[0]), let second = Country(sides[1]) else { return nil }
    self.init(first, second)
  }

  package var dyad: Dyad { Dyad(first, second)! }
  package var both: [Country] { [first, second] }
  package func contains(_ country: Country) -> Bool { country == first || country == second }

  /// `VN-KR`, in the order of the record.
  package var code: String { first.code + "-" + second.code }
}
