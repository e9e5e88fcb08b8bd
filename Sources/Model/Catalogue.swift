import Text

/// The words of the interface in one language. The English words are the key, as in `say("Saved: %1", name)`, so that a
/// sentence reads where it is used; what a catalogue lacks is said in English.
package struct Catalogue: Sendable {
  private let phrases: [String: String]

  package static let english = Catalogue([:])

  /// From English phrases to those of the language. A phrase has `%1` to `%9` where values go.
  package init(_ phrases: [String: String]) { self.phrases = phrases }

  /// The phrase with its values in their places; a value is never searched for places.
  package func callAsFunction(_ english: String, _ values: String...) -> String {
    Phrase.fill(phrases[english] ?? english, values)
  }

  /// A sentence of another part of the program.
  package func callAsFunction(_ phrase: Phrase) -> String {
    let values = phrase.values.map { value in
      switch value {
      case .text(let text): text
      case .phrase(let part): self(part)
      }
    }
    return Phrase.fill(phrases[phrase.words] ?? phrase.words, values)
  }
}
