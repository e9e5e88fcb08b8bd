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
    line(row.date, row.kind, row.parties, row.level, row.reports, row.headline)
  }

  static func line(_ record: EventRecord) -> String {
    let event = record.event
    return line(
      event.date, event.kind, event.parties, event.level, record.reports.count, record.article.title)
  }

  private static func line(
    _ date: PartialDate?, _ kind: EventKind, _ parties: Parties, _ level: ProtocolLevel, _ reports: Int,
    _ headline: String
  ) -> String {
    [date?.iso ?? "-", kind.rawValue, parties.code, level.rawValue, "\(reports)", visible(headline)]
      .joined(separator: "\t")
  }
}

/// Nil for an event that went away in the meantime.
func record(_ id: EventID, _ archive: any EventArchive) throws(ArchiveProblem) -> EventRecord? {
  try archive.record(id)
}
