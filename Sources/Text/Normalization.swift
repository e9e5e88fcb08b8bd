@_spi(_Unicode) import Swift

/// Brings text to NFC. Text without combining marks or conjoining jamo comes back as it is.
package func normalized(_ text: String) -> String {
  var copy = text
  let isPlain = copy.withUTF8 { !mayCompose($0) }
  if isPlain { return text }
  if let composed = ToneComposer.composed(&copy) { return composed }
  var scalars = String.UnicodeScalarView()
  for scalar in text._nfc { scalars.append(scalar) }
  return String(scalars)
}

/// Whether any scalar could join with or be rewritten by its neighbours under NFC: what `widthOfPlain` tells of each,
/// asked of all bytes without a branch, so that many are looked at in one step.
private func mayCompose(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard bytes.count > 2 else { return mayCompose(bytes, from: 0) }
  var doubts: UInt8 = 0
  for index in 0..<bytes.count - 2 {
    let (byte, next, third) = (bytes[index], bytes[index + 1], bytes[index + 2])
    let isLead = byte >= 0xCC
    let isStable = (byte &- 0xCE < 8) || (byte &- 0xE4 < 9)
    let isVietnamese = (byte == 0xE1) && (next &- 0xB8 < 4)
    let isPunctuation = (byte == 0xE2) && (next == 0x80) && (third >= 0x82)
    let isHangul = (byte == 0xED) && (next < 0x9E)
    // In numbers rather than truth values, which would be asked one after the other.
    doubts |=
      (isLead ? 1 : 0)
      & ~((isStable ? 1 : 0) | (isVietnamese ? 1 : 0) | (isPunctuation ? 1 : 0) | (isHangul ? 1 : 0))
  }
  // A scalar of three bytes that begins before the last two has been asked.
  var start = bytes.count - 2
  while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
  return doubts != 0 || mayCompose(bytes, from: start)
}

private func mayCompose(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
  var index = start
  while index < bytes.count {
    let width = widthOfPlain(bytes, index)
    if width == 0 { return true }
    index += width
  }
  return false
}

/// Bytes of the scalar there, 0 where it could join with or be rewritten by its neighbours. Latin Extended Additional
/// (Vietnamese), punctuation, Hangul syllables and Han are stable and common, so they are let through.
@inline(__always)
private func widthOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
  let byte = bytes[index]
  if byte < 0x80 { return 1 }
  if byte < 0xE0 { return byte == 0xCC || byte == 0xCD || byte >= 0xD6 ? 0 : 2 }
  guard byte < 0xF0, index + 2 < bytes.count else { return 0 }
  let isVietnamese = byte == 0xE1 && (0xB8...0xBB).contains(bytes[index + 1])
  // The first two of its blanks are written as others.
  let isPunctuation = byte == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] >= 0x82
  let isStable = (0xE4...0xED).contains(byte) && !(byte == 0xED && bytes[index + 1] >= 0x9E)
  return isVietnamese || isPunctuation || isStable ? 3 : 0
}

/// Vietnamese typed with the tone behind its vowel, the one text out of NFC that the press prints: vowels that bear their
/// own mark already, each followed by one of five tones.
private enum ToneComposer {
  /// Both cases of the vowels, to which a tone is joined.
  private static let vowels = Array("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".unicodeScalars)
  /// The second byte of the tones, all of which begin with 0xCC.
  private static let tones: [UInt8] = [0x80, 0x81, 0x83, 0x89, 0xA3]

  /// The bytes of each vowel with each tone; none where the two are no single letter.
  private static let letters: [[UInt8]] = vowels.flatMap { vowel in
    tones.map { tone in
      let pair = String(vowel) + String(decoding: [0xCC, tone], as: UTF8.self)
      let joined = Array(pair._nfc)
      return joined.count == 1 ? Array(String(joined[0]).utf8) : []
    }
  }

  /// Nil for a text that holds any other scalar to be joined, and for two marks on one vowel.
  static func composed(_ text: inout String) -> String? {
    text.withUTF8 { bytes in
      var isWhole = true
      let composed = String(unsafeUninitializedCapacity: bytes.count) { room in
        var (index, end, last) = (0, 0, 0)
        while index < bytes.count {
          let width = widthOfPlain(bytes, index)
          if width > 0 {
            last = end
            for offset in 0..<width { room[end + offset] = bytes[index + offset] }
            (index, end) = (index + width, end + width)
          } else if last < end, let letter = letter(room[last..<end], bytes, index), letter.count <= 3 {
            for (offset, byte) in letter.enumerated() { room[last + offset] = byte }
            (index, end) = (index + 2, last + letter.count)
            // A second mark would have to be sorted among the first.
            last = end
          } else {
            isWhole = false
            break
          }
        }
        return end
      }
      return isWhole ? composed : nil
    }
  }

  private static func letter(
    _ vowel: Slice<UnsafeMutableBufferPointer<UInt8>>, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> [UInt8]? {
    guard bytes[index] == 0xCC, index + 1 < bytes.count, let tone = tones.firstIndex(of: bytes[index + 1]),
      let place = vowels.firstIndex(where: { UTF8.encode($0).unsafelyUnwrapped.elementsEqual(vowel) })
    else { return nil }
    let letter = letters[place * tones.count + tone]
    return letter.isEmpty ? nil : letter
  }
}
