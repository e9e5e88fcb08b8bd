import Diplomacy
import Lexicons

// The order of judgement: paragraphs -> names of countries, people, days (Scene) -> candidate acts with their sides
// (ActFinder) -> the acts that are news (NewsJudge) -> the kind of each (KindJudge) -> day, people, level, place, topics, promises of each (EventTeller).

/// Reads bilateral events out of an article, the way a coder does. Pure; every finding keeps the words it rests on.
package struct EventReader: Sendable {
  private let news: NewsJudge
  private let kinds: KindJudge
  private let days: Balance<DayMark>
  private let people: PeopleJudge.Measure
  private let topics: TopicJudge.Measure

  package init(_ weights: Weights = .standard) {
    news = NewsJudge(weights)
    kinds = KindJudge(weights)
    days = Balance(weights)
    people = PeopleJudge.Measure(weights)
    topics = TopicJudge.Measure(weights)
  }

  /// In the order of their points, at most one for each pair of states and day.
  package func events(in article: Article) -> [Event] {
    guard let scene = Scene(article) else { return [] }
    let focus = Focus(scene)
    let acts = news.weighed(ActFinder(scene: scene, focus: focus).acts())
    var events: [Event] = []
    for act in news.news(acts) {
      let teller = EventTeller(
        scene: scene, focus: focus, act: kinds.act(of: act, among: acts, in: scene), acts: acts,
        days: DayJudge(scene, days),
        people: PeopleJudge(scene, people), topics: TopicJudge(scene, topics))
      for event in teller.events() where !events.contains(where: { $0.isSameAct(as: event) }) {
        events.append(event)
      }
    }
    return events
  }
}

extension Event {
  fileprivate func isSameAct(as other: Event) -> Bool {
    parties.dyad == other.parties.dyad && date == other.date
  }
}
