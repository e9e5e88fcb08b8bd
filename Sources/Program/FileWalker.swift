import Glibc
import Reading
import Text

/// Finds the report files below paths: files as they are, folders in the order of their names, links only as far as they
/// stay inside the folder that was named.
struct FileWalker {
  enum Found {
    /// A path to open and the base name to call it by.
    case file(path: String, name: String)
    case problem(ReadingProblem)
  }

  /// Folders inside folders at most.
  private static let depthLimit = 64

  /// Visits every file of every path in order. `-` stands for a list of paths on standard input, parted by newlines or NULs.
  func walk(_ paths: [String], _ visit: (Found) -> Void) {
    for path in paths {
      if path == "-" { walk(FileWalker.standardInputPaths(), visit) } else { start(path, visit) }
    }
  }

  private func start(_ path: String, _ visit: (Found) -> Void) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return visit(.problem(.unreadable(file: visible(path), reason: ReportFile.reason(errno))))
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      folder(path, root: FileWalker.real(path) ?? path, trail: [], visit)
    } else {
      visit(.file(path: path, name: FileWalker.baseName(path)))
    }
  }

  private func folder(_ path: String, root: String, trail: [UInt64], _ visit: (Found) -> Void) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return visit(.problem(.unreadable(file: visible(path), reason: ReportFile.reason(errno))))
    }
    let identity = UInt64(status.st_ino) &* 31 &+ UInt64(status.st_dev)
    guard !trail.contains(identity), trail.count < FileWalker.depthLimit else {
      return visit(.problem(.notAFile(file: visible(path), what: "a folder that contains itself")))
    }
    guard let names = FileWalker.names(in: path) else {
      return visit(.problem(.unreadable(file: visible(path), reason: ReportFile.reason(errno))))
    }
    for name in names { entry(path + "/" + name, name, root, trail + [identity], visit) }
  }

  private func entry(
    _ path: String, _ name: String, _ root: String, _ trail: [UInt64], _ visit: (Found) -> Void
  ) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      return visit(.problem(.unreadable(file: visible(path), reason: ReportFile.reason(errno))))
    }
    if status.st_mode & S_IFMT == S_IFLNK {
      guard let target = FileWalker.real(path) else {
        return visit(
          .problem(
            .unreadable(
              file: visible(path), reason: "its link leads " + (errno == ELOOP ? "in a circle" : "nowhere"))))
      }
      guard target.hasPrefix(root + "/") || target == root else {
        return visit(.problem(.notAFile(file: visible(path), what: "a link that leaves the folder")))
      }
      guard stat(path, &status) == 0 else { return }
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: folder(path, root: root, trail: trail, visit)
    case S_IFREG: visit(.file(path: path, name: name))
    default: visit(.problem(.notAFile(file: visible(path), what: FileWalker.what(status.st_mode))))
    }
  }

  static func what(_ mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    default: "something special"
    }
  }

  static func baseName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Names in a folder, sorted, hidden ones left out; nil when it cannot be opened.
  private static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          String(validatingCString: $0) ?? String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func standardInputPaths() -> [String] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    let separator: UInt8 = bytes.contains(0) ? 0 : 10
    return bytes.split(separator: separator).map { String(decoding: $0, as: UTF8.self) }.filter { $0 != "-" }
  }
}
