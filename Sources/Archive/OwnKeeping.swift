import Diplomacy

/// Keeps what the reader makes of events: read, marks, tags, notes. It is kept by the content of the report and the
/// event as coded, as corrections are, so that importing again, rebuilding and renaming files leave it as it is. Where
/// events are counted, an event has what any of its reports has: one that is read stays read when a further report of it
/// comes.
package protocol OwnKeeping: AnyObject, Sendable {
  /// Does what is wished, in one transaction, and answers what it changed; `put` of the inverse undoes it.
  func keep(_ wishes: [OwnWish], at target: OwnTarget) throws(ArchiveProblem) -> [OwnChange]

  /// Makes changes that were answered, or their inverse.
  func put(_ changes: [OwnChange]) throws(ArchiveProblem)

  /// Marked events in the order of marking; at most `limit`.
  func marked(_ counting: Counting, limit: Int) throws(ArchiveProblem) -> [TimelineRow]

  /// The event behind this one in the order that is not read, from the start where there is none; nil for none at all.
  func nextUnread(
    _ filter: Filter, _ order: TimelineOrder, after: EventID?
  ) throws(ArchiveProblem) -> EventID?

  /// All own work in the order in which it was begun.
  func ownWork() throws(ArchiveProblem) -> [OwnEntry]

  /// Takes own work over that was written elsewhere: it adds, and takes nothing away. What is for articles that are not
  /// here waits for them. Answers how many had their event here.
  func take(_ entries: [OwnEntry]) throws(ArchiveProblem) -> Int
}
