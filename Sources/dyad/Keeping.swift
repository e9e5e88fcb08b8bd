import Archive
import Glibc
import Program
import SQLiteArchive
import Text

/// Opens an archive that is there, and tells what goes wrong with it.
/// With `makes`, one that is not there is made.
func keeping(_ named: String?, makes: Bool = false, _ work: (DiskArchive) throws -> Void) throws {
  let file = named ?? DataFolders.ofThisProcess().archive
  guard makes || access(file, F_OK) == 0 else {
    complain("There is no archive \(visible(file)) yet; dyad import FOLDER makes one.")
    throw Ending.trouble
  }
  do {
    try work(try DiskArchive(file: file, KeepingProgress.tell))
  } catch let problem as ArchiveProblem {
    KeepingProgress.end()
    complain(problem.sentence)
    throw Ending.trouble
  }
}

/// Progress over the line that stands, where somebody watches.
enum KeepingProgress {
  static func tell(_ state: ArchiveProgress) {
    guard isatty(2) == 1, state.all > 0 else { return }
    // Not more often than it changes to the eye.
    let step = max(1, state.all / 200)
    if state.done % step == 0 || state.done == state.all {
      progress("\(state.work): \(state.done * 100 / state.all) %")
    }
  }

  static func end() { if isatty(2) == 1 { progress("") } }
}
