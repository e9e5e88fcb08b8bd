import Diplomacy
import Text

/// Reads the values of the language's keys.
struct ValueReader: Sendable {
  let spellings: Spellings
  let today: CalendarDay

  /// `place` is where the word stands in the filter.
  func value(_ key: FilterKey, _ word: String, at place: Range<Int>) throws(Mistake) -> Filter.Value {
    switch key {
    case .country: return .country(try country(word, place))
    case .host: return .host(try country(word, place))
    case .mentions: return .mention(try country(word, place))
    case .dyad: return .dyad(try dyad(word, place))
    case .person: return .person(try searched(key, word, place))
    case .title: return .text(.title, try searched(key, word, place))
    case .body: return .text(.body, try searched(key, word, place))
    case .source: return .source(try searched(key, word, place))
    case .tag: return .tag(try searched(key, word, place))
    case .date: return .days(try span(word, place))
    case .pub: return .published(try span(word, place))
    case .id:
      guard let number = Int64(word), number > 0 else {
        throw Mistake("“\(word)” is no number of an event; dyad list --ids prints them.", at: place)
      }
      return .event(EventID(number))
    case .kind, .subkind, .level, .status, .topic, .lang, .is: return try listed(key, word, place)
    }
  }

  private func listed(_ key: FilterKey, _ word: String, _ place: Range<Int>) throws(Mistake) -> Filter.Value {
    if let value = key.value(word).flatMap({ ValueReader.listed(key, $0) }) { return value }
    let known = key.words + key.synonyms.keys.sorted()
    let listed = key.words.joined(separator: ", ")
    let remedy: Phrase =
      (key.words.first { $0.hasPrefix(fold(word)) } ?? nearestName(to: fold(word), among: known)).map {
        "\($0) is."
      } ?? "there are \(listed)."
    throw Mistake("“\(word)” is no \(key.noun); \(remedy)", at: place)
  }

  private static func listed(_ key: FilterKey, _ word: String) -> Filter.Value? {
    switch key {
    case .kind: EventKind(rawValue: word).map { .kind($0) }
    case .subkind: Subkind(rawValue: word).map { .subkind($0) }
    case .level: ProtocolLevel(rawValue: word).map { .level($0) }
    case .status: EventStatus(rawValue: word).map { .status($0) }
    case .topic: Topic(rawValue: word).map { .topic($0) }
    case .lang: Article.Language(rawValue: word).map { .language($0) }
    case .is: Filter.Trait(rawValue: word).map { .trait($0) }
    case .country, .dyad, .host, .mentions, .person, .date, .pub, .title, .body, .source, .tag, .id: nil
    }
  }

  private func country(_ word: String, _ place: Range<Int>) throws(Mistake) -> Country {
    let found = spellings.called(word)
    if found.count == 1 { return found[0] }
    let near = found.isEmpty ? spellings.near(word) : found
    let told = near.prefix(3).map(spellings.told)
    switch told.count {
    case 0: throw Mistake("“\(word)” is no country; write its code or its name.", at: place)
    case 1: throw Mistake("“\(word)” is no country; \(told[0]) is.", at: place)
    default:
      let last = told[told.count - 1]
      let others = told.dropLast().joined(separator: ", ")
      throw Mistake("“\(word)” may be \(others) or \(last); write one of them.", at: place)
    }
  }

  /// Two countries with a hyphen between them; names have hyphens too, so each is tried.
  private func dyad(_ word: String, _ place: Range<Int>) throws(Mistake) -> Dyad {
    let characters = Array(word.unicodeScalars)
    let hyphens = characters.indices.filter { characters[$0] == "-" }
    for hyphen in hyphens {
      let sides = [characters[..<hyphen], characters[(hyphen + 1)...]].map {
        spellings.called(String(String.UnicodeScalarView($0)))
      }
      if sides[0].count == 1, sides[1].count == 1 {
        guard let dyad = Dyad(sides[0][0], sides[1][0]) else {
          throw Mistake("A pair has two different countries, such as VN-KR.", at: place)
        }
        return dyad
      }
    }
    if hyphens.count == 1 {
      // Where there is nothing else to be meant, the side at fault is told.
      let side = hyphens[0]
      let isBare = place.count == characters.count
      for range in [0..<side, side + 1..<characters.count] where !range.isEmpty {
        let spot = isBare ? place.lowerBound + range.lowerBound..<place.lowerBound + range.upperBound : place
        _ = try country(String(String.UnicodeScalarView(characters[range])), spot)
      }
    }
    throw Mistake("“\(word)” is no pair; write it as VN-KR.", at: place)
  }

  private func searched(_ key: FilterKey, _ word: String, _ place: Range<Int>) throws(Mistake) -> String {
    guard SearchPhrase(word) != nil else {
      throw Mistake("“\(word)” is no \(key.noun); it has no letter or digit.", at: place)
    }
    return word
  }

  // MARK: days

  func span(_ word: String, _ place: Range<Int>) throws(Mistake) -> DaySpan {
    do throws(DateReader.Slip) {
      return try DateReader(today: today).span(word)
    } catch {
      switch error {
      case .noDate: throw noDate(word, place)
      case .endsBeforeItBegins:
        throw Mistake("“\(word)” ends before it begins; write the earlier date first.", at: place)
      }
    }
  }

  private func noDate(_ word: String, _ place: Range<Int>) -> Mistake {
    Mistake("“\(word)” is no date; write 2025, 2025-10, 2025-10-31, 2024..2026 or last-90d.", at: place)
  }
}
