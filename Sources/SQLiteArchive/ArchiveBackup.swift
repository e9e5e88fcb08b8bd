import Archive
import GRDB
import Glibc

/// A copy of an archive into a new file.
struct ArchiveBackup {
  let path: String
  /// Of this copy alone: two at once to one name must not write into each other's.
  private let unfinished: String

  init(path: String) {
    self.path = path
    unfinished = "\(path).unfinished-\(getpid())-\(UInt32.random(in: 0 ... .max))"
  }

  /// Reads one committed state, so others may write meanwhile; the name is taken only once the copy is whole.
  func write(from db: Database) throws {
    guard access(path, F_OK) != 0 else { throw ArchiveProblem.alreadyThere(file: path) }
    let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw ArchiveProblem.cannotOpen(file: path, reason: String(cString: strerror(errno)))
    }
    defer {
      close(descriptor)
      remove(unfinished)
    }
    do {
      try db.execute(sql: "vacuum into ?", arguments: [unfinished])
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_FULL || (error.resultCode == .SQLITE_IOERR && hasNoSpace)
    {
      throw ArchiveProblem.noSpaceForCopy(file: path)
    }
    // The copy is an archive of its own.
    try DatabaseQueue(path: unfinished).inDatabase { try ArchiveIdentity.mark($0) }
    guard fsync(descriptor) == 0, ArchiveFile(path: unfinished).take(path) == 0 else {
      if errno == EEXIST { throw ArchiveProblem.alreadyThere(file: path) }
      if errno == ENOSPC { throw ArchiveProblem.noSpaceForCopy(file: path) }
      throw ArchiveProblem.cannotOpen(file: path, reason: String(cString: strerror(errno)))
    }
  }

  /// The copy so far, and what SQLite lays beside it.
  private func remove(_ file: String) {
    for side in ["", "-journal", "-wal", "-shm"] { unlink(file + side) }
  }

  /// Less than 1 MiB left where the copy is written.
  private var hasNoSpace: Bool {
    var status = statvfs()
    guard statvfs(unfinished, &status) == 0 else { return false }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize) < 1 << 20
  }
}
