import Archive
import GRDB
import Glibc

/// A stored row that cannot be what dyad wrote.
struct DamagedRow: Error { let what: String }

/// Where an archive lies: makes its file, opens it, and puts what goes wrong into sentences.
struct ArchiveFile: Sendable {
  /// Seconds to wait for another writer.
  static let patience = 15.0

  let path: String

  func open() throws(ArchiveProblem) -> any DatabaseWriter {
    try create()
    var configuration = Configuration()
    configuration.busyMode = .timeout(ArchiveFile.patience)
    configuration.prepareDatabase { db in
      // Half as much lost at the end of pages; only a new file takes it.
      try db.execute(sql: "pragma page_size = 8192")
    }
    let settings = configuration
    return try guarding { try patiently { try pool(settings) } }
  }

  private func pool(_ configuration: Configuration) throws -> DatabasePool {
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { db in
      // Debian's SQLite overwrites all it deletes; the index deletes whenever it merges.
      try db.execute(
        sql: """
          pragma synchronous = full; pragma cache_size = -32000; pragma secure_delete = off;
          pragma wal_autocheckpoint = 4000;
          """)
    }
    return pool
  }

  /// Tries again while another process holds the file in a way that SQLite itself does not wait for, such as while
  /// a new archive gets its log.
  func patiently<Answer>(_ work: () throws -> Answer) throws -> Answer {
    let deadline = ContinuousClock.now + .seconds(ArchiveFile.patience)
    while true {
      do {
        return try work()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        guard ContinuousClock.now < deadline else { throw error }
        usleep(20_000)
      }
    }
  }

  /// SQLite gives its side files the mode of the file itself, so it is made here, before SQLite sees it.
  private func create() throws(ArchiveProblem) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { throw cannotOpen("it is not a file") }
      return
    }
    if errno != ENOENT { throw cannotOpen(String(cString: strerror(errno))) }
    makeFolders()
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw cannotOpen(String(cString: strerror(errno))) }
    close(descriptor)
  }

  private func makeFolders() {
    var folder = ""
    for name in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += name + "/"
      mkdir(folder, 0o700)
    }
  }

  private func cannotOpen(_ reason: String) -> ArchiveProblem { .cannotOpen(file: path, reason: reason) }

  /// Runs work on the database; every error leaves as an `ArchiveProblem`.
  func guarding<Answer>(_ work: () throws -> Answer) throws(ArchiveProblem) -> Answer {
    do {
      return try work()
    } catch let problem as ArchiveProblem {
      throw problem
    } catch let error as DatabaseError {
      throw self.problem(error)
    } catch let row as DamagedRow {
      throw .damaged(file: path, reason: row.what)
    } catch {
      throw .failed(file: path, reason: "\(error)")
    }
  }

  /// Long work on a connection of its own, so that nobody waits for it; an archive in memory has only the one.
  func withOwnConnection<Answer>(
    else memory: any DatabaseWriter, _ work: (Database) throws -> Answer
  ) throws -> Answer {
    guard memory is DatabasePool else { return try memory.writeWithoutTransaction(work) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(ArchiveFile.patience)
    return try DatabaseQueue(path: path, configuration: configuration).writeWithoutTransaction(work)
  }

  private func problem(_ error: DatabaseError) -> ArchiveProblem {
    let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL: return .full(file: path)
    // A full disk shows as an I/O error in WAL mode.
    case .SQLITE_IOERR where hasNoSpace: return .full(file: path)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: return .damaged(file: path, reason: reason)
    case .SQLITE_READONLY: return .readOnly(file: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: return cannotOpen(reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .failed(file: path, reason: "another dyad is writing to it")
    default: return .failed(file: path, reason: reason)
    }
  }

  /// Less than 1 MiB left where the file lies.
  private var hasNoSpace: Bool {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return false }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize) < 1 << 20
  }
}
