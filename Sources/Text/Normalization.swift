@_spi(_Unicode) import Swift

/// Brings text to NFC. Text without combining marks or conjoining jamo comes back as it is.
package func normalized(_ text: String) -> String {
  var copy = text
  let isPlain = copy.withUTF8 { !mayCompose($0) }
  if isPlain { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text._nfc { scalars.append(scalar) }
  return String(scalars)
}

/// Whether any scalar could join with or be rewritten by its neighbours under NFC. Latin Extended Additional
/// (Vietnamese), punctuation, Hangul syllables and Han are stable and common, so they are let through.
private func mayCompose(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0x80 {
      index += 1
    } else if byte < 0xE0 {
      if byte == 0xCC || byte == 0xCD || byte >= 0xD6 { return true }
      index += 2
    } else if byte < 0xF0 {
      guard index + 2 < bytes.count else { return true }
      let isVietnamese = byte == 0xE1 && (0xB8...0xBB).contains(bytes[index + 1])
      let isPunctuation = byte == 0xE2 && bytes[index + 1] == 0x80
      let isStable = (0xE4...0xED).contains(byte) && !(byte == 0xED && bytes[index + 1] >= 0x9E)
      if !isVietnamese && !isPunctuation && !isStable { return true }
      index += 3
    } else {
      return true
    }
  }
  return false
}
