import Archive
import GRDB
import GRDBSQLite

/// A prepared statement without boxed values, for rows read or written by the thousand.
final class BulkStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    self.connection = connection
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw BulkStatement.error(connection, code) }
    statement = prepared
  }

  deinit { sqlite3_finalize(statement) }

  func bind(_ place: Int32, _ number: Int64) { sqlite3_bind_int64(statement, place, number) }

  func bind(_ place: Int32, _ number: Int64?) {
    if let number { bind(place, number) } else { sqlite3_bind_null(statement, place) }
  }

  /// Bound as `StoredText` has it: as a blob where a NUL would end it early.
  func bind(_ place: Int32, _ text: String?) {
    guard var text else {
      sqlite3_bind_null(statement, place)
      return
    }
    text.withUTF8 { bytes in
      if bytes.contains(0) {
        sqlite3_bind_blob(statement, place, bytes.baseAddress, Int32(bytes.count), BulkStatement.copied)
      } else {
        let start = bytes.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) }
        sqlite3_bind_text(
          statement, place, start ?? BulkStatement.nothing, Int32(bytes.count), BulkStatement.copied)
      }
    }
  }

  func bind(_ place: Int32, _ bytes: some Collection<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { bytes in
      // An empty array may have no address, and none would mean null.
      let start = bytes.baseAddress.map { UnsafeRawPointer($0) } ?? UnsafeRawPointer(BulkStatement.nothing)
      sqlite3_bind_blob(statement, place, start, Int32(bytes.count), BulkStatement.copied)
    }
    if done == nil { bind(place, Array(bytes)) }
  }

  /// Runs a statement that answers no rows; answers how many rows it changed.
  @discardableResult func run() throws -> Int {
    defer { sqlite3_reset(statement) }
    let code = sqlite3_step(statement)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw BulkStatement.error(connection, code) }
    return Int(sqlite3_changes(connection))
  }

  /// Visits each row; columns are read through the statement itself.
  func eachRow(_ visit: (BulkStatement) throws -> Void) throws {
    try rows(while: { row in
      try visit(row)
      return true
    })
  }

  /// Visits rows until the visitor says false.
  func rows(while visit: (BulkStatement) throws -> Bool) throws {
    // SQLite itself ends only a statement that is just running.
    if Question.current?.isWithdrawn == true { throw ArchiveProblem.withdrawn }
    defer { sqlite3_reset(statement) }
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw BulkStatement.error(connection, code) }
      guard try visit(self) else { return }
    }
  }

  /// The first column of the first row; nil without one or where it is null.
  func number() throws -> Int64? {
    defer { sqlite3_reset(statement) }
    let code = sqlite3_step(statement)
    if code == SQLITE_DONE { return nil }
    guard code == SQLITE_ROW else { throw BulkStatement.error(connection, code) }
    return sqlite3_column_type(statement, 0) == SQLITE_NULL ? nil : number(at: 0)
  }

  func isNull(at column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  func number(at column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// Text or blob as text.
  func text(at column: Int32) -> String { String(decoding: bytes(at: column), as: UTF8.self) }

  /// Valid until the next row.
  func bytes(at column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  nonisolated(unsafe) private static let nothing: UnsafePointer<CChar> = {
    let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    byte.initialize(to: 0)
    return UnsafePointer(byte)
  }()

  private static func error(_ connection: OpaquePointer, _ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: sqlite3_errmsg(connection).map { String(cString: $0) })
  }
}
