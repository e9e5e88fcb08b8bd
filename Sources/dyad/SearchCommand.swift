import ArgumentParser
import Diplomacy
import Exporting
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
      Exit status as of dyad list.
      """)

  @OptionGroup var asked: FilterArguments
  @OptionGroup var order: OrderArguments
  @Option(help: "Cells in a line.")
  var width = 100
  @Flag(help: "JSON Lines instead, as dyad list prints them, and the places as found.")
  var json = false

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
        guard let leading = try record(row.id, archive) else { return true }
        var found: [String] = []
        for report in leading.reports {
          guard let told = try record(report.id, archive) else { continue }
          found += Snippet.of(phrases, in: told.article, width: width - 4).map(\.text)
        }
        if json { return output.write(EventLine.text(leading, found: found) + "\n") }
        return output.write(
          ([ListCommand.line(row)] + found.map { "    " + $0 }).joined(separator: "\n") + "\n")
      }
    }
  }
}
