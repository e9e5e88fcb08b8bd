import Diplomacy
import Lexicons

// The order of judgement: paragraphs -> names of countries, people, days (Scene) -> candidate acts with their sides
// (ActFinder) -> the acts that are news (NewsJudge) -> the kind of each (KindJudge) -> its day, people, level, place,
// topics and promises (EventTeller).

/// Reads bilateral events out of an article, the way a coder does. Pure; every finding keeps the words it rests on.
package struct EventReader: Sendable {
  private let news: NewsJudge
  private let kinds: KindJudge
  private let days: Balance<DayMark>
  private let people: Measure<PersonMark>
  private let topics: Measure<TopicMark>
  private let mentions: Measure<MentionMark>
  private let leastOfFurtherDay: Double

  package init(_ weights: Weights = .standard) {
    news = NewsJudge(weights)
    kinds = KindJudge(weights)
    days = Balance(weights)
    people = Measure(weights)
    topics = Measure(weights)
    mentions = Measure(weights)
    leastOfFurtherDay = weights["news.least-further-day"]
  }

  /// In the order of their points, at most one for each pair of states and day.
  package func events(in article: Article) -> [Event] {
    guard let reading = Weighing(article, news) else { return [] }
    return events(of: reading)
  }

  /// The events with what they rest on, and the acts that were weighed.
  package func explanation(of article: Article) -> Explanation {
    guard let reading = Weighing(article, news) else {
      return Explanation(article: article, events: [], acts: [])
    }
    let acts = reading.acts.sorted { $0.points > $1.points }.compactMap {
      news.weighed($0, in: reading.scene)
    }
    return Explanation(article: article, events: events(of: reading), acts: acts)
  }

  /// One reading of an article, up to the candidate acts.
  private struct Weighing {
    let scene: Scene
    let focus: Focus
    let acts: [Act]

    init?(_ article: Article, _ news: NewsJudge) {
      guard let scene = Scene(article.beginning) else { return nil }
      self.scene = scene
      focus = Focus(scene)
      acts = news.weighed(ActFinder(scene: scene, focus: focus).acts())
    }
  }

  private func events(of reading: Weighing) -> [Event] {
    var events: [Event] = []
    let days = DayJudge(reading.scene, days, acts: reading.acts)
    let news = news.news(reading.acts).map { kinds.act(of: $0, among: reading.acts, in: reading.scene) }
    for act in news { tell(act, reading, days, &events) }
    let further = FurtherDays(scene: reading.scene, acts: reading.acts, days: days, least: leastOfFurtherDay)
    for act in news {
      if let other = further.act(beside: act, events) { tell(other, reading, days, &events) }
    }
    return events
  }

  private func tell(_ act: Act, _ reading: Weighing, _ days: DayJudge, _ events: inout [Event]) {
    let teller = EventTeller(
      scene: reading.scene, focus: reading.focus, act: act, acts: reading.acts, days: days,
      people: PeopleJudge(reading.scene, people), topics: TopicJudge(reading.scene, topics),
      mentions: MentionJudge(reading.scene, reading.focus, mentions))
    guard let event = teller.event(), !events.contains(where: { $0.isSameAct(as: event) }) else { return }
    events.append(event)
  }
}

extension Article {
  /// The paragraphs in which events are looked for.
  fileprivate var beginning: Article {
    var left = Limits.codedBytes
    let end = paragraphs.firstIndex { paragraph in
      left -= paragraph.text.utf8.count
      return left < 0
    }
    guard let end else { return self }
    return Article(
      published: published, title: title, paragraphs: Array(paragraphs[..<end]), language: language,
      source: source)
  }
}

extension Event {
  fileprivate func isSameAct(as other: Event) -> Bool {
    parties.dyad == other.parties.dyad && date == other.date
  }
}
