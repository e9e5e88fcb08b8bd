import Dispatch
import Model
import Synchronization

/// Keeps the place of a session while it runs: what it is told lies in memory, and is written from a thread of its own a
/// few seconds later, so that no key waits for a disk.
package final class SessionKeeper: Sendable {
  private struct Told {
    var newest: (memory: SessionMemory, desk: Desk)?
    var isAwaited = false
  }

  private struct Written: Sendable {
    var memory: SessionMemory?
    var desk: Desk
  }

  private let shelf: SessionShelf
  private let deskShelf: DeskShelf
  private let pause: Int
  private let told = Mutex(Told())
  private let written: Mutex<Written>
  private let queue = DispatchQueue(label: "dyad.session", qos: .utility)

  /// `memory` and `desk` are what was loaded; `pause` is how many milliseconds a change may wait.
  package init(
    shelf: SessionShelf, deskShelf: DeskShelf, memory: SessionMemory?, desk: Desk, pause: Int = 5000
  ) {
    self.shelf = shelf
    self.deskShelf = deskShelf
    self.pause = pause
    written = Mutex(Written(memory: memory, desk: desk))
  }

  /// Cheap, and never waits for a file.
  package func note(_ memory: SessionMemory, _ desk: Desk) {
    let isFirst = told.withLock { told in
      defer { (told.newest, told.isAwaited) = ((memory, desk), true) }
      return !told.isAwaited
    }
    if isFirst { queue.asyncAfter(deadline: .now() + .milliseconds(pause)) { [self] in writeNewest() } }
  }

  private func writeNewest() {
    let newest = told.withLock { told in
      told.isAwaited = false
      return told.newest
    }
    guard let newest else { return }
    let isKnown = written.withLock { $0.memory == newest.memory && $0.desk == newest.desk }
    // What cannot be written now is tried again at the end, and told then.
    if !isKnown { try? write(newest.memory, newest.desk) }
  }

  /// At the end: written even if nothing changed, since the last one to leave is remembered.
  package func finish(_ memory: SessionMemory, _ desk: Desk) throws(HandingProblem) {
    let problem = queue.sync { () -> HandingProblem? in
      do throws(HandingProblem) {
        try write(memory, desk)
        return nil
      } catch {
        return error
      }
    }
    if let problem { throw problem }
  }

  private func write(_ memory: SessionMemory, _ desk: Desk) throws(HandingProblem) {
    try shelf.save(memory)
    let before = written.withLock { $0.desk }
    if desk != before { try deskShelf.save(desk, before: before) }
    written.withLock { $0 = Written(memory: memory, desk: desk) }
  }
}
