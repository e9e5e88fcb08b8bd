import Text

/// How many words from the first may be written with a small letter or a capital, as the place in the sentence wants it.
enum FreeCase: Int {
  case none = 0
  case first = 1
  case all = 32
}

/// Phrases by the key of their first word: what is asked of every word of every article, so no object is touched and
/// most words are turned away by one look.
struct PhraseTable: Sendable {
  private struct Phrase: Sendable {
    let keys: Range<Int32>
    /// A bit for each word that must be written with a capital.
    let capitals: UInt32
    let layer: UInt8
    let meaning: Meaning
  }
  private var keys: [UInt64] = []
  private var phrases: [Phrase] = []
  /// The key of each phrase's second word, looked at before all else; 0 for a phrase of one word.
  private var seconds: [UInt64] = []
  /// Pairs of a first key and its phrases, longest first; a power of two of them, at most half in use.
  private var slots: [(key: UInt64, phrases: Range<Int32>)] = []
  private var shift: UInt64 = 63

  /// Of equal phrases of one layer the first given stays.
  init(_ given: [(form: String, meaning: Meaning, free: FreeCase)]) {
    var byFirst: [UInt64: [(words: [Word], meaning: Meaning, free: FreeCase)]] = [:]
    for one in given {
      let words = words(of: normalized(one.form))
      guard let first = words.first, words.count <= 32 else { continue }
      byFirst[first.key, default: []].append((words, one.meaning, one.free))
    }
    var bits: UInt64 = 4
    while 1 << bits < byFirst.count * 2 { bits += 1 }
    shift = 64 - bits
    slots = [(UInt64, Range<Int32>)](repeating: (0, 0..<0), count: 1 << Int(bits))
    for (key, group) in byFirst {
      let start = Int32(phrases.count)
      let ordered = group.enumerated().sorted {
        ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
      }
      for (_, one) in ordered { append(one) }
      var slot = home(key)
      while !slots[slot].phrases.isEmpty { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (key, start..<Int32(phrases.count))
    }
  }

  private mutating func append(_ one: (words: [Word], meaning: Meaning, free: FreeCase)) {
    let start = Int32(keys.count)
    keys += one.words.map(\.key)
    let capitals = one.words.enumerated().reduce(UInt32(0)) {
      $0 | ($1.element.isCapital && $1.offset >= one.free.rawValue ? 1 << UInt32($1.offset) : 0)
    }
    seconds.append(one.words.count > 1 ? one.words[1].key : 0)
    phrases.append(
      Phrase(
        keys: start..<Int32(keys.count), capitals: capitals, layer: UInt8(one.meaning.layer),
        meaning: one.meaning))
  }

  private func home(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  var meanings: [Meaning] { phrases.map(\.meaning) }

  /// All phrases of the words, in order of their first word; in each layer the longest from the left.
  func findings(in words: [Word]) -> [Finding] {
    var findings: [Finding] = []
    findings.reserveCapacity(words.count / 2)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Meaning.layers) { free in
      free.initialize(repeating: 0)
      for index in words.indices {
        let key = words[index].key
        let next = index + 1 < words.count ? words[index + 1].key : 0
        var slot = home(key)
        while !slots[slot].phrases.isEmpty && slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
        for place in slots[slot].phrases {
          let second = seconds[Int(place)]
          guard second == next || second == 0 else { continue }
          let phrase = phrases[Int(place)]
          guard free[Int(phrase.layer)] <= index, fits(phrase, words, index) else { continue }
          let end = index + phrase.keys.count
          free[Int(phrase.layer)] = end
          findings.append(Finding(meaning: phrase.meaning, words: index..<end))
        }
      }
    }
    return findings
  }

  private func fits(_ phrase: Phrase, _ words: [Word], _ index: Int) -> Bool {
    guard index + phrase.keys.count <= words.count else { return false }
    for step in 0..<phrase.keys.count {
      let word = words[index + step]
      if word.key != keys[Int(phrase.keys.lowerBound) + step] { return false }
      if phrase.capitals & (1 << UInt32(step)) != 0 && !word.isCapital { return false }
    }
    return true
  }
}
