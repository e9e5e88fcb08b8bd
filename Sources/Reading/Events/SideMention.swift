import Diplomacy
import Lexicons

/// Words that stand for a side: a country by name, its capital as its government, an office holder, a ministry.
struct SideMention {
  let country: Country
  let words: Range<Int>
  /// Nil for a country without an office.
  let level: ProtocolLevel?
  let isNamed: Bool
  /// The words name a place or a subject rather than a government: behind a word of place or of aboutness.
  let isSited: Bool
  let isSeat: Bool
  let isPaired: Bool

  /// In order of position; a country within the words of a person is that person's.
  static func all(in page: Scene.Page, putsCountryFirst: Bool) -> [SideMention] {
    var sides: [SideMention] = []
    sides.reserveCapacity(page.countries.count + page.people.count)
    var people = page.people[...]
    for mention in page.countries {
      while let person = people.first, person.words.lowerBound <= mention.words.lowerBound {
        people.removeFirst()
        if let side = SideMention(person) { sides.append(side) }
      }
      // A country before its office opens the person's words.
      if isPrivate(mention, page.passage, putsCountryFirst: putsCountryFirst) { continue }
      if isForum(mention, page.passage) { continue }
      let isHeld = page.people.contains { $0.country != nil && $0.words.contains(mention.words.lowerBound) }
      if !isHeld || mention.isPaired { sides.append(SideMention(mention, page.passage)) }
    }
    sides += people.compactMap(SideMention.init)
    return sides
  }

  /// A team, a company or the people of a country are not its government: "đội tuyển Việt Nam", "Chinese companies".
  private static func isPrivate(_ mention: CountryMention, _ passage: Passage, putsCountryFirst: Bool) -> Bool
  {
    putsCountryFirst
      ? passage.signal(.away, at: mention.words.upperBound) != nil
      : passage.signal(.away, before: mention.words.lowerBound) != nil
  }

  /// "Hội nghị Cấp cao ASEAN", "the ASEAN summit": an organisation within the name of a meeting takes no part in it.
  private static func isForum(_ mention: CountryMention, _ passage: Passage) -> Bool {
    guard Country.organisations.contains(mention.country), !mention.isPaired else { return false }
    let words = mention.words
    if passage.signal(.forum, before: words.lowerBound).map({ $0.count > 1 }) == true { return true }
    return passage.findings(in: max(0, words.lowerBound - 5)..<words.upperBound).contains {
      $0.meaning == .signal(.forum) && $0.words.count > words.count && $0.words.overlaps(words)
    }
  }

  /// A place that stands for the state it lies in, for those who arrive there.
  init(placeIn country: Country, words: Range<Int>) {
    self.country = country
    self.words = words
    level = nil
    (isNamed, isSited, isSeat, isPaired) = (false, true, false, false)
  }

  private init?(_ person: PersonMention) {
    guard let country = person.country else { return nil }
    self.country = country
    words = person.words
    level = person.level
    isNamed = person.nameWords != nil
    (isSited, isSeat, isPaired) = (false, false, false)
  }

  /// "Đà Nẵng, Việt Nam": a country behind the city it holds.
  private static func followsPlace(_ index: Int, of country: Country, _ passage: Passage) -> Bool {
    guard passage.sign(at: index - 1) == 44 else { return false }
    for finding in passage.findings(in: max(0, index - 5)..<max(0, index - 1))
    where finding.words.upperBound == index - 1 {
      switch finding.meaning {
      case .place(country), .country(country, .seat): return true
      default: continue
      }
    }
    return false
  }

  private init(_ mention: CountryMention, _ passage: Passage) {
    country = mention.country
    words = mention.words
    level = nil
    isNamed = false
    isSeat = mention.form == .seat
    isPaired = mention.isPaired
    isSited =
      !mention.isPaired
      && (passage.signal(.place, before: words.lowerBound) != nil
        || passage.signal(.about, before: words.lowerBound) != nil
        || passage.sign(at: words.lowerBound - 1) == 40
        || SideMention.followsPlace(words.lowerBound, of: country, passage))
  }
}
