@_spi(_Unicode) import Swift

/// A word of a text as two texts are compared by it.
package struct ComparableWord: Hashable, Sendable {
  /// UTF-8 offsets into the text.
  package let bytes: Range<Int>
  /// Equal for the same word with the same marks: case, NFC or NFD and the place of the tone (hoà, hòa) never matter.
  package let key: String
  /// A number, a date in digits, a sum: `150`, `1.500,5`, `30/1/2026`.
  package let isFigure: Bool
}

/// The words of a text in order; signs and blanks are none. A figure keeps the signs inside it.
package func comparableWords(in text: String) -> [ComparableWord] {
  let bytes = Array(text.utf8)
  var words: [ComparableWord] = []
  var figure: Range<Int>?
  for run in letterRuns(in: text) {
    let isFigure = bytes[run].allSatisfy { (48...57).contains($0) }
    if isFigure, let open = figure, joins(bytes, from: open.upperBound, to: run.lowerBound) {
      figure = open.lowerBound..<run.upperBound
      continue
    }
    if let open = figure { words.append(word(open, bytes, isFigure: true)) }
    figure = isFigure ? run : nil
    if !isFigure { words.append(word(run, bytes, isFigure: false)) }
  }
  if let open = figure { words.append(word(open, bytes, isFigure: true)) }
  return words
}

/// One sign between two runs of digits makes them one figure.
private func joins(_ bytes: [UInt8], from end: Int, to start: Int) -> Bool {
  start - end == 1 && [44, 45, 46, 47, 58].contains(bytes[end])
}

private func word(_ range: Range<Int>, _ bytes: [UInt8], isFigure: Bool) -> ComparableWord {
  let text = String(decoding: bytes[range], as: UTF8.self)
  return ComparableWord(bytes: range, key: isFigure ? text : key(of: text), isFigure: isFigure)
}

private func key(of word: String) -> String {
  if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
  var key = String.UnicodeScalarView()
  var tones = String.UnicodeScalarView()
  for scalar in word.lowercased()._nfd {
    if isTone(scalar) { tones.append(scalar) } else { key.append(scalar) }
  }
  key.append(contentsOf: tones)
  return String(key)
}

/// The five tone marks of Vietnamese: grave, acute, tilde, hook above, dot below.
private func isTone(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x300, 0x301, 0x303, 0x309, 0x323: true
  default: false
  }
}

/// Where the words stand in a row in a text, as UTF-8 ranges from the first to the last of them, not overlapping.
package func places(of phrase: [ComparableWord], in text: String) -> [Range<Int>] {
  guard let first = phrase.first else { return [] }
  let words = comparableWords(in: text)
  var found: [Range<Int>] = []
  var at = 0
  while at + phrase.count <= words.count {
    let isHere = words[at].key == first.key && zip(words[at...], phrase).allSatisfy { $0.key == $1.key }
    if isHere { found.append(words[at].bytes.lowerBound..<words[at + phrase.count - 1].bytes.upperBound) }
    at += isHere ? phrase.count : 1
  }
  return found
}
