import Diplomacy
import GRDB
import Text

/// Why a key stands at a number, so that events and reports are counted from the same tables.
enum KeyRole: Int {
  /// Of the event itself, which stands alone or leads.
  case own
  /// Of a report that another one leads: it counts among reports only.
  case led
  /// What the leading report takes over from those it leads: it counts among events only.
  case inherited

  /// What holds of the keys that are counted in that way.
  static func condition(_ counting: Counting, _ alias: String) -> String {
    let role = counting == .events ? KeyRole.led : .inherited
    return "\(alias)role <> \(role.rawValue)"
  }
}

/// The values by which filters find an event: the rows of event_country, event_dyad and event_person.
struct EventKeys {
  private struct Key {
    let table: String
    let columns: [String]
    let values: [any DatabaseValueConvertible]
  }

  private let keys: [Key]

  init(_ event: Event) {
    let named = event.mentionedCountries.filter { !event.parties.contains($0) }
    let countries = event.parties.both.map { ($0, 1) } + named.map { ($0, 0) }
    keys =
      countries.map {
        Key(table: "event_country", columns: ["country", "party"], values: [$0.0.code, $0.1])
      } + [Key(table: "event_dyad", columns: ["dyad"], values: [event.parties.dyad.code])]
      + event.people.map {
        Key(
          table: "event_person", columns: ["name", "country"],
          values: [StoredText.write(normalized($0.name)), $0.country.code])
      }
  }

  /// A key that stands there already keeps its role.
  func add(to id: Int64, _ role: KeyRole, _ db: Database) throws {
    for key in keys {
      let marks = Array(repeating: "?, ", count: key.columns.count).joined()
      let sql =
        "insert or ignore into \(key.table)(\(key.columns.joined(separator: ", ")), id, role) values (\(marks)?, ?)"
      try db.cachedStatement(sql: sql)
        .execute(arguments: StatementArguments(key.values + [id, role.rawValue]))
    }
  }

  func change(at id: Int64, to role: KeyRole, _ db: Database) throws {
    for key in keys {
      try db.cachedStatement(sql: "update \(key.table) set role = ? where \(condition(key))")
        .execute(arguments: StatementArguments([role.rawValue] + key.values + [id]))
    }
  }

  /// Takes away the keys of that role.
  func remove(from id: Int64, _ role: KeyRole, _ db: Database) throws {
    for key in keys {
      try db.cachedStatement(sql: "delete from \(key.table) where \(condition(key)) and role = ?")
        .execute(arguments: StatementArguments(key.values + [id, role.rawValue]))
    }
  }

  private func condition(_ key: Key) -> String {
    (key.columns + ["id"]).map { $0 + " = ?" }.joined(separator: " and ")
  }
}
