import Archive
import Dispatch
import Synchronization

/// Looks once a second, off the session's thread, whether somebody stored something.
final class CommitWatch: Sendable {
  private static let pause = DispatchTimeInterval.seconds(1)
  private let timer: Mutex<any DispatchSourceTimer>

  /// `heard` is called on another thread after every change of the number of commits.
  init(_ archive: any EventArchive, _ heard: @escaping @Sendable () -> Void) {
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "dyad.commits", qos: .utility))
    let known = Mutex(try? archive.commits())
    timer.setEventHandler {
      // An archive that fails now will say so where it is asked something.
      guard let commits = try? archive.commits() else { return }
      let isNew = known.withLock { known in
        defer { known = commits }
        return known != commits
      }
      if isNew { heard() }
    }
    timer.schedule(
      deadline: .now() + CommitWatch.pause, repeating: CommitWatch.pause, leeway: .milliseconds(200))
    timer.resume()
    self.timer = Mutex(timer)
  }

  deinit { timer.withLock { $0.cancel() } }
}
