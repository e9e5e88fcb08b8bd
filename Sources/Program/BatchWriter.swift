import Archive
import Dispatch
import Synchronization

/// Stores one batch while the next is read and coded.
final class BatchWriter: Sendable {
  private let archive: any EventArchive
  private let queue = DispatchQueue(label: "dyad.import")
  private let outcome = Mutex<Result<[AddOutcome], ArchiveProblem>?>(nil)

  init(_ archive: any EventArchive) { self.archive = archive }

  /// To be called when no batch is under way: after `end`.
  func begin(_ batch: [CodedArticle]) {
    queue.async { [self] in
      let result: Result<[AddOutcome], ArchiveProblem>
      do throws(ArchiveProblem) {
        result = .success(try archive.add(batch))
      } catch {
        result = .failure(error)
      }
      outcome.withLock { $0 = result }
    }
  }

  /// Waits for the batch under way and answers what came of it; nil where there is none.
  func end() -> Result<[AddOutcome], ArchiveProblem>? {
    queue.sync {}
    return outcome.withLock { outcome in
      defer { outcome = nil }
      return outcome
    }
  }
}
