@_spi(_Unicode) import Swift

/// Raised whenever `fold` gives another result for any text, so that an archive knows its index is of an older fold.
package let foldVersion = 1

/// The one fold by which text is compared without regard to case and marks: lower case, Latin letters without any of
/// their marks (stacked Vietnamese ones too), đ as d. NFC and NFD fold alike. Never longer than the text in bytes.
package func fold(_ text: String) -> String {
  var copy = text
  return copy.withUTF8 { bytes in
    String(unsafeUninitializedCapacity: bytes.count) { folded in fold(bytes, into: folded) }
  }
}

/// ASCII byte by byte, all else scalar by scalar; answers how many bytes were written.
private func fold(_ bytes: UnsafeBufferPointer<UInt8>, into folded: UnsafeMutableBufferPointer<UInt8>) -> Int
{
  var at = 0
  var end = 0
  while at < bytes.count {
    let byte = bytes[at]
    if byte < 0x80 {
      folded[end] = byte >= 65 && byte <= 90 ? byte + 32 : byte
      at += 1
      end += 1
      continue
    }
    let (scalar, width) = scalar(bytes, at)
    at += width
    var view = String.UnicodeScalarView()
    if let base = FoldTable.shared.ofTable(scalar) {
      if base.value < 0x80 {
        folded[end] = UInt8(base.value)
        end += 1
        continue
      }
      view.append(base)
    } else {
      fold(scalar, into: &view)
    }
    for byte in String(view).utf8 {
      folded[end] = byte
      end += 1
    }
  }
  return end
}

/// The scalar that begins there in valid UTF-8, and its width in bytes.
func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
  func tail(_ offset: Int) -> UInt32 { UInt32(bytes[at + offset] & 0x3f) }
  let first = UInt32(bytes[at])
  let (value, width): (UInt32, Int) =
    first < 0xe0
    ? ((first & 0x1f) << 6 | tail(1), 2)
    : first < 0xf0
      ? ((first & 0x0f) << 12 | tail(1) << 6 | tail(2), 3)
      : ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
}

/// The fold of one scalar: nothing for a combining mark, one scalar for most.
func fold(_ scalar: Unicode.Scalar, into folded: inout String.UnicodeScalarView) {
  let value = scalar.value
  if value < 0x80 {
    folded.append(value >= 65 && value <= 90 ? Unicode.Scalar(UInt8(value + 32)) : scalar)
    return
  }
  if isCombiningMark(value) { return }
  if value < 0x250 || (0x1E00...0x1EFF).contains(value) {
    folded.append(FoldTable.shared.base(of: scalar))
    return
  }
  // Greek and Cyrillic capitals; their lower case is as long as they are.
  if (0x370...0x52F).contains(value) {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    if lower.count == 1, let only = lower.first {
      folded.append(only)
      return
    }
  }
  folded.append(scalar)
}

func isCombiningMark(_ value: UInt32) -> Bool {
  (0x300...0x36F).contains(value) || (0x1DC0...0x1DFF).contains(value) || (0x20D0...0x20FF).contains(value)
}

/// Base letters of U+0080 to U+024F and U+1E00 to U+1EFF, worked out once from the canonical decompositions.
private struct FoldTable: Sendable {
  static let shared = FoldTable()
  private let low: [Unicode.Scalar]
  private let additional: [Unicode.Scalar]

  private init() {
    low = (0x80...0x24F).map { FoldTable.letter(UInt32($0)) }
    additional = (0x1E00...0x1EFF).map { FoldTable.letter(UInt32($0)) }
  }

  func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value < 0x250 ? low[Int(scalar.value) - 0x80] : additional[Int(scalar.value) - 0x1E00]
  }

  /// Nil for a scalar that is not in the table.
  func ofTable(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    return value >= 0x80 && (value < 0x250 || (0x1E00...0x1EFF).contains(value)) ? base(of: scalar) : nil
  }

  private static func letter(_ value: UInt32) -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(value) else { return " " }
    // Letters whose stroke is part of them have no decomposition.
    switch value {
    case 0x110, 0x111, 0xD0, 0xF0: return "d"
    case 0x141, 0x142: return "l"
    case 0xD8, 0xF8: return "o"
    case 0x126, 0x127: return "h"
    case 0x131: return "i"
    default: break
    }
    let first = String(scalar)._nfd.first { _ in true } ?? scalar
    if (65...90).contains(first.value), let lower = Unicode.Scalar(first.value + 32) { return lower }
    if first.value < 0x80 && first != scalar { return first }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    if lower.count == 1, let only = lower.first, String(only).utf8.count <= String(scalar).utf8.count {
      return only
    }
    return scalar
  }
}
