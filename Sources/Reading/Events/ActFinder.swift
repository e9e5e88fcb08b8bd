import Diplomacy
import Lexicons

/// Every word of an act near the head of the article with two sides to it is a candidate; what speaks for and against it
/// is gathered here and weighed by the judge.
struct ActFinder {
  let scene: Scene
  let focus: Focus

  /// Paragraphs from the head in which an act can be the news.
  private static let deepest = 7

  func acts() -> [Act] {
    guard focus.count > 1 else { return [] }
    let article = ArticleMarks(scene)
    var acts: [Act] = []
    for (index, page) in scene.pages.enumerated() where page.depth <= ActFinder.deepest {
      let binder = SideBinder(passage: page.passage, sides: page.sides, focus: focus)
      var (known, inside) = (-1, [SideMention]())
      for finding in page.passage.findings {
        guard case .cue(let kind, let subkind, let plainness) = finding.meaning,
          !isPartOfName(finding.words, page.passage), !isCounted(finding.words, kind, page.passage)
        else { continue }
        let sentence = page.passage.sentence(of: finding.words)
        let range = page.passage.words(ofSentence: sentence)
        if sentence != known { (known, inside) = (sentence, binder.inside(range)) }
        guard let bound = binder.bind(finding.words, sentence: range, inside: inside, kind: kind) else {
          continue
        }
        let all = Counterparts(page: page, sentence: range).sides(of: bound, kind: kind, words: finding.words)
        for sides in all where sides.dyad != nil {
          var act = Act(
            kind: kind, subkind: subkind, page: index, words: finding.words, sentence: sentence,
            plainness: plainness, sides: sides, marks: Marks(roomFor: 64))
          ActSetting(scene: scene, focus: focus, page: page, sentence: range).mark(&act)
          ActFrame(page: page, sentence: range, title: article.titleSides, reported: scene.reported).mark(
            &act)
          article.mark(&act)
          acts.append(act)
        }
      }
    }
    markTogether(&acts)
    return acts
  }

  /// "năm thứ 75 thiết lập quan hệ": counts years, and is not done in any of them.
  private func isCounted(_ words: Range<Int>, _ kind: EventKind, _ passage: Passage) -> Bool {
    let before = words.lowerBound - 1
    guard kind == .relations, before > 0, let count = passage.words[before].number, count < ActFinder.years
    else { return false }
    return (max(0, before - 2)..<before).contains { passage.day(at: $0)?.meaning == .year }
  }

  /// Beyond it a number names a year rather than counting years.
  private static let years = 200

  /// The word stands within an office, a country or a phrase known to mean something else: "tổng thư ký", "bắt đầu".
  private func isPartOfName(_ words: Range<Int>, _ passage: Passage) -> Bool {
    for finding in passage.findings(in: max(0, words.lowerBound - 6)..<words.upperBound) {
      guard finding.words.overlaps(words), finding.words.count > words.count else { continue }
      switch finding.meaning {
      case .office, .country, .trap, .ministry: return true
      default: continue
      }
    }
    return false
  }

  /// What only the other acts of the article tell.
  private func markTogether(_ acts: inout [Act]) {
    var kinds: [Dyad: KindCounts] = [:]
    var titled = KindCounts()
    for act in acts {
      guard let dyad = act.sides.dyad else { continue }
      kinds[dyad, default: KindCounts()].add(act.kind)
      if scene.pages[act.page].depth == 0 { titled.add(act.kind) }
    }
    let dyads = DyadTable(scene)
    for index in acts.indices {
      guard let dyad = acts[index].sides.dyad else { continue }
      acts[index].marks.set(.first, if: index == 0)
      mark(&acts[index], beside: kinds[dyad] ?? KindCounts(), titled: titled)
      dyads.mark(&acts[index], dyad)
    }
  }

  private func mark(_ act: inout Act, beside kinds: KindCounts, titled: KindCounts) {
    let told = kinds.hasAny
    act.marks.set(.echoed, if: kinds[act.kind] > 1 && titled.hasAny([act.kind]))
    act.marks.set(.repeated, min(3, Double(kinds[act.kind] - 1)) / 3)
    act.marks.set(.kindInTitle, if: titled.hasAny([act.kind]) && scene.pages[act.page].depth > 0)
    act.marks.set(.otherKindInTitle, if: !titled.isEmpty && !titled.hasAny([act.kind]))
    act.marks.set(
      .visitBesideAct, if: act.kind == .visit && told([.talks, .meeting, .agreement, .phoneCall]))
    act.marks.set(.actBesideVisit, if: [.talks, .meeting, .agreement].contains(act.kind) && told([.visit]))
    act.marks.set(.meetingBesideTalks, if: act.kind == .meeting && told([.talks]))
    act.marks.set(.forceBesideProtest, if: act.kind == .incident && told([.protest]))
    act.marks.set(.protestBesideForce, if: act.kind == .protest && told([.incident, .sanction]))
  }
}

/// Where the two sides of a dyad stand together.
private struct DyadTable {
  private var title: [Country] = []
  private var lead: [Country] = []
  /// Sentences near the head that name both.
  private var sentences: [Dyad: Int] = [:]

  init(_ scene: Scene) {
    for page in scene.pages where page.depth < 8 && page.passage.part != .caption {
      if page.depth == 0 { title.addNew(page.sides) }
      if page.depth == 1 { lead.addNew(page.sides) }
      var countries: [Country] = []
      var sentence = -1
      for side in page.sides {
        let own = page.passage.sentence(of: side.words)
        if own != sentence { countries = [] }
        sentence = own
        guard !countries.contains(side.country) else { continue }
        for other in countries {
          if let dyad = Dyad(side.country, other) { sentences[dyad, default: 0] += 1 }
        }
        countries.append(side.country)
      }
    }
  }

  func mark(_ act: inout Act, _ dyad: Dyad) {
    act.marks.set(.actorInTitle, if: title.contains(act.sides.actor))
    act.marks.set(.counterpartInTitle, if: title.contains(act.sides.counterpart))
    act.marks.set(.dyadInTitle, if: title.contains(dyad.low) && title.contains(dyad.high))
    act.marks.set(.dyadInLead, if: lead.contains(dyad.low) && lead.contains(dyad.high))
    act.marks.set(.together, min(5, Double(sentences[dyad] ?? 0)) / 5)
  }
}
