import CZlib

/// Inflates one stream after the other. Holds the window of zlib and one piece of output.
final class Inflater {
  enum Wrapping: Int32 {
    case gzip = 31
    case none = -15
  }

  enum Outcome: Equatable {
    case needsMore
    /// The stream ended; so many of the bytes given stand behind it.
    case ended(left: Int)
    /// The taker wants no more.
    case unwanted
  }

  private static let piece = 128 << 10

  /// zlib keeps the address.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var output = [UInt8](repeating: 0, count: Inflater.piece)
  private let file: String

  init(_ wrapping: Wrapping, file: String) {
    self.file = file
    stream.initialize(to: z_stream())
    precondition(cz_begin(stream, wrapping.rawValue) == Z_OK, "no memory for zlib")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Begins the next stream.
  func begin() { inflateReset(stream) }

  /// Inflates all that the bytes allow; gzip's own checksum is compared at the end of a stream.
  func take(
    _ bytes: ArraySlice<UInt8>, _ give: (ArraySlice<UInt8>) throws(UnpackingProblem) -> Bool
  ) throws(UnpackingProblem) -> Outcome {
    var left = bytes.count
    while true {
      let (code, count, taken) = step(bytes.suffix(left))
      left -= taken
      if count > 0, try !give(output[..<count]) { return .unwanted }
      switch code {
      case Z_STREAM_END: return .ended(left: left)
      case Z_OK, Z_BUF_ERROR: if left == 0, count < output.count { return .needsMore }
      default: throw problem
      }
    }
  }

  private func step(_ input: ArraySlice<UInt8>) -> (code: Int32, count: Int, taken: Int) {
    input.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let code = inflate(stream, Z_NO_FLUSH)
        return (
          code, output.count - Int(stream.pointee.avail_out), input.count - Int(stream.pointee.avail_in)
        )
      }
    }
  }

  /// zlib tells its reasons in words alone.
  private var problem: UnpackingProblem {
    let reason = stream.pointee.msg.map { String(cString: $0) } ?? ""
    let isSum = reason == "incorrect data check" || reason == "incorrect length check"
    return isSum ? .wrongChecksum(file: file) : .damaged(file: file)
  }
}

/// The checksum of zip, over pieces.
struct Checksum {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    value = bytes.withUnsafeBufferPointer { UInt32(crc32(UInt(value), $0.baseAddress, UInt32($0.count))) }
  }
}
