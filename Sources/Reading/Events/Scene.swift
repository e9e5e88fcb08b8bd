import Diplomacy
import Lexicons

/// What a reader has in mind after one reading of an article: names, people and days of each paragraph, and who is
/// whose.
struct Scene {
  struct Page {
    let passage: Passage
    let countries: [CountryMention]
    var people: [PersonMention]
    let dates: [DateMention]
    /// How far from the head, the title 0; captions and breadcrumbs do not push the text away.
    let depth: Int
    /// What stands for a side, in order.
    var sides: [SideMention] = []
  }
  let article: Article
  let lexicon: Lexicon
  private(set) var pages: [Page] = []
  private(set) var known = KnownPeople()
  /// The header's date, day and month put right where they are swapped; nil without a header.
  private(set) var reported: PartialDate?

  /// Nil for an article that names fewer than two countries near its head, or no act: nothing in it is bilateral.
  init?(_ article: Article) {
    self.article = article
    lexicon = Lexicon.of(article.language)
    let passages = article.paragraphs.prefix(Scene.head).enumerated().map {
      Passage($0.element, index: $0.offset, lexicon: lexicon)
    }
    guard Scene.mayReport(passages, home: lexicon.home) else { return nil }
    read(passages)
    for page in pages { for person in page.people { known.learn(person, in: page.passage) } }
    settle()
    for index in pages.indices {
      pages[index].sides = SideMention.all(in: pages[index], putsCountryFirst: lexicon.putsCountryFirst)
    }
  }

  /// Paragraphs in which two countries and an act must be named.
  private static let head = 5

  private static func mayReport(_ passages: [Passage], home: Country?) -> Bool {
    var first: Country?
    var isPair = false
    var isAct = false
    var isShared = false
    for passage in passages {
      var office = -1
      for finding in passage.findings {
        switch finding.meaning {
        case .signal(.theTwo): isShared = true
        case .cue(let kind, _, _):
          isAct = true
          if kind == .visit { isShared = true }
        case .country(let country, _), .leader(_, let country), .office(_, let country?):
          if let first { isPair = isPair || first != country } else { first = country }
        case .office: office = finding.words.upperBound
        case .signal(.home), .family:
          guard let home, finding.meaning != .family || finding.words.lowerBound == office else { continue }
          if let first { isPair = isPair || first != home } else { first = home }
        case .pair: isPair = true
        default: continue
        }
      }
    }
    // "Hai nước", or a visit, beside one foreign country alone: the paper's own is the other.
    if isShared, let first, let home, first != home { isPair = true }
    return isPair && isAct
  }

  /// Paragraphs read; acts are told long before.
  private static let longest = 40
  /// Words below which a paragraph is a breadcrumb or a byline.
  private static let shortest = 4

  private mutating func read(_ head: [Passage]) {
    let passages =
      head
      + article.paragraphs.prefix(Scene.longest).enumerated().dropFirst(Scene.head).map {
        Passage($0.element, index: $0.offset, lexicon: lexicon)
      }
    let day = ReportDay(article.published, passages: passages).date
    if article.published != nil { reported = day }
    let resolver = DateResolver(published: day)
    var depth = 0
    for passage in passages {
      let countries = CountryMentions(passage).found
      pages.append(
        Page(
          passage: passage, countries: countries,
          people: PersonMentions(passage, countries: countries, lexicon: lexicon).found,
          dates: resolver.mentions(in: passage), depth: depth))
      if passage.part != .caption, passage.words.count >= Scene.shortest { depth += 1 }
    }
  }

  /// Whether the report speaks of two sides without their names, or of a visit.
  var tellsOfTwo: Bool {
    pages.contains { page in
      page.passage.findings.contains {
        switch $0.meaning {
        case .signal(.theTwo), .cue(.visit, _, _): true
        default: false
        }
      }
    }
  }

  // MARK: Who is whose

  private mutating func settle() {
    var recent: [UInt64: Country] = [:]
    for index in pages.indices {
      for place in pages[index].people.indices { settle(&pages[index].people[place], index, &recent) }
      addBareNames(index)
    }
  }

  private func settle(_ person: inout PersonMention, _ index: Int, _ recent: inout [UInt64: Country]) {
    let words = pages[index].passage.words
    let office = words[person.office.upperBound - 1].key ^ words[person.office.lowerBound].key
    if isOfTheTwo(person, pages[index].passage) { return }
    if let name = person.nameWords {
      let keys = words[name].filter(\.isWord).map(\.key)
      if let same = known.same(keys) {
        let fuller = known.people[same]
        if person.country == nil || person.country == fuller.country {
          person.country = fuller.country
          person.name = fuller.name
        }
      }
      person.country =
        person.country ?? leader(in: name, pages[index].passage)?.country
        ?? homeOfFamily(name, pages[index].passage)
    } else if person.country == nil {
      person.country =
        recent[office] ?? (isHomeOffice(person.office, pages[index].passage) ? lexicon.home : nil)
    }
    if let country = person.country { recent[office] = country }
  }

