import Diplomacy
import Lexicons

/// Those take part whose name stands where the act is told, on one of its two sides; bystanders are quoted far from it.
struct PeopleJudge {
  struct Candidate {
    var person: Person
    var level: ProtocolLevel
    let page: Int
    let words: Range<Int>
    var marks: Marks<PersonMark>
    var points = 0.0
  }
  private let scene: Scene
  private let measure: Measure<PersonMark>

  init(_ scene: Scene, _ measure: Measure<PersonMark>) {
    self.scene = scene
    self.measure = measure
  }

  /// Paragraphs from the head in which participants are named.
  private static let deepest = 9
  private static let most = 10

  func participants(in act: Act) -> [Candidate] {
    Array(candidates(for: act).filter { $0.points >= measure.least }.prefix(PeopleJudge.most))
  }

  /// One for each name, with the marks of all its mentions.
  func candidates(for act: Act) -> [Candidate] {
    var found: [Candidate] = []
    var seen: [[PersonMark]] = []
    var times: [Int] = []
    for (index, page) in scene.pages.enumerated() where page.depth <= PeopleJudge.deepest {
      for mention in page.people where mention.nameWords != nil {
        guard let side = side(of: mention, page, act), isName(mention.name) else { continue }
        let marks = marks(of: mention, page, index, act)
        if let known = found.firstIndex(where: { isSame($0.person.name, mention.name) }) {
          seen[known] += marks
          times[known] += 1
          improve(&found[known], with: mention, side)
        } else {
          found.append(
            Candidate(
              person: Person(name: mention.name, title: mention.title, country: side), level: mention.level,
              page: index, words: mention.words, marks: Marks()))
          seen.append(marks)
          times.append(1)
        }
      }
    }
    for index in found.indices { weigh(&found[index], seen[index], times[index], act) }
    return found
  }

  private func weigh(_ candidate: inout Candidate, _ seen: [PersonMark], _ times: Int, _ act: Act) {
    candidate.marks.set(.any)
    for mark in Set(seen) { candidate.marks.set(mark) }
    candidate.marks.set(.again, min(3, Double(times - 1)) / 3)
    candidate.marks.set(.actorSide, if: candidate.person.country == act.sides.actor)
    candidate.marks.set(.high, if: candidate.level > .legislature)
    candidate.marks.set(.low, if: candidate.level == .other)
    candidate.marks.set(
      .voice,
      if: act.kind == .protest && candidate.level == .other && candidate.person.country == act.sides.actor)
    candidate.marks.set(.untitled, if: candidate.person.title.isEmpty)
    candidate.marks.set(
      .meets, if: [.talks, .meeting, .phoneCall, .visit, .negotiation, .agreement].contains(act.kind))
    candidate.points = measure.balance.points(candidate.marks)
  }

  private func marks(of mention: PersonMention, _ page: Scene.Page, _ index: Int, _ act: Act) -> [PersonMark]
  {
    let passage = page.passage
    let sentence = passage.sentence(of: mention.words)
    var marks: [PersonMark] = []
    if index == act.page && sentence == act.sentence { marks.append(.actSentence) }
    if page.depth == 0 { marks.append(.title) }
    if page.depth == 1 { marks.append(.lead) }
    if page.depth == 2 { marks.append(.third) }
    if page.depth > 3 { marks.append(.deep) }
    if passage.part == .caption { marks.append(.caption) }
    for finding in passage.findings(in: passage.words(ofSentence: sentence)) {
      switch finding.meaning {
      case .cue(act.kind, _, _): marks.append(.sameKind)
      case .cue: marks.append(.otherKind)
      case .signal(.background): marks.append(.background)
      case .signal(.speech):
        if (0...3).contains(finding.words.lowerBound - mention.words.upperBound) { marks.append(.speaks) }
      default: break
      }
    }
    if isAmongSides(mention, act, index) { marks.append(.isSide) }
    return marks
  }

  private func isAmongSides(_ mention: PersonMention, _ act: Act, _ page: Int) -> Bool {
    guard page == act.page else { return false }
    return act.sides.actorMention?.words == mention.words
      || act.sides.counterpartMention?.words == mention.words
  }

  /// One whose side no word gives faces the one named before: "the counterpart".
  private func side(of mention: PersonMention, _ page: Scene.Page, _ act: Act) -> Country? {
    let parties = [act.sides.actor, act.sides.counterpart]
    if let country = mention.country { return parties.contains(country) ? country : nil }
    let sentence = page.passage.sentence(of: mention.words)
    let before = page.people.last {
      $0.words.upperBound <= mention.words.lowerBound && page.passage.sentence(of: $0.words) == sentence
    }
    guard let side = before?.country, parties.contains(side) else { return nil }
    return parties.first { $0 != side }
  }

  private func improve(_ candidate: inout Candidate, with mention: PersonMention, _ side: Country) {
    let isFuller = mention.name.utf8.count > candidate.person.name.utf8.count
    let title =
      mention.title.utf8.count > candidate.person.title.utf8.count ? mention.title : candidate.person.title
    candidate.person = Person(
      name: isFuller ? mention.name : candidate.person.name, title: title, country: candidate.person.country)
    candidate.level = max(candidate.level, mention.level)
  }

  /// Letters in lower case, and more than a syllable that any word could be.
  private func isName(_ name: String) -> Bool {
    var (lower, plain, joined) = (false, true, false)
    for byte in name.utf8 {
      if (97...122).contains(byte) { lower = true }
      if byte >= 128 { plain = false }
      if byte == 32 || byte == 45 { joined = true }
    }
    return lower && (joined || (plain && name.utf8.count > 3))
  }

  private func isSame(_ one: String, _ other: String) -> Bool {
    one == other || one.hasSuffix(" " + other) || other.hasSuffix(" " + one) || one.hasPrefix(other + " ")
      || other.hasPrefix(one + " ")
  }
}

/// What speaks for and against someone's taking part.
enum PersonMark: Int, LimitedMark {
  static let judge = "person"
  static let limit = "people.least"

  case any, actSentence, isSide, title, lead, third, deep, caption, sameKind, otherKind, background, speaks,
    again
  case actorSide, high, low, untitled, voice, meets
}
