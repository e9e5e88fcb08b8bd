/// What a reader typed to search for: consecutive words, the last of which may be only begun (unless it is whole). A word typed without
/// marks finds every marking of itself; a word typed with marks means those marks. Case and NFC or NFD never matter.
package struct SearchPhrase: Hashable, Sendable {
  private struct Word: Hashable, Sendable {
    let folded: String
    /// Lower-cased NFC, where marks were typed; nil where any marking will do.
    let marked: String?
  }

  private let words: [Word]
  private let isWhole: Bool

  /// Nil when nothing typed is a letter or a digit.
  package init?(_ typed: String, isWhole: Bool = false) {
    self.isWhole = isWhole
    let text = normalized(typed)
    words = letterRuns(in: text).map { run in
      let word = String(text.utf8[run]) ?? ""
      let lower = word.lowercased()
      let folded = fold(word)
      return Word(folded: folded, marked: lower == folded ? nil : lower)
    }
    if words.isEmpty { return nil }
  }

  /// The words as the archive's index has them.
  package var foldedWords: [String] { words.map(\.folded) }

  /// Whether any word was typed with marks, so that a hit by fold must be checked against the text.
  package var hasMarks: Bool { words.contains { $0.marked != nil } }

  /// Where the phrase stands in the text: UTF-8 ranges on character borders, in order, not overlapping.
  package func matches(in text: String) -> [Range<Int>] {
    let runs = letterRuns(in: text)
    guard runs.count >= words.count else { return [] }
    var found: [Range<Int>] = []
    var index = 0
    while index + words.count <= runs.count {
      if let end = end(of: index, runs, text) {
        found.append(runs[index].lowerBound..<end)
        index += words.count
      } else {
        index += 1
      }
    }
    return found
  }

  private func end(of first: Int, _ runs: [Range<Int>], _ text: String) -> Int? {
    var end = 0
    for (offset, word) in words.enumerated() {
      let run = runs[first + offset]
      if SearchPhrase.differs(word, fromRunAt: run.lowerBound, in: text) { return nil }
      guard let candidate = String(text.utf8[run]) else { return nil }
      let isLast = offset == words.count - 1
      guard let matched = matched(word, candidate, asPrefix: isLast && !isWhole) else { return nil }
      end = run.lowerBound + matched
    }
    return end
  }

  /// Told by the first letter, where that is enough: most words of a text are not the one sought.
  private static func differs(_ word: Word, fromRunAt start: Int, in text: String) -> Bool {
    let scalars = text.unicodeScalars
    let first = scalars[text.utf8.index(text.startIndex, offsetBy: start)]
    var folded = String.UnicodeScalarView()
    fold(first, into: &folded)
    guard let one = folded.first, let other = word.folded.unicodeScalars.first, one.isASCII, other.isASCII
    else { return false }
    return one != other
  }

  /// UTF-8 length of the part of the candidate that the word covers; nil when it does not fit.
  private func matched(_ word: Word, _ candidate: String, asPrefix: Bool) -> Int? {
    let folded = fold(candidate)
    guard asPrefix ? folded.hasPrefix(word.folded) : folded == word.folded else { return nil }
    var foldedBytes = 0
    var bytes = 0
    for character in candidate {
      if foldedBytes >= word.folded.utf8.count { break }
      foldedBytes += fold(String(character)).utf8.count
      bytes += character.utf8.count
    }
    if let marked = word.marked {
      guard let part = String(candidate.utf8[0..<bytes]), normalized(part.lowercased()) == marked else {
        return nil
      }
    }
    return bytes
  }
}

extension String.UTF8View {
  fileprivate subscript(offsets: Range<Int>) -> Substring.UTF8View {
    self[index(startIndex, offsetBy: offsets.lowerBound)..<index(startIndex, offsetBy: offsets.upperBound)]
  }
}

/// UTF-8 ranges of the runs of letters, digits and their marks.
func letterRuns(in text: String) -> [Range<Int>] {
  var copy = text
  return copy.withUTF8 { letterRuns(in: $0) }
}

private func letterRuns(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var runs: [Range<Int>] = []
  runs.reserveCapacity(bytes.count / 5)
  var start: Int?
  var at = 0
  while at < bytes.count {
    let (scalar, width) = bytes[at] < 0x80 ? (Unicode.Scalar(bytes[at]), 1) : scalar(bytes, at)
    if isWordScalar(scalar, inside: start != nil) {
      if start == nil { start = at }
    } else if let begun = start {
      runs.append(begun..<at)
      start = nil
    }
    at += width
  }
  if let begun = start { runs.append(begun..<at) }
  return runs
}

private func isWordScalar(_ scalar: Unicode.Scalar, inside: Bool) -> Bool {
  let value = scalar.value
  if value < 0x80 {
    return (48...57).contains(value) || (65...90).contains(value) || (97...122).contains(value)
  }
  // Latin letters, the two signs among them apart.
  if (0xC0..<0x250).contains(value) || (0x1E00...0x1EFF).contains(value) {
    return value != 0xD7 && value != 0xF7
  }
  if isCombiningMark(value) { return inside }
  return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}
