import ArgumentParser
import Commands
import Program
import Screen
import Text

/// The keys as they are now, the reader's own among them.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print every command of the browser with its keys.",
    discussion:
      "The keys are those of this moment, your keys.toml among them; ? in the browser shows them too.")

  mutating func run() throws {
    let folders = DataFolders.ofThisProcess()
    let file = TextFile.text(at: folders.keys).map { KeymapFile(toml: $0, file: folders.keys) }
    for sentence in file?.complaints ?? [] { complain(sentence.english) }
    var output = Output()
    defer { output.flush() }
    for group in CommandGroup.allCases {
      guard output.write(group.rawValue + "\n") else { return }
      for row in CommandTable.rows where row.group == group {
        let keys = KeysCommand.keys(of: row.command, in: file?.keymap ?? .defaults)
        let line = "  " + padded(keys, 22) + " " + padded(row.command.rawValue, 20) + " " + row.help
        guard output.write(line + "\n") else { return }
      }
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - cellWidth(text)))
  }

  /// All keys of a command, or its name on the command line where it has none.
  static func keys(of command: Command, in keymap: Keymap) -> String {
    var names: [String] = []
    for context in KeyContext.allCases {
      for key in keymap.keys(for: command, in: context) where !names.contains(key.name) {
        names.append(key.name)
      }
    }
    return names.isEmpty ? ":" + command.rawValue : names.joined(separator: " ")
  }
}
