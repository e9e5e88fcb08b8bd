/// A file that can be read anywhere.
package protocol ByteSource: AnyObject {
  /// Bytes of the file.
  var size: Int { get }
  /// At most so many bytes from there on; fewer only at the end of the file.
  func bytes(at offset: Int, count: Int) throws(UnpackingProblem) -> [UInt8]
}

/// A member as the list at the end of a zip file has it.
struct ZipEntry {
  let name: MemberName
  let flags: Int
  let method: Int
  let checksum: UInt32
  let packedBytes: Int
  let bytes: Int
  /// Where its own header stands.
  let offset: Int
  /// Of Unix, where the packer told it.
  let mode: UInt32

  var isEncrypted: Bool { flags & 1 != 0 }
  var isLink: Bool { mode & 0xF000 == 0xA000 }
}

/// The list of members at the end of a zip file, read stretch by stretch; also that of zip64.
struct ZipDirectory {
  private static let entryLength = 46
  /// Bytes the end of the list has with its comment at most.
  private static let longestEnd = 22 + 65_535
  private static let stretch = 256 << 10

  private let source: any ByteSource
  private let file: String
  private var left: Int
  private var position: Int
  /// Bytes that stand before the archive and are none of it.
  let base: Int
  private var waiting: ArraySlice<UInt8> = []

  init(_ source: any ByteSource, file: String) throws(UnpackingProblem) {
    self.source = source
    self.file = file
    let start = max(0, source.size - ZipDirectory.longestEnd)
    let tail = try source.bytes(at: start, count: ZipDirectory.longestEnd)
    guard let end = ZipDirectory.end(in: tail) else { throw .cutOff(file: file) }
    var disk = tail.number(end + 4, 2)
    var (entries, length, offset) = (
      tail.number(end + 10, 2), tail.number(end + 12, 4), tail.number(end + 16, 4)
    )
    var endOfList = start + end
    if entries == 0xFFFF || length == 0xFFFF_FFFF || offset == 0xFFFF_FFFF,
      let big = try ZipDirectory.bigEnd(source, before: start + end)
    {
      (disk, entries, length, offset) = (
        big.bytes.number(16, 4), big.bytes.number(32, 8), big.bytes.number(40, 8), big.bytes.number(48, 8)
      )
      endOfList = big.place
    }
    guard disk == 0 else { throw .split(file: file) }
    guard entries >= 0, length >= 0, offset >= 0, length <= endOfList, offset <= endOfList - length else {
      throw .damaged(file: file)
    }
    base = endOfList - length - offset
    left = entries
    position = base + offset
  }

  /// The next member; nil behind the last.
  mutating func next() throws(UnpackingProblem) -> ZipEntry? {
    guard left > 0 else { return nil }
    left -= 1
    try fill(ZipDirectory.entryLength)
    let head = Array(waiting.prefix(ZipDirectory.entryLength))
    guard head.starts(with: [0x50, 0x4B, 1, 2]) else { throw .damaged(file: file) }
    let lengths = [head.number(28, 2), head.number(30, 2), head.number(32, 2)]
    let whole = ZipDirectory.entryLength + lengths.reduce(0, +)
    try fill(whole)
    let entry = Array(waiting.prefix(whole))
    waiting = waiting.dropFirst(whole)
    let name = entry[ZipDirectory.entryLength...].prefix(lengths[0])
    let extra = Array(entry.dropFirst(ZipDirectory.entryLength + lengths[0]).prefix(lengths[1]))
    var sizes = [head.number(24, 4), head.number(20, 4), head.number(42, 4)]
    ZipDirectory.widen(&sizes, extra)
    guard sizes.allSatisfy({ $0 >= 0 && $0 < 1 << 56 }) else { throw .damaged(file: file) }
    let isUnix = head[5] == 3
    return ZipEntry(
      name: MemberName(name), flags: head.number(8, 2), method: head.number(10, 2),
      checksum: UInt32(head.number(16, 4)), packedBytes: sizes[1], bytes: sizes[0], offset: sizes[2],
      mode: isUnix ? UInt32(head.number(40, 2)) : 0)
  }

  private mutating func fill(_ count: Int) throws(UnpackingProblem) {
    guard waiting.count < count else { return }
    let more = try source.bytes(at: position, count: ZipDirectory.stretch)
    position += more.count
    waiting = (Array(waiting) + more)[...]
    if waiting.count < count { throw .cutOff(file: file) }
  }

  /// Where the end of the list stands in the last bytes of the file: its comment must reach to the end.
  private static func end(in tail: [UInt8]) -> Int? {
    guard tail.count >= 22 else { return nil }
    return (0...(tail.count - 22)).last { place in
      tail[place] == 0x50 && tail[place...].starts(with: [0x50, 0x4B, 5, 6])
        && place + 22 + tail.number(place + 20, 2) <= tail.count
    }
  }

  /// The end of the list in zip64, which stands where a pointer before the other end says.
  private static func bigEnd(
    _ source: any ByteSource, before end: Int
  ) throws(UnpackingProblem) -> (bytes: [UInt8], place: Int)? {
    guard end >= 20 else { return nil }
    let pointer = try source.bytes(at: end - 20, count: 20)
    guard pointer.starts(with: [0x50, 0x4B, 6, 7]) else { return nil }
    // Where bytes stand before the archive, it stands right before its pointer.
    for place in [pointer.number(8, 8), end - 20 - 56] where place >= 0 && place < end {
      let bytes = try source.bytes(at: place, count: 56)
      if bytes.count == 56, bytes.starts(with: [0x50, 0x4B, 6, 6]) { return (bytes, place) }
    }
    return nil
  }

  /// Numbers that did not fit stand in the extra field of zip64, in this order.
  private static func widen(_ sizes: inout [Int], _ extra: [UInt8]) {
    var at = 0
    while at + 4 <= extra.count {
      let (kind, length) = (extra.number(at, 2), extra.number(at + 2, 2))
      guard kind == 1 else {
        at += 4 + length
        continue
      }
      var place = at + 4
      let end = min(extra.count, place + length)
      for index in sizes.indices where sizes[index] == 0xFFFF_FFFF && place + 8 <= end {
        sizes[index] = extra.number(place, 8)
        place += 8
      }
      return
    }
  }
}

extension [UInt8] {
  /// A number, low byte first; a large one of eight bytes comes out negative.
  func number(_ offset: Int, _ length: Int) -> Int {
    var number: UInt64 = 0
    for index in (offset..<(offset + length)).reversed() where index < count {
      number = number << 8 | UInt64(self[index])
    }
    return Int(truncatingIfNeeded: number)
  }
}
