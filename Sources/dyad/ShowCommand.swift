import ArgumentParser
import Diplomacy
import Exporting
import Model
import Panes
import Program
import Text

/// Events with all that is known of them, and their reports in full.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show events with the full report, as the browser's right side has them.",
    discussion: "dyad show id:774512345088 shows one. Exit status as of dyad list.")

  @OptionGroup var asked: FilterArguments
  @OptionGroup var order: OrderArguments
  @Option(help: "Cells in a line.")
  var width = 80
  @Flag(help: "JSON Lines instead, with the text of the report.")
  var json = false

  mutating func run() throws {
    let width = max(20, min(width, 1000))
    let language = InterfaceLanguage.ofThisProcess()
    try asked.ask { archive, filter in
      var output = Output()
      defer { output.flush() }
      try order.visit(archive, filter) { row in
        guard let record = try record(row.id, archive) else { return true }
        if json { return output.write(EventLine.text(record, withText: true) + "\n") }
        var detail = DetailState(names: language.countries, say: language.catalogue)
        detail.resize(width: width, height: 1)
        detail.show(record)
        let lines = detail.lines.map { ShowCommand.plain($0, width: width) }
        let rule = String(repeating: "─", count: width)
        return output.write((lines + [rule]).joined(separator: "\n") + "\n")
      }
    }
  }

  /// A line of the detail pane without its colours.
  private static func plain(_ line: DetailLine, width: Int) -> String {
    let left = line.runs.map { visible($0.text) }.joined()
    let right = line.right.map { visible($0.text) }.joined()
    if right.isEmpty { return trimmed(left) }
    let gap = String(repeating: " ", count: max(2, width - cellWidth(left) - cellWidth(right)))
    return left + gap + right
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
