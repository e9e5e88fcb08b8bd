import GRDB

/// The version of each rule by which rows were derived, and how many commits there were.
struct Upkeep {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func version(of name: String) throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(sql: "select version from upkeep where name = ?"), arguments: [name])
  }

  func set(_ name: String, _ version: Int) throws {
    try db.execute(
      sql: "insert or replace into upkeep(name, version) values (?, ?)", arguments: [name, version])
  }

  /// Grows with every commit; the same number means the same rows.
  func commits() throws -> Int { try version(of: "commits") ?? 0 }
}
