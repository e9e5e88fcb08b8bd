import Diplomacy
import Lexicons

/// One act addressed to two to four named others, or done by two to four, is one act with each; a longer list is news about
/// nobody in particular.
struct Counterparts {
  let page: Scene.Page
  /// The words of the act's sentence.
  let sentence: Range<Int>

  /// Longest list that names anyone in particular.
  private static let longest = 4

  /// The sides of each act; none where the list is too long.
  func sides(of sides: BoundSides, kind: EventKind, words: Range<Int>) -> [BoundSides] {
    guard isAddressed(kind), let one = sides.actorMention, let other = sides.counterpartMention else {
      return [sides]
    }
    let towards =
      other.words.lowerBound >= words.upperBound
      ? listed(behind: other, without: one.country) : listed(before: other, without: one.country)
    let by =
      isDoneApart(kind) && one.words.upperBound <= words.lowerBound
      ? listed(before: one, without: other.country) : [one]
    guard towards.count <= Counterparts.longest, by.count <= Counterparts.longest else { return [] }
    if towards.count > 1 { return towards.map { sides.towards($0) } }
    return by.count > 1 ? by.map { sides.by($0) } : [sides]
  }

  private func listed(behind first: SideMention, without actor: Country) -> [SideMention] {
    var listed = [first]
    var end = first.words.upperBound
    for side in page.sides where side.words.lowerBound >= end {
      guard sentence.contains(side.words.lowerBound), isJoined(end..<side.words.lowerBound) else { break }
      end = side.words.upperBound
      add(side, to: &listed, without: actor)
    }
    return listed
  }

  private func listed(before last: SideMention, without counterpart: Country) -> [SideMention] {
    var listed = [last]
    var start = last.words.lowerBound
    for side in page.sides.reversed() where side.words.upperBound <= start {
      guard sentence.contains(side.words.lowerBound), isJoined(side.words.upperBound..<start) else { break }
      start = side.words.lowerBound
      add(side, to: &listed, without: counterpart)
    }
    return listed.reversed()
  }

  private func add(_ side: SideMention, to listed: inout [SideMention], without left: Country) {
    if side.country != left, !listed.contains(where: { $0.country == side.country }) { listed.append(side) }
  }

  /// Acts that one state does towards another by name.
  private func isAddressed(_ kind: EventKind) -> Bool {
    switch kind {
    case .phoneCall, .message, .meeting, .visit, .aid, .credentials, .relations, .other: true
    case .talks, .agreement, .negotiation, .defence, .protest, .sanction, .incident,
      .commemoration:
      false
    }
  }

  /// Acts each of several does for itself; a meeting with several is one with them all.
  private func isDoneApart(_ kind: EventKind) -> Bool {
    switch kind {
    case .message, .credentials, .relations, .other: true
    case .phoneCall, .talks, .meeting, .visit, .agreement, .negotiation, .defence, .aid, .protest, .sanction,
      .incident, .commemoration:
      false
    }
  }

  /// Only commas and words for "and" between.
  private func isJoined(_ gap: Range<Int>) -> Bool {
    !gap.isEmpty && gap.count <= 3
      && gap.allSatisfy { index in
        page.passage.sign(at: index) == 44 || page.passage.signal(.and, at: index) != nil
          || page.passage.signal(.toward, at: index) != nil
      }
  }
}

extension BoundSides {
  fileprivate func towards(_ side: SideMention) -> BoundSides {
    BoundSides(
      actor: actor, counterpart: side.country, actorMention: actorMention, counterpartMention: side,
      isPaired: false)
  }

  fileprivate func by(_ side: SideMention) -> BoundSides {
    BoundSides(
      actor: side.country, counterpart: counterpart, actorMention: side,
      counterpartMention: counterpartMention, isPaired: false)
  }
}
