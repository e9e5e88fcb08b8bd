/// Cells that a text takes where each of its scalars is a letter, digit or sign that is shown as it stands in one cell of
/// its own: Latin script with its composed marks, the usual quotes and dashes, and the lines and blocks that frames are
/// drawn with. Nil for any other text. Most of what is painted is such text, and what holds for it - safe, composed, one
/// scalar a cell - need not be asked of each character again.
package func plainCells(_ text: String) -> Int? {
  var copy = text
  return copy.withUTF8 { plainCells($0) }
}

func plainCells(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  var cells = 0
  var index = 0
  while index < bytes.count {
    let length = plainLength(bytes, at: index)
    if length == 0 { return nil }
    index += length
    cells += 1
  }
  return cells
}

/// Bytes of the plain scalar that begins there; 0 where none does.
private func plainLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  let byte = bytes[index]
  if byte < 0x80 { return byte >= 0x20 && byte < 0x7F ? 1 : 0 }
  guard index + 1 < bytes.count else { return 0 }
  let next = bytes[index + 1]
  switch byte {
  // U+00A1 to U+00BF without the soft hyphen; U+00C0 to U+02FF.
  case 0xC2: return next > 0xA0 && next != 0xAD ? 2 : 0
  case 0xC3...0xCB: return 2
  case 0xE1, 0xE2:
    guard index + 2 < bytes.count else { return 0 }
    return isPlain(byte, next, bytes[index + 2]) ? 3 : 0
  default: return 0
  }
}

private func isPlain(_ byte: UInt8, _ next: UInt8, _ last: UInt8) -> Bool {
  // Latin Extended Additional, U+1E00 to U+1EFF: the letters of Vietnamese.
  if byte == 0xE1 { return (0xB8...0xBB).contains(next) }
  switch next {
  // – — ‘ ’ “ ” • …
  case 0x80: return [0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA2, 0xA6].contains(last)
  // U+2500 to U+25BF: lines, corners, bars.
  case 0x94, 0x95, 0x96: return true
  default: return false
  }
}
