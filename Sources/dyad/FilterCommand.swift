import ArgumentParser
import Asking

/// How filters are written, and how one is read.
struct FilterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter", abstract: "Print a filter as it is read; its help tells how one is written.",
    discussion: FilterLanguage.guide + "\n\n" + FilterLanguage.grammar)

  @Argument(parsing: .allUnrecognized, help: "A filter.")
  var filter: [String] = []

  mutating func run() throws {
    var arguments = FilterArguments()
    arguments.filter = filter
    arguments.reports = false
    say(try arguments.read().text)
  }
}
