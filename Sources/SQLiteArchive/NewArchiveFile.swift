import Archive
import GRDB
import Glibc

/// The making of an archive where there is none. Another process that makes the same one at the same time is not
/// overwritten: who comes first gives the file its name.
struct NewArchiveFile {
  let path: String
  /// A process that died left its unfinished file; its number tells. Threads of one process have files of their own.
  private let unfinished: String

  init(path: String) {
    self.path = path
    unfinished = "\(path).unfinished-\(getpid())-\(UInt32.random(in: 0 ... .max))"
  }

  private static let sides = ["", "-wal", "-shm", "-journal"]

  func make(_ file: ArchiveFile) throws(ArchiveProblem) {
    clean()
    // SQLite gives its side files the mode of the file itself, so it is made here, before SQLite sees it.
    let descriptor = Glibc.open(unfinished, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw file.cannotOpen(String(cString: strerror(errno))) }
    close(descriptor)
    defer { remove(unfinished) }
    try file.guarding {
      var configuration = Configuration()
      configuration.prepareDatabase { db in
        // Half as much lost at the end of pages; only a new file takes it.
        try db.execute(sql: "pragma page_size = 8192")
      }
      // Without a log: what a commit answers is in the file itself, or the disk was full and it throws. A log would be
      // written back when it is closed, where nobody hears of a full disk.
      let queue = try DatabaseQueue(path: unfinished, configuration: configuration)
      _ = try Schema.prepare(queue) { _ in }
      try queue.close()
    }
    if ArchiveFile(path: unfinished).take(path) != 0, errno != EEXIST {
      throw file.cannotOpen(String(cString: strerror(errno)))
    }
    syncFolder()
  }

  private var folder: String { ArchiveFile(path: path).folder }

  /// The name survives a power cut as the rows do.
  private func syncFolder() {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
  }

  private func remove(_ file: String) { for side in NewArchiveFile.sides { unlink(file + side) } }

  /// Takes away what processes left that are gone.
  private func clean() {
    guard let entries = opendir(folder) else { return }
    defer { closedir(entries) }
    let start = (path.split(separator: "/").last.map(String.init) ?? path) + ".unfinished-"
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), let process = pid_t(name.dropFirst(start.count).prefix { $0 != "-" }),
        process != getpid(),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      remove(folder + "/" + name)
    }
  }
}
