import ArgumentParser
import Diplomacy
import Exporting
import Lexicons
import Program

extension ExportFormat: ExpressibleByArgument {}

/// Events for other programs and for papers.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print events as JSON Lines, CSV, a chronology or a calendar.",
    discussion: """
      jsonl     a line per event: what dyad extract prints of its report with this event alone, and id (the number in
                this archive), article (the content of the report, the same everywhere), reports; --text adds the
                paragraphs
      csv       a column per field, with CAMEO and PLOVER codes and their versions; cells that a spreadsheet would run
                begin with an apostrophe
      markdown  a chronology with a citation per report
      text      the same as plain text
      html      the same as a page that stands alone
      ics       a calendar; events without a date are left out
      Exit status as of dyad list.
      """)

  @OptionGroup var asked: FilterArguments
  @OptionGroup var order: OrderArguments
  @Option(name: .customLong("as"), help: "jsonl, csv, markdown, text, html or ics.")
  var format = ExportFormat.jsonl
  @Flag(help: "The text of the report too; JSON Lines only.")
  var text = false

  func validate() throws {
    if text, format != .jsonl { throw ValidationError("--text goes with --as jsonl alone.") }
  }

  mutating func run() throws {
    let names = CountryNames.shared
    try asked.ask { archive, filter in
      var options = ExportOptions(
        title: filter.text, today: .today(), name: { names.name($0, in: .english) })
      options.withText = text
      var exporter = Exporter(format, options)
      var output = Output()
      defer { output.flush() }
      var isRead = output.write(exporter.opening)
      defer { if isRead { _ = output.write(exporter.closing) } }
      try order.visit(archive, filter) { row in
        guard let record = try record(row.id, archive) else { return true }
        isRead = output.write(exporter.piece(record))
        return isRead
      }
    }
  }
}
