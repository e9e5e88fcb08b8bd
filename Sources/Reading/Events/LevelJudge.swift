import Diplomacy

/// The rank of the visitor for a visit, else the highest rank among those who act or take part on either side.
struct LevelJudge {
  let scene: Scene
  let act: Act
  let participants: [PeopleJudge.Candidate]

  func level() -> (level: ProtocolLevel, span: TextSpan?) {
    let isVisitors = act.kind == .visit || act.kind == .defence
    let sure = participants.filter { $0.points >= 0 }
    let counted = (sure.isEmpty ? participants : sure).filter {
      !isVisitors || $0.person.country == act.sides.actor
    }
    var best: (level: ProtocolLevel, span: TextSpan?) = (.other, nil)
    for one in counted where best.span == nil || one.level > best.level {
      best = (one.level, scene.pages[one.page].passage.span(one.words))
    }
    for (place, mention) in offices() where best.span == nil || mention.level > best.level {
      if isVisitors && mention.country != act.sides.actor { continue }
      best = (mention.level, scene.pages[place].passage.span(mention.words))
    }
    return best
  }

  /// Offices beside the act that belong to a side, named or not.
  private func offices() -> [(Int, PersonMention)] {
    let page = scene.pages[act.page]
    return page.people.compactMap { mention in
      guard page.passage.sentence(of: mention.words) == act.sentence, let country = mention.country,
        country == act.sides.actor || country == act.sides.counterpart, mention.nameWords == nil
      else { return nil }
      return (act.page, mention)
    }
  }
}
