import Diplomacy
import Lexicons

/// Reads bilateral events out of an article, the way a coder does: names, days, acts, then the event. Pure; every
/// finding keeps the words it rests on.
package struct EventReader: Sendable {
  package init() {}

  package func events(in article: Article) -> [Event] {
    let scene = Scene(article)
    let judge = PartiesJudge(scene)
    let ranked = judge.ranked
    guard ranked.count > 1, (judge.weights[ranked[1]] ?? 0) >= EventReader.leastSide else { return [] }
    let sides = Array(ranked.prefix(2))
    let acts = ActJudge(scene: scene, parties: sides).acts()
    guard let act = ActJudge.choose(acts),
      act.score >= (act.passage < 2 ? EventReader.leastHeadAct : EventReader.leastAct),
      NewsJudge(scene).isDiplomatic(act)
    else { return [] }
    return Telling(scene: scene, article: article, act: act).events(
      sides: sides, ranked: ranked, judge: judge)
  }

  /// Weight below which the second country is only named in passing.
  private static let leastSide = 3.0
  private static let leastAct = 3.4
  /// An act of the title or the lead needs less.
  private static let leastHeadAct = 3.0
}

/// Sport, courts, companies and home affairs use the words of diplomacy without being it.
struct NewsJudge {
  let away: Int
  let offices: Int
  let authorities: Int

  init(_ scene: Scene) {
    var away = 0
    var offices = 0
    var authorities = 0
    for passage in scene.passages.prefix(4) {
      offices += passage.people.count
      for finding in passage.words.findings {
        if finding.meaning == .signal(.away) { away += 1 }
        if finding.meaning == .signal(.domestic) { away += 1 }
        if finding.meaning == .signal(.authority) { authorities += 1 }
      }
    }
    self.away = away
    self.offices = offices
    self.authorities = authorities
  }

  func isDiplomatic(_ act: Act) -> Bool {
    offices * 3 + authorities > away && offices + authorities > 0
  }
}
