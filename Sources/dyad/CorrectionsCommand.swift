import Archive
import ArgumentParser
import Program
import SQLiteArchive

/// The reader's corrections, to be looked at and passed on.
struct CorrectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections", abstract: "Print the corrections made in the browser, or take some in.",
    subcommands: [ListCorrections.self, ImportCorrections.self], defaultSubcommand: ListCorrections.self)
}

struct ListCorrections: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the corrections as JSON Lines, in the order of their making.")

  @Option(help: "The archive to read instead of the usual one.")
  var archive: String?

  mutating func run() throws {
    try keeping(archive) { store in
      for correction in try store.corrections() where !say(CorrectionLine.text(correction)) { return }
    }
  }
}

struct ImportCorrections: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take corrections as printed by dyad corrections; one back to what was coded withdraws it.")

  @Argument(help: "A file of JSON Lines.")
  var file: String

  @Option(help: "The archive to correct instead of the usual one.")
  var archive: String?

  mutating func run() throws {
    let read = CorrectionFile(path: file)
    for complaint in read.complaints { complain(complaint) }
    if read.corrections.isEmpty, !read.complaints.isEmpty { throw Ending.trouble }
    try keeping(archive, makes: true) { store in
      let found = try store.take(read.corrections)
      let waiting = read.corrections.count - found
      say("\(found) applied, \(waiting) waiting for their report, \(read.complaints.count) rejected")
    }
    if !read.complaints.isEmpty { throw Ending.trouble }
  }
}
