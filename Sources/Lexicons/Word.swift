/// One word, number or sign of a paragraph, with a key by which lexicons find it.
package struct Word: Sendable {
  private let start: UInt32
  private let end: UInt32
  /// Equal for the same word in any case, any place of the tone mark (hoà, hòa) and i or y after a consonant.
  package let key: UInt64
  private let figure: Int32
  /// The ASCII sign a one-sign word consists of; 0 for words. Long dashes count as "-", other signs as 1.
  package let sign: UInt8
  package let isCapital: Bool
  /// Every letter is a capital and there are at least two: an acronym or a shouted word.
  package let isShouted: Bool

  init(
    _ bytes: Range<Int>, key: UInt64, number: Int?, sign: UInt8, isCapital: Bool = false,
    isShouted: Bool = false
  ) {
    start = UInt32(bytes.lowerBound)
    end = UInt32(bytes.upperBound)
    self.key = key
    figure = Int32(number ?? -1)
    self.sign = sign
    self.isCapital = isCapital
    self.isShouted = isShouted
  }

  /// UTF-8 offsets into the paragraph.
  package var bytes: Range<Int> { Int(start)..<Int(end) }
  /// The value of up to nine digits, 0 for more; nil for what is no number.
  package var number: Int? { figure < 0 ? nil : Int(figure) }
  package var isWord: Bool { sign == 0 && figure < 0 }
}

/// Cuts a paragraph of NFC text into words, numbers and signs in one pass.
package func words(of text: String) -> [Word] {
  var text = text
  return text.withUTF8 { bytes in
    var speller = Speller(roomFor: bytes.count)
    speller.read(bytes)
    return speller.words
  }
}

/// A word is a run of letters, a number a run of digits; every other sign but the blank stands for itself.
private struct Speller {
  private(set) var words: [Word] = []

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  init(roomFor bytes: Int) { words.reserveCapacity(bytes / 4 + 4) }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    Spelling.table.withUnsafeBufferPointer { table in
      var offset = 0
      while offset < bytes.count {
        let (value, width) = Speller.scalar(bytes, offset)
        if value == 32 {
          offset += 1
        } else if Speller.letter(value, table).isLetter {
          offset = takeWord(bytes, offset, table)
        } else if Speller.isDigit(value) {
          offset = takeNumber(bytes, offset)
        } else {
          takeSign(value, offset..<offset + width)
          offset += width
        }
      }
    }
  }

  /// The bytes are valid UTF-8, since they are a string's.
  @inline(__always)
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(bytes[at + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[at + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[at + 3] & 0x3F), 4)
  }

  @inline(__always)
  private static func letter(_ value: UInt32, _ table: UnsafeBufferPointer<Spelling.Letter>)
    -> Spelling.Letter
  {
    value < Spelling.tableEnd ? table[Int(value)] : Spelling.rareLetter(value)
  }

  @inline(__always)
  private static func isDigit(_ value: UInt32) -> Bool { value >= 48 && value <= 57 }

  /// Answers where the word ends.
  @inline(__always)
  private mutating func takeWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ table: UnsafeBufferPointer<Spelling.Letter>
  ) -> Int {
    var (at, key, tone, previous) = (start, Speller.seed, UInt64(0), UInt32(0))
    var (letters, capitals, isCapital) = (0, 0, false)
    while at < bytes.count {
      let (value, width) = Speller.scalar(bytes, at)
      let letter = Speller.letter(value, table)
      guard letter.isLetter else { break }
      var base = letter.base
      // Sole y after a consonant is written i as well.
      if base == 121 && previous != 0 && !Spelling.isVowel(previous) { base = 105 }
      key = (key ^ UInt64(base)) &* Speller.prime
      if letter.tone != 0 { tone = UInt64(letter.tone) }
      if letter.isCapital {
        capitals += 1
        if letters == 0 { isCapital = true }
      }
      previous = base
      letters += 1
      at += width
    }
    words.append(
      Word(
        start..<at, key: (key ^ (tone << 8)) &* Speller.prime, number: nil, sign: 0, isCapital: isCapital,
        isShouted: letters > 1 && capitals == letters))
    return at
  }

  /// Answers where the number ends.
  private mutating func takeNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var (at, key, number) = (start, Speller.seed, 0)
    while at < bytes.count, Speller.isDigit(UInt32(bytes[at])) {
      key = (key ^ UInt64(bytes[at])) &* Speller.prime
      number = at - start > 8 ? 0 : number * 10 + Int(bytes[at] - 48)
      at += 1
    }
    words.append(Word(start..<at, key: key &* Speller.prime, number: number, sign: 0))
    return at
  }

  private mutating func takeSign(_ value: UInt32, _ bytes: Range<Int>) {
    if value == 0xA0 || value == 9 { return }
    let sign: UInt8 = value == 0x2013 || value == 0x2014 ? 45 : value < 128 ? UInt8(value) : 1
    let key = (Speller.seed ^ UInt64(sign == 1 ? value : UInt32(sign))) &* 31
    words.append(Word(bytes, key: key, number: nil, sign: sign))
  }
}
