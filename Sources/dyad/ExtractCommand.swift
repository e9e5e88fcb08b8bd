import ArgumentParser
import Program
import Reading

/// Prints what was read out of each file as one line of JSON.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the events read out of reports as JSON Lines, one object per file.")

  @Argument(help: "Report files, or folders of them; - reads a list of paths from standard input.")
  var paths: [String]

  mutating func run() throws {
    var isWhole = true
    Importer.read(paths: paths) { item in
      switch item {
      case .article(let article):
        say(extractionLine(source: article.source, article: article, events: events(in: article)))
      case .problem(let sentence):
        isWhole = false
        complain(sentence)
      }
    }
    if !isWhole { throw ExitCode(1) }
  }
}
