import Glibc
import Reading
import Text

/// A file opened with care: without blocking, regular files only, and no more than the limit is ever read.
struct ReportFile {
  /// Reads all bytes. `name` is what a problem calls the file.
  static func bytes(at path: PathBytes, name: String) throws(ReadingProblem) -> [UInt8] {
    let file = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
    guard file >= 0 else { throw .unreadable(file: name, reason: reason(errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(file: name, reason: reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notAFile(file: name, what: FileWalker.what(status.st_mode))
    }
    guard status.st_size <= Limits.fileBytes else { throw .tooLarge(file: name, bytes: Int(status.st_size)) }
    return try bytes(of: file, name: name)
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
