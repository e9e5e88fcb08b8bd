import Diplomacy
import Lexicons

/// Someone who holds an office, named or not, with the side the words give.
struct PersonMention {
  var name: String
  let title: String
  let level: ProtocolLevel
  /// Nil where the words beside the office name no country.
  var country: Country?
  let words: Range<Int>
  /// The name alone; nil for an office without one.
  let nameWords: Range<Int>?
}

/// Office, what it is of, country, then a run of capitalised words: "Tổng thống Hàn Quốc Lee Jae Myung".
struct PersonMentions {
  let found: [PersonMention]

  init(_ paragraph: ParagraphWords, countries: [CountryMention]) {
    let reader = NameReader(paragraph: paragraph, countries: countries)
    var found: [PersonMention] = []
    for finding in paragraph.findings {
      guard case .office(let level, let own) = finding.meaning else { continue }
      if let last = found.last, last.words.upperBound > finding.words.lowerBound { continue }
      found.append(reader.person(office: finding.words, level: level, own: own))
    }
    self.found = found
  }
}

private struct NameReader {
  let paragraph: ParagraphWords
  let countries: [CountryMention]

  func person(office: Range<Int>, level: ProtocolLevel, own: Country?) -> PersonMention {
    var end = office.upperBound
    var titleEnd = end
    var country = own
    var advanced = true
    while advanced {
      advanced = false
      if let range = self.ministry(at: end) {
        end = range.upperBound
        if country == nil { titleEnd = end }
        advanced = true
      } else if let found = countries.first(where: { $0.words.lowerBound == end && $0.form != .seat }) {
        country = country ?? found.country
        end = found.words.upperBound
        advanced = true
      } else if paragraph.sign(at: end) == 44, let next = self.office(at: end + 1) {
        end = next.upperBound
        if country == nil { titleEnd = end }
        advanced = true
      } else if let post = post(at: end) {
        end = post.upperBound
        advanced = true
      } else if let honorific = honorific(at: paragraph.sign(at: end) == 44 ? end + 1 : end) {
        end = honorific.upperBound
      } else if paragraph.sign(at: end) == 40, paragraph.sign(at: end + 2) == 41 {
        end += 3
        advanced = true
      }
    }
    let name = self.name(at: end)
    if country == nil, let name, isFamily(at: name.lowerBound) { country = .vietNam }
    return PersonMention(
      name: name.map(paragraph.string) ?? "", title: paragraph.string(office.lowerBound..<titleEnd),
      level: level,
      country: country, words: office.lowerBound..<(name?.upperBound ?? end), nameWords: name)
  }

  private func ministry(at index: Int) -> Range<Int>? {
    paragraph.findings.first { $0.meaning == .ministry && $0.words.lowerBound == index }?.words
  }

  private func office(at index: Int) -> Range<Int>? {
    paragraph.findings.first { finding in
      guard case .office = finding.meaning else { return false }
      return finding.words.lowerBound == index
    }?.words
  }

  /// Where an ambassador serves: "tại Peru".
  private func post(at index: Int) -> Range<Int>? {
    guard let word = signal(.place, at: index),
      let country = countries.first(where: { $0.words.lowerBound == word.upperBound })
    else { return nil }
    return index..<country.words.upperBound
  }

  private func honorific(at index: Int) -> Range<Int>? { signal(.honorific, at: index) }

  private func signal(_ signal: Meaning.Signal, at index: Int) -> Range<Int>? {
    paragraph.findings.first { $0.meaning == .signal(signal) && $0.words.lowerBound == index }?.words
  }

  private func isFamily(at index: Int) -> Bool {
    paragraph.findings.contains { $0.meaning == .family && $0.words.lowerBound == index }
  }

  /// One to six capitalised words, joined by hyphens or apostrophes too, on which no office or country begins.
  private func name(at start: Int) -> Range<Int>? {
    var end = start
    var count = 0
    while end < paragraph.words.count, count < 6, paragraph.sentences[end] == paragraph.sentences[start] {
      let word = paragraph.words[end]
      let isJoiner = (word.sign == 45 || word.sign == 1 || word.sign == 39) && end > start && isGlued(end)
      guard
        isJoiner
          || (word.isWord && (word.isCapital || (end > start && end > 0 && isGlued(end))) && !isTaken(end))
      else { break }
      if word.isWord { count += 1 }
      end += 1
    }
    while end > start, !paragraph.words[end - 1].isWord { end -= 1 }
    return end > start ? start..<end : nil
  }

  private func isGlued(_ index: Int) -> Bool {
    paragraph.words[index - 1].bytes.upperBound == paragraph.words[index].bytes.lowerBound
  }

  private func isTaken(_ index: Int) -> Bool {
    office(at: index) != nil || countries.contains { $0.words.lowerBound == index && $0.form != .seat }
  }
}
