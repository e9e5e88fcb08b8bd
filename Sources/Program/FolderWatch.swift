import Archive
import Glibc
import Reading

/// Imports what appears below a folder until it is told to stop or the folder goes away. A change only wakes it: what is
/// new it finds by looking at the whole, so that no event that is missed, and no order of events, loses a file.
package struct FolderWatch {
  package enum Told: Sendable {
    /// What came of some files; `names` are safe to show.
    case imported(ImportSummary, names: [String])
    /// A file or folder that cannot be read; told once.
    case problem(String)
  }

  /// Milliseconds between two looks while files are waited for, and where changes are not told.
  private static let soon: Int32 = 500
  private static let unseen: Int32 = 5_000
  /// Milliseconds that changes are gathered for before a look, at least.
  private static let gathering: Int32 = 100

  private let folder: PathBytes
  private let importer: Importer
  private let isStopped: @Sendable () -> Bool
  private let stop: Int32

  /// `stop` is a descriptor that can be read once `isStopped` says so.
  package init(folder: String, importer: Importer, isStopped: @escaping @Sendable () -> Bool, stop: Int32) {
    self.folder = PathBytes(folder)
    self.importer = importer
    self.isStopped = isStopped
    self.stop = stop
  }

  /// Returns when it is told to stop, or with why it cannot go on.
  package func run(_ tell: (Told) -> Void) -> String? {
    let events = FolderEvents()
    var files = WatchedFiles()
    var told: Set<String> = []
    while true {
      guard isFolder else { return "There is no folder \(folder.shown) any more." }
      let start = ContinuousClock.now
      let (listing, problems) = look(events)
      for problem in problems.sorted() where told.insert(problem).inserted { tell(.problem(problem)) }
      told.formIntersection(problems)
      let ready = files.look(at: listing, busy: events.busy, now: FolderWatch.now)
      // The clock goes on while the machine sleeps.
      let cost = Int32(min(6_000, (ContinuousClock.now - start) / .milliseconds(1)))
      if !ready.isEmpty, !isStopped() {
        let summary = importer.run(files: ready)
        tell(.imported(summary, names: ready.map(\.baseName.shown)))
        if let failure = summary.failure { return failure }
      }
      if isStopped() { return nil }
      events.wait(
        milliseconds: files.isWaiting ? FolderWatch.soon : events.seesAll ? nil : FolderWatch.unseen, or: stop
      )
      if isStopped() { return nil }
      // A large folder is not looked at all the time.
      rest(max(FolderWatch.gathering, 10 * cost))
      if isStopped() { return nil }
    }
  }

  private var isFolder: Bool {
    var status = stat()
    return folder.withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func look(_ events: FolderEvents) -> ([(path: PathBytes, stamp: FileStamp)], Set<String>) {
    var listing: [(path: PathBytes, stamp: FileStamp)] = []
    var problems: Set<String> = []
    FileWalker(isStopped: isStopped, enters: events.add).walk([folder]) { found in
      switch found {
      case .file(let path, let stamp): listing.append((path, stamp))
      case .problem(let problem): problems.insert(problem.sentence)
      }
    }
    return (listing, problems)
  }

  private func rest(_ milliseconds: Int32) {
    var polled = pollfd(fd: stop, events: Int16(POLLIN), revents: 0)
    poll(&polled, 1, milliseconds)
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
