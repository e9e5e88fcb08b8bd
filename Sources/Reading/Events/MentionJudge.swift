import Diplomacy
import Lexicons

/// Another dated act of two states: a day or year other than the event's in a sentence that names an act and a side. Days
/// on which somebody merely spoke, and years of lives and statistics, are not.
struct MentionJudge {
  struct Candidate {
    let mention: Mention
    let span: TextSpan
    var marks: Marks<MentionMark>
    var points = 0.0
  }
  private let scene: Scene
  private let focus: Focus
  private let measure: Measure<MentionMark>

  init(_ scene: Scene, _ focus: Focus, _ measure: Measure<MentionMark>) {
    self.scene = scene
    self.focus = focus
    self.measure = measure
  }

  /// In order of position, one for each day and pair of states.
  func mentions(beside act: Act, on date: PartialDate?) -> [Candidate] {
    candidates(beside: act, on: date).filter { $0.points >= measure.least }
  }

  func candidates(beside act: Act, on date: PartialDate?) -> [Candidate] {
    var found: [Candidate] = []
    for page in scene.pages {
      let binder = SideBinder(passage: page.passage, sides: page.sides, focus: focus)
      for day in page.dates where isOther(day, than: date) {
        guard var candidate = candidate(day, page, binder),
          !found.contains(where: {
            $0.mention.date == candidate.mention.date
              && $0.mention.parties.dyad == candidate.mention.parties.dyad
          })
        else { continue }
        mark(&candidate, day, page, act, date)
        candidate.points = measure.balance.points(candidate.marks)
        found.append(candidate)
      }
    }
    return found
  }

  private func isOther(_ day: DateMention, than date: PartialDate?) -> Bool {
    guard let date else { return !day.isSpoken }
    return day.date != date && !(day.date.earliest <= date.earliest && date.latest <= day.date.latest)
  }

  /// The act nearest to the day in its sentence.
  private func candidate(_ day: DateMention, _ page: Scene.Page, _ binder: SideBinder) -> Candidate? {
    let sentence = page.passage.words(ofSentence: page.passage.sentence(of: day.words))
    var best: (kind: EventKind, plainness: Plainness, words: Range<Int>, gap: Int)?
    for finding in page.passage.findings(in: sentence) {
      guard case .cue(let kind, _, let plainness) = finding.meaning, plainness.level > 2 else { continue }
      let gap = page.passage.gap(finding.words, day.words)
      if gap < best?.gap ?? 25 { best = (kind, plainness, finding.words, gap) }
    }
    guard let best,
      let sides = binder.bind(
        best.words, sentence: sentence, inside: binder.inside(sentence), kind: best.kind),
      let parties = Parties(sides.actor, sides.counterpart)
    else { return nil }
    var marks = Marks<MentionMark>()
    marks.set(.any)
    marks.set(.near, 1 / (1 + Double(best.gap) / 4))
    marks.set(.plain, Double(best.plainness.level) / 10)
    marks.set(.oneSide, if: sides.found == 1)
    marks.set(.bothSides, if: sides.found == 2)
    marks.set(.visit, if: best.kind == .visit)
    marks.set(.weakKind, if: best.kind == .protest || best.kind == .incident || best.kind == .sanction)
    return Candidate(
      mention: Mention(date: day.date, kind: best.kind, parties: parties), span: page.passage.span(day.words),
      marks: marks)
  }

  private func mark(
    _ candidate: inout Candidate, _ day: DateMention, _ page: Scene.Page, _ act: Act, _ date: PartialDate?
  ) {
    var signals = Signals()
    for finding in page.passage.findings(
      in: page.passage.words(ofSentence: page.passage.sentence(of: day.words)))
    {
      guard case .signal(let signal) = finding.meaning else { continue }
      if signal != .speech || page.passage.gap(finding.words, day.words) < 3 { signals.insert(signal) }
    }
    candidate.marks.set(.background, if: signals.contains(.background))
    candidate.marks.set(.reported, if: signals.contains(.speech))
    candidate.marks.set(.promised, if: signals.contains(.pledge))
    candidate.marks.set(.counted, if: signals.contains(.statistic))
    candidate.marks.set(.caption, if: page.passage.part == .caption)
    candidate.marks.set(.head, if: page.depth < 3)
    candidate.marks.set(.samePair, if: candidate.mention.parties.dyad == act.sides.dyad)
    candidate.marks.set(.year, if: day.date.precision == .year)
    candidate.marks.set(.month, if: day.date.precision == .month)
    candidate.marks.set(.spoken, if: day.isSpoken)
    candidate.marks.set(.stretch, if: day.end != nil)
    guard let date else { return }
    let days = date.earliest.ordinal - day.date.latest.ordinal
    candidate.marks.set(.old, if: days > 3000)
    candidate.marks.set(.recent, if: (1...60).contains(days))
    candidate.marks.set(.ahead, if: day.date.earliest.ordinal > date.latest.ordinal)
    candidate.marks.set(.farAhead, if: day.date.earliest.ordinal > date.latest.ordinal + 200)
  }
}

/// What speaks for and against a day's being that of another act of two states.
enum MentionMark: Int, LimitedMark {
  static let judge = "mention"
  static let limit = "mentions.least"

  case any, near, plain, oneSide, bothSides, visit, weakKind, background, reported, promised, counted,
    caption, head
  case samePair, year, month, spoken, stretch, old, recent, ahead, farAhead
}
