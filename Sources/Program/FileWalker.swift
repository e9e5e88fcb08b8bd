import Glibc
import Reading
import Text

/// Finds the report files below paths: files as they are, folders in the order of their names, links only as far as they
/// stay inside the folder that was named.
struct FileWalker {
  enum Found {
    /// A path to open.
    case file(path: PathBytes, FileStamp)
    case problem(ReadingProblem)
  }

  /// Once true, nothing further is visited.
  var isStopped: () -> Bool = { false }
  /// Hears of each folder before what is in it is visited.
  var enters: (PathBytes) -> Void = { _ in }

  /// Folders inside folders at most.
  private static let depthLimit = 64

  /// Visits every file of every path in order. `-` stands for a list of paths on standard input, parted by newlines or NULs.
  func walk(_ paths: [PathBytes], _ visit: (Found) -> Void) {
    for path in paths where !isStopped() {
      if path.bytes == [UInt8(ascii: "-")] {
        walk(FileWalker.standardInputPaths(), visit)
      } else {
        start(path, visit)
      }
    }
  }

  private func start(_ path: PathBytes, _ visit: (Found) -> Void) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      return visit(.problem(.unreadable(file: path.shown, reason: ReportFile.reason(errno))))
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      folder(path, root: FileWalker.real(path) ?? path, trail: [], visit)
    } else {
      visit(.file(path: path, FileStamp(status)))
    }
  }

  private func folder(_ path: PathBytes, root: PathBytes, trail: [UInt64], _ visit: (Found) -> Void) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      return visit(.problem(.unreadable(file: path.shown, reason: ReportFile.reason(errno))))
    }
    let identity = UInt64(status.st_ino) &* 31 &+ UInt64(status.st_dev)
    guard !trail.contains(identity), trail.count < FileWalker.depthLimit else {
      return visit(.problem(.notAFile(file: path.shown, what: "a folder that contains itself")))
    }
    enters(path)
    guard let names = FileWalker.names(in: path) else {
      return visit(.problem(.unreadable(file: path.shown, reason: ReportFile.reason(errno))))
    }
    for name in names where !isStopped() { entry(path.appending(name), root, trail + [identity], visit) }
  }

  private func entry(
    _ path: PathBytes, _ root: PathBytes, _ trail: [UInt64], _ visit: (Found) -> Void
  ) {
    var status = stat()
    guard path.withCString({ lstat($0, &status) }) == 0 else {
      return visit(.problem(.unreadable(file: path.shown, reason: ReportFile.reason(errno))))
    }
    if status.st_mode & S_IFMT == S_IFLNK {
      guard let target = FileWalker.real(path) else {
        return visit(
          .problem(
            .unreadable(
              file: path.shown,
              reason: errno == ELOOP ? "its link leads in a circle" : "its link leads nowhere")))
      }
      guard target.isInside(root) else {
        return visit(.problem(.notAFile(file: path.shown, what: "a link that leaves the folder")))
      }
      guard path.withCString({ stat($0, &status) }) == 0 else { return }
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: folder(path, root: root, trail: trail, visit)
    case S_IFREG: visit(.file(path: path, FileStamp(status)))
    default: visit(.problem(.notAFile(file: path.shown, what: FileWalker.what(status.st_mode))))
    }
  }

  static func what(_ mode: mode_t) -> Phrase {
    switch mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    default: "something special"
    }
  }

  private static func real(_ path: PathBytes) -> PathBytes? {
    guard let resolved = path.withCString({ realpath($0, nil) }) else { return nil }
    defer { free(resolved) }
    return PathBytes(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }

  /// Names in a folder in the order of their bytes, hidden ones left out; nil when it cannot be opened.
  private static func names(in path: PathBytes) -> [PathBytes]? {
    guard let folder = path.withCString({ opendir($0) }) else { return nil }
    defer { closedir(folder) }
    var names: [PathBytes] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { PathBytes($0.prefix { $0 != 0 }) }
      if name.bytes.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  private static func standardInputPaths() -> [PathBytes] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    let separator: UInt8 = bytes.contains(0) ? 0 : 10
    return bytes.split(separator: separator).map { PathBytes($0) }.filter { $0.bytes != [UInt8(ascii: "-")] }
  }
}
