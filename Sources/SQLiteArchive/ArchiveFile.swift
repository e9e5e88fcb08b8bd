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

  /// Where the file may not be written, it is opened for reading alone.
  func open(mayWrite: Bool) throws(ArchiveProblem) -> any DatabaseWriter {
    try create()
    if !mayWrite { return try guarding { try forReading() } }
    var configuration = Configuration()
    configuration.busyMode = .timeout(ArchiveFile.patience)
    // One for each lane of questions, and some for what is asked beside them.
    configuration.maximumReaderCount = 8
    configuration.prepareDatabase { db in
      // Half as much lost at the end of pages; only a new file takes it.
      try db.execute(sql: "pragma page_size = 8192")
    }
    let settings = configuration
    return try guarding { try patiently { try pool(settings) } }
  }

  /// Whether this process may write the file and its log; true while there is none.
  var isWritable: Bool {
    if access(path, W_OK) != 0 { return errno == ENOENT }
    return access(folder, W_OK) == 0 || access(path + "-wal", W_OK) == 0
  }

  var folder: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Gives the file another name that nobody has yet; -1 with `errno` where that cannot be, `EEXIST` where somebody has
  /// it. Not every file system can give a file two names, as those of memory sticks.
  func take(_ name: String) -> Int32 {
    if link(path, name) == 0 { return 0 }
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { return -1 }
    if access(name, F_OK) == 0 {
      errno = EEXIST
      return -1
    }
    return rename(path, name)
  }

  /// The log of an archive lies beside it. Where no such file may be made and there is none, nobody is writing: the file
  /// is read as it stands.
  private func forReading() throws -> any DatabaseWriter {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(ArchiveFile.patience)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { db in try Int.fetchOne(db, sql: "pragma schema_version") }
      return queue
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      && access(path + "-wal", F_OK) != 0
    {
      return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
    }
  }

  /// The path as a part of a URI.
  private var escaped: String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.map { byte in
      "/-._~".utf8.contains(byte) || (byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter)
        || (48...57).contains(byte)
        ? String(Unicode.Scalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
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

  /// Makes the archive whole under another name before it takes its own, so that an empty file is never one of ours.
  private func create() throws(ArchiveProblem) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { throw cannotOpen("it is not a file") }
      guard status.st_size > 0 || access(path + "-wal", F_OK) == 0 else {
        throw cannotOpen("the file is empty")
      }
      return
    }
    if errno != ENOENT { throw cannotOpen(String(cString: strerror(errno))) }
    makeFolders()
    try NewArchiveFile(path: path).make(self)
  }

  private func makeFolders() {
    var folder = ""
    for name in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += name + "/"
      mkdir(folder, 0o700)
    }
  }

  func cannotOpen(_ reason: String) -> ArchiveProblem { .cannotOpen(file: path, reason: reason) }

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

  func problem(_ error: DatabaseError) -> ArchiveProblem {
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
