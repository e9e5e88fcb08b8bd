import Glibc

/// Standard output, written in large pieces, or line by line where somebody watches.
struct Output {
  private var waiting: [UInt8] = []
  private let isWatched = isatty(1) == 1
  private static let most = 64 << 10

  /// False when nobody reads it any more.
  mutating func write(_ text: String) -> Bool {
    waiting += text.utf8
    return waiting.count >= Output.most || isWatched ? flush() : true
  }

  /// What waits is written too; to be called before the end, and where a pause begins.
  @discardableResult mutating func flush() -> Bool {
    defer { waiting = [] }
    return writeAll(waiting, to: STDOUT_FILENO)
  }
}

/// Writes all bytes; false when the other end is closed, which is no fault of ours and said nowhere. Standard output
/// that fails otherwise, on a full disk for one, ends the program with a sentence: what it printed is not whole, and
/// nothing it could still do would mend that.
func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if written < 0, errno == EINTR { continue }
    if written < 0, errno != EPIPE, file == STDOUT_FILENO {
      let reason = String(cString: strerror(errno)).lowercased()
      complain("Standard output cannot be written: \(reason).")
      exit(Ending.trouble.rawValue)
    }
    guard written > 0 else { return false }
    rest = rest.dropFirst(written)
  }
  return true
}
