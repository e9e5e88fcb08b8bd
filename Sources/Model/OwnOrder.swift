import Diplomacy
import Text

/// Own work on its way to the archive and back.
package struct OwnOrder: Hashable, Sendable {
  package enum Work: Hashable, Sendable {
    case wish([OwnWish], OwnTarget)
    /// Changes undone, or made once more, and as they were made first.
    case put([OwnChange], of: [OwnChange], isUndo: Bool)
  }

  package let number: Int
  package let work: Work
  /// What comes of itself, as reading does when a report is opened, is not told.
  package var isQuiet = false
}

extension OwnChange {
  /// What the change did, as the line tells it.
  func words(_ say: Catalogue) -> String {
    switch self {
    case .set(.read, let isOn, let entries):
      if entries.count > 1 {
        let count = "\(entries.count)"
        return isOn ? say("%1 reports read", count) : say("%1 reports unread", count)
      }
      return isOn ? say("read") : say("unread")
    case .set(.marked, let isOn, let entries):
      if entries.count > 1 {
        let count = "\(entries.count)"
        return isOn ? say("%1 marked", count) : say("%1 marks taken off", count)
      }
      return isOn ? say("marked") : say("mark taken off")
    case .set(.tag(let tag), let isOn, let entries):
      if entries.count > 1 {
        let count = "\(entries.count)"
        return isOn ? say("%1 tagged %2", count, tag) : say("%1 no longer tagged %2", count, tag)
      }
      return isOn ? say("tagged %1", tag) : say("no longer tagged %1", tag)
    case .note(_, let before, let after):
      if after.isEmpty { return say("note taken away") }
      return before.isEmpty ? say("note") : say("note changed")
    case .promise(_, let key, _, let status):
      let words = "“" + visible(key.text) + "”"
      switch status {
      case .open: return say("open again: %1", words)
      case .met: return say("met: %1", words)
      case .missed: return say("missed: %1", words)
      }
    }
  }
}
