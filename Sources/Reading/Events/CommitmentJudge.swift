import Diplomacy
import Lexicons

/// What the sides promise in this act with a sum or a day: a sentence with a word of pledging, not one that counts what has
/// been traded, tells of former years, of companies, of others, or of force and sanctions, and a day that lies ahead. A day
/// alone is a promise only where something is agreed for it that is no visit or meeting: those are acts themselves.
struct CommitmentJudge {
  typealias Found = (commitment: Commitment, span: TextSpan)

  let scene: Scene
  let act: Act
  let date: PartialDate?

  func commitments() -> [Found] {
    guard mayPromise else { return [] }
    var found: [Found] = []
    for page in scene.pages where page.passage.part != .caption && page.depth <= CommitmentJudge.deepest {
      let reader = SumReader(passage: page.passage)
      let goods = act.kind == .aid ? reader.goods() : []
      var told: Set<Int> = []
      for sum in reader.sums() + goods where !isConversion(sum, page.passage) {
        let sentence = page.passage.sentence(of: sum.words)
        guard isPromised(sum.words, sentence, page) else { continue }
        told.insert(sentence)
        add(sum, due(sentence, page), sentence, page, to: &found)
      }
      for day in page.dates where isDue(day, page) && isSet(day, page) {
        let sentence = page.passage.sentence(of: day.words)
        guard !told.contains(sentence), isPromised(day.words, sentence, page), isAgreed(sentence, page) else {
          continue
        }
        told.insert(sentence)
        add(nil, day.date, sentence, page, at: day.words, to: &found)
      }
    }
    return found
  }

  /// Paragraphs from the head in which promises of the act are told.
  private static let deepest = 16

  private func add(
    _ sum: Sum?, _ due: PartialDate?, _ sentence: Int, _ page: Scene.Page, at words: Range<Int>? = nil,
    to found: inout [Found]
  ) {
    guard let words = sum?.words ?? words else { return }
    let isTold = found.contains { $0.commitment.amount == sum?.amount && $0.commitment.due == due }
    guard !isTold else { return }
    let commitment = Commitment(
      text: clause(words, sentence, page), amount: sum?.amount, currency: sum?.currency?.code, due: due)
    found.append((commitment, page.passage.span(words)))
  }

  /// The same sum in another currency, in brackets.
  private func isConversion(_ sum: Sum, _ passage: Passage) -> Bool {
    (1...3).contains { passage.sign(at: sum.words.lowerBound - $0) == 40 }
  }

  /// One does not promise by protest, sanction or force, nor in what is yet to come or called off.
  private var mayPromise: Bool {
    switch act.kind {
    case .protest, .sanction, .incident: false
    case .phoneCall, .talks, .meeting, .visit, .message, .agreement, .negotiation, .relations, .credentials,
      .defence, .aid, .commemoration, .other:
      !act.marks.values.contains { $0.mark == .cancelled }
    }
  }

  private func isPromised(_ words: Range<Int>, _ sentence: Int, _ page: Scene.Page) -> Bool {
    var isPledged = false
    for finding in page.passage.findings(in: page.passage.words(ofSentence: sentence)) {
      switch finding.meaning {
      case .signal(.pledge), .signal(.agreed): isPledged = true
      case .signal(.statistic): return false
      case .cue(.sanction, .imposed, let plainness), .cue(.incident, _, let plainness):
        if plainness.level > 8 { return false }
      case .signal(.unpledged): if isInClause(finding.words, before: words, page.passage) { return false }
      case .cue(.aid, _, _): if act.kind == .aid { isPledged = true }
      default: break
      }
    }
    let isOld = page.dates.contains {
      page.passage.sentence(of: $0.words) == sentence && isPast($0.date)
    }
    return isPledged && !isOld && !isOfOthers(sentence, page)
  }

  /// No comma parts them.
  private func isInClause(_ one: Range<Int>, before other: Range<Int>, _ passage: Passage) -> Bool {
    one.upperBound <= other.lowerBound
      && !(one.upperBound..<other.lowerBound).contains { passage.sign(at: $0) == 44 }
  }

  /// States are named in the sentence, and neither is a party.
  private func isOfOthers(_ sentence: Int, _ page: Scene.Page) -> Bool {
    let named = page.sides.filter { page.passage.sentence(of: $0.words) == sentence }.map(\.country)
    return !named.isEmpty && !named.contains { $0 == act.sides.actor || $0 == act.sides.counterpart }
  }

  /// Something is agreed, and it is neither a visit nor a meeting.
  private func isAgreed(_ sentence: Int, _ page: Scene.Page) -> Bool {
    var isAgreed = false
    for finding in page.passage.findings(in: page.passage.words(ofSentence: sentence)) {
      switch finding.meaning {
      case .signal(.agreed): isAgreed = true
      case .cue(.visit, _, let plainness), .cue(.meeting, _, let plainness),
        .cue(.phoneCall, _, let plainness):
        if plainness.level > 3 { return false }
      default: break
      }
    }
    return isAgreed
  }

  private func isPast(_ day: PartialDate) -> Bool {
    guard let date else { return false }
    return date.earliest.ordinal - day.latest.ordinal > 60
  }

  /// A day or year that lies after the act.
  private func isDue(_ day: DateMention, _ page: Scene.Page) -> Bool {
    guard let date else { return false }
    return (day.end ?? day.date).latest > date.latest && day.date.earliest > date.latest
  }

  /// Behind a word of deadlines.
  private func isSet(_ day: DateMention, _ page: Scene.Page) -> Bool {
    page.passage.signal(.due, before: day.words.lowerBound) != nil
  }

  private func due(_ sentence: Int, _ page: Scene.Page) -> PartialDate? {
    let day = page.dates.first { page.passage.sentence(of: $0.words) == sentence && isDue($0, page) }
    return day.map { $0.end ?? $0.date }
  }

  /// From the comma before to the next one behind.
  private func clause(_ words: Range<Int>, _ sentence: Int, _ page: Scene.Page) -> String {
    let range = page.passage.words(ofSentence: sentence)
    var (start, end) = (words.lowerBound, words.upperBound)
    while start > range.lowerBound, !isBreak(start - 1, page.passage) { start -= 1 }
    while end < range.upperBound, !isBreak(end, page.passage) { end += 1 }
    return page.passage.string(start..<end)
  }

  private func isBreak(_ index: Int, _ passage: Passage) -> Bool {
    [44, 59, 46, 58].contains(passage.sign(at: index))
      && !(passage.isGlued(index) && passage.isGlued(index + 1))
  }
}
