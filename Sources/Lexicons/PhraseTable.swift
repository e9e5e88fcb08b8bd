import Text

/// How many words from the first may be written with a small letter or a capital, as the place in the sentence wants it.
enum FreeCase: Int {
  case none = 0
  case first = 1
  case all = 32
}

/// Phrases by the key of their first word: what is asked of every word of every article, so most words are turned away
/// by one look. A class, though it never changes: a lexicon is handed about, and its arrays would be counted each time.
final class PhraseTable: Sendable {
  /// Eight bytes, so that what is looked at for every word stays in the nearest caches.
  fileprivate struct Phrase: Sendable {
    /// The low half of the key of the second word, looked at before all else; 0 for a phrase of one word.
    let second: UInt32
    let firstKey: UInt16
    let count: UInt8
    let layer: UInt8
  }

  /// The phrases of one first word.
  fileprivate struct Slot: Sendable {
    /// The low half of the word's key: phrases of another word with the same stand in a slot behind.
    let tag: UInt32
    let start: UInt16
    /// 0 for a slot not in use.
    let count: UInt16
    static let free = Slot(tag: 0, start: 0, count: 0)
  }
  private let keys: [UInt64]
  private let phrases: [Phrase]
  let meanings: [Meaning]
  /// For each phrase a bit for each word that must be written with a capital.
  private let capitals: [UInt32]
  /// Longest phrases first; a power of two of them, at most half in use.
  private let slots: [Slot]
  private let shift: UInt64
  /// A bit for the mixed key of every phrase of one word, and for that of the first two words of every longer one.
  private let ones: [UInt64]
  private let pairs: [UInt64]

  /// Of equal phrases of one layer the first given stays. At most 65,535 words in all.
  init(_ given: [(form: String, meaning: Meaning, free: FreeCase)]) {
    var builder = PhraseTableBuilder()
    builder.read(given)
    keys = builder.keys
    phrases = builder.phrases
    meanings = builder.meanings
    capitals = builder.capitals
    slots = builder.slots
    shift = builder.shift
    ones = builder.ones
    pairs = builder.pairs
  }

  /// Spreads a key over all bits, so that the highest serve as places.
  fileprivate static func mixed(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  fileprivate static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
    mixed(first ^ (second << 23 | second >> 41))
  }

  /// Bits of a mixed key that say its place among `ones` and `pairs`.
  fileprivate static let bits: UInt64 = 16

  /// The element and the bit of it.
  @inline(__always)
  fileprivate static func place(_ mixed: UInt64) -> (Int, UInt64) {
    let bit = mixed >> (64 - bits)
    return (Int(bit >> 6), 1 << (bit & 63))
  }

  /// All phrases of the words, in order of their first word; in each layer the longest from the left.
  func findings(in words: [Word]) -> [Finding] {
    var findings: [Finding] = []
    findings.reserveCapacity(words.count / 2)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Meaning.layers) { free in
      free.initialize(repeating: 0)
      words.withUnsafeBufferPointer { words in
        ones.withUnsafeBufferPointer { ones in
          pairs.withUnsafeBufferPointer { pairs in
            for index in words.indices {
              let key = words[index].key
              let mixed = PhraseTable.mixed(key)
              let one = PhraseTable.place(mixed)
              let next = index + 1 < words.count ? words[index + 1].key : 0
              let pair = PhraseTable.place(PhraseTable.mixed(key, next))
              if ones[one.0] & one.1 != 0 || pairs[pair.0] & pair.1 != 0 {
                find(mixed, words, index, free, &findings)
              }
            }
          }
        }
      }
    }
    return findings
  }

  private func find(
    _ mixed: UInt64, _ words: UnsafeBufferPointer<Word>, _ index: Int,
    _ free: UnsafeMutableBufferPointer<Int>, _ findings: inout [Finding]
  ) {
    let tag = UInt32(truncatingIfNeeded: words[index].key)
    let next = index + 1 < words.count ? UInt32(truncatingIfNeeded: words[index + 1].key) : 0
    slots.withUnsafeBufferPointer { slots in
      var place = Int(mixed >> shift)
      while slots[place].count > 0 {
        let slot = slots[place]
        if slot.tag == tag {
          phrases.withUnsafeBufferPointer { phrases in
            for place in Int(slot.start)..<Int(slot.start) + Int(slot.count)
            where phrases[place].second == next || phrases[place].second == 0 {
              let layer = Int(phrases[place].layer)
              guard free[layer] <= index, fits(phrases[place], capitals[place], words, index) else {
                continue
              }
              let end = index + Int(phrases[place].count)
              free[layer] = end
              findings.append(Finding(meaning: meanings[place], words: index..<end))
            }
          }
        }
        place = (place + 1) & (slots.count - 1)
      }
    }
  }

  private func fits(
    _ phrase: Phrase, _ capitals: UInt32, _ words: UnsafeBufferPointer<Word>, _ index: Int
  ) -> Bool {
    guard index + Int(phrase.count) <= words.count else { return false }
    return keys.withUnsafeBufferPointer { keys in
      for step in 0..<Int(phrase.count) {
        let word = words[index + step]
        if word.key != keys[Int(phrase.firstKey) + step] { return false }
        if capitals & (1 << UInt32(step)) != 0 && !word.isCapital { return false }
      }
      return true
    }
  }
}

