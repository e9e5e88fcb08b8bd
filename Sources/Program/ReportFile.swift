import Glibc
import Reading
import Text
import Unpacking

/// A file opened with care: without blocking, regular files only, and never more of it held than a piece.
final class ReportFile: ByteSource {
  /// Bytes of one piece.
  static let piece = 256 << 10

  private let descriptor: Int32
  /// Bytes when it was opened.
  let size: Int
  /// What a problem calls the file.
  private let name: String
  /// Hears how many bytes each reading brought.
  private let heard: (Int) -> Void

  init(
    at path: PathBytes, name: String, heard: @escaping (Int) -> Void = { _ in }
  ) throws(ReadingProblem) {
    self.name = name
    self.heard = heard
    descriptor = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .unreadable(file: name, reason: ReportFile.reason(errno)) }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    let reason = ReportFile.reason(errno)
    size = Int(status.st_size)
    if isKnown, status.st_mode & S_IFMT == S_IFREG { return }
    throw isKnown
      ? .notAFile(file: name, what: FileWalker.what(status.st_mode)) : .unreadable(file: name, reason: reason)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func bytes(at offset: Int, count: Int) throws(UnpackingProblem) -> [UInt8] {
    do throws(ReadingProblem) {
      return try read(at: offset, count: min(count, max(0, size - offset)))
    } catch {
      throw .unreadable(file: name, reason: ReportFile.reason(errno))
    }
  }

  /// At most so many bytes from there on; fewer only at the end of the file.
  func read(at offset: Int, count: Int) throws(ReadingProblem) -> [UInt8] {
    var reason: Phrase?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { reason = ReportFile.reason(errno) }
        if got <= 0 { return }
        filled += got
      }
    }
    if let reason { throw .unreadable(file: name, reason: reason) }
    heard(bytes.count)
    return bytes
  }

  /// All bytes of a file that may not have more than a report.
  static func bytes(at path: PathBytes, name: String) throws(ReadingProblem) -> [UInt8] {
    let file = try ReportFile(at: path, name: name)
    let bytes = try file.read(at: 0, count: min(file.size, Limits.fileBytes) + 1)
    guard bytes.count <= Limits.fileBytes else { throw .tooLarge(file: name, bytes: file.size) }
    return bytes
  }

  /// Reads to the end of what is open already.
  static func bytes(of file: Int32, name: String) throws(ReadingProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(file: name, reason: reason(errno)) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      // A file that grows while it is read is cut off at the limit like one that was too large from the start.
      guard bytes.count <= Limits.fileBytes else { throw .tooLarge(file: name, bytes: bytes.count) }
    }
  }

  static func reason(_ code: Int32) -> Phrase {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "its permissions forbid it"
    case ELOOP: "its links run in a circle"
    case ENAMETOOLONG: "its name is too long"
    default: "\(String(cString: strerror(code)).lowercased())"
    }
  }
}
