/// A party to events: a state by its ISO 3166-1 alpha-2 code, or EU, UN, XK, ASEAN, NATO.
package struct Country: Hashable, Comparable, Sendable {
  /// The letters of the code from the highest byte down: plain numbers sort and hash as the codes do, without touching
  /// a string while an article is read.
  private let letters: UInt64

  /// Nil unless the code is two to five capital ASCII letters.
  package init?(_ code: some StringProtocol) {
    guard (2...5).contains(code.utf8.count), code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      return nil
    }
    letters =
      code.utf8.reduce(into: (0 as UInt64, 56 as UInt64)) { packed, letter in
        packed.0 |= UInt64(letter) << packed.1
        packed.1 -= 8
      }.0
  }

  package var code: String {
    let bytes = stride(from: 56, through: 24, by: -8).map { UInt8(truncatingIfNeeded: letters >> $0) }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  package static let vietNam = Country("VN")!
  /// The parties that are no states.
  package static let organisations = ["UN", "ASEAN", "NATO", "EU"].compactMap { Country($0) }

  package static func < (left: Country, right: Country) -> Bool { left.letters < right.letters }
}