/// Puts the phrases in their order.
private struct PhraseTableBuilder {
  private(set) var keys: [UInt64] = []
  private(set) var phrases: [PhraseTable.Phrase] = []
  private(set) var meanings: [Meaning] = []
  private(set) var capitals: [UInt32] = []
  private(set) var slots: [PhraseTable.Slot] = []
  private(set) var shift: UInt64 = 63
  private(set) var ones = [UInt64](repeating: 0, count: 1 << (Int(PhraseTable.bits) - 6))
  private(set) var pairs = [UInt64](repeating: 0, count: 1 << (Int(PhraseTable.bits) - 6))

  mutating func read(_ given: [(form: String, meaning: Meaning, free: FreeCase)]) {
    var byFirst: [UInt64: [(words: [Word], meaning: Meaning, free: FreeCase)]] = [:]
    for one in given {
      let words = words(of: normalized(one.form))
      guard let first = words.first, words.count <= 32 else { continue }
      byFirst[first.key, default: []].append((words, one.meaning, one.free))
    }
    var bits: UInt64 = 4
    while 1 << bits < byFirst.count * 2 { bits += 1 }
    shift = 64 - bits
    slots = [PhraseTable.Slot](repeating: .free, count: 1 << Int(bits))
    for (key, group) in byFirst {
      let start = phrases.count
      let ordered = group.enumerated().sorted {
        ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
      }
      for (_, one) in ordered { append(one) }
      place(key, start)
    }
  }

  /// Puts the phrases from `start` on into the first free slot from the key's own.
  private mutating func place(_ key: UInt64, _ start: Int) {
    let mixed = PhraseTable.mixed(key)
    var slot = Int(mixed >> shift)
    while slots[slot].count > 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = PhraseTable.Slot(
      tag: UInt32(truncatingIfNeeded: key), start: UInt16(start), count: UInt16(phrases.count - start))
  }

  private mutating func append(_ one: (words: [Word], meaning: Meaning, free: FreeCase)) {
    if one.words.count > 1 {
      let pair = PhraseTable.place(PhraseTable.mixed(one.words[0].key, one.words[1].key))
      pairs[pair.0] |= pair.1
    } else {
      let single = PhraseTable.place(PhraseTable.mixed(one.words[0].key))
      ones[single.0] |= single.1
    }
    phrases.append(
      PhraseTable.Phrase(
        second: one.words.count > 1 ? UInt32(truncatingIfNeeded: one.words[1].key) : 0,
        firstKey: UInt16(keys.count), count: UInt8(one.words.count), layer: UInt8(one.meaning.layer)))
    keys += one.words.map(\.key)
    meanings.append(one.meaning)
    capitals.append(
      one.words.enumerated().reduce(UInt32(0)) {
        $0 | ($1.element.isCapital && $1.offset >= one.free.rawValue ? 1 << UInt32($1.offset) : 0)
      })
  }
}
