import Diplomacy
import Lexicons

/// Another dated act of two states: a day or month other than the event's, in a sentence that names an act and a side.
struct MentionJudge {
  let scene: Scene
  let focus: Focus
  let act: Act
  let date: PartialDate?

  func mentions() -> [(mention: Mention, span: TextSpan)] {
    var found: [(mention: Mention, span: TextSpan)] = []
    for page in scene.pages where page.passage.part != .caption {
      let binder = SideBinder(passage: page.passage, sides: page.sides, focus: focus)
      for day in page.dates where isOther(day) {
        let sentence = page.passage.words(ofSentence: page.passage.sentence(of: day.words))
        guard let (kind, sides) = act(in: sentence, day, page, binder),
          let parties = Parties(sides.actor, sides.counterpart),
          !found.contains(where: { $0.mention.date == day.date })
        else { continue }
        found.append((Mention(date: day.date, kind: kind, parties: parties), page.passage.span(day.words)))
      }
    }
    return found
  }

  private func isOther(_ day: DateMention) -> Bool {
    guard let date else { return !day.isSpoken }
    return day.date != date && !(day.date.earliest <= date.earliest && date.latest <= day.date.latest)
  }

  /// The act nearest to the day in its sentence.
  private func act(
    in sentence: Range<Int>, _ day: DateMention, _ page: Scene.Page, _ binder: SideBinder
  ) -> (EventKind, BoundSides)? {
    var best: (kind: EventKind, words: Range<Int>, gap: Int)?
    for finding in page.passage.findings(in: sentence) {
      guard case .cue(let kind, _, let plainness) = finding.meaning, plainness >= 4 else { continue }
      let gap = abs(finding.words.lowerBound - day.words.lowerBound)
      if gap < best?.gap ?? 25 { best = (kind, finding.words, gap) }
    }
    guard let best, let sides = binder.bind(best.words, sentence: sentence, kind: best.kind), sides.found > 0
    else {
      return nil
    }
    return (best.kind, sides)
  }
}
