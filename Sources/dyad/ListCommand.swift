import Archive
import ArgumentParser
import Diplomacy
import Exporting
import Program
import Text

/// One line per event: date, kind, pair, level, headline, parted by tabs.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List events, a line each: date, kind, pair, level, reports, headline.",
    discussion:
      "Columns are parted by tabs. Exit status: 0 found, 1 trouble, 2 usage or filter, 3 nothing found.")

  @OptionGroup var asked: FilterArguments
  @OptionGroup var order: OrderArguments
  @Flag(help: "Begin each line with the number of the event, for id: in a filter.")
  var ids = false
  @Flag(help: "JSON Lines instead, as dyad export writes them.")
  var json = false

  mutating func run() throws {
    try asked.ask { archive, filter in
      var output = Output()
      defer { output.flush() }
      try order.visit(archive, filter) { row in
        if json { return output.write(try record(row.id, archive).map { EventLine.text($0) + "\n" } ?? "") }
        return output.write((ids ? "\(row.id.number)\t" : "") + ListCommand.line(row) + "\n")
      }
    }
  }

  static func line(_ row: TimelineRow) -> String {
    [
      row.date?.iso ?? "-", row.kind.rawValue, row.parties.code, row.level.rawValue, "\(row.reports)",
      visible(row.headline),
    ].joined(separator: "\t")
  }
}

/// Nil for an event that went away in the meantime.
func record(_ id: EventID, _ archive: any EventArchive) throws(ArchiveProblem) -> EventRecord? {
  try archive.record(id)
}
