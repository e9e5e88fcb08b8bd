import Archive
import ArgumentParser
import Glibc
import Program
import SQLiteArchive
import Text

/// Keeps importing what appears in a folder.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Keep what a folder has and whatever appears in it, until Ctrl-C.",
    discussion: """
      New and changed files are read once they rest for a second and nobody writes to them; an open browser shows their
      events. A line tells what came of each lot. Files that are moved or renamed are known by their content; what is
      removed stays in the archive. Exit status: 0 stopped, 1 the folder went away or the archive failed, 2 usage.
      """)

  @Argument(help: "The folder to watch, with all folders below it.")
  var folder: String

  @Option(help: "The archive to import into instead of the usual one.")
  var archive: String?

  mutating func run() throws {
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      complain("There is no folder \(folder) to watch.")
      throw Ending.usage
    }
    let stop = StopSignal()
    do {
      let store = try DiskArchive(file: archive ?? DataFolders.ofThisProcess().archive)
      let importer = Importer(archive: store, isStopped: { stop.isRaised }, code: events(in:))
      note("Watching \(folder); Ctrl-C stops.")
      let watch = FolderWatch(
        folder: folder, importer: importer, isStopped: { stop.isRaised }, stop: stop.descriptor)
      guard let reason = watch.run(WatchCommand.tell) else { return }
      complain(reason)
      throw Ending.trouble
    } catch let problem as ArchiveProblem {
      complain(problem.sentence)
      throw Ending.trouble
    }
  }

  private static func tell(_ told: FolderWatch.Told) {
    switch told {
    case .problem(let sentence): complain(sentence)
    case .imported(let summary, let names):
      for problem in summary.problems { complain(problem) }
      let state = summary.progress
      let files = names.count > 3 ? "\(names.count) files" : names.joined(separator: ", ")
      say(
        "\(clock)  \(state.added) added, \(state.alreadyThere) already there, \(state.rejected) rejected  \(files)"
      )
    }
  }

  /// The local time of day.
  private static var clock: String {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return [local.tm_hour, local.tm_min, local.tm_sec].map { ($0 < 10 ? "0" : "") + "\($0)" }
      .joined(separator: ":")
  }
}
