import Glibc
import Model
import TOMLKit
import Text

/// The reader's macros: `macros.toml` in the config folder, a line each: the letter of the macro, and its steps in
/// order, commands by name and typed text behind an apostrophe.
package struct MacroShelf: Sendable {
  private let lines: ConfigLines
  private static let heading = """
    # Macros of dyad, a line each: a = ["choose-country", "'korea", "accept"]
    # The names of commands are those of the palette; what is typed stands behind an apostrophe.

    """

  package init(folders: DataFolders) {
    lines = ConfigLines(file: folders.macros, folder: folders.config, heading: MacroShelf.heading)
  }

  /// Nil where there is no macro of that name.
  package func macro(_ name: Character) throws(ConfigProblem) -> [Step]? {
    guard access(lines.file, F_OK) == 0 else { return nil }
    guard let text = TextFile.text(at: lines.file), let table = try? TOMLTable(string: text) else {
      throw ConfigProblem(sentence: "\(visible(lines.file)) is not TOML; no macro is taken from it.")
    }
    guard let value = table[String(name)] else { return nil }
    guard let words = value.array.map({ $0.map { $0.string ?? "" } }) else {
      throw ConfigProblem(
        sentence: "\(visible(lines.file)): \(name) needs a list of steps, as in [\"slot-1\", \"accept\"].")
    }
    var steps: [Step] = []
    for word in words {
      guard let step = Step(word) else {
        throw ConfigProblem(
          sentence: "\(visible(lines.file)): \(visible(word)) in macro \(name) is no command; ; lists them.")
      }
      steps.append(step)
    }
    return steps
  }

  package func save(_ name: Character, _ steps: [Step]) throws(ConfigProblem) {
    let words = steps.map { ConfigLines.quoted($0.word) }
    _ = try lines.put(String(name), "[" + words.joined(separator: ", ") + "]")
  }
}
