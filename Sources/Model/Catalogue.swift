/// The words of the interface in one language. The English words are the key, as in `say("Saved: %1", name)`, so that a
/// sentence reads where it is used; what a catalogue lacks is said in English.
package struct Catalogue: Sendable {
  private let phrases: [String: String]

  package static let english = Catalogue([:])

  /// From English phrases to those of the language. A phrase has `%1` to `%9` where values go.
  package init(_ phrases: [String: String]) { self.phrases = phrases }

  /// The phrase with its values in their places; a value is never searched for places.
  package func callAsFunction(_ english: String, _ values: String...) -> String {
    let phrase = phrases[english] ?? english
    guard !values.isEmpty else { return phrase }
    var said = ""
    var rest = Substring(phrase)
    while let sign = rest.firstIndex(of: "%") {
      let after = rest.index(after: sign)
      let place = after < rest.endIndex ? rest[after].wholeNumberValue : nil
      guard let place, (1...values.count).contains(place) else {
        said += rest[..<after]
        rest = rest[after...]
        continue
      }
      said += rest[..<sign] + values[place - 1]
      rest = rest[rest.index(after: after)...]
    }
    return said + rest
  }
}
