import Glibc
import Text

/// A file that is being written: it takes its place whole, or leaves nothing behind.
final class DraftFile {
  /// Where it is written.
  let path: String
  private let target: String?
  private let isPrivate: Bool
  private var descriptor: Int32
  private var waiting: [UInt8] = []

  /// Written beside the file it will replace; a private one is for this reader alone.
  init(replacing target: String, isPrivate: Bool = false) throws(HandingProblem) {
    self.target = target
    self.isPrivate = isPrivate
    (path, descriptor) = DraftFile.make(beside: target)
    guard descriptor >= 0 else { throw problem(errno) }
  }

  /// A file of this reader alone that whoever reads it takes away.
  static func temporary() throws(HandingProblem) -> DraftFile {
    try DraftFile()
  }

  private init() throws(HandingProblem) {
    target = nil
    isPrivate = true
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    (path, descriptor) = DraftFile.make(beside: folder + "/dyad")
    guard descriptor >= 0 else { throw problem(errno) }
  }

  private static func make(beside target: String) -> (String, Int32) {
    var name = Array((target + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    return (String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self), descriptor)
  }

  func write(_ text: String) throws(HandingProblem) {
    waiting += text.utf8
    if waiting.count >= 1 << 16 { try flush() }
  }

  /// Gives it its name.
  func keep() throws(HandingProblem) {
    try flush()
    guard let target else { return }
    if !isPrivate { share() }
    guard fsync(descriptor) == 0, Glibc.close(descriptor) == 0, rename(path, target) == 0 else {
      throw problem(errno)
    }
    descriptor = -1
  }

  /// What others may read of a new file is the reader's own setting.
  private func share() {
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, 0o666 & ~mask)
  }

  /// Ends a temporary file; it stays until it is read.
  func close() throws(HandingProblem) {
    try flush()
    guard Glibc.close(descriptor) == 0 else { throw problem(errno) }
    descriptor = -1
  }

  func discard() {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
    descriptor = -1
    unlink(path)
  }

  private func flush() throws(HandingProblem) {
    var rest = waiting[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw problem(errno) }
      rest = rest.dropFirst(count)
    }
    waiting = []
  }

  private func problem(_ number: Int32) -> HandingProblem {
    HandingProblem(
      sentence: "\(visible(target ?? path)) cannot be written: \(ReportFile.reason(number)).")
  }
}
