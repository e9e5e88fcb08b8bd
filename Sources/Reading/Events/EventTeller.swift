import Diplomacy
import Lexicons

/// Fills in the events of one act: with whom, when, who, at what level, where, about what.
struct EventTeller {
  let scene: Scene
  let focus: Focus
  let act: Act
  /// All candidates of the article.
  let acts: [Act]
  let days: DayJudge
  let people: PeopleJudge
  let topics: TopicJudge
  let mentions: MentionJudge

  func events() -> [Event] {
    Counterparts(scene: scene, act: act).countries().compactMap { event(with: $0) }
  }

  private func event(with counterpart: Country) -> Event? {
    var act = act
    if counterpart != act.sides.counterpart {
      act = act.towards(counterpart)
    }
    guard let parties = ordered(act.sides) else { return nil }
    var evidence = [span(act.words, .kind, "act with the most marks of news")]
    let day = days.day(of: act)
    if let day {
      evidence.append(
        Evidence(
          field: .date, span: scene.pages[day.page].passage.span(day.date.words),
          rule: day.date.isSpoken ? "day told from that of the report" : "day beside the act"))
    }
    let date = day?.date.date ?? scene.reported
    let participants = people.participants(in: act)
    evidence += sideEvidence(act)
    evidence += participants.map {
      Evidence(
        field: .people, span: scene.pages[$0.page].passage.span($0.words),
        rule: "name of a side where the act is told")
    }
    let level = LevelJudge(scene: scene, act: act, participants: participants).level()
    if let span = level.span {
      evidence.append(Evidence(field: .level, span: span, rule: "highest office taking part"))
    }
    let place = PlaceJudge(scene: scene, act: act).place()
    if let place { evidence.append(Evidence(field: .place, span: place.span, rule: place.rule)) }
    let topics = topics.topics(of: act)
    evidence += topics.map { Evidence(field: .topics, span: $0.span, rule: "subject named near the act") }
    let commitments = CommitmentJudge(scene: scene, act: act, date: date).commitments()
    evidence += commitments.map {
      Evidence(field: .commitments, span: $0.span, rule: "sum or day that is promised")
    }
    let mentions = mentions.mentions(beside: act, on: date)
    evidence += mentions.map { Evidence(field: .mentions, span: $0.span, rule: "another day with an act") }
    return Event(
      date: date, end: day?.date.end, kind: act.kind, subkind: subkind(act),
      status: StatusJudge(scene: scene).status(of: act, on: date), level: level.level, parties: parties,
      host: act.kind == .incident ? nil : place?.place.country, people: participants.map(\.person),
      place: place?.place,
      topics: topics.map(\.topic), commitments: commitments.map(\.commitment),
      mentions: mentions.map(\.mention),
      mentionedCountries: focus.countries.filter { !parties.contains($0) }.sorted(), evidence: evidence)
  }

  private func span(_ words: Range<Int>, _ field: Evidence.Field, _ rule: String) -> Evidence {
    Evidence(field: field, span: scene.pages[act.page].passage.span(words), rule: rule)
  }

  private func sideEvidence(_ act: Act) -> [Evidence] {
    let mentions = [act.sides.actorMention, act.sides.counterpartMention]
    let countries = [act.sides.actor, act.sides.counterpart]
    return zip(mentions, countries).compactMap { mention, country in
      if let mention { return span(mention.words, .parties, "side of the act in its sentence") }
      for page in scene.pages {
        guard let side = page.sides.first(where: { $0.country == country }) else { continue }
        return Evidence(
          field: .parties, span: page.passage.span(side.words), rule: "side the article is about")
      }
      return nil
    }
  }

  /// Viet Nam first where the act is mutual, else the actor.
  private func ordered(_ sides: BoundSides) -> Parties? {
    let isMutual = [.phoneCall, .talks, .meeting, .agreement, .negotiation, .commemoration].contains(act.kind)
    if isMutual, sides.counterpart == .vietNam { return Parties(sides.counterpart, sides.actor) }
    return Parties(sides.actor, sides.counterpart)
  }

  /// That of the words, else that of another word for the same act.
  private func subkind(_ act: Act) -> Subkind? {
    if let subkind = act.subkind { return subkind }
    return acts.first { $0.kind == act.kind && $0.subkind != nil && $0.sides.dyad == act.sides.dyad }?.subkind
  }
}

extension Act {
  /// The same act towards another state.
  func towards(_ country: Country) -> Act {
    Act(
      kind: kind, subkind: subkind, page: page, words: words, sentence: sentence, plainness: plainness,
      sides: BoundSides(
        actor: sides.actor, counterpart: country, actorMention: sides.actorMention, counterpartMention: nil,
        isPaired: false), marks: marks, points: points)
  }
}
