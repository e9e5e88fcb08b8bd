import Diplomacy
import Lexicons

/// Fills in the event around the chosen act: when, who, where, what about.
struct Telling {
  let scene: Scene
  let article: Article
  let act: Act

  func events(sides: [Country], ranked: [Country], judge: PartiesJudge) -> [Event] {
    let pairs = counterparts(sides: sides, ranked: ranked, judge: judge)
    return pairs.compactMap(event)
  }

  private var passage: Scene.Passage { scene.passages[act.passage] }

  /// One message to several named countries is one event with each.
  private func counterparts(sides: [Country], ranked: [Country], judge: PartiesJudge) -> [Parties] {
    let usual = ordered(sides[0], sides[1])
    guard act.kind == .message || act.kind == .visit || act.kind == .meeting, let usual else {
      return [usual].compactMap { $0 }
    }
    let holders = holdersByCountry()
    let top = sides.contains(.vietNam) ? Country.vietNam : sides[0]
    let others = ranked.dropFirst(0).filter { country in
      country != top && (holders[country] ?? 0) > 0
        && (judge.weights[country] ?? 0) > (judge.weights[sides[1]] ?? 0) * (act.kind == .message ? 0.2 : 0.6)
    }
    guard act.kind == .message || act.kind == .visit || act.kind == .meeting, (2...4).contains(others.count),
      others.contains(where: sides.contains)
    else {
      return [usual]
    }
    return others.compactMap { ordered(top, $0) }
  }

  private func holdersByCountry() -> [Country: Int] {
    var holders: [Country: Int] = [:]
    for passage in scene.passages.prefix(8) {
      for person in passage.people { if let country = person.country { holders[country, default: 0] += 1 } }
    }
    return holders
  }

  /// Viet Nam first where the act is mutual, else whoever is named first in the sentence of the act.
  private func ordered(_ one: Country, _ other: Country) -> Parties? {
    let isMutual = [.phoneCall, .talks, .meeting, .agreement, .negotiation, .commemoration].contains(act.kind)
    if isMutual && other == .vietNam { return Parties(other, one) }
    if isMutual && one == .vietNam { return Parties(one, other) }
    let first = firstPlace(of: one)
    let second = firstPlace(of: other)
    return first <= second ? Parties(one, other) : Parties(other, one)
  }

  private func firstPlace(of country: Country) -> Int {
    let named = passage.countries.filter { $0.country == country }.map(\.words.lowerBound)
    let held = passage.people.filter { $0.country == country }.map(\.words.lowerBound)
    return (named + held).min() ?? Int.max
  }

  private func event(_ parties: Parties) -> Event? {
    var evidence = [Evidence(field: .kind, span: passage.words.span(act.words), rule: "earliest act named")]
    let when = day(parties)
    if let (mention, place) = when {
      evidence.append(
        Evidence(
          field: .date, span: scene.passages[place].words.span(mention.words), rule: "day beside the act"))
    }
    let people = participants(parties)
    for (_, span) in people {
      evidence.append(Evidence(field: .people, span: span, rule: "office and name of a side"))
    }
    for country in parties.both {
      if let span = firstSpan(of: country) {
        evidence.append(Evidence(field: .parties, span: span, rule: "sides of the act"))
      }
    }
    let (level, levelSpan) = level(parties, people)
    if let levelSpan {
      evidence.append(Evidence(field: .level, span: levelSpan, rule: "highest office taking part"))
    }
    let place = place(parties)
    if let place { evidence.append(Evidence(field: .place, span: place.span, rule: "place beside the act")) }
    let others = Set(scene.passages.flatMap { $0.countries.map(\.country) }).subtracting(parties.both)
      .sorted()
    return Event(
      date: when?.0.date ?? article.published, end: when?.0.end, kind: act.kind, subkind: act.subkind,
      status: status(), level: level, parties: parties, host: place?.place.country, people: people.map(\.0),
      place: place?.place, topics: topics(), mentionedCountries: others, evidence: evidence)
  }

