import Archive
import Dispatch
import Synchronization

/// Runs jobs one after the other off the session's thread. Of jobs that share a name only the newest waiting one is
/// kept, so that typing on never queues up work nobody wants any more.
package final class Worker: Sendable {
  private struct Job: Sendable {
    let name: String
    let work: @Sendable () -> Void
  }

  private struct Running: Sendable {
    let name: String
    let question: Question
  }

  private let waiting = Mutex<[Job]>([])
  private let running = Mutex<Running?>(nil)
  private let queue = DispatchQueue(label: "dyad.worker", qos: .userInteractive)

  package init() {}

  /// Queues the work; a waiting job of the same name is dropped, and the question of a running one is withdrawn.
  package func run(_ name: String, _ work: @escaping @Sendable () -> Void) {
    waiting.withLock { jobs in
      jobs.removeAll { $0.name == name }
      jobs.append(Job(name: name, work: work))
    }
    running.withLock { running in
      if let running, running.name == name { running.question.withdraw() }
    }
    queue.async { [self] in
      let job = waiting.withLock { jobs in jobs.isEmpty ? nil : jobs.removeFirst() }
      guard let job else { return }
      let question = Question()
      running.withLock { $0 = Running(name: job.name, question: question) }
      Question.$current.withValue(question) { job.work() }
      running.withLock { $0 = nil }
    }
  }
}

/// Messages on their way from workers to the session.
package final class Mailbox<Letter: Sendable>: Sendable {
  private let letters = Mutex<[Letter]>([])
  package init() {}
  package func put(_ letter: Letter) { letters.withLock { $0.append(letter) } }
  package func takeAll() -> [Letter] {
    letters.withLock { letters in
      defer { letters.removeAll() }
      return letters
    }
  }
}