  /// A family name of the paper's own country, where nothing else tells.
  private func homeOfFamily(_ name: Range<Int>, _ passage: Passage) -> Country? {
    guard name.count > 1, passage.findings(at: name.lowerBound).contains(where: { $0.meaning == .family })
    else {
      return nil
    }
    return lexicon.home
  }

  /// "Bộ trưởng Ngoại giao hai nước": the office of either side, of neither alone.
  private func isOfTheTwo(_ person: PersonMention, _ passage: Passage) -> Bool {
    let end = person.words.upperBound
    guard person.country == nil, person.nameWords == nil else { return false }
    return passage.signal(.theTwo, at: passage.signal(.of, at: end)?.upperBound ?? end) != nil
  }

  /// An office that alone is that of the paper's own country.
  private func isHomeOffice(_ office: Range<Int>, _ passage: Passage) -> Bool {
    passage.signal(.home, at: office.lowerBound) != nil
  }

  private func leader(in range: Range<Int>, _ passage: Passage) -> (level: ProtocolLevel, country: Country)? {
    for finding in passage.findings(in: range) {
      if case .leader(let level, let country) = finding.meaning { return (level, country) }
    }
    return nil
  }

  /// Names without an office: known from elsewhere in the article, or to everyone.
  private mutating func addBareNames(_ index: Int) {
    let page = pages[index]
    guard !known.people.isEmpty || page.passage.findings.contains(where: \.meaning.isLeader) else { return }
    var found: [PersonMention] = []
    var covered = page.people.map(\.words)
    for finding in page.passage.findings {
      if case .trap = finding.meaning { covered.append(finding.words) }
    }
    for finding in page.passage.findings {
      guard case .leader(let level, let country) = finding.meaning,
        !covered.contains(where: { $0.overlaps(finding.words) }), !isInsideRun(finding.words, page.passage)
      else { continue }
      let keys = page.passage.words[finding.words].filter(\.isWord).map(\.key)
      let person = known.same(keys).map { known.people[$0] }
      found.append(
        PersonMention(
          name: person?.name ?? page.passage.string(finding.words), title: person?.title ?? "",
          level: person?.level ?? level, country: person?.country ?? country, words: finding.words,
          nameWords: finding.words, office: finding.words))
      covered.append(finding.words)
    }
    var word = 0
    while word < page.passage.words.count {
      guard page.passage.words[word].isCapital else {
        word += 1
        continue
      }
      let run = capitalRun(at: word, page.passage)
      if !run.isEmpty, !covered.contains(where: { $0.overlaps(run) }),
        let same = known.same(page.passage.words[run].filter(\.isWord).map(\.key)),
        known.people[same].country != nil
      {
        let person = known.people[same]
        found.append(
          PersonMention(
            name: person.name, title: person.title, level: person.level, country: person.country, words: run,
            nameWords: run, office: run))
      }
      word = max(word + 1, run.upperBound)
    }
    guard !found.isEmpty else { return }
    pages[index].people = (page.people + found).sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// Capitalised words that stand together, if a known name is among them.
  private func capitalRun(at index: Int, _ passage: Passage) -> Range<Int> {
    let words = passage.words
    guard words[index].isCapital, known.knows(words[index].key) else { return index..<index }
    var end = index + 1
    while end < words.count {
      let isInner = passage.isGlued(end)
      guard (words[end].isWord && (words[end].isCapital || isInner)) || (words[end].sign == 45 && isInner)
      else {
        break
      }
      end += 1
    }
    while end > index + 1, !words[end - 1].isWord { end -= 1 }
    return index..<end
  }

  /// Part of a longer run of capitals, thus of another name.
  private func isInsideRun(_ range: Range<Int>, _ passage: Passage) -> Bool {
    let before = range.lowerBound - 1
    guard before >= 0, passage.words[before].isWord, passage.words[before].isCapital,
      passage.sentences[before] == passage.sentences[range.lowerBound]
    else { return false }
    return passage.findings(at: before).allSatisfy {
      switch $0.meaning {
      case .office, .country, .signal, .ministry: false
      default: true
      }
    }
  }
}

extension Meaning {
  fileprivate var isLeader: Bool { if case .leader = self { true } else { false } }
}
