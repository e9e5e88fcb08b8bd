import ArgumentParser
import Diplomacy
import Program
import Text

/// Events whose reports have the words, with the place where they stand.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find words in reports, and show where they stand.",
    discussion: """
      dyad search tô lâm           both words, with any marks where none are typed
      dyad search '"tô lâm"'       the phrase
      dyad search điện đàm country:KR date:2026
      Exit status as of dyad list; dyad export prints the same events as JSON.
      """)

  @OptionGroup var asked: FilterArguments
  @OptionGroup var order: OrderArguments
  @Option(help: "Cells in a line.")
  var width = 100

  mutating func run() throws {
    let width = max(20, min(width, 1000))
    try asked.ask { archive, filter in
      guard !filter.searches.isEmpty else {
        complain("There are no words to search for; dyad list takes a filter without words.")
        throw Ending.usage
      }
      let phrases = filter.searches.compactMap { SearchPhrase($0) }
      var output = Output()
      defer { output.flush() }
      try order.visit(archive, filter) { row in
        var lines = [ListCommand.line(row)]
        for report in try record(row.id, archive)?.reports ?? [] {
          guard let told = try record(report.id, archive) else { continue }
          lines += Snippet.of(phrases, in: told.article, width: width - 4).map { "    " + $0.text }
        }
        return output.write(lines.joined(separator: "\n") + "\n")
      }
    }
  }
}
