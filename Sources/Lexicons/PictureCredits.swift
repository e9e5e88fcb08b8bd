import Text

/// The words that stand before the name of a picture's maker, in every language.
package enum PictureCredits {
  private static let words = Set(LexiconShelf("names").rows("credits").compactMap { $0.first.map(fold) })

  /// Case and marks aside.
  package static func contains(_ word: String) -> Bool { words.contains(fold(word)) }
}
