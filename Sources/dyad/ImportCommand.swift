import Archive
import ArgumentParser
import Glibc
import Program
import SQLiteArchive

/// Keeps reports in the archive.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Keep reports in the archive; what is there already is left as it is.")

  @Argument(
    help:
      "Report files (also .jsonl, .csv, .gz, .zip, .tar) or folders; - reads a list of paths from standard input."
  )
  var paths: [String]

  @Option(help: "The archive to import into instead of the usual one.")
  var archive: String?

  mutating func run() throws {
    let isTerminal = isatty(2) == 1
    var told = 0
    do {
      let store = try DiskArchive(file: archive ?? DataFolders.ofThisProcess().archive)
      let summary = Importer(archive: store, code: events(in:)).run(paths: paths) { state in
        if isTerminal {
          progress(ImportBar.line(state))
        } else if state.read > told {
          told = state.read
          note("\(state.read) read, \(state.added) added, \(state.rejected) rejected")
        }
      }
      if isTerminal { progress("") }
      for problem in summary.problems { complain(problem) }
      let state = summary.progress
      say("\(state.added) added, \(state.alreadyThere) already there, \(state.rejected) rejected")
      if let failure = summary.failure {
        complain(failure)
        throw ExitCode(1)
      }
      if state.rejected > 0 { throw ExitCode(1) }
    } catch let problem as ArchiveProblem {
      complain(problem.sentence)
      throw ExitCode(1)
    }
  }
}
