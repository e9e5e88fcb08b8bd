import ArgumentParser
import Glibc
import Program

/// Where things lie.
struct FilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files", abstract: "Print where the archive and your own files lie.")

  struct Entry {
    /// With the variable of its folder.
    let pattern: String
    let path: String
    let meaning: String
  }

  static func files(_ folders: DataFolders) -> [Entry] {
    let config = "$XDG_CONFIG_HOME/dyad/"
    let state = "$XDG_STATE_HOME/dyad/"
    return [
      Entry(
        pattern: "$XDG_DATA_HOME/dyad/archive.sqlite", path: folders.archive,
        meaning: "The archive: reports, events, and what you made of them."),
      Entry(
        pattern: config + "settings.toml", path: folders.settings,
        meaning: "Settings: theme = \"day\", ascii = true, mouse = true."),
      Entry(pattern: config + "keys.toml", path: folders.keys, meaning: "Your own keys."),
      Entry(pattern: config + "macros.toml", path: folders.macros, meaning: "Macros, a line each."),
      Entry(pattern: config + "filters.toml", path: folders.filters, meaning: "Saved filters, a line each."),
      Entry(
        pattern: config + "themes/NAME.toml", path: folders.theme("NAME"), meaning: "Your own themes."),
      Entry(
        pattern: state + "session-NUMBER.toml", path: folders.session("NUMBER"),
        meaning: "Where you left an archive, a file each; dyad --fresh passes it by."),
      Entry(
        pattern: state + "desk.toml", path: folders.desk,
        meaning: "Countries pinned to slots, and what was typed in prompts."),
    ]
  }

  mutating func run() throws {
    for file in FilesCommand.files(.ofThisProcess()) {
      say(file.path + (access(file.path, F_OK) == 0 ? "" : "  (not there)"))
      say("    " + file.meaning)
    }
  }
}
