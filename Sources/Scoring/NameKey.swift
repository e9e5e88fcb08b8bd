import Foundation

/// A name as it is compared: its words in lower case, without marks and punctuation, in any order. This is the fold of
/// the score alone, kept apart from the one of the search so that figures stay comparable when that one changes.
struct NameKey: Hashable {
  let name: String
  let words: Set<String>

  init(_ name: String) {
    self.name = name
    words = Set(NameKey.words(of: name))
  }

  /// A shorter form is contained in the longer one.
  func isSame(as other: NameKey) -> Bool {
    words.isSubset(of: other.words) || other.words.isSubset(of: words)
  }

  /// The people of an article, longest names first; a short form is folded into the longer one.
  static func distinct(in events: [AnnotatedEvent]) -> [NameKey] {
    let all = events.flatMap { $0.people ?? [] }.compactMap(\.name).map(NameKey.init)
      .filter { !$0.words.isEmpty }
    let longestFirst = all.enumerated().sorted {
      ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
    }
    return longestFirst.map(\.element).reduce(into: []) { kept, key in
      if !kept.contains(where: { key.words.isSubset(of: $0.words) }) { kept.append(key) }
    }
  }

  static func words(of name: String) -> [String] {
    let lower = name.replacing("đ", with: "d").replacing("Đ", with: "D").lowercased()
    var bare = String.UnicodeScalarView()
    for scalar in lower.decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.canonicalCombiningClass == .notReordered {
      bare.append(scalar)
    }
    return bare.split { !isWordPart($0) }.map { String($0) }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }
}
