import Diplomacy
import Lexicons

/// An act the article may report: the words that name it and where they stand.
struct Act {
  let kind: EventKind
  let subkind: Subkind?
  let passage: Int
  let words: Range<Int>
  let score: Double
}

/// The act named earliest wins, as the tie-breaks of the code book say; one that stands with both sides, an office or
/// an authority in its sentence weighs more, one without any of them is no act between authorities.
struct ActJudge {
  let scene: Scene
  let parties: [Country]

  func acts() -> [Act] {
    var acts: [Act] = []
    for (place, passage) in scene.passages.prefix(8).enumerated() {
      for finding in passage.words.findings {
        guard case .cue(let kind, let subkind, let weight) = finding.meaning else { continue }
        let sentence = passage.words.sentence(of: finding.words)
        let standing = standing(of: sentence, in: passage)
        let near = [1, 0.8, 0.68, 0.56, 0.4, 0.32, 0.27, 0.23][place]
        acts.append(
          Act(
            kind: kind, subkind: subkind, passage: place, words: finding.words,
            score: Double(weight) * near * standing))
      }
    }
    return acts
  }

  private func standing(of sentence: Int, in passage: Scene.Passage) -> Double {
    var sides: Set<Country> = []
    var holders: Set<Country> = []
    for mention in passage.countries where passage.words.sentence(of: mention.words) == sentence {
      sides.insert(mention.country)
    }
    var offices = 0
    for person in passage.people where passage.words.sentence(of: person.words) == sentence {
      offices += 1
      if let country = person.country {
        sides.insert(country)
        holders.insert(country)
      }
    }
    let present = parties.count { sides.contains($0) }
    let isOfficial =
      offices > 0
      || passage.words.findings.contains {
        $0.meaning == .signal(.authority) && passage.words.sentence(of: $0.words) == sentence
      }
    let faced = parties.count { holders.contains($0) }
    let both = faced == 2 ? 1.25 : present == 2 ? 1.0 : present == 1 ? 0.6 : 0.3
    return both * (isOfficial ? 1 : 0.55)
  }

  /// The act that is the news; nil without any.
  static func choose(_ acts: [Act]) -> Act? {
    guard let best = acts.max(by: { $0.score < $1.score }) else { return nil }
    func strongest(_ kinds: Set<EventKind>) -> Act? {
      acts.filter { kinds.contains($0.kind) }.max { $0.score < $1.score }
    }
    if best.kind == .visit, best.passage > 0 || best.score < 6,
      let act = strongest([.talks, .agreement, .meeting]), act.score > best.score * 0.6
    {
      return act
    }
    if best.kind == .meeting, let talks = strongest([.talks]), talks.score > best.score * 0.55 {
      return talks
    }
    // A complaint about force used names the force too; the complaint is the news where it stands first.
    if best.kind == .incident,
      let complaint = acts.first(where: { $0.kind == .protest && $0.score > best.score * 0.45 }),
      (complaint.passage, complaint.words.lowerBound) < (best.passage, best.words.lowerBound)
    {
      return complaint
    }
    return best
  }
}
