import Archive
import ArgumentParser
import Glibc
import Program
import SQLiteArchive

/// Keeps reports in the archive.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Keep reports in the archive; what is there already is left as it is.",
    discussion: """
      Ctrl-C stops behind the batch under way: what was counted is kept, and the same command goes on from there.
      Exit status: 0 all went in, 1 something was rejected or the archive failed, 2 usage, 130 stopped.
      """)

  @Argument(
    help:
      "Report files (also .jsonl, .csv, .gz, .zip, .tar) or folders; - reads a list of paths from standard input."
  )
  var paths: [String]

  @Option(help: "The archive to import into instead of the usual one.")
  var archive: String?

  mutating func run() throws {
    let isTerminal = isatty(2) == 1
    let stop = StopSignal()
    let start = ContinuousClock.now
    var told = 0
    do {
      let store = try DiskArchive(file: archive ?? DataFolders.ofThisProcess().archive)
      let importer = Importer(archive: store, isStopped: { stop.isRaised }, code: events(in:))
      let summary = importer.run(paths: paths) { state in
        if isTerminal {
          let seconds = (ContinuousClock.now - start) / .seconds(1)
          progress(ImportBar.line(state, seconds: seconds))
        } else if state.added + state.alreadyThere > told {
          told = state.added + state.alreadyThere
          note("\(state.read) read, \(state.added) added, \(state.rejected) rejected")
        }
      }
      if isTerminal { progress("") }
      try ImportCommand.tell(summary)
    } catch let problem as ArchiveProblem {
      complain(problem.sentence)
      throw Ending.trouble
    }
  }

  /// What came of it; ends the command where not all went in.
  private static func tell(_ summary: ImportSummary) throws {
    for problem in summary.problems { complain(problem) }
    let state = summary.progress
    say("\(state.added) added, \(state.alreadyThere) already there, \(state.rejected) rejected")
    if let failure = summary.failure {
      complain(failure)
      throw Ending.trouble
    }
    if summary.isStopped {
      note("Stopped. The same command goes on from here.")
      throw Ending.stopped
    }
    if state.rejected > 0 { throw Ending.trouble }
  }
}
