import Synchronization

/// A question that its asker may withdraw while it is being answered: `Question.$current.withValue(question) { ... }`
/// around calls of an archive. A withdrawn question ends soon, with the problem `.withdrawn`; what stores or corrects
/// is never ended so.
package final class Question: Sendable {
  @TaskLocal package static var current: Question?

  private struct State {
    var isWithdrawn = false
    var interrupt: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  package init() {}

  package var isWithdrawn: Bool { state.withLock { $0.isWithdrawn } }

  /// From any thread, at any time.
  package func withdraw() {
    state.withLock { state in
      state.isWithdrawn = true
      state.interrupt?()
    }
  }

  /// Runs work that `interrupt` ends; for archives. Once this returns, `interrupt` is not called any more.
  package func answering<Answer>(
    interrupt: @escaping @Sendable () -> Void, _ work: () throws -> Answer
  ) throws -> Answer {
    try state.withLock { state in
      if state.isWithdrawn { throw ArchiveProblem.withdrawn }
      state.interrupt = interrupt
    }
    defer { state.withLock { $0.interrupt = nil } }
    return try work()
  }
}
