import Archive
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
      dyad search '"biển đông"~5'  the words near each other
      dyad search --rank điện đàm country:KR date:2026
      Exit status as of dyad list.
      """)

  @OptionGroup var asked: FilterArguments
  @OptionGroup var order: OrderArguments
  @Flag(help: "The best match first instead of the newest.")
  var rank = false
  @Option(help: "Cells in a line.")
  var width = 100
  @Flag(help: "JSON Lines instead, as dyad list prints them, and the places as found.")
  var json = false

  func validate() throws {
    if rank, order.oldestFirst { throw ValidationError("--rank and --oldest-first are two orders.") }
  }

  mutating func run() throws {
    try asked.ask { archive, filter in
      guard !filter.searches.isEmpty else {
        complain("There are no words to search for; dyad list takes a filter without words.")
        throw Ending.usage
      }
      var output = Output()
      defer { output.flush() }
      if rank {
        let best = try archive.best(filter, limit: order.limit ?? Int.max)
        for id in best where try !output.write(found(id, archive, filter)) { return }
        if best.isEmpty { throw Ending.nothing }
      } else {
        try order.visit(archive, filter) { row in try output.write(found(row.id, archive, filter)) }
      }
    }
  }

  /// The lines of an event and the places in its reports; empty for one that went away in the meantime.
  private func found(_ id: EventID, _ archive: any EventArchive, _ filter: Filter) throws -> String {
    guard let leading = try record(id, archive) else { return "" }
    let phrases = filter.searches.compactMap { SearchPhrase($0) }
    var places: [String] = []
    for report in leading.reports {
      guard let told = try record(report.id, archive) else { continue }
      places += Snippet.of(phrases, in: told.article, width: max(20, min(width, 1000)) - 4).map(\.text)
    }
    if json { return EventLine.text(leading, found: places) + "\n" }
    return ([ListCommand.line(leading)] + places.map { "    " + $0 }).joined(separator: "\n") + "\n"
  }
}
