/// What one article adds to the table: counts for every line, and in words where gold and prediction part.
struct ArticleComparison {
  private(set) var tallies: [ScoreLine: Tally] = [:]
  private(set) var differences: [(subject: String, text: String)] = []
  private(set) var hasPublished = false
  private(set) var hasLanguage = false
  private let gold: [AnnotatedEvent]
  private let predicted: [AnnotatedEvent]

  init(gold article: AnnotatedArticle, prediction: AnnotatedArticle?) {
    gold = article.events ?? []
    predicted = prediction?.events ?? []
    compareHeads(article, prediction)
    let alignment = EventAlignment(gold, predicted)
    comparePairs(alignment)
    compareRest(alignment)
    comparePeople()
    compareCommitments()
    compareMentions()
    compareTriples()
  }

  private mutating func count(_ line: ScoreLine, _ right: Int, predicted: Int, gold: Int) {
    tallies[line, default: Tally()].add(Tally(right: right, predicted: predicted, gold: gold))
  }

  private mutating func differ(_ line: ScoreLine, _ text: String) { differ(line.rawValue, text) }
  private mutating func differ(_ subject: String, _ text: String) { differences.append((subject, text)) }

  private mutating func compareHeads(_ article: AnnotatedArticle, _ prediction: AnnotatedArticle?) {
    if let prediction {
      hasPublished = prediction.published == article.published
      if !hasPublished { differ("published", gotten(article.published, prediction.published)) }
    } else {
      differ("article", "no prediction")
    }
    hasLanguage = prediction?.language == article.language
    count(
      .bilateral, !gold.isEmpty && !predicted.isEmpty ? 1 : 0, predicted: predicted.isEmpty ? 0 : 1,
      gold: gold.isEmpty ? 0 : 1)
    if gold.isEmpty != predicted.isEmpty {
      differ(.bilateral, "gold has \(gold.count) event(s), got \(predicted.count)")
    }
  }

  private mutating func comparePairs(_ alignment: EventAlignment) {
    for line in [ScoreLine.dyad, .date, .kind, .level, .status] {
      count(line, 0, predicted: predicted.count, gold: gold.count)
    }
    for pair in alignment.pairs {
      let (one, other) = (gold[pair.gold], predicted[pair.predicted])
      if one.sides == other.sides {
        count(.dyad, 1, predicted: 0, gold: 0)
      } else {
        differ(.dyad, "gold \(one.phrase), got \(other.phrase)")
      }
      compareField(.date, one.date, other.date, one)
      compareField(.kind, one.kind, other.kind, one)
      compareField(.level, one.level, other.level, one)
      compareField(.status, one.statusOrHeld, other.statusOrHeld, one)
      compareSubkind(one, other)
    }
  }

  private mutating func compareField(
    _ line: ScoreLine, _ one: String?, _ other: String?, _ event: AnnotatedEvent
  ) {
    if one == other {
      count(line, 1, predicted: 0, gold: 0)
    } else {
      differ(line, "\(gotten(one, other)) (\(event.phrase))")
    }
  }

  private mutating func compareSubkind(_ one: AnnotatedEvent, _ other: AnnotatedEvent) {
    guard let subkind = one.subkind, !subkind.isEmpty else { return }
    count(.subkind, subkind == other.subkind ? 1 : 0, predicted: other.subkind == nil ? 0 : 1, gold: 1)
    if subkind != other.subkind { differ(.subkind, gotten(subkind, other.subkind)) }
  }

  /// The lines that count a side alone too: events without a partner, hosts, places, topics.
  private mutating func compareRest(_ alignment: EventAlignment) {
    let met = (gold: Set(alignment.pairs.map(\.gold)), predicted: Set(alignment.pairs.map(\.predicted)))
    for pair in alignment.pairs { compareSurroundings(gold[pair.gold], predicted[pair.predicted]) }
    for (index, event) in gold.enumerated() where !met.gold.contains(index) {
      differ("event", "missed \(event.phrase)")
      if event.subkind?.isEmpty == false { count(.subkind, 0, predicted: 0, gold: 1) }
      compareSurroundings(event, nil)
    }
    for (index, event) in predicted.enumerated() where !met.predicted.contains(index) {
      differ("event", "spurious \(event.phrase)")
      compareSurroundings(nil, event)
    }
  }

  private mutating func compareSurroundings(_ one: AnnotatedEvent?, _ other: AnnotatedEvent?) {
    let places = [
      (ScoreLine.host, one?.host, other?.host), (.placeCountry, one?.place?.country, other?.place?.country),
    ]
    for (line, wanted, got) in places {
      count(
        line, wanted != nil && wanted == got ? 1 : 0, predicted: got == nil ? 0 : 1,
        gold: wanted == nil ? 0 : 1)
      if wanted != got, let one, other != nil { differ(line, "\(gotten(wanted, got)) (\(one.phrase))") }
    }
    let (wanted, got) = (one?.subjects ?? [], other?.subjects ?? [])
    count(.topics, wanted.intersection(got).count, predicted: got.count, gold: wanted.count)
    if wanted != got, one != nil, other != nil {
      differ(.topics, "missed \(list(wanted.subtracting(got))); spurious \(list(got.subtracting(wanted)))")
    }
  }

  private mutating func comparePeople() {
    compareLists(.people, NameKey.distinct(in: gold), NameKey.distinct(in: predicted), phrase: \.name) {
      $0.isSame(as: $1)
    }
  }

  private mutating func compareCommitments() {
    func scored(_ events: [AnnotatedEvent]) -> [AnnotatedCommitment] {
      events.flatMap { $0.commitments ?? [] }.filter(\.isScored)
    }
    compareLists(.commitments, scored(gold), scored(predicted), phrase: \.phrase) { $0.isSame(as: $1) }
  }

  private mutating func compareMentions() {
    func dates(_ events: [AnnotatedEvent]) -> [String?] {
      Set(events.flatMap { $0.mentions ?? [] }.map(\.date)).sorted { ($0 ?? "") < ($1 ?? "") }
    }
    compareLists(.mentions, dates(gold), dates(predicted), phrase: { $0 ?? "-" }, isSame: ==)
  }

  private mutating func compareTriples() {
    func triple(_ event: AnnotatedEvent) -> [String?] { event.sides.sorted() + [event.date, event.kind] }
    compareLists(.triple, gold, predicted, phrase: \.phrase) { triple($0) == triple($1) }
  }

  private mutating func compareLists<Item>(
    _ line: ScoreLine, _ gold: [Item], _ predicted: [Item], phrase: (Item) -> String,
    isSame: (Item, Item) -> Bool
  ) {
    let paired = PairedOff(gold, predicted, isSame: isSame)
    count(line, paired.hits, predicted: predicted.count, gold: gold.count)
    for item in paired.missed { differ(line, "missed \(phrase(item))") }
    for item in paired.spurious { differ(line, "spurious \(phrase(item))") }
  }
}

private func gotten(_ one: String?, _ other: String?) -> String { "gold \(one ?? "-"), got \(other ?? "-")" }
private func list(_ words: Set<String>) -> String {
  words.isEmpty ? "-" : words.sorted().joined(separator: ", ")
}
