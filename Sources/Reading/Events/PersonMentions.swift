import Diplomacy
import Lexicons

/// Someone who holds an office, named or not, with the side the words give.
struct PersonMention {
  /// Empty for an office without a name.
  var name: String
  var title: String
  var level: ProtocolLevel
  /// Nil where nothing tells whose office it is.
  var country: Country?
  /// Office, country and name together.
  let words: Range<Int>
  /// The name alone; nil for an office without one.
  let nameWords: Range<Int>?
  /// The words of the office that came first.
  let office: Range<Int>
}

/// Office, what it is of, country, then a run of capitalised words: "Tổng thống Hàn Quốc Lee Jae Myung"; in languages that
/// put the country first, "South Korean President Lee Jae Myung".
struct PersonMentions {
  let found: [PersonMention]

  init(_ passage: Passage, countries: [CountryMention], lexicon: Lexicon) {
    let reader = PersonReader(passage: passage, countries: countries, lexicon: lexicon)
    var found: [PersonMention] = []
    for finding in passage.findings {
      guard case .office(let level, let own) = finding.meaning else { continue }
      if let last = found.last, last.words.upperBound > finding.words.lowerBound { continue }
      found.append(reader.person(office: finding.words, level: level, own: own))
    }
    self.found = found
  }
}

private struct PersonReader {
  let passage: Passage
  let countries: [CountryMention]
  let lexicon: Lexicon

  /// What has been gathered of one person so far.
  private struct Draft {
    var start: Int
    var end: Int
    var titleEnd: Int
    var level: ProtocolLevel
    var country: Country?
    /// The country is only the one whose office this is where no other is named: "Chủ tịch nước" before "Lào".
    var isPresumed = false
  }

  func person(office: Range<Int>, level: ProtocolLevel, own: Country?) -> PersonMention {
    var draft = Draft(
      start: office.lowerBound, end: office.upperBound, titleEnd: office.upperBound, level: level,
      country: own, isPresumed: own != nil)
    if lexicon.putsCountryFirst, let before = country(endingAt: office.lowerBound) {
      draft.country = draft.country ?? before.country
      draft.start = before.words.lowerBound
    }
    while extend(&draft) {}
    let name = name(at: skipHonorific(draft.end))
    if let name {
      if draft.isPresumed, let known = leader(in: name) { draft.country = known }
      draft.end = name.upperBound
      readBehindName(&draft)
    }
    return PersonMention(
      name: name.map(passage.string) ?? "", title: passage.string(office.lowerBound..<draft.titleEnd),
      level: draft.level, country: draft.country, words: draft.start..<draft.end, nameWords: name,
      office: office)
  }

  /// One more part between the office and the name; false when none follows.
  private func extend(_ draft: inout Draft) -> Bool {
    let end = draft.end
    if let found = country(at: end), found.form != .seat {
      name(found, of: &draft)
      return true
    }
    if let of = passage.signal(.of, at: end), let found = country(at: of.upperBound) {
      name(found, of: &draft)
      return true
    }
    if let range = ministry(at: end) {
      draft.end = range.upperBound
      if draft.country == nil || lexicon.putsCountryFirst { draft.titleEnd = draft.end }
      return true
    }
    let joint = passage.sign(at: end) == 44 || passage.signal(.and, at: end) != nil ? end + 1 : end
    if let (range, level, own) = self.office(at: joint), !isOfAnother(range.upperBound, draft) {
      draft.level = max(draft.level, level)
      if draft.country == nil {
        draft.titleEnd = range.upperBound
        draft.country = own
        draft.isPresumed = own != nil
      }
      draft.end = range.upperBound
      return true
    }
    if draft.level == .other, let post = post(at: end) {
      draft.end = post
      return true
    }
    if passage.sign(at: end) == 40, passage.sign(at: end + 2) == 41 {
      draft.end = end + 3
      return true
    }
    return false
  }

  private func name(_ found: CountryMention, of draft: inout Draft) {
    if draft.country == nil || draft.isPresumed { draft.country = found.country }
    draft.isPresumed = false
    draft.end = found.words.upperBound
  }

  /// Whether a second office is that of another country: "Thủ tướng Lào và Thủ tướng Nga".
  private func isOfAnother(_ officeEnd: Int, _ draft: Draft) -> Bool {
    guard let own = draft.country, !draft.isPresumed,
      let found = country(at: ministry(at: officeEnd)?.upperBound ?? officeEnd)
    else { return false }
    return found.country != own
  }

