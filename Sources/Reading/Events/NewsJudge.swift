import Diplomacy
import Lexicons

/// The act with the most points is the news, if it has any; a further act is news in its own right only towards another
/// state, and needs more.
struct NewsJudge {
  private let balance: Balance<ActMark>
  private let least: Double
  private let leastFurther: Double
  private let behindBest: Double
  private let leastAlike: Double

  init(_ weights: Weights) {
    balance = Balance(weights)
    least = weights["news.least"]
    leastFurther = weights["news.least-further"]
    behindBest = weights["news.behind-best"]
    leastAlike = weights["news.least-alike"]
  }

  /// Acts with their points.
  func weighed(_ acts: [Act]) -> [Act] {
    acts.map { act in
      var act = act
      act.points = balance.points(act.marks)
      return act
    }
  }

  /// The act as it is told to a person.
  func weighed(_ act: Act, in scene: Scene) -> WeighedAct? {
    Parties(act.sides.actor, act.sides.counterpart).map {
      WeighedAct(
        kind: act.kind, parties: $0, span: scene.pages[act.page].passage.span(act.words), points: act.points,
        marks: balance.parts(act.marks))
    }
  }

  /// The acts reported as news, best first, at most one for each pair of states.
  func news(_ acts: [Act]) -> [Act] {
    let ranked = acts.enumerated().sorted {
      ($1.element.points, $0.offset) < ($0.element.points, $1.offset)
    }.map(\.element)
    guard let best = ranked.first, best.points >= least else { return [] }
    var news = [best]
    var told = Set([best.sides.dyad])
    for act in ranked.dropFirst() where news.count < NewsJudge.most {
      guard !told.contains(act.sides.dyad), act.sides.found == 2,
        isNews(act, beside: best) || acts.contains(where: { isListed(act, with: $0, of: best) })
      else { continue }
      told.insert(act.sides.dyad)
      news.append(act)
    }
    return news
  }

  /// An act of the same kind by one of the same sides needs less: a day of meetings, a round of telegrams.
  private func isNews(_ act: Act, beside best: Act) -> Bool {
    let sides = [best.sides.actor, best.sides.counterpart]
    let isAlike =
      act.kind == best.kind && (sides.contains(act.sides.actor) || sides.contains(act.sides.counterpart))
      && act.sides.actorMention?.level != nil && act.sides.counterpartMention?.level != nil
    return isAlike ? act.points >= leastAlike : act.points >= max(leastFurther, best.points - behindBest)
  }

  /// The same words tell the act of the best pair too: "to Laos, Peru and Cuba".
  private func isListed(_ act: Act, with other: Act, of best: Act) -> Bool {
    other.words == act.words && other.page == act.page && other.kind == best.kind
      && other.sides.dyad == best.sides.dyad
  }

  private static let most = 4
}
