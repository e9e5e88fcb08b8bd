import Diplomacy
import Lexicons

/// The day of the act stands in its sentence, or beside another word for it near the head; days far from the report are
/// those of other acts. Without any, the day of the report.
struct DayJudge {
  struct Candidate {
    let date: DateMention
    let page: Int
    var marks: Marks<DayMark>
    var points = 0.0
  }
  private let scene: Scene
  private let balance: Balance<DayMark>
  /// All candidates of the article that have sides, by paragraph and sentence: a long report has thousands.
  private let acts: [Place: [Act]]
  /// What stands for a side, in order, in the paragraphs that are looked at.
  private let sides: [Place: [SideMention]]

  private struct Place: Hashable {
    let page: Int
    let sentence: Int
  }

  init(_ scene: Scene, _ weights: Balance<DayMark>, acts: [Act]) {
    self.scene = scene
    self.acts = Dictionary(grouping: acts.lazy.filter { $0.sides.found > 0 }) {
      Place(page: $0.page, sentence: $0.sentence)
    }
    var sides: [Place: [SideMention]] = [:]
    for (index, page) in scene.pages.enumerated() where page.depth <= DayJudge.deepest {
      for side in page.sides {
        sides[Place(page: index, sentence: page.passage.sentence(of: side.words)), default: []].append(side)
      }
    }
    self.sides = sides
    balance = weights
  }

  /// Paragraphs from the head in which a day can be that of the act.
  private static let deepest = 9

  func candidates(for act: Act) -> [Candidate] {
    var found: [Candidate] = []
    for (index, page) in scene.pages.enumerated() where page.depth <= DayJudge.deepest {
      for date in page.dates where !(date.isSpoken && date.date.precision == .year) {
        var candidate = Candidate(date: date, page: index, marks: Marks())
        candidate.marks.set(.first, if: found.isEmpty)
        mark(&candidate, act, page)
        found.append(candidate)
      }
    }
    // A report of megabytes has thousands of days.
    var times: [PartialDate: Int] = [:]
    for candidate in found { times[candidate.date.date, default: 0] += 1 }
    for index in found.indices {
      let others = times[found[index].date.date, default: 1] - 1
      found[index].marks.set(.again, min(3, Double(others)) / 3)
      found[index].points = balance.points(found[index].marks)
    }
    return found
  }

  /// Nil where no day of the text has points: the day of the report stands for it.
  func day(of act: Act) -> Candidate? {
    candidates(for: act).enumerated().max { ($0.element.points, $1.offset) < ($1.element.points, $0.offset) }
      .map(\.element).flatMap { $0.points > 0 ? $0 : nil }
  }

  private func mark(_ candidate: inout Candidate, _ act: Act, _ page: Scene.Page) {
    let passage = page.passage
    let date = candidate.date
    let sentence = passage.sentence(of: date.words)
    let isActPage = candidate.page == act.page
    let isActSentence = isActPage && sentence == act.sentence
    candidate.marks.set(.any)
    candidate.marks.set(.actSentence, if: isActSentence)
    candidate.marks.set(.actParagraph, if: isActPage && !isActSentence)
    let gap = abs(date.words.lowerBound - act.words.lowerBound)
    candidate.marks.set(.besideAct, if: isActSentence && gap < 8)
    candidate.marks.set(
      .behindAct, if: isActSentence && (0...7).contains(date.words.lowerBound - act.words.upperBound))
    let isNearest =
      isActSentence
      && !page.dates.contains {
        passage.sentence(of: $0.words) == sentence && abs($0.words.lowerBound - act.words.lowerBound) < gap
      }
    candidate.marks.set(.nearest, if: isNearest)
    candidate.marks.set(
      .opens, if: date.words.lowerBound - passage.words(ofSentence: sentence).lowerBound < 4)
    let depths: [DayMark] = [.title, .lead, .third, .fourth]
    candidate.marks.set(page.depth < depths.count ? depths[page.depth] : .deeper)
    candidate.marks.set(.caption, if: passage.part == .caption)
    candidate.marks.set(.dateline, if: page.depth < 2 && passage.isDateline(date.words))
    markCues(&candidate, act, passage, sentence)
    markActs(&candidate, act, sentence)
    markSides(&candidate, act, page, sentence)
    markPrecision(&candidate, act)
    markDistance(&candidate, act)
  }

  private func markCues(_ candidate: inout Candidate, _ act: Act, _ passage: Passage, _ sentence: Int) {
    var signals = Signals()
    var nearest: (kind: EventKind, gap: Int)?
    var isSame = false
    for finding in passage.findings(in: passage.words(ofSentence: sentence)) {
      let gap = passage.gap(finding.words, candidate.date.words)
      switch finding.meaning {
      case .cue(let kind, _, let plainness):
        if kind == act.kind { isSame = true }
        if plainness.level > 3, gap < nearest?.gap ?? .max { nearest = (kind, gap) }
      case .signal(.speech): if gap < 3 { signals.insert(.speech) }
      case .signal(let signal): signals.insert(signal)
      default: break
      }
    }
    candidate.marks.set(.sameKind, if: isSame)
    candidate.marks.set(.otherKind, if: nearest != nil && !isSame)
    if let nearest {
      candidate.marks.set(
        nearest.kind == act.kind ? .nearSame : .nearOther, 1 / (1 + Double(nearest.gap) / 4))
    }
    let start = candidate.date.words.lowerBound
    let near = max(0, start - 4)..<start
    candidate.marks.set(.calamity, if: near.contains { passage.signal(.calamity, at: $0) != nil })
    candidate.marks.set(.background, if: signals.contains(.background))
    candidate.marks.set(.future, if: signals.contains(.future))
    candidate.marks.set(.past, if: signals.contains(.past))
    candidate.marks.set(.until, if: passage.isUntil(candidate.date.words.lowerBound))
    candidate.marks.set(.aheadUntold, if: isAhead(candidate.date.date) && !signals.contains(.future))
    candidate.marks.set(.reported, if: signals.contains(.speech))
  }

