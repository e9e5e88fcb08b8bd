import Diplomacy
import Lexicons

/// One act addressed to two to four named others is one act with each; a longer list is news about nobody in particular.
struct Counterparts {
  let scene: Scene
  let act: Act

  func countries() -> [Country] {
    let usual = act.sides.counterpart
    guard isAddressed(act.kind), act.sides.found == 2 else {
      return [usual]
    }
    let page = scene.pages[act.page]
    var listed = [usual]
    guard let start = act.sides.counterpartMention?.words, start.lowerBound >= act.words.upperBound else {
      return listed
    }
    var end = start.upperBound
    for side in page.sides where side.words.lowerBound >= end {
      guard page.passage.sentence(of: side.words) == act.sentence,
        isJoined(end..<side.words.lowerBound, page.passage)
      else { break }
      end = side.words.upperBound
      if side.country != act.sides.actor, !listed.contains(side.country) { listed.append(side.country) }
    }
    return listed.count <= 4 ? listed : []
  }

  /// Acts that one state does towards another by name.
  private func isAddressed(_ kind: EventKind) -> Bool {
    switch kind {
    case .message, .meeting, .visit, .aid, .credentials, .other: true
    case .phoneCall, .talks, .agreement, .negotiation, .relations, .defence, .protest, .sanction, .incident,
      .commemoration:
      false
    }
  }

  /// Only commas and words for "and" between.
  private func isJoined(_ gap: Range<Int>, _ passage: Passage) -> Bool {
    !gap.isEmpty && gap.count <= 3
      && gap.allSatisfy { index in
        passage.sign(at: index) == 44 || passage.signal(.and, at: index) != nil
          || passage.signal(.toward, at: index) != nil
      }
  }
}
