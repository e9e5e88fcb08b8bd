import Diplomacy
import Lexicons

/// The two sides are the countries most named near the head of the article, those of office holders above others,
/// those that stand in the sentence of an act above all; a capital is a place before it is a government.
struct PartiesJudge {
  let weights: [Country: Double]

  init(_ scene: Scene) {
    var weights: [Country: Double] = [:]
    for (place, passage) in scene.passages.prefix(9).enumerated() {
      let near = PartiesJudge.nearness(place) * (passage.words.part == .caption ? 0.7 : 1)
      let acts = PartiesJudge.actSentences(passage.words)
      for mention in passage.countries {
        let isSited = PartiesJudge.isSited(mention.words, passage.words)
        let isAct = acts.contains(passage.words.sentence(of: mention.words))
        let own: Double =
          switch mention.form {
          case .seat: isSited ? 0.15 : 0.6
          default: isSited ? 0.7 : 1
          }
        weights[mention.country, default: 0] += near * own * (isAct ? 2 : 1)
      }
      for person in passage.people {
        guard let country = person.country else { continue }
        let isAct = acts.contains(passage.words.sentence(of: person.words))
        weights[country, default: 0] += near * (isAct ? 3 : 1)
      }
    }
    for forum in ["UN", "ASEAN", "NATO", "EU"] {
      if let forum = Country(forum), let weight = weights[forum] { weights[forum] = weight * 0.6 }
    }
    self.weights = weights
  }

  static func nearness(_ place: Int) -> Double { [3, 2, 1.7, 1.4, 1, 0.8, 0.6, 0.5, 0.4][min(place, 8)] }

  var ranked: [Country] {
    weights.keys.sorted { (weights[$0] ?? 0, $1.code) > (weights[$1] ?? 0, $0.code) }
  }

  static func actSentences(_ words: ParagraphWords) -> Set<Int> {
    var sentences: Set<Int> = []
    for finding in words.findings {
      if case .cue = finding.meaning { sentences.insert(words.sentence(of: finding.words)) }
    }
    return sentences
  }

  /// Whether a word of place stands right before.
  static func isSited(_ range: Range<Int>, _ words: ParagraphWords) -> Bool {
    words.findings.contains {
      $0.meaning == .signal(.place) && ($0.words.upperBound == range.lowerBound)
    }
  }
}
