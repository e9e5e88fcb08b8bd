import Diplomacy
import Lexicons

/// A country named in a paragraph, by its name, a short name in a pair, or its capital.
struct CountryMention {
  let country: Country
  let words: Range<Int>
  let form: Meaning.Form
  /// Stands glued by a hyphen to another country: "Mỹ - Triều".
  var isPaired = false
}

/// A name counts where its borders allow: a one-syllable name inside a run of capitalised syllables is part of another
/// name (Cao Toàn Mỹ); a short name needs a hyphen and a second country beside it (Mỹ - Triều).
struct CountryMentions {
  let found: [CountryMention]

  init(_ passage: Passage) {
    var named: [CountryMention] = []
    for finding in passage.findings {
      switch finding.meaning {
      case .country(let country, let form):
        named.append(CountryMention(country: country, words: finding.words, form: form))
      case .pair(let one, let other):
        for country in [one, other] {
          named.append(CountryMention(country: country, words: finding.words, form: .name, isPaired: true))
        }
      default: continue
      }
    }
    CountryMentions.pair(&named, passage)
    found = named.filter { mention in
      switch mention.form {
      case .short: mention.isPaired || CountryMentions.isOwner(mention.words, passage)
      case .name: mention.isPaired || !CountryMentions.isInsideName(mention.words, passage)
      case .seat: true
      }
    }
  }

  /// Two names with nothing but a hyphen between them.
  private static func pair(_ named: inout [CountryMention], _ passage: Passage) {
    guard named.count > 1 else { return }
    for index in 1..<named.count {
      let gap = named[index - 1].words.upperBound
      guard named[index].words.lowerBound == gap + 1, passage.sign(at: gap) == 45,
        named[index].country != named[index - 1].country
      else { continue }
      named[index - 1].isPaired = true
      named[index].isPaired = true
    }
  }

  /// "Thủ tướng Nhật", "người Thái": a short name right behind an office or a word for a state's own.
  private static func isOwner(_ words: Range<Int>, _ passage: Passage) -> Bool {
    guard words.lowerBound > 0, !passage.isGlued(words.lowerBound), !isFollowedByName(words, passage) else {
      return false
    }
    for finding in passage.findings(in: max(0, words.lowerBound - 6)..<words.lowerBound)
    where finding.words.upperBound == words.lowerBound {
      switch finding.meaning {
      case .office, .ministry, .signal(.authority), .signal(.owner): return true
      default: continue
      }
    }
    return false
  }

  /// Another capitalised syllable makes it the beginning of a person's name, unless a phrase begins there.
  private static func isFollowedByName(_ words: Range<Int>, _ passage: Passage) -> Bool {
    let next = words.upperBound
    guard passage.words.indices.contains(next) else { return false }
    let word = passage.words[next]
    return word.isWord && word.isCapital && word.bytes.count <= syllable
      && passage.findings(at: next).allSatisfy {
        if case .family = $0.meaning { true } else { false }
      }
  }

  /// Bytes of the longest syllable that is also a given name; longer names are nobody's.
  private static let syllable = 6

  private static func isInsideName(_ range: Range<Int>, _ passage: Passage) -> Bool {
    let words = passage.words
    if range.count == 2, isGivenName(range, passage) { return true }
    guard range.count == 1, words[range.lowerBound].bytes.count <= syllable else { return false }
    let before = range.lowerBound - 1
    let isFirst = before < 0 || passage.sentences[before] != passage.sentences[range.lowerBound]
    if !isFirst, words[before].isWord, words[before].isCapital, !words[before].isShouted,
      !isKnown(before, passage)
    {
      let opens = before == 0 || passage.sentences[before - 1] != passage.sentences[before]
      // A capital that opens the sentence may be any word; only a syllable of a name is as short.
      return !opens || words[before].bytes.count <= syllable
    }
    // A sentence that opens with the word and goes on with a family name speaks of a person.
    guard isFirst else { return false }
    return passage.findings(at: range.upperBound).contains { $0.meaning == .family }
  }

  /// A family name stands right before two short syllables: Phạm Hà Lan.
  private static func isGivenName(_ range: Range<Int>, _ passage: Passage) -> Bool {
    let before = range.lowerBound - 1
    guard before >= 0, passage.words[range].allSatisfy({ $0.bytes.count <= 4 }) else { return false }
    return passage.findings(at: before).contains { if case .family = $0.meaning { true } else { false } }
      && !isKnown(before, passage)
  }

  /// Whether the word belongs to a known phrase, so that its capital makes no person's name.
  private static func isKnown(_ index: Int, _ passage: Passage) -> Bool {
    let first = max(0, index - 7)
    for finding in passage.findings(in: first..<index + 1) where finding.words.contains(index) {
      switch finding.meaning {
      case .family, .topic, .scale, .currency, .leader, .signal(.toward), .signal(.place): continue
      case .country(_, .short): continue
      case .country(_, .name):
        // A syllable that is itself part of a name: the Đức of Lê Đức Anh.
        if finding.words.count == 1, isInsideName(finding.words, passage) { continue }
        return true
      default: return true
      }
    }
    return false
  }
}
