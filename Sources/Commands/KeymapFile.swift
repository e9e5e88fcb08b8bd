import Screen
import TOMLKit
import Text

/// The user's `keys.toml`: a table per context, `command-name = ["key", ...]` in it; an empty list takes a command's
/// keys away. The user's keys win over the defaults.
package struct KeymapFile: Sendable {
  package let keymap: Keymap
  /// One plain sentence per line that could not be obeyed.
  package let complaints: [Phrase]

  /// A text that is not TOML leaves the defaults and says so.
  package init(toml: String, file: String) {
    var keymap = Keymap.defaults
    var complaints: [Phrase] = []
    do {
      let table = try TOMLTable(string: toml)
      for name in table.keys.sorted() {
        guard let context = KeyContext(rawValue: name), let section = table[name]?.table else {
          complaints.append(
            "\(file): [\(name)] is no context; use common, timeline, detail, view, compare, why, picker, prompt or naming."
          )
          continue
        }
        complaints += KeymapFile.apply(section, context, &keymap, file)
      }
      complaints += KeymapFile.shadows(keymap, file)
    } catch let error as TOMLParseError {
      complaints = ["\(file), line \(error.source.begin.line): not TOML; the default keys are used."]
    } catch {
      complaints = ["\(file): not TOML; the default keys are used."]
    }
    self.keymap = keymap
    self.complaints = complaints
  }

  private static func apply(
    _ section: TOMLTable, _ context: KeyContext, _ keymap: inout Keymap, _ file: String
  ) -> [Phrase] {
    var complaints: [Phrase] = []
    var taken: [KeyPress: Command] = [:]
    let before = keymap.bindings[context] ?? [:]
    for name in section.keys.sorted() {
      guard let command = Command(rawValue: name) else {
        let near = nearestName(to: name, among: Command.allCases.map(\.rawValue))
        complaints.append(
          near.map { "\(file): \(name) is no command; \($0) is." }
            ?? "\(file): \(name) is no command; ; lists them all.")
        continue
      }
      let listed = section[name]?.array.map { array in array.compactMap { $0.string } }
      guard let names = listed ?? section[name]?.string.map({ [$0] }) else {
        complaints.append("\(file): \(name) needs a key or a list of keys in quotes.")
        continue
      }
      keymap.unbind(command, in: context)
      for keyName in names {
        guard let key = KeyPress(name: keyName) else {
          complaints.append(
            "\(file): \(keyName) of \(name) is no key; write x, Ctrl-X, Alt-x, F1, Space or Enter.")
          continue
        }
        if let other = taken[key], other != command {
          complaints.append(
            "\(file): \(keyName) is given to \(other.rawValue) and to \(name); \(name) has it now.")
        }
        taken[key] = command
        keymap.bind(key, to: command, in: context)
      }
    }
    return complaints + losses(before, taken, section, file)
  }

  /// Commands that lost a default key to another one and that the file itself gives nothing, not even `[]`.
  private static func losses(
    _ before: [KeyPress: Command], _ taken: [KeyPress: Command], _ section: TOMLTable, _ file: String
  ) -> [Phrase] {
    taken.compactMap { key, command in
      guard let loser = before[key], loser != command, section[loser.rawValue] == nil else { return nil }
      return "\(file): \(key.name) means \(command.rawValue) now and no longer \(loser.rawValue)."
    }.sorted { $0.english < $1.english }
  }

  /// A key of a pane that hides a common one of another meaning.
  private static func shadows(_ keymap: Keymap, _ file: String) -> [Phrase] {
    [KeyContext.timeline, .detail, .view, .compare].flatMap { context in
      (keymap.bindings[context] ?? [:]).compactMap { key, command in
        guard let common = keymap.bindings[.common]?[key], common != command,
          // What the defaults hide is meant so.
          Keymap.defaults.bindings[context]?[key] != command
        else { return nil }
        return
          "\(file): \(key.name) means \(command.rawValue) in \(context.rawValue) and hides \(common.rawValue)."
      }.sorted { $0.english < $1.english }
    }
  }
}