  private func firstSpan(of country: Country) -> TextSpan? {
    for passage in [self.passage] + scene.passages {
      if let mention = passage.countries.first(where: { $0.country == country }) {
        return passage.words.span(mention.words)
      }
      if let person = passage.people.first(where: { $0.country == country }) {
        return passage.words.span(person.words)
      }
    }
    return nil
  }

  /// The day in a sentence with the same kind of act, then beside any act, then the first day near the head.
  private func day(_ parties: Parties) -> (DateMention, Int)? {
    var best: (mention: DateMention, place: Int, score: Double)?
    for (place, passage) in scene.passages.prefix(10).enumerated() {
      for mention in passage.dates where mention.date.precision == .day || article.published?.day == nil {
        var score = 6 - Double(place) * 1.1
        let sentence = passage.words.sentence(of: mention.words)
        for finding in passage.words.findings where passage.words.sentence(of: finding.words) == sentence {
          guard case .cue(let kind, _, _) = finding.meaning else { continue }
          let gap = abs(finding.words.lowerBound - mention.words.lowerBound)
          score += (kind == act.kind ? 4 : 0.5) / (1 + Double(gap) / 40)
        }
        let isSided =
          passage.countries.contains {
            parties.contains($0.country) && passage.words.sentence(of: $0.words) == sentence
          }
          || passage.people.contains {
            $0.country.map(parties.contains) == true && passage.words.sentence(of: $0.words) == sentence
          }
        if isSided { score += 1 }
        if place == act.passage { score += 1.5 }
        if mention.date.precision != .day { score -= 1.5 }
        if let published = article.published {
          let gap = abs(mention.date.earliest.ordinal - published.earliest.ordinal)
          score -= gap > 40 ? 5 : gap > 7 ? 2 : 0
        }
        if score > best?.score ?? 2.5 { best = (mention, place, score) }
      }
    }
    return best.map { ($0.mention, $0.place) }
  }

  private func participants(_ parties: Parties) -> [(Person, TextSpan)] {
    var people: [(Person, TextSpan)] = []
    for passage in scene.passages.prefix(6) {
      let acts = PartiesJudge.actSentences(passage.words)
      for mention in passage.people where !mention.name.isEmpty {
        let side = mention.country ?? opposite(of: mention, in: passage, parties)
        guard let side, parties.contains(side), isName(mention.name) else { continue }
        let isActing =
          acts.contains(passage.words.sentence(of: mention.words)) || passage.words.part == .caption
          || (mention.level == .other && (act.kind == .protest || act.kind == .relations))
        if let known = people.firstIndex(where: { isSame($0.0.name, mention.name) }) {
          if mention.title.utf8.count > people[known].0.title.utf8.count, people[known].0.name == mention.name
          {
            people[known].0 = Person(name: mention.name, title: mention.title, country: side)
          }
        } else if isActing, people.count < 8 {
          people.append(
            (
              Person(name: mention.name, title: mention.title, country: side),
              passage.words.span(mention.words)
            ))
        }
      }
    }
    return people
  }

  /// One whose side no word gives faces the one named before: "the counterpart".
  private func opposite(of mention: PersonMention, in passage: Scene.Passage, _ parties: Parties) -> Country?
  {
    let sentence = passage.words.sentence(of: mention.words)
    let before = passage.people.last {
      $0.words.upperBound <= mention.words.lowerBound && passage.words.sentence(of: $0.words) == sentence
    }
    guard let side = before?.country, parties.contains(side) else { return nil }
    return side == parties.first ? parties.second : parties.first
  }

  private func isName(_ name: String) -> Bool {
    name.utf8.contains { (97...122).contains($0) }
      && (name.contains(" ") || name.contains("-")
        || (name.utf8.count > 3 && name.utf8.allSatisfy { $0 < 128 }))
  }

