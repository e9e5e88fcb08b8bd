import Text

/// One word, number or sign of a paragraph, with a key by which lexicons find it.
package struct Word: Sendable {
  /// UTF-8 offsets into the paragraph.
  package let bytes: Range<Int>
  /// Equal for the same word in any case, any place of the tone mark (hoà, hòa) and i or y after a consonant.
  package let key: UInt64
  package let isCapital: Bool
  /// The value of up to nine digits; nil for what is no number.
  package let number: Int?
  /// The ASCII sign a one-sign word consists of; 0 for words. Long dashes count as "-".
  package let sign: UInt8

  package var isWord: Bool { sign == 0 && number == nil }
}

/// Cuts a paragraph into words, numbers and signs in one pass.
package func words(of text: String) -> [Word] {
  var words: [Word] = []
  words.reserveCapacity(text.utf8.count / 4)
  var speller = Speller()
  for scalar in text.unicodeScalars { speller.take(scalar, into: &words) }
  speller.close(into: &words)
  return words
}

private struct Speller {
  private var offset = 0
  private var start = 0
  private var key: UInt64 = Speller.seed
  private var tone: UInt64 = 0
  private var number: Int? = 0
  private var digits = 0
  private var isCapital = false
  private var isOpen = false
  private var previous: UInt32 = 0

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func take(_ scalar: Unicode.Scalar, into words: inout [Word]) {
    let width = UTF8.width(scalar)
    defer { offset += width }
    let value = scalar.value
    let isDigit = value >= 48 && value <= 57
    let letter = isDigit ? Spelling.Letter(base: value, tone: 0, isCapital: false) : Spelling.letter(scalar)
    guard let letter else {
      close(into: &words)
      if value == 32 || value == 0xA0 || value == 9 { return }
      let sign: UInt8 = value == 0x2013 || value == 0x2014 ? 45 : value < 128 ? UInt8(value) : 1
      words.append(
        Word(
          bytes: offset..<offset + width, key: (Speller.seed ^ UInt64(sign)) &* 31, isCapital: false,
          number: nil,
          sign: sign))
      return
    }
    if isOpen && isDigit != (number != nil) { close(into: &words) }
    if !isOpen {
      isOpen = true
      start = offset
      isCapital = letter.isCapital
    }
    var base = letter.base
    // Sole y after a consonant is written i as well.
    if base == 121 && previous != 0 && !Spelling.isVowel(previous) { base = 105 }
    if base == 121 && previous == 0 { base = 121 }
    key = (key ^ UInt64(base)) &* 0x100_0000_01b3
    if letter.tone != 0 { tone = UInt64(letter.tone) }
    previous = base
    if isDigit {
      digits += 1
      number = digits > 9 ? 0 : (number ?? 0) * 10 + Int(value - 48)
    } else {
      number = nil
    }
  }

  mutating func close(into words: inout [Word]) {
    guard isOpen else { return }
    words.append(
      Word(
        bytes: start..<offset, key: (key ^ (tone << 8)) &* 0x100_0000_01b3, isCapital: isCapital,
        number: number,
        sign: 0))
    key = Speller.seed
    tone = 0
    number = 0
    digits = 0
    isOpen = false
    previous = 0
  }
}
