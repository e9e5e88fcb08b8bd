import Archive
import ArgumentParser
import Program
import SQLiteArchive

/// The reader's own work, to be looked at and passed on.
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes", abstract: "Print what was read, marked, tagged, noted and judged, or take some in.",
    discussion: """
      A line of JSON for each thing:
        sort       read, mark, tag, note or promise; a reader of lines passes by sorts it does not know
        article    the content of the report, as sixteen hexadecimal digits
        source, published, title   how a person finds the report
        event      the event as it was coded: date, kind, parties, and nth among equal ones of its report
        value      the tag, the text of the note, or what became of the promise: met or missed
        words, nthOfWords   of a promise: its words in the report, and nth among equal ones
      Marks come in the order of marking.
      """,
    subcommands: [ExportNotes.self, ImportNotes.self], defaultSubcommand: ExportNotes.self)
}

struct ExportNotes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print own work as JSON Lines, marks in the order of marking.")

  @Option(help: "The archive to read instead of the usual one.")
  var archive: String?

  mutating func run() throws {
    try keeping(archive) { store in
      for entry in try store.ownWork() {
        for line in OwnLine.lines(entry) where !say(line) { return }
      }
    }
  }
}

struct ImportNotes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take own work as printed by dyad notes export. It adds; nothing is taken away.")

  @Argument(help: "A file of JSON Lines, or - for standard input.")
  var file: String

  @Option(help: "The archive to add to instead of the usual one.")
  var archive: String?

  mutating func run() throws {
    let read = OwnFile(path: file)
    for complaint in read.complaints { complain(complaint) }
    if read.entries.isEmpty, !read.complaints.isEmpty { throw Ending.trouble }
    try keeping(archive, makes: true) { store in
      let found = try store.take(read.entries)
      let waiting = read.entries.count - found
      say("\(found) taken, \(waiting) waiting for their report, \(read.complaints.count) rejected")
    }
    if !read.complaints.isEmpty { throw Ending.trouble }
  }
}
