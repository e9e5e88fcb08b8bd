import CZlib

/// Packs bytes for tests, well or with a chosen fault.
package enum Packing {
  package static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    compress2(&packed, &length, bytes, UInt(bytes.count), 9)
    // Without the header and the sum of zlib's own form.
    return Array(packed[2..<(Int(length) - 4)])
  }

  package static func checksum(_ bytes: [UInt8]) -> UInt32 { UInt32(crc32(0, bytes, UInt32(bytes.count))) }

  package static func gzip(_ bytes: [UInt8], checksum sum: UInt32? = nil) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255] + deflated(bytes) + low(UInt64(sum ?? checksum(bytes)), 4)
      + low(UInt64(bytes.count), 4)
  }

  package struct Member {
    package var name: String
    package var bytes: [UInt8]
    package var isStored = false
    package var isEncrypted = false
    package var checksum: UInt32?
    package var method: Int?
    package var mode: UInt32 = 0o100644
    /// Its sizes and its place stand in the extra field of zip64.
    package var isBig = false
    /// Bytes taken off the end of the packed text.
    package var cut = 0

    package init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
    }
    package init(_ name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package static func zip(_ members: [Member], isBig: Bool = false, comment: String = "") -> [UInt8] {
    var file: [UInt8] = []
    var list: [UInt8] = []
    for member in members {
      let offset = file.count
      let packed = Array((member.isStored ? member.bytes : deflated(member.bytes)).dropLast(member.cut))
      let method = member.method ?? (member.isStored ? 0 : 8)
      let sum = member.checksum ?? checksum(member.bytes)
      let sizes = member.isBig ? [UInt64.max, .max] : [UInt64(packed.count), UInt64(member.bytes.count)]
      let common =
        low(member.isEncrypted ? 1 : 0, 2) + low(UInt64(method), 2) + low(0, 4) + low(UInt64(sum), 4)
        + low(sizes[0], 4) + low(sizes[1], 4) + low(UInt64(member.name.utf8.count), 2)
      let extra =
        member.isBig
        ? low(1, 2) + low(24, 2) + low(UInt64(member.bytes.count), 8) + low(UInt64(packed.count), 8)
          + low(UInt64(offset), 8) : []
      file += [0x50, 0x4B, 3, 4] + low(20, 2) + common + low(0, 2) + Array(member.name.utf8) + packed
      list +=
        [0x50, 0x4B, 1, 2, 20, 3] + low(20, 2) + common + low(UInt64(extra.count), 2) + low(0, 2) + low(0, 2)
        + low(0, 2) + low(UInt64(member.mode) << 16, 4)
      list += low(member.isBig ? UInt64.max : UInt64(offset), 4) + Array(member.name.utf8) + extra
    }
    let place = file.count
    file += list
    if isBig {
      let big = file.count
      file += [0x50, 0x4B, 6, 6] + low(44, 8) + low(45, 2) + low(45, 2) + low(0, 4) + low(0, 4)
      file += low(UInt64(members.count), 8) + low(UInt64(members.count), 8) + low(UInt64(list.count), 8)
      file += low(UInt64(place), 8) + [0x50, 0x4B, 6, 7] + low(0, 4) + low(UInt64(big), 8) + low(1, 4)
    }
    let counts = isBig ? UInt64.max : UInt64(members.count)
    file += [0x50, 0x4B, 5, 6] + low(0, 4) + low(counts, 2) + low(counts, 2)
    file += low(isBig ? .max : UInt64(list.count), 4) + low(isBig ? .max : UInt64(place), 4)
    return file + low(UInt64(comment.utf8.count), 2) + Array(comment.utf8)
  }

  /// A member of a tar file: header, text, what fills the block.
  package static func tar(_ name: String, _ bytes: [UInt8], type: Character = "0") -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, _ at: Int) {
      header.replaceSubrange(at..<(at + text.utf8.count), with: text.utf8)
    }
    put(String(name.prefix(100)), 0)
    put("0000644\0", 100)
    let octal = String(bytes.count, radix: 8)
    put(String(repeating: "0", count: 11 - octal.count) + octal, 124)
    put("        ", 148)
    put(String(type), 156)
    put("ustar\u{0}00", 257)
    let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
    put(String(repeating: "0", count: 6 - sum.count) + sum + "\0", 148)
    return header + bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
  }

  /// The end of a tar file.
  package static let tarEnd = [UInt8](repeating: 0, count: 1024)

  private static func low(_ number: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
  }
}
