import Diplomacy
import Lexicons

/// Fills in the event of one act: with whom, when, who, at what level, where, about what.
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

  func event() -> Event? {
    guard let parties = ordered(act.sides) else { return nil }
    let day = days.day(of: act)
    let date = day?.date.date ?? scene.reported
    let status = StatusJudge(scene: scene).status(of: act, on: date)
    let (subkind, subkindSpan) = subkind(act)
    let participants = people.participants(in: act)
    let level = LevelJudge(scene: scene, act: act, participants: participants).level()
    let place = PlaceJudge(scene: scene, act: act).place()
    let host = act.kind == .incident ? nil : place?.place.country
    let topics = topics.topics(of: act)
    let commitments = CommitmentJudge(scene: scene, act: act, date: date).commitments()
    let mentions = mentions.mentions(beside: act, on: date)

    var evidence = [span(act.words, .kind, "act with the most marks of news")] + sideEvidence(act)
    func rest(_ field: Evidence.Field, _ span: TextSpan?, _ rule: String) {
      if let span { evidence.append(Evidence(field: field, span: span, rule: rule)) }
    }
    if let day { evidence += dayEvidence(day) }
    evidence += statusEvidence(act, status, day)
    rest(.subkind, subkindSpan, "words for the act")
    rest(.level, level.span, "highest office taking part")
    rest(.place, place?.span, place?.rule ?? "")
    if host != nil { rest(.host, place?.span, place?.rule ?? "") }
    for one in participants {
      rest(.people, scene.pages[one.page].passage.span(one.words), "name of a side where the act is told")
    }
    for one in topics { rest(.topics, one.span, "subject named near the act") }
    for one in commitments { rest(.commitments, one.span, "sum or day that is promised") }
    for one in mentions { rest(.mentions, one.span, "another day with an act") }
    return Event(
      date: date, end: day?.date.end, kind: act.kind, subkind: subkind, status: status, level: level.level,
      parties: parties, host: host, people: participants.map(\.person), place: place?.place,
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

  /// That of the words, else that of another word for the same act; with those words.
  private func subkind(_ act: Act) -> (Subkind?, TextSpan?) {
    let shown =
      act.subkind == nil
      ? acts.first { $0.kind == act.kind && $0.subkind != nil && $0.sides.dyad == act.sides.dyad } : act
    guard let shown, shown.subkind != nil else { return (nil, nil) }
    return (shown.subkind, scene.pages[shown.page].passage.span(shown.words))
  }

  private func dayEvidence(_ day: DayJudge.Candidate) -> [Evidence] {
    let passage = scene.pages[day.page].passage
    let span = passage.span(day.date.words)
    let hasYear =
      day.date.date.precision == .year || passage.words[day.date.words].contains { ($0.number ?? 0) > 1000 }
    let rule =
      day.date.isSpoken
      ? "day told from that of the report"
      : hasYear
        ? "day beside the act" : "day beside the act, its year the one nearest to the report that fits"
    let date = Evidence(field: .date, span: span, rule: rule)
    return day.date.end == nil
      ? [date] : [date, Evidence(field: .end, span: span, rule: "last day of the same stretch")]
  }

  /// The word near the act that makes it planned or cancelled, else the day that lies ahead.
  private func statusEvidence(_ act: Act, _ status: EventStatus, _ day: DayJudge.Candidate?) -> [Evidence] {
    guard status != .held else { return [] }
    let passage = scene.pages[act.page].passage
    for finding in passage.findings(in: passage.words(ofSentence: act.sentence)) {
      guard (0...5).contains(act.words.lowerBound - finding.words.upperBound) else { continue }
      switch (finding.meaning, status) {
      case (.signal(.cancelled), .cancelled):
        return [span(finding.words, .status, "word of calling off by the act")]
      case (.signal(.future), .planned):
        return [span(finding.words, .status, "word of the future by the act")]
      default: continue
      }
    }
    guard status == .planned, let day else { return [] }
    return [
      Evidence(
        field: .status, span: scene.pages[day.page].passage.span(day.date.words),
        rule: "the day lies after that of the report")
    ]
  }
}
