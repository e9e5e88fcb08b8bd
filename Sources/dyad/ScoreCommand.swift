import ArgumentParser
import Program
import Reading
import Scoring

/// Holds the events read out of reports against those a person wrote down.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Compare the lines of dyad extract with gold lines: precision, recall and F1 of every field.")

  @Argument(help: "The lines a person wrote, in the form dyad extract prints; - reads standard input.")
  var gold: String

  @Argument(help: "The lines to be scored; articles are paired by the base name of their source.")
  var predictions: String

  @Flag(help: "Then print every difference: source, line of the table, what differs.")
  var errors = false

  @Flag(help: "Print the table as one JSON object.")
  var json = false

  mutating func run() throws {
    let goldPath = gold
    guard let gold = annotations(goldPath), let predictions = annotations(predictions) else {
      throw ExitCode(1)
    }
    if gold.articles.isEmpty {
      complain("\(goldPath) has no article to compare with; give the gold lines first, then the predictions.")
      throw ExitCode(1)
    }
    let table = ScoreTable(gold: gold.articles, predictions: predictions.articles)
    if table.strangers > 0 {
      note("\(table.strangers) predicted article(s) are not in gold and were left out")
    }
    let report = ScoreReport(table)
    for line in json ? [report.json] : report.lines { say(line) }
    if errors { for line in report.differences where !say(line) { break } }
    if !(gold.complaints + predictions.complaints).isEmpty { throw ExitCode(1) }
  }

  /// Nil, and a complaint, for a file that cannot be read.
  private func annotations(_ path: String) -> AnnotationFile? {
    do throws(ReadingProblem) {
      let input = try TextInput(path: path)
      let file = AnnotationFile(input.text, name: input.name)
      for complaint in file.complaints { complain(complaint) }
      return file
    } catch {
      complain(error.sentence)
      return nil
    }
  }
}
