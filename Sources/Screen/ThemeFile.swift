import TOMLKit
import Text

/// A theme file that cannot be used; one sentence with file, place and remedy.
package struct ThemeProblem: Error, Hashable, Sendable {
  package let phrase: Phrase
  package init(sentence phrase: Phrase) { self.phrase = phrase }
  package var sentence: String { phrase.english }
}

extension Theme {
  /// Reads a theme: `name`, an optional `background = "#rrggbb"`, a table `[roles]` with a line per role such as
  /// `heading = { colour = "#87afff", bold = true }`, and `[selected]` and `[match]`, which lie over the roles.
  package init(toml: String, file: String) throws(ThemeProblem) {
    let table: TOMLTable
    do { table = try TOMLTable(string: toml) } catch {
      throw ThemeProblem(sentence: "The theme \(file) is not TOML.")
    }
    guard let rows = table["roles"]?.table else {
      throw ThemeProblem(sentence: "The theme \(file) has no [roles].")
    }
    var roles: [StyleRole: Look] = [:]
    for key in rows.keys.sorted() {
      guard let role = StyleRole(rawValue: key) else {
        throw ThemeProblem(sentence: "The theme \(file) has an unknown role \(key) in [roles].")
      }
      roles[role] = try Look(rows[key]?.table, key: key, file: file)
    }
    // A reader's own theme may be older than these roles.
    if roles[.evidence] == nil { roles[.evidence] = Look(isReversed: true) }
    if roles[.dropped] == nil { roles[.dropped] = Look(isUnderlined: true) }
    if roles[.added] == nil { roles[.added] = Look(isBold: true) }
    if roles[.figure] == nil { roles[.figure] = Look(isBold: true, isUnderlined: true) }
    let missing = StyleRole.allCases.filter { roles[$0] == nil }.map(\.rawValue)
    guard missing.isEmpty else {
      let listed = missing.joined(separator: ", ")
      throw ThemeProblem(sentence: "The theme \(file) lacks \(listed) in [roles].")
    }
    self.init(
      name: table["name"]?.string ?? file,
      background: try Look.colour(table["background"]?.string, key: "background", file: file), roles: roles,
      selected: try Look(table["selected"]?.table, key: "selected", file: file),
      match: try Look(table["match"]?.table, key: "match", file: file))
  }
}

extension Theme.Look {
  fileprivate init(_ table: TOMLTable?, key: String, file: String) throws(ThemeProblem) {
    guard let table else {
      throw ThemeProblem(sentence: "The theme \(file) needs a table { ... } for \(key).")
    }
    for name in table.keys.sorted() {
      let flag = table[name]?.bool
      switch name {
      case "colour": colour = try Self.colour(table[name]?.string ?? "", key: key, file: file)
      case "background": background = try Self.colour(table[name]?.string ?? "", key: key, file: file)
      case "bold": isBold = flag ?? false
      case "dim": isDim = flag ?? false
      case "italic": isItalic = flag ?? false
      case "underline": isUnderlined = flag ?? false
      case "reverse": isReversed = flag ?? false
      default: throw ThemeProblem(sentence: "The theme \(file) has an unknown word \(name) at \(key).")
      }
    }
  }

  fileprivate static func colour(_ hex: String?, key: String, file: String) throws(ThemeProblem) -> RGB? {
    guard let hex else { return nil }
    guard let colour = RGB(hex: hex) else {
      throw ThemeProblem(sentence: "The theme \(file) has \(hex) at \(key); a colour is written #rrggbb.")
    }
    return colour
  }
}
