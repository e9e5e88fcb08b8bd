import Dispatch
import Glibc
import Synchronization

/// Ctrl-C (and TERM) while something is under way: the first asks for a stop, the second stops at once.
final class StopSignal: Sendable {
  private final class Flag: Sendable {
    let raised = Atomic(false)
    let ends: [Int32]

    init() {
      var ends: [Int32] = [-1, -1]
      pipe(&ends)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      self.ends = ends
    }

    func raise(_ number: Int32) {
      if raised.exchange(true, ordering: .acquiringAndReleasing) {
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      _ = write(ends[1], [1], 1)
      note("Stopping behind this batch; Ctrl-C again stops at once.")
    }
  }

  private let flag = Flag()
  private let sources: Mutex<[any DispatchSourceSignal]>

  init() {
    let made = [SIGINT, SIGTERM].map { [flag] number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { flag.raise(number) }
      source.resume()
      return source
    }
    sources = Mutex(made)
  }

  var isRaised: Bool { flag.raised.load(ordering: .acquiring) }

  /// Becomes readable once the signal came, for poll(2).
  var descriptor: Int32 { flag.ends[0] }
}
