import Diplomacy

/// The words of the interface in a language, by their English form.
package enum InterfaceWords {
  /// Empty for English, whose words stand in the code. A form given twice keeps its first translation.
  package static func phrases(in language: Article.Language) -> [String: String] {
    guard language != .english else { return [:] }
    let rows = LexiconShelf(language.rawValue).rows("interface").filter { $0.count > 1 }
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }
}
