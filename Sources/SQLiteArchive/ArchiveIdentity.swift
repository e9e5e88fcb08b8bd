import GRDB
import GRDBSQLite
import Glibc

/// Which file an archive was opened on, so that another one laid in its place, or written over it, is noticed: by the
/// number of the file, and by a mark that each archive gets at random when it is made.
struct ArchiveIdentity: Sendable {
  private let path: String
  private let device: dev_t
  private let number: ino_t
  /// As the first page of the file has it, and as the log may have changed it.
  private let marks: Set<Int64>

  /// Nil where there is no file to look at.
  init?(_ path: String, _ db: Database) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.path = path
    device = status.st_dev
    number = status.st_ino
    let mark = try Int64.fetchOne(db, sql: "pragma user_version")
    marks = Set([mark, ArchiveIdentity.markOnDisk(db)].compactMap(\.self))
  }

  /// Gives an archive its mark.
  static func mark(_ db: Database) throws {
    try db.execute(sql: "pragma user_version = \(Int32.random(in: 1...Int32.max))")
  }

  /// Whether the name leads to another file now, or to none.
  var hasLostItsName: Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return errno == ENOENT }
    return status.st_dev != device || status.st_ino != number
  }

  /// Whether another archive was written over the file.
  func isOverwritten(_ db: Database) -> Bool {
    ArchiveIdentity.markOnDisk(db).map { !marks.contains($0) } ?? false
  }

  /// Read through SQLite's own descriptor: closing another one would take its locks away.
  private static func markOnDisk(_ db: Database) -> Int64? {
    var pointer: UnsafeMutablePointer<sqlite3_file>?
    guard let connection = db.sqliteConnection,
      sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &pointer) == SQLITE_OK, let pointer,
      let read = pointer.pointee.pMethods?.pointee.xRead
    else { return nil }
    var bytes: [UInt8] = [0, 0, 0, 0]
    // Where the header of a database has its user version.
    guard read(pointer, &bytes, 4, 60) == SQLITE_OK else { return nil }
    return Int64(Int32(bitPattern: bytes.reduce(0) { $0 << 8 | UInt32($1) }))
  }
}
