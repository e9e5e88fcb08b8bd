import Text

/// What can go wrong with a store; each case is one plain sentence with the remedy.
package enum ArchiveProblem: Error, Sendable, Hashable {
  case cannotOpen(file: String, reason: String)
  case newerVersion(file: String)
  case damaged(file: String, reason: String)
  case full(file: String)
  case readOnly(file: String)
  /// Another file lies where the open archive lay.
  case replaced(file: String)
  /// Where a copy of an archive is being written.
  case noSpaceForCopy(file: String)
  /// A backup never overwrites.
  case alreadyThere(file: String)
  case failed(file: String, reason: String)
  /// A wish for more events than are changed in one go.
  case tooMany(Int, most: Int)
  /// The asker does not want the answer any more: see `Question`.
  case withdrawn

  package var phrase: Phrase {
    switch self {
    case .cannotOpen(let file, let reason):
      "The archive \(file) cannot be opened: \(reason). Name another with --archive FILE."
    case .newerVersion(let file):
      "The archive \(file) was made by a newer dyad. Use that one, or name another with --archive FILE."
    case .damaged(let file, let reason):
      "The archive \(file) is damaged (\(reason)). Copy the file, then try dyad rebuild; if that fails, import the reports again."
    case .full(let file):
      "There is no space left for the archive \(file). Free some and import again: nothing is lost."
    case .readOnly(let file):
      "The archive \(file) may only be read. Change its permissions, or name another with --archive FILE."
    case .replaced(let file):
      "Another file took the place of the archive \(file) while it was open. Open it again to see what it has."
    case .noSpaceForCopy(let file):
      "There is no space left for the copy \(file). Free some, or name another place: nothing was written."
    case .alreadyThere(let file):
      "There is a file \(file) already, and a backup overwrites nothing. Name another or move it away."
    case .tooMany(let count, let most):
      "\(count) events are too many to change in one go; narrow the filter to \(most) or fewer."
    case .withdrawn: "The question was withdrawn."
    case .failed(let file, let reason): "The archive \(file) failed: \(reason)."
    }
  }

  package var sentence: String { phrase.english }
}
