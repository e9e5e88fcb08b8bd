import Archive
import GRDB
import Glibc

/// A copy of an archive into a new file.
struct ArchiveBackup {
  let path: String

  /// Reads one committed state, so others may write meanwhile; the name is taken only once the copy is whole.
  func write(from db: Database) throws {
    let unfinished = path + ".unfinished"
    guard access(path, F_OK) != 0 else { throw ArchiveProblem.alreadyThere(file: path) }
    unlink(unfinished)
    let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw ArchiveProblem.cannotOpen(file: path, reason: String(cString: strerror(errno)))
    }
    defer {
      close(descriptor)
      unlink(unfinished)
    }
    try db.execute(sql: "vacuum into ?", arguments: [unfinished])
    guard fsync(descriptor) == 0, link(unfinished, path) == 0 else {
      throw ArchiveProblem.cannotOpen(file: path, reason: String(cString: strerror(errno)))
    }
  }
}
