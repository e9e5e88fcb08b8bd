import Glibc
import Reading
import Text

/// A file opened with care: without blocking, regular files only, and no more than the limit is ever read.
struct ReportFile {
  /// Reads all bytes. `name` is what a problem calls the file.
  static func bytes(at path: PathBytes, name: String) throws(ReadingProblem) -> [UInt8] {
    let (file, size) = try opened(path, name: name)
    defer { close(file) }
    guard size <= Limits.fileBytes else { throw .tooLarge(file: name, bytes: size) }
    return try bytes(of: file, name: name)
  }

  /// Bytes of one piece.
  private static let piece = 256 << 10

  /// Reads a file of any size piece by piece, until `take` returns false.
  static func pieces(
    at path: PathBytes, name: String, _ take: (ArraySlice<UInt8>) -> Bool
  ) throws(ReadingProblem) {
    let (file, _) = try opened(path, name: name)
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: piece)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(file: name, reason: reason(errno)) }
      guard count > 0, take(buffer[..<count]) else { return }
    }
  }

  /// The open file, which is the caller's to close, and its size in bytes.
  private static func opened(
    _ path: PathBytes, name: String
  ) throws(ReadingProblem) -> (file: Int32, size: Int) {
    let file = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
    guard file >= 0 else { throw .unreadable(file: name, reason: reason(errno)) }
    var status = stat()
    let isKnown = fstat(file, &status) == 0
    if isKnown, status.st_mode & S_IFMT == S_IFREG { return (file, Int(status.st_size)) }
    let reason = reason(errno)
    close(file)
    throw isKnown
      ? .notAFile(file: name, what: FileWalker.what(status.st_mode)) : .unreadable(file: name, reason: reason)
  }

  /// Reads to the end of what is open already.
  static func bytes(of file: Int32, name: String) throws(ReadingProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(file: name, reason: reason(errno)) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      // A file that grows while it is read is cut off at the limit like one that was too large from the start.
      guard bytes.count <= Limits.fileBytes else { throw .tooLarge(file: name, bytes: bytes.count) }
    }
  }

  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "its permissions forbid it"
    case ELOOP: "its links run in a circle"
    case ENAMETOOLONG: "its name is too long"
    default: String(cString: strerror(code)).lowercased()
    }
  }
}
