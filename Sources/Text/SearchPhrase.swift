/// What a reader typed to search for: consecutive words, the last of which may be only begun (unless it is whole). A word typed without
/// marks finds every marking of itself; a word typed with marks means those marks; a leading `=` means of every word that
/// it has these marks and no others. Case and NFC or NFD never matter.
/// Behind several words `~5` asks for them in any order, with at most five words between the first and the last.
package struct SearchPhrase: Hashable, Sendable {
  private struct Word: Hashable, Sendable {
    let folded: String
    /// Lower-cased NFC, where marks were typed; nil where any marking will do.
    let marked: String?
  }

  private let words: [Word]
  private let isWhole: Bool
  /// Words between the first and the last at most, where they need only stand near each other; nil for a phrase.
  package let distance: Int?

  /// Nil when nothing typed is a letter or a digit.
  package init?(_ typed: String, isWhole: Bool = false) {
    self.isWhole = isWhole
    let (typed, distance) = SearchPhrase.parted(typed)
    let text = normalized(String(typed))
    let isExact = text.hasPrefix("=")
    words = letterRuns(in: text).map { run in
      let word = String(text.utf8[run]) ?? ""
      let lower = word.lowercased()
      let folded = fold(word)
      return Word(folded: folded, marked: lower == folded && !isExact ? nil : lower)
    }
    if words.isEmpty { return nil }
    self.distance = words.count > 1 ? distance : nil
  }

  /// What was typed without the distance behind it, and that distance: `~0` to `~99`.
  package static func parted(_ typed: String) -> (words: Substring, distance: Int?) {
    guard let sign = typed.lastIndex(of: "~") else { return (typed[...], nil) }
    let digits = typed[typed.index(after: sign)...]
    guard (1...2).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return (typed[...], nil)
    }
    return (typed[..<sign], Int(digits))
  }

  /// The words as the archive's index has them.
  package var foldedWords: [String] { words.map(\.folded) }

  /// Whether any word was typed with marks, so that a hit by fold must be checked against the text.
  package var hasMarks: Bool { words.contains { $0.marked != nil } }

  /// Whether a hit of an index that knows folded words must be checked against the text: for marks, and because words
  /// near each other may stand on either side of a border between paragraphs.
  package var needsText: Bool { hasMarks || distance != nil }

  /// Where the phrase stands in the text: UTF-8 ranges on character borders, in order, not overlapping.
  package func matches(in text: String) -> [Range<Int>] {
    let runs = letterRuns(in: text)
    guard runs.count >= words.count else { return [] }
    if let distance { return near(distance, runs, text) }
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

  /// The words of each stretch that has all of them and no more than so many between its ends.
  private func near(_ distance: Int, _ runs: [Range<Int>], _ text: String) -> [Range<Int>] {
    var hits: [(run: Int, word: Int, range: Range<Int>)] = []
    for (number, run) in runs.enumerated() {
      for (index, word) in words.enumerated() {
        let isBegun = index == words.count - 1 && !isWhole
        if let end = end(of: word, run, text, asPrefix: isBegun) {
          hits.append((number, index, run.lowerBound..<end))
        }
      }
    }
    var found: [Range<Int>] = []
    // Where each word stood last; a stretch ends at each hit.
    var last = [Int?](repeating: nil, count: words.count)
    for (index, hit) in hits.enumerated() {
      last[hit.word] = index
      let places = last.compactMap { $0 }
      guard places.count == words.count, let first = places.min(),
        hit.run - hits[first].run - 1 <= distance
      else { continue }
      for range in places.sorted().map({ hits[$0].range })
      where found.last.map({ $0.upperBound <= range.lowerBound }) ?? true { found.append(range) }
    }
    return found
  }

  /// Where the word ends in the run; nil when it does not fit.
  private func end(of word: Word, _ run: Range<Int>, _ text: String, asPrefix: Bool) -> Int? {
    if SearchPhrase.differs(word, fromRunAt: run.lowerBound, in: text) { return nil }
    guard let candidate = String(text.utf8[run]) else { return nil }
    return matched(word, candidate, asPrefix: asPrefix).map { run.lowerBound + $0 }
  }

  private func end(of first: Int, _ runs: [Range<Int>], _ text: String) -> Int? {
    var end = 0
    for (offset, word) in words.enumerated() {
      let isBegun = offset == words.count - 1 && !isWhole
      guard let here = self.end(of: word, runs[first + offset], text, asPrefix: isBegun) else { return nil }
      end = here
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
  var runs: [Range<Int>] = []
  var start: Int?
  var at = 0
  for scalar in text.unicodeScalars {
    let bytes = UTF8.width(scalar)
    if isWordScalar(scalar, inside: start != nil) {
      if start == nil { start = at }
    } else if let begun = start {
      runs.append(begun..<at)
      start = nil
    }
    at += bytes
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