  /// Whether the sentence tells the act again in other words, another act of the pair, or acts of others alone.
  private func markActs(_ candidate: inout Candidate, _ act: Act, _ sentence: Int) {
    var (same, pair, stranger) = (false, false, false)
    for other in acts[Place(page: candidate.page, sentence: sentence)] ?? [] {
      let isPair = other.sides.dyad == act.sides.dyad
      if isPair, other.kind == act.kind {
        same = true
      } else if isPair {
        pair = true
      } else {
        stranger = true
      }
    }
    candidate.marks.set(.tellsAct, if: same)
    candidate.marks.set(.tellsPair, if: pair && !same)
    candidate.marks.set(.tellsStranger, if: stranger && !same && !pair)
  }

  private func markSides(_ candidate: inout Candidate, _ act: Act, _ page: Scene.Page, _ sentence: Int) {
    let sides = sides[Place(page: candidate.page, sentence: sentence), default: []]
    var (actor, counterpart) = (false, false)
    for side in sides {
      if side.country == act.sides.actor { actor = true }
      if side.country == act.sides.counterpart { counterpart = true }
    }
    let present = (actor ? 1 : 0) + (counterpart ? 1 : 0)
    candidate.marks.set(.oneSide, if: present == 1)
    candidate.marks.set(.bothSides, if: present == 2)
    let beside = sides.min {
      page.passage.gap($0.words, candidate.date.words) < page.passage.gap($1.words, candidate.date.words)
    }
    guard let beside, page.passage.gap(beside.words, candidate.date.words) < 5 else { return }
    candidate.marks.set(.besideCounterpart, if: beside.country == act.sides.counterpart)
    candidate.marks.set(
      .besideStranger, if: ![act.sides.counterpart, act.sides.actor].contains(beside.country))
  }

  private func markPrecision(_ candidate: inout Candidate, _ act: Act) {
    let date = candidate.date
    // A day told from a report of which only the month is known: a full date elsewhere says more.
    let isMonthOfReport = date.isSpoken && scene.reported?.precision == .month
    candidate.marks.set(.monthOfReport, if: isMonthOfReport)
    candidate.marks.set(.month, if: date.date.precision == .month && !isMonthOfReport)
    candidate.marks.set(.year, if: date.date.precision == .year)
    candidate.marks.set(.spoken, if: date.isSpoken)
    candidate.marks.set(.rangeOfVisit, if: date.end != nil && (act.kind == .visit || act.kind == .defence))
    candidate.marks.set(.rangeOfOther, if: date.end != nil && act.kind != .visit && act.kind != .defence)
  }

  private func isAhead(_ date: PartialDate) -> Bool {
    scene.reported.map { date.earliest.ordinal > $0.latest.ordinal } ?? false
  }

  private func markDistance(_ candidate: inout Candidate, _ act: Act) {
    guard let published = scene.reported else { return }
    let date = candidate.date.date
    let days = date.earliest.ordinal - published.latest.ordinal
    let back = published.earliest.ordinal - date.latest.ordinal
    let isAhead = act.marks.values.contains { $0.mark == .future }
    if days > 0 {
      candidate.marks.set(isAhead ? .aheadAsTold : .ahead)
      candidate.marks.set(.farAhead, if: days > 60)
    } else if back <= 0 {
      candidate.marks.set(.sameDay)
    } else if back == 1 {
      candidate.marks.set(.dayBefore)
    } else if back <= 7 {
      candidate.marks.set(.week)
    } else if back <= 40 {
      candidate.marks.set(.month1)
    } else {
      candidate.marks.set(.old)
    }
    candidate.marks.set(.pastOfPlanned, if: isAhead && days <= 0)
  }
}

/// What speaks for and against a day's being that of the act.
enum DayMark: Int, Mark {
  static let judge = "day"

  case any, first, again, actSentence, actParagraph, besideAct, behindAct, nearest, opens, title, lead, third,
    fourth, deeper, caption
  case sameKind, otherKind, nearSame, nearOther, reported, background, future, past, oneSide, bothSides
  case besideCounterpart, besideStranger, until, dateline, aheadUntold
  case month, monthOfReport, year, spoken, rangeOfVisit, rangeOfOther
  case tellsAct, tellsPair, tellsStranger, calamity
  case ahead, aheadAsTold, farAhead, sameDay, dayBefore, week, month1, old, pastOfPlanned
}

extension Passage {
  /// "HANOI, Jan 30 (Reuters) -": the day the report was sent.
  func isDateline(_ date: Range<Int>) -> Bool {
    date.lowerBound < 7 && [40, 45].contains(sign(at: date.upperBound))
  }

  /// Whether a word for "until" stands before the day: it ends something.
  fileprivate func isUntil(_ index: Int) -> Bool {
    (1...FigureReader.longestCue).contains { back in
      guard let word = day(at: index - back) else { return false }
      return word.meaning == .until && word.words.upperBound >= index - 1
    }
  }
}
