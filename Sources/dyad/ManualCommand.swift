import ArgumentParser
import Asking
import Commands
import Diplomacy
import Exporting
import Program

/// The manual page, made from the same lists as the program.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, for man.",
    discussion: "dyad manual > ~/.local/share/man/man1/dyad.1 puts it where man looks.")

  mutating func run() throws {
    var page = ManualPage(
      name: "dyad", section: 1, day: PartialDate(.today()).iso, version: Dyad.configuration.version)
    page.add("NAME", [.paragraph("dyad - the diplomatic record in a terminal")])
    page.add("SYNOPSIS", [.verbatim("dyad [PATH...]\ndyad COMMAND [ARGUMENTS]")])
    page.add("DESCRIPTION", ManualCommand.description.map { .paragraph($0) })
    page.add("COMMANDS", ManualCommand.commands)
    page.add("FILTERS", [.verbatim(FilterLanguage.guide), .verbatim(FilterLanguage.grammar)])
    page.add("KEYS", ManualCommand.keys)
    page.add("FILES", FilesCommand.files(.ofThisProcess()).map { .term($0.pattern, $0.meaning) })
    page.add("ENVIRONMENT", ManualCommand.environment.map { .term($0.0, $0.1) })
    page.add("EXIT STATUS", Ending.meanings.map { .term("\($0.0)", $0.1) })
    var output = Output()
    _ = output.write(page.text)
    output.flush()
  }

  private static let description = [
    Dyad.configuration.abstract,
    "News reports of bilateral events go in, in Vietnamese or English; out comes a timeline to browse with the "
      + "keyboard, the full report beside it. Without arguments the archive is browsed, or the built-in sample while "
      + "there is none; with paths, the reports there, without keeping them.",
  ]

  private static var commands: [ManualPage.Block] {
    Dyad.configuration.subcommands.flatMap { command -> [ManualPage.Block] in
      [
        .subheading("dyad " + (command.configuration.commandName ?? "")),
        .verbatim(Dyad.helpMessage(for: command, columns: 78)),
      ]
    }
  }

  private static var keys: [ManualPage.Block] {
    CommandGroup.allCases.flatMap { group -> [ManualPage.Block] in
      let rows = CommandTable.rows.filter { $0.group == group }
      return [.subheading(group.rawValue)]
        + rows.map { .term(KeysCommand.keys(of: $0.command, in: .defaults), $0.help) }
    }
  }

  private static let environment = [
    ("NO_COLOR", "Not empty: attributes alone, no colour."),
    ("PAGER", "The program that E opens a report in; less where it is not set."),
    ("TERM", "The terminal."),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "Where the files below lie."),
  ]
}
