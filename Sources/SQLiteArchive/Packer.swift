import CZlib

/// What the packed bytes of the archive begin with, as if it stood before them: what is found in most of them. Its number
/// is their first byte. A list never changes: a better one would be a new file and number.
enum KnownPhrases: UInt8 {
  /// In reports.
  case reports = 1
  /// In the evidence of events: fields and rules.
  case rules = 2

  fileprivate var bytes: [UInt8] {
    switch self {
    case .reports: PackageResources.phrases_1_txt
    case .rules: PackageResources.phrases_2_txt
    }
  }
}

/// Packs what is long and seldom read, reports and evidence, to about a third. Not for several threads at once.
final class Packer {
  /// zlib keeps the address.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init() {
    stream.initialize(to: z_stream())
    precondition(cz_begin_packing(stream, 3, -14) == Z_OK, "no memory for zlib")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Shorter than the bytes; nil where that cannot be.
  func packed(_ bytes: [UInt8], knowing phrases: KnownPhrases) -> [UInt8]? {
    if bytes.count < 16 { return nil }
    deflateReset(stream)
    let known = phrases.bytes
    deflateSetDictionary(stream, known, UInt32(known.count))
    let room = bytes.count - 2
    var isDone = false
    let packed = [UInt8](unsafeUninitializedCapacity: room + 1) { output, count in
      output[0] = phrases.rawValue
      let written = bytes.withUnsafeBufferPointer { bytes in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        stream.pointee.avail_in = UInt32(bytes.count)
        stream.pointee.next_out = output.baseAddress.map { $0 + 1 }
        stream.pointee.avail_out = UInt32(room)
        isDone = deflate(stream, Z_FINISH) == Z_STREAM_END
        return room - Int(stream.pointee.avail_out)
      }
      count = 1 + written
    }
    return isDone ? packed : nil
  }
}

/// Unpacks what `Packer` packed, one after the other.
final class Unpacker {
  struct Mistake: Error {}

  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init() {
    stream.initialize(to: z_stream())
    precondition(cz_begin(stream, -15) == Z_OK, "no memory for zlib")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Throws where these bytes are not that many others, packed.
  func unpacked(_ packed: ArraySlice<UInt8>, count: Int) throws(Mistake) -> [UInt8] {
    // No more than deflate can ever hold: a damaged count must not ask for all the memory there is.
    guard let known = packed.first.flatMap(KnownPhrases.init(rawValue:))?.bytes, count >= 0,
      count <= packed.count * 1040
    else { throw Mistake() }
    inflateReset(stream)
    inflateSetDictionary(stream, known, UInt32(known.count))
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { output, written in
      packed.dropFirst().withUnsafeBufferPointer { packed in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
        stream.pointee.avail_in = UInt32(packed.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(count)
        let code = inflate(stream, Z_FINISH)
        written = count - Int(stream.pointee.avail_out)
        isWhole = code == Z_STREAM_END && written == count
      }
    }
    guard isWhole else { throw Mistake() }
    return bytes
  }
}
