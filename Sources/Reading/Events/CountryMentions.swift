import Diplomacy
import Lexicons

/// A country named in a paragraph, by its name, its office or its capital.
struct CountryMention {
  let country: Country
  let words: Range<Int>
  let form: Meaning.Form
}

/// A name counts where its borders allow: a one-syllable name inside a run of capitalised syllables is part of another
/// name (Cao Toàn Mỹ); a short name needs a hyphen and a second country beside it (Mỹ - Triều).
struct CountryMentions {
  let found: [CountryMention]

  init(_ paragraph: ParagraphWords) {
    let named = paragraph.findings.filter { CountryMentions.country($0.meaning) != nil }
    let covered = CountryMentions.covered(paragraph)
    found = named.compactMap { finding in
      guard let (country, form) = CountryMentions.country(finding.meaning) else { return nil }
      switch form {
      case .short where !CountryMentions.isPaired(finding.words, named, paragraph): return nil
      case .name
      where finding.words.count == 1 && CountryMentions.isInsideName(finding.words, paragraph, covered):
        return nil
      default: return CountryMention(country: country, words: finding.words, form: form)
      }
    }
  }

  private static func country(_ meaning: Meaning) -> (Country, Meaning.Form)? {
    if case .country(let country, let form) = meaning { return (country, form) }
    return nil
  }

  /// Words that belong to a known phrase, so that their capitals do not make a person's name.
  private static func covered(_ paragraph: ParagraphWords) -> Set<Int> {
    var covered: Set<Int> = []
    for finding in paragraph.findings {
      switch finding.meaning {
      case .family, .signal(.toward), .signal(.place): continue
      case .country where finding.words.count == 1 && paragraph.span(finding.words).bytes.count <= 6: continue
      default: covered.formUnion(finding.words)
      }
    }
    return covered
  }

  private static func isPaired(_ range: Range<Int>, _ named: [Finding], _ paragraph: ParagraphWords) -> Bool {
    let after = paragraph.sign(at: range.upperBound) == 45
    let before = paragraph.sign(at: range.lowerBound - 1) == 45
    return named.contains {
      (after && $0.words.lowerBound == range.upperBound + 1)
        || (before && $0.words.upperBound == range.lowerBound - 1)
    }
  }

  private static func isInsideName(_ range: Range<Int>, _ paragraph: ParagraphWords, _ covered: Set<Int>)
    -> Bool
  {
    let words = paragraph.words
    let width = words[range.lowerBound].bytes.count
    guard width <= 6 else { return false }
    let before = range.lowerBound - 1
    if before >= 0, words[before].isCapital, words[before].isWord, !covered.contains(before),
      paragraph.sentences[before] == paragraph.sentences[range.lowerBound],
      !isAcronym(paragraph, before)
    {
      return before > 0 && paragraph.sentences[before - 1] == paragraph.sentences[before]
        || words[before].bytes.count <= 6
    }
    // A sentence that opens with the word and goes on with a family name speaks of a person.
    return (before < 0 || paragraph.sentences[before] != paragraph.sentences[range.lowerBound])
      && paragraph.findings.contains { $0.meaning == .family && $0.words.lowerBound == range.upperBound }
  }

  private static func isAcronym(_ paragraph: ParagraphWords, _ index: Int) -> Bool {
    let bytes = paragraph.text[paragraph.words[index].bytes]
    return bytes.count > 1 && bytes.allSatisfy { (65...90).contains($0) }
  }
}
