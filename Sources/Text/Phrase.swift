/// A sentence that is not said yet: its English words, with `%1` to `%9` where values go, and the values. Whoever shows
/// it asks a catalogue for the words of the reader's language. Written as a literal, what is interpolated are the values.
package struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
  package enum Value: Hashable, Sendable {
    case text(String)
    /// A part that is said in the reader's language too.
    indirect case phrase(Phrase)
  }

  /// The key in a catalogue.
  package let words: String
  package let values: [Value]

  package init(stringLiteral words: String) {
    self.words = words
    values = []
  }

  package init(stringInterpolation pieces: Pieces) {
    words = pieces.words
    values = pieces.values
  }

  package struct Pieces: StringInterpolationProtocol {
    fileprivate var words = ""
    fileprivate var values: [Value] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { words += literal }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      append(.text(value.description))
    }

    package mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }

    private mutating func append(_ value: Value) {
      values.append(value)
      words += "%\(values.count)"
    }
  }

  /// In English, for the command line.
  package var english: String {
    Phrase.fill(
      words,
      values.map { value in
        switch value {
        case .text(let text): text
        case .phrase(let phrase): phrase.english
        }
      })
  }

  /// Words with values in their places; a value is never searched for places.
  package static func fill(_ words: String, _ values: [String]) -> String {
    guard !values.isEmpty else { return words }
    var said = ""
    var rest = Substring(words)
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
