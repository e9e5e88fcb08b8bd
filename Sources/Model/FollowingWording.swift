import Commands
import Diplomacy
import Text

// The trail of a wording: a phrase is chosen in the article, word by word, and followed through the record.
extension BrowserState {
  /// The first press takes words to start from, the second follows them.
  mutating func openTrail() -> [Effect] {
    guard let record = detail.record, focus == .detail else {
      notice = Notice(text: say("Go into the article first; * takes its words there."), isWarning: false)
      return []
    }
    if detail.phrase == nil {
      guard detail.beginPhrase() else {
        notice = Notice(text: say("This report has no text to follow."), isWarning: false)
        return []
      }
      return []
    }
    guard let words = detail.phraseText else { return [] }
    detail.endPhrase()
    return follow(words, of: record.event.parties.dyad)
  }

  mutating func follow(_ words: String, of dyad: Dyad) -> [Effect] {
    guard SearchPhrase(words) != nil else { return [] }
    notice = Notice(text: say("Following “%1”…", visible(words)), isWarning: false)
    studyGeneration += 1
    return [.study(.trail(TrailOrder(generation: studyGeneration, phrase: words, dyad: dyad)))]
  }

  mutating func show(_ trail: Trail) {
    notice = nil
    self.trail = TrailState(trail)
    if trail.unread > 0 {
      notice = Notice(
        text: say("%1 further reports have the wording; they were not opened.", "\(trail.unread)"),
        isWarning: false)
    }
    fit()
  }

  /// While a phrase is being chosen the keys of the panes move and stretch it. Nil lets the command act as usual, and
  /// gives the phrase up.
  mutating func obeyInPhrase(_ command: Command) -> [Effect]? {
    switch command {
    case .nextReference: detail.movePhrase(by: 1)
    case .focusTimeline: detail.movePhrase(by: -1)
    case .moveDown: detail.movePhrase(lines: 1)
    case .moveUp: detail.movePhrase(lines: -1)
    case .nextGroup: detail.movePhraseParagraph(forward: true)
    case .previousGroup: detail.movePhraseParagraph(forward: false)
    case .widenList: detail.stretchPhrase(by: 1)
    case .narrowList: detail.stretchPhrase(by: -1)
    case .references, .trail: return openTrail()
    case .leave, .back: detail.endPhrase()
    case .help, .redraw, .suspend: return nil
    default:
      detail.endPhrase()
      return nil
    }
    return []
  }
}
