import Diplomacy
import Lexicons

/// A meeting takes place where a word of place names a city or a country beside it, in the country that is visited, or
/// with the side that receives.
struct PlaceJudge {
  let scene: Scene
  let act: Act

  struct Found {
    let place: Place
    let span: TextSpan
    let rule: String
  }

  func place() -> Found? {
    switch act.kind {
    case .visit: visited() ?? inSentence(act.page, act.sentence)
    case .talks, .meeting, .agreement, .negotiation, .credentials, .defence, .commemoration, .incident,
      .relations:
      inSentence(act.page, act.sentence) ?? visited() ?? nearHead()
    case .aid, .other: inSentence(act.page, act.sentence)
    case .phoneCall, .message, .protest, .sanction: nil
    }
  }

  /// The first site of that sentence, else the country behind a word of place.
  private func inSentence(_ index: Int, _ sentence: Int) -> Found? {
    let page = scene.pages[index]
    let range = page.passage.words(ofSentence: sentence)
    for finding in page.passage.findings(in: range) where isSited(finding.words, page.passage) {
      switch finding.meaning {
      case .place(let country):
        return found(finding.words, country, page.passage, "place named beside the act")
      case .country(let country, .seat):
        return found(
          finding.words, site(finding.words, page.passage) ?? country, page.passage,
          "capital named beside the act")
      default: continue
      }
    }
    for side in page.sides where range.contains(side.words.lowerBound) && side.isSited && !side.isSeat {
      guard page.passage.signal(.place, before: side.words.lowerBound) != nil else { continue }
      return Found(
        place: Place(name: nil, country: side.country), span: page.passage.span(side.words),
        rule: "country named as the place")
    }
    return nil
  }

  /// Where a seat lies that stands for another government: Brussels.
  private func site(_ words: Range<Int>, _ passage: Passage) -> Country? {
    for finding in passage.findings(at: words.lowerBound) where finding.words == words {
      if case .place(let country) = finding.meaning { return country }
    }
    return nil
  }

  private func found(_ words: Range<Int>, _ country: Country?, _ passage: Passage, _ rule: String) -> Found {
    Found(
      place: Place(name: passage.string(words), country: country), span: passage.span(words), rule: rule)
  }

  private func isSited(_ words: Range<Int>, _ passage: Passage) -> Bool {
    passage.signal(.place, before: words.lowerBound) != nil || passage.sign(at: words.lowerBound - 1) == 40
      || passage.sign(at: words.lowerBound - 1) == 44
  }

  /// The country behind a word of visiting, anywhere near the head.
  private func visited() -> Found? {
    for page in scene.pages where page.depth <= 6 {
      for finding in page.passage.findings {
        guard case .cue(.visit, _, _) = finding.meaning else { continue }
        let end = finding.words.upperBound
        let goal = page.sides.first {
          (0...5).contains($0.words.lowerBound - end) && $0.level == nil
            && ($0.country == act.sides.actor || $0.country == act.sides.counterpart)
        }
        guard let goal else { continue }
        return Found(
          place: Place(name: nil, country: goal.country), span: page.passage.span(goal.words),
          rule: "country that is visited")
      }
    }
    return nil
  }

  private func nearHead() -> Found? {
    for (index, page) in scene.pages.enumerated() where page.depth <= 4 {
      for finding in page.passage.findings {
        switch finding.meaning {
        case .cue(act.kind, _, _):
          if let found = inSentence(index, page.passage.sentence(of: finding.words)) { return found }
        default: continue
        }
      }
    }
    return nil
  }
}