  private func isSame(_ one: String, _ other: String) -> Bool {
    one == other || one.hasSuffix(other) || other.hasSuffix(one) || one.hasPrefix(other)
  }

  /// The highest office among those who take part, of the visitor's side for a visit; offices without a name count
  /// where nobody is named.
  private func level(_ parties: Parties, _ people: [(Person, TextSpan)]) -> (ProtocolLevel, TextSpan?) {
    let isVisitors = act.kind == .visit || act.kind == .defence
    let names = Set(people.map(\.0.name))
    var named: (ProtocolLevel, TextSpan?) = (.other, nil)
    var nameless: (ProtocolLevel, TextSpan?) = (.other, nil)
    for passage in scene.passages.prefix(6) {
      let acts = PartiesJudge.actSentences(passage.words)
      for person in passage.people {
        guard let country = person.country, isVisitors ? country == parties.first : parties.contains(country)
        else { continue }
        let span = passage.words.span(person.words)
        if names.contains(person.name), person.level > named.0 || named.1 == nil {
          named = (person.level, span)
        }
        if acts.contains(passage.words.sentence(of: person.words)), person.level > nameless.0 {
          nameless = (person.level, span)
        }
      }
    }
    if named.1 == nil, nameless.1 == nil, isVisitors, !people.isEmpty { return nearest() }
    return named.1 == nil ? nameless : named
  }

  /// The first office of the article, where the visitor's own is not given.
  private func nearest() -> (ProtocolLevel, TextSpan?) {
    for passage in scene.passages.prefix(3) {
      if let person = passage.people.first { return (person.level, passage.words.span(person.words)) }
    }
    return (.other, nil)
  }

  private func status() -> EventStatus {
    let sentence = passage.words.sentence(of: act.words)
    var status = EventStatus.held
    for finding in passage.words.findings where passage.words.sentence(of: finding.words) == sentence {
      let gap = act.words.lowerBound - finding.words.upperBound
      if finding.meaning == .signal(.cancelled), (0...3).contains(gap) { return .cancelled }
      if finding.meaning == .signal(.future), (0...4).contains(gap),
        act.kind == .visit || act.kind == .defence
      {
        status = .planned
      }
    }
    return status
  }

  private func place(_ parties: Parties) -> (place: Place, span: TextSpan)? {
    guard
      [.talks, .meeting, .visit, .agreement, .negotiation, .credentials, .defence, .commemoration].contains(
        act.kind)
    else { return nil }
    for passage in scene.passages.prefix(6) {
      let acts = PartiesJudge.actSentences(passage.words)
      for mention in passage.countries where mention.form == .seat {
        guard PartiesJudge.isSited(mention.words, passage.words),
          acts.contains(passage.words.sentence(of: mention.words))
        else { continue }
        return (
          Place(name: passage.words.string(mention.words), country: mention.country),
          passage.words.span(mention.words)
        )
      }
    }
    return visited(parties)
  }

  /// The country right behind a word of visiting or of place.
  private func visited(_ parties: Parties) -> (place: Place, span: TextSpan)? {
    for passage in scene.passages.prefix(6) {
      let visits = passage.words.findings.filter {
        if case .cue(.visit, _, _) = $0.meaning { true } else { false }
      }
      for mention in passage.countries where mention.form == .name && parties.contains(mention.country) {
        let isVisited = visits.contains { (0...1).contains(mention.words.lowerBound - $0.words.upperBound) }
        guard isVisited || PartiesJudge.isSited(mention.words, passage.words) else { continue }
        return (Place(name: nil, country: mention.country), passage.words.span(mention.words))
      }
    }
    return nil
  }

  private func topics() -> [Topic] {
    var found: [Topic] = []
    for passage in scene.passages.prefix(12) where passage.words.part != .caption {
      for finding in passage.words.findings {
        if case .topic(let topic) = finding.meaning, !found.contains(topic) { found.append(topic) }
      }
    }
    return found
  }
}
