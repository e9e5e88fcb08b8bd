import Text

/// What is wrong with a filter: one plain sentence with the remedy, and the characters it speaks of.
package struct Mistake: Error, Hashable, Sendable {
  package let phrase: Phrase
  /// Offsets in characters of the text; empty at its end where something is missing.
  package let place: Range<Int>

  package init(_ phrase: Phrase, at place: Range<Int>) {
    self.phrase = phrase
    self.place = place
  }

  package var sentence: String { phrase.english }

  /// The text, and below it carets under the word at fault; safe to show.
  package func shown(in text: String) -> [String] {
    let characters = Array(text)
    func cells(_ range: Range<Int>) -> Int {
      characters[range.clamped(to: 0..<characters.count)].reduce(0) { $0 + cellWidth(visible(String($1))) }
    }
    let blank = String(repeating: " ", count: cells(0..<place.lowerBound))
    return [visible(text), blank + String(repeating: "^", count: max(1, cells(place)))]
  }
}
