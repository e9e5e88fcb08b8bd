import Diplomacy
import Lexicons

/// What is announced for a later day is planned; what a word of calling off stands before is cancelled; all else was held.
struct StatusJudge {
  let scene: Scene

  func status(of act: Act, on date: PartialDate?) -> EventStatus {
    let isMarked = { (mark: ActMark) in act.marks.values.contains { $0.mark == mark } }
    if isMarked(.cancelled) { return .cancelled }
    let isBehind = date.flatMap { day in
      scene.reported.map { day.earliest.ordinal > $0.latest.ordinal }
    }
    if isBehind == true { return .planned }
    if isMarked(.future), isPlannable(act.kind) {
      let isOver = date.flatMap { day in
        scene.reported.map { day.latest.ordinal < $0.earliest.ordinal }
      }
      return isOver == true ? .held : .planned
    }
    return .held
  }

  /// A threat or a message about tomorrow is an act of today.
  private func isPlannable(_ kind: EventKind) -> Bool {
    switch kind {
    case .visit, .talks, .meeting, .phoneCall, .negotiation, .agreement, .defence, .credentials,
      .commemoration,
      .aid, .other:
      true
    case .message, .relations, .protest, .sanction, .incident: false
    }
  }
}
