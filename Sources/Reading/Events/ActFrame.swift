import Diplomacy
import Lexicons

/// A visit "on the occasion of" which something is done is the frame of the news; a meeting "at" which something is said
/// took place; what comes "before" or "after" an act is told instead of it. And who opens the sentence and the title is whose
/// news it is.
struct ActFrame {
  let page: Scene.Page
  /// The words of the act's sentence.
  let sentence: Range<Int>
  /// The states of the title in order.
  let title: [Country]
  let reported: PartialDate?

  func mark(_ act: inout Act) {
    markWordsBefore(&act)
    markOpening(&act)
    markDays(&act)
  }

  /// Words between a word of framing and the act: "on his three-day official visit".
  private static let widest = 3

  private func markWordsBefore(_ act: inout Act) {
    let start = act.words.lowerBound
    act.marks.set(
      .nominal,
      if: page.passage.signal(.noun, at: start) != nil || page.passage.signal(.noun, before: start) != nil)
    var found = Signals()
    for finding in page.passage.findings(in: max(sentence.lowerBound, start - 7)..<act.words.upperBound) {
      guard case .signal(let signal) = finding.meaning else { continue }
      let gap = start - finding.words.upperBound
      switch signal {
      case .frame, .after, .before, .about:
        if (0...ActFrame.widest).contains(gap), !isParted(finding.words.upperBound..<start) {
          found.insert(signal)
        }
      default: continue
      }
    }
    act.marks.set(act.kind == .visit ? .framingVisit : .setting, if: found.contains(.frame))
    act.marks.set(.afterIt, if: found.contains(.after))
    act.marks.set(.beforeIt, if: found.contains(.before))
    act.marks.set(.aboutIt, if: found.contains(.about))
  }

  private func isParted(_ words: Range<Int>) -> Bool { words.contains { page.passage.sign(at: $0) == 44 } }

  private func markOpening(_ act: inout Act) {
    let parties = [act.sides.actor, act.sides.counterpart]
    if let first = page.sides.first(where: { sentence.contains($0.words.lowerBound) }) {
      act.marks.set(parties.contains(first.country) ? .sideOpens : .strangerOpens)
    }
    guard let first = title.first, page.depth > 0 else { return }
    act.marks.set(parties.contains(first) ? .sideOpensTitle : .strangerOpensTitle)
    act.marks.set(.strangersInTitle, min(2, Double(title.count { !parties.contains($0) })) / 2)
  }

  /// How near the words of the act a day close to the report stands, 0 to 1.
  private func markDays(_ act: inout Act) {
    guard let reported else { return }
    let gaps = page.dates.compactMap { date -> Int? in
      guard sentence.contains(date.words.lowerBound), date.date.precision == .day else { return nil }
      let back = reported.earliest.ordinal - date.date.latest.ordinal
      return (-1...10).contains(back) ? page.passage.gap(date.words, act.words) : nil
    }
    if let gap = gaps.min() { act.marks.set(.dayBeside, 1 / (1 + Double(gap) / 4)) }
  }
}
