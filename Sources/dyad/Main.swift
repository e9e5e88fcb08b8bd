import ArgumentParser

/// The diplomatic record in a terminal.
@main
struct Dyad: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dyad",
    abstract: "Browse the record of bilateral events in the terminal.",
    discussion: """
      dyad               browses the archive, or the built-in sample when there is none
      dyad PATH...       browses reports (files or folders) without keeping them
      dyad import PATH.. keeps reports in the archive
      dyad corrections   prints what was corrected in the browser as JSON Lines
      dyad extract FILE. prints the events read out of reports as JSON Lines
      dyad score GOLD -  tells how they agree with lines a person wrote
      """,
    version: "0.1.0",
    subcommands: [
      BrowseCommand.self, ImportCommand.self, ExtractCommand.self, ScoreCommand.self, CorrectionsCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self)
}
