import ArgumentParser

/// The diplomatic record in a terminal.
@main
struct Dyad: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dyad",
    abstract: "Browse the record of bilateral events in the terminal.",
    discussion: """
      dyad                 browses the archive, or the built-in sample when there is none
      dyad PATH...         browses reports (files or folders) without keeping them
      dyad import PATH..   keeps reports in the archive
      dyad watch FOLDER    keeps what a folder has and whatever appears in it
      dyad list FILTER     lists events; show, search, count and export take a filter too
      dyad help filter     tells how a filter is written: country:KR kind:visit -date:2024
      dyad brief VN-KR     prints the skeleton of a brief: last met, since then, promised
      dyad check           tells whether the archive is whole; rebuild, backup FILE
      dyad keys            prints every key; files, manual, completions SHELL
      dyad corrections     prints what was corrected in the browser as JSON Lines
      dyad notes export    prints what was read, marked, tagged, noted and judged as JSON Lines
      dyad extract FILE..  prints the events read out of reports as JSON Lines; --explain tells why
      dyad score GOLD -    tells how they agree with lines a person wrote

      Exit status: 0 done or found, 1 something was wrong with an input or the archive, 2 usage or a mistake in the
      filter, 3 nothing found, 130 an import stopped by Ctrl-C.
      """,
    version: "0.1.0",
    subcommands: [
      BrowseCommand.self, ImportCommand.self, WatchCommand.self, ListCommand.self, ShowCommand.self,
      SearchCommand.self,
      CountCommand.self, ExportCommand.self, BriefCommand.self, FilterCommand.self, CheckCommand.self,
      RebuildCommand.self, BackupCommand.self, ExtractCommand.self, ScoreCommand.self,
      CorrectionsCommand.self, NotesCommand.self, KeysCommand.self, FilesCommand.self, ManualCommand.self,
      CompletionsCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self)

  /// A mistake in the arguments ends with 2, as a mistake in a filter does.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      if code == .success {
        // Help and version go the way of all that is printed.
        say(fullMessage(for: error))
        exit(withError: ExitCode.success)
      }
      guard code == .validationFailure else { exit(withError: error) }
      for line in fullMessage(for: error).split(separator: "\n") { note(String(line)) }
      exit(withError: Ending.usage)
    }
  }
}
