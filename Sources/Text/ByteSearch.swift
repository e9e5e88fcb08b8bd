/// The first place from `start` on where one of two bytes stands, or one below a limit of at most 128; the count of the
/// bytes where there is none. Eight bytes are looked at in one step.
package func place(
  of one: UInt8, or other: UInt8, orBelow limit: UInt8 = 0, in bytes: UnsafeBufferPointer<UInt8>,
  from start: Int = 0
) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highs: UInt64 = 0x8080_8080_8080_8080
  let (all, allOther, limits) = (ones &* UInt64(one), ones &* UInt64(other), ones &* UInt64(limit))
  let raw = UnsafeRawBufferPointer(bytes)
  var at = start
  while at + 8 <= bytes.count {
    let eight = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    let (first, second) = (eight ^ all, eight ^ allOther)
    // The lowest high bit is set in the first byte that is 0, or below the limit; those above it may be wrong.
    let found = ((first &- ones) & ~first | (second &- ones) & ~second | (eight &- limits) & ~eight) & highs
    if found != 0 { return at + UInt64(littleEndian: found).trailingZeroBitCount / 8 }
    at += 8
  }
  while at < bytes.count, bytes[at] != one, bytes[at] != other, bytes[at] >= limit { at += 1 }
  return at
}