  /// "…, Bộ trưởng Bộ Quốc phòng Belarus,", "… of South Korea": an office or a country behind the name.
  private func readBehindName(_ draft: inout Draft) {
    if draft.country == nil, let of = passage.signal(.of, at: draft.end),
      let found = country(at: of.upperBound)
    {
      draft.country = found.country
      draft.end = found.words.upperBound
      return
    }
    guard passage.sign(at: draft.end) == 44 else { return }
    var next = draft.end + 1
    if lexicon.putsCountryFirst, let found = country(at: next) {
      next = found.words.upperBound
      guard self.office(at: next) != nil else { return }
      draft.country = draft.country ?? found.country
    }
    guard let (range, level, own) = self.office(at: next) else { return }
    var behind = Draft(
      start: range.lowerBound, end: range.upperBound, titleEnd: range.upperBound, level: level,
      country: draft.country ?? own, isPresumed: draft.country == nil)
    while extend(&behind) {}
    // An office with a name of its own behind it is another person's.
    guard name(at: skipHonorific(behind.end)) == nil else { return }
    draft.level = max(draft.level, behind.level)
    draft.country = behind.country
    draft.end = behind.end
  }

  // MARK: What stands at a word

  /// The country of someone known by name.
  private func leader(in name: Range<Int>) -> Country? {
    for finding in passage.findings(in: name) {
      if case .leader(_, let country) = finding.meaning { return country }
    }
    return nil
  }

  private func ministry(at index: Int) -> Range<Int>? {
    for finding in passage.findings(at: index) where finding.meaning == .ministry { return finding.words }
    return nil
  }

  private func office(at index: Int) -> (Range<Int>, ProtocolLevel, Country?)? {
    for finding in passage.findings(at: index) {
      if case .office(let level, let own) = finding.meaning { return (finding.words, level, own) }
    }
    return nil
  }

  private func country(at index: Int) -> CountryMention? {
    countries.first { $0.words.lowerBound == index }
  }

  /// The country right before, with or without a genitive: "China's".
  private func country(endingAt index: Int) -> CountryMention? {
    var end = index
    if end > 1, passage.isGlued(end - 1), passage.words[end - 1].bytes.count == 1,
      [1, 39].contains(passage.sign(at: end - 2))
    {
      end -= 2
    }
    return countries.last { $0.words.upperBound == end && $0.form != .seat }
  }

  /// Where an ambassador serves: "tại Peru".
  private func post(at index: Int) -> Int? {
    guard let word = passage.signal(.place, at: index) ?? passage.signal(.toward, at: index),
      let country = country(at: word.upperBound)
    else { return nil }
    return country.words.upperBound
  }

  private func skipHonorific(_ index: Int) -> Int {
    let next = passage.sign(at: index) == 44 ? index + 1 : index
    return passage.signal(.honorific, at: next)?.upperBound ?? index
  }

  /// One to six capitalised words, joined by hyphens or apostrophes too, on which no office, country or act begins.
  private func name(at start: Int) -> Range<Int>? {
    let words = passage.words
    var end = start
    var count = 0
    while end < words.count, count < 6, passage.sentences[end] == passage.sentences[start] {
      let word = words[end]
      let isInner = end > start && passage.isGlued(end)
      let isJoiner = (word.sign == 45 || word.sign == 1 || word.sign == 39) && isInner
      let isInitial =
        word.sign == 46 && isInner && words[end - 1].isCapital && words[end - 1].bytes.count == 1
      guard isJoiner || isInitial || (word.isWord && (word.isCapital || isInner) && !isTaken(end)) else {
        break
      }
      if word.isWord { count += 1 }
      end += 1
    }
    while end > start, !words[end - 1].isWord { end -= 1 }
    // A genitive is no part of the name.
    if end - start > 2, words[end - 1].bytes.count == 1, [1, 39].contains(words[end - 2].sign) { end -= 2 }
    return end > start ? start..<end : nil
  }

  private func isTaken(_ index: Int) -> Bool {
    for finding in passage.findings(at: index) {
      switch finding.meaning {
      case .office: return true
      case .cue, .day, .signal(.forum), .signal(.authority): if !passage.isGlued(index) { return true }
      default: break
      }
    }
    return countries.contains { $0.words.lowerBound == index && $0.form != .seat && !$0.isInName(passage) }
  }
}

extension CountryMention {
  /// Glued by a hyphen to a word that is no country: "Ban Ki-moon" has no "Ki".
  fileprivate func isInName(_ passage: Passage) -> Bool { !isPaired && passage.isGlued(words.lowerBound) }
}
