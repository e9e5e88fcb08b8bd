/// A party to events: a state by its ISO 3166-1 alpha-2 code, or EU, UN, XK, ASEAN, NATO.
package struct Country: Hashable, Comparable, Sendable {
  package let code: String

  /// Nil unless the code is two to five capital ASCII letters.
  package init?(_ code: some StringProtocol) {
    guard (2...5).contains(code.utf8.count), code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      return nil
    }
    self.code = String(code)
  }

  package static let vietNam = Country("VN")!

  package static func < (left: Country, right: Country) -> Bool { left.code < right.code }
}
