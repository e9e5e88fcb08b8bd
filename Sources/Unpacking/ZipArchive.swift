/// Unpacks the members of a zip file in the order of its list. One that cannot be read costs no other.
struct ZipArchive {
  private static let piece = 256 << 10

  private let source: any ByteSource
  private let file: String
  private let sink: any MemberSink
  /// Members that lie over one another swell the whole, not each.
  private var allowance: Allowance

  init(_ source: any ByteSource, file: String, sink: any MemberSink) {
    self.source = source
    self.file = file
    self.sink = sink
    allowance = Allowance(file: file)
    allowance.goesIn(source.size)
  }

  mutating func read() throws(UnpackingProblem) {
    var directory = try ZipDirectory(source, file: file)
    while let entry = try directory.next() {
      if entry.name.isFolder || entry.name.isHidden { continue }
      guard sink.begin(entry.name) else { continue }
      let shown = "\(file), member \(entry.name.shown)"
      do throws(UnpackingProblem) {
        if try unpack(entry, base: directory.base, shown) { sink.end() }
      } catch .tooMuch(let name) {
        throw .tooMuch(file: name)
      } catch .tooDense(let name) where name == file {
        throw .tooDense(file: name)
      } catch {
        sink.fail(error)
      }
    }
  }

  /// False where the sink wanted no more of it.
  private mutating func unpack(
    _ entry: ZipEntry, base: Int, _ shown: String
  ) throws(UnpackingProblem) -> Bool {
    if entry.name.leadsOut { throw .leadsOut(file: shown) }
    if entry.isEncrypted { throw .encrypted(file: shown) }
    if entry.isLink { throw .link(file: shown) }
    guard entry.method == 0 || entry.method == 8 else {
      throw .unknownMethod(file: shown, method: entry.method)
    }
    let head = try source.bytes(at: base + entry.offset, count: 30)
    guard head.count == 30, head.starts(with: [0x50, 0x4B, 3, 4]) else { throw .damaged(file: shown) }
    let start = base + entry.offset + 30 + head.number(26, 2) + head.number(28, 2)
    var member = MemberCheck(file: shown)
    let isWanted =
      entry.method == 0
      ? try copy(entry, from: start, shown, &member) : try inflate(entry, from: start, shown, &member)
    if !isWanted { return false }
    guard member.bytes == entry.bytes, member.sum.value == entry.checksum else {
      throw .wrongChecksum(file: shown)
    }
    return true
  }

  private mutating func copy(
    _ entry: ZipEntry, from start: Int, _ shown: String, _ member: inout MemberCheck
  ) throws(UnpackingProblem) -> Bool {
    var done = 0
    while done < entry.packedBytes {
      let piece = try read(start + done, entry.packedBytes - done, shown)
      done += piece.count
      member.allowance.goesIn(piece.count)
      guard try give(piece[...], &member) else { return false }
    }
    return true
  }

  private mutating func inflate(
    _ entry: ZipEntry, from start: Int, _ shown: String, _ member: inout MemberCheck
  ) throws(UnpackingProblem) -> Bool {
    let inflater = Inflater(.none, file: shown)
    var done = 0
    while done < entry.packedBytes {
      let piece = try read(start + done, entry.packedBytes - done, shown)
      done += piece.count
      member.allowance.goesIn(piece.count)
      let outcome = try inflater.take(piece[...]) { bytes throws(UnpackingProblem) in
        try give(bytes, &member)
      }
      switch outcome {
      case .needsMore: continue
      case .unwanted: return false
      case .ended: return true
      }
    }
    throw .cutOff(file: shown)
  }

  private func read(_ place: Int, _ left: Int, _ shown: String) throws(UnpackingProblem) -> [UInt8] {
    let piece = try source.bytes(at: place, count: min(ZipArchive.piece, left))
    if piece.isEmpty { throw .cutOff(file: shown) }
    return piece
  }

  private mutating func give(
    _ bytes: ArraySlice<UInt8>, _ member: inout MemberCheck
  ) throws(UnpackingProblem) -> Bool {
    try allowance.comesOut(bytes.count)
    try member.allowance.comesOut(bytes.count)
    member.bytes += bytes.count
    member.sum.add(bytes)
    return sink.take(bytes)
  }
}

/// What is known of a member while it comes out.
private struct MemberCheck {
  var bytes = 0
  var sum = Checksum()
  var allowance: Allowance

  init(file: String) { allowance = Allowance(file: file) }
}
