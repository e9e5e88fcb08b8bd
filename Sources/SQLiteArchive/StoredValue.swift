import Diplomacy
import Foundation
import GRDB

/// A row of a table; `Row` alone is a line of the screen.
typealias StoredRow = GRDB.Row

extension StoredRow {
  /// The bytes of a column that may hold anything in a damaged file.
  func bytes(_ column: String) throws -> [UInt8] {
    guard let data = Data.fromDatabaseValue(self[column]) else {
      throw DamagedRow(what: "the bytes of \(column)")
    }
    return Array(data)
  }
}

/// Text as a column holds it: text, or its bytes as a blob where a NUL in it would end it early.
enum StoredText {
  static func write(_ text: String) -> DatabaseValue {
    if text.utf8.contains(0) { return Array(text.utf8).withUnsafeBytes { Data($0) }.databaseValue }
    return text.databaseValue
  }

  static func read(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .string(let text): text
    case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
    case .null, .int64, .double: ""
    }
  }
}

/// A date as a column holds it: ISO 8601, as exact as it is known.
enum StoredDate {
  static func read(_ iso: String?) throws -> PartialDate? {
    guard let iso else { return nil }
    guard let date = PartialDate(iso: iso) else { throw DamagedRow(what: "the date \(iso)") }
    return date
  }
}
