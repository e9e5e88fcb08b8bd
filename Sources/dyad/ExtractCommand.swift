import ArgumentParser
import Program
import Reading
import Text

/// Prints what was read out of each file as one line of JSON, or why it was read so.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the events read out of reports as JSON Lines, one object per report.")

  @Argument(
    help:
      "Report files (also .jsonl, .csv, .gz, .zip, .tar) or folders; - reads a list of paths from standard input."
  )
  var paths: [String]

  @Flag(
    help: "Print as text, for each field, the words it rests on and the rule, and the acts that were weighed."
  )
  var explain = false

  mutating func run() throws {
    var isWhole = true
    Importer.read(paths: paths) { item in
      switch item {
      case .article(let article):
        if explain {
          for line in explanation(of: article).lines { say(visible(line)) }
        } else {
          say(extractionLine(source: article.source, article: article, events: events(in: article)))
        }
      case .fileRead, .bytes: break
      case .problem(let sentence, _):
        isWhole = false
        complain(sentence.english)
      }
    }
    if !isWhole { throw ExitCode(1) }
  }
}
