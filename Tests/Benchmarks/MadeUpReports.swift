import Archive
import Diplomacy

/// Reports of no real event: 30 years, 200 countries and the words of a language as unequal as in life, the same for
/// the same seed.
struct MadeUpReports {
  private var state: UInt64 = 42
  private let countries: [Country]
  private let syllables: [String]
  let textLength: Int
  /// How many there are to be in the order of their days; nil for any order.
  private let ordered: Int?

  init(textLength: Int, ordered: Int? = nil) {
    self.textLength = textLength
    self.ordered = ordered
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    countries = (0..<200).compactMap { Country("\(letters[$0 / 26])\(letters[$0 % 26])") }
    let onsets = [
      "b", "c", "ch", "d", "đ", "gi", "h", "kh", "l", "m", "n", "ng", "ph", "qu", "s", "t", "th", "tr", "v",
      "x",
    ]
    let rimes = [
      "a", "à", "ả", "ai", "an", "án", "anh", "ao", "âu", "ấp", "e", "en", "ê", "ết", "i", "ia", "iên", "iệp",
      "o", "oan",
      "ong", "ô", "ông", "ội", "ơ", "ơn", "u", "ua", "uân", "ung", "ư", "ước", "ương", "y",
    ]
    syllables = onsets.flatMap { onset in rimes.map { onset + $0 } }
  }

  private mutating func random() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) >> 8
  }

  mutating func below(_ bound: Int) -> Int { Int(random() % UInt64(bound)) }

  /// Small numbers far more often than large ones.
  private mutating func unequal(_ bound: Int) -> Int {
    let part = Double(below(1 << 30)) / Double(1 << 30)
    return min(bound - 1, Int(Double(bound) * part * part * part))
  }

  func country(_ rank: Int) -> Country { countries[rank] }
  func word(_ rank: Int) -> String { syllables[rank] }

  /// Every other one has a day.
  private func promise(_ number: Int, after day: CalendarDay) -> Commitment {
    Commitment(
      text: "promise \(number)", amount: number * 1000, currency: "USD",
      due: number % 20 == 0 ? PartialDate(year: day.year + 1 + number % 7) : nil)
  }

  mutating func next(_ number: Int) -> CodedArticle {
    let day = CalendarDay(ordinal: 9131 + (ordered.map { number * 10_957 / $0 } ?? below(10_957)))
    let first = unequal(200)
    let second = (first + 1 + unequal(199)) % 200
    guard let parties = Parties(countries[first], countries[second]) else { return next(number) }
    var text = ""
    while text.utf8.count < textLength {
      text += (text.isEmpty ? "" : " ") + syllables[unequal(syllables.count)]
    }
    let title = "Report \(number) " + String(text.prefix(60))
    let length = max(1, text.utf8.count / 500)
    let words = text.split(separator: " ")
    let paragraphs = (0..<length).map { part in
      let share = words[(words.count * part / length)..<(words.count * (part + 1) / length)]
      return Article.Paragraph(part: .body, text: share.joined(separator: " "))
    }
    let kinds = EventKind.allCases
    let levels = ProtocolLevel.allCases
    let event = Event(
      date: PartialDate(day), kind: kinds[unequal(kinds.count)], level: levels[unequal(levels.count)],
      parties: parties, host: number % 3 == 0 ? parties.first : nil,
      people: [Person(name: "Person \(unequal(5000))", title: "Minister", country: parties.first)],
      topics: [Topic.allCases[unequal(Topic.allCases.count)]],
      commitments: number % 10 == 0 ? [promise(number, after: day)] : [],
      mentionedCountries: number % 2 == 0 ? [countries[unequal(200)]] : [],
      evidence: [
        Evidence(field: .kind, span: TextSpan(paragraph: 0, bytes: 0..<8), rule: "the first act"),
        Evidence(
          field: .parties, span: TextSpan(paragraph: 0, bytes: 0..<20), rule: "principals of the first act"),
      ])
    let article = Article(
      published: PartialDate(day), title: title,
      paragraphs: [Article.Paragraph(part: .title, text: title)] + paragraphs,
      language: number % 4 == 0 ? .english : .vietnamese, source: "agency-\(unequal(60))/\(number).txt")
    return CodedArticle(article: article, events: [event])
  }
}
