import Diplomacy
import Text

/// Reads days as English and Vietnamese write them: `2025`, `2025-10`, `30/1/2026`, `10/2025`, `Oct 2025`, `quý 3/2025`,
/// `2024..2026`, `from 2024 to 2026`, `từ 10/2024 đến 2026`, `last-90d`, `90 ngày qua`, `today`. Marks and capitals do
/// not count; a day stands before its month unless the year is first.
struct DateReader {
  enum Slip: Error { case noDate, endsBeforeItBegins }

  let today: CalendarDay

  func span(_ text: String) throws(Slip) -> DaySpan {
    let words = fold(text).split(whereSeparator: \.isWhitespace).map(String.init)
    let plain = words.joined(separator: " ")
    if let span = named(plain) ?? recent(plain).map({ DaySpan($0, until: today) }) { return span }
    if let (first, last) = DateReader.ends(plain, words) {
      let (from, to) = (first.map(single), last.map(single))
      guard first == nil || from! != nil, last == nil || to! != nil else { throw .noDate }
      let span = DaySpan(from: (from ?? nil)?.from, to: (to ?? nil)?.to)
      if let from = span.from, let to = span.to, to < from { throw .endsBeforeItBegins }
      return span
    }
    guard let span = single(plain) else { throw .noDate }
    return span
  }

  // MARK: from one day to another

  /// The two ends of a span, an open one nil; nil where the words tell one date.
  private static func ends(_ plain: String, _ words: [String]) -> (String?, String?)? {
    func pair(_ first: Substring, _ last: Substring) -> (String?, String?) {
      let sides = [first, last].map { side in
        side.split(separator: " ").joined(separator: " ")
      }
      return (sides[0].isEmpty ? nil : sides[0], sides[1].isEmpty ? nil : sides[1])
    }
    for sign in ["..", " - ", " – ", "–"] {
      if let range = plain.firstRange(of: sign) {
        return pair(plain[..<range.lowerBound], plain[range.upperBound...])
      }
    }
    if plain.count == 9, plain.dropFirst(4).first == "-", plain.filter(\.isNumber).count == 8 {
      return pair(plain.prefix(4), plain.suffix(4))
    }
    guard let first = words.first else { return nil }
    let rest = words.dropFirst()
    let (begins, joins) = (["tu", "from", "since"], ["den", "toi", "to", "until"])
    if begins.contains(first) {
      guard let place = rest.firstIndex(where: { joins.contains($0) }) else {
        return rest.isEmpty ? nil : (rest.joined(separator: " "), nil)
      }
      return pair(
        rest[..<place].joined(separator: " ")[...], rest[(place + 1)...].joined(separator: " ")[...])
    }
    if joins.contains(first), !rest.isEmpty { return (nil, rest.joined(separator: " ")) }
    return nil
  }

  // MARK: one date

  private func named(_ plain: String) -> DaySpan? {
    let (year, month) = (PartialDate(year: today.year), PartialDate(year: today.year, month: today.month))
    switch plain {
    case "today", "hom nay": return DaySpan(from: today, to: today)
    case "yesterday", "hom qua":
      return DaySpan(from: today.adding(days: -1), to: today.adding(days: -1))
    case "this month", "thang nay": return month.map { DaySpan($0) }
    case "this year", "nam nay": return year.map { DaySpan($0) }
    case "last year", "nam ngoai", "nam truoc": return PartialDate(year: today.year - 1).map { DaySpan($0) }
    default: return nil
    }
  }

  private func single(_ plain: String) -> DaySpan? {
    if let span = named(plain) { return span }
    guard let tokens = DateReader.tokens(plain) else { return nil }
    var numbers: [String] = []
    var month: Int?
    var isQuarter = false
    for token in tokens {
      if token.first?.isNumber == true {
        numbers.append(token)
      } else if token == "quy" || token == "q" || token == "quarter" {
        isQuarter = true
      } else if let quarter = ["i": "1", "ii": "2", "iii": "3", "iv": "4"][token], isQuarter {
        numbers.append(quarter)
      } else if let named = DateReader.month(token), month == nil {
        month = named
      } else if !["ngay", "thang", "nam", "year"].contains(token) {
        return nil
      }
    }
    if isQuarter { return month == nil ? DateReader.quarter(numbers) : nil }
    return DateReader.date(numbers, month: month).map { DaySpan($0) }
  }

  /// Numbers and words; nil where something else stands between them.
  private static func tokens(_ plain: String) -> [String]? {
    var tokens: [String] = []
    var isOpen = false
    for character in plain {
      let isDigit = ("0"..."9").contains(character)
      if isDigit || character.isLetter {
        let continues = isOpen && tokens.last?.first.map { ("0"..."9").contains($0) } == isDigit
        if continues { tokens[tokens.count - 1].append(character) } else { tokens.append(String(character)) }
        isOpen = true
      } else if " /-.".contains(character) {
        isOpen = false
      } else {
        return nil
      }
    }
    return tokens
  }

  private static func month(_ word: String) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december",
    ]
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  /// A year has four digits; where it stands last, the day stands first.
  private static func date(_ numbers: [String], month: Int?) -> PartialDate? {
    guard numbers.allSatisfy({ $0.count == 4 || $0.count <= 2 }) else { return nil }
    let years = numbers.filter { $0.count == 4 }
    guard years.count == 1, let year = Int(years[0]) else { return nil }
    let isYearFirst = numbers.first?.count == 4
    guard isYearFirst || numbers.last?.count == 4 else { return nil }
    let others = numbers.filter { $0.count != 4 }.compactMap { Int($0) }
    if let month {
      return others.count <= 1 ? PartialDate(year: year, month: month, day: others.first) : nil
    }
    switch others.count {
    case 0: return PartialDate(year: year)
    case 1: return PartialDate(year: year, month: others[0])
    case 2:
      let (month, day) = isYearFirst ? (others[0], others[1]) : (others[1], others[0])
      return PartialDate(year: year, month: month, day: day)
    default: return nil
    }
  }

  private static func quarter(_ numbers: [String]) -> DaySpan? {
    guard numbers.count == 2, let year = numbers.first(where: { $0.count == 4 }).flatMap({ Int($0) }),
      let quarter = numbers.first(where: { $0.count == 1 }).flatMap({ Int($0) }), (1...4).contains(quarter),
      let first = PartialDate(year: year, month: quarter * 3 - 2),
      let last = PartialDate(year: year, month: quarter * 3)
    else { return nil }
    return DaySpan(from: first.earliest, to: last.latest)
  }

  // MARK: back from today

  /// `last-90d`, `last 90 days`, `90 ngay qua`
  private func recent(_ plain: String) -> DaySpan.Recent? {
    let isEnglish = plain.hasPrefix("last")
    guard isEnglish || plain.hasSuffix(" qua"), let tokens = DateReader.tokens(plain), tokens.count == 3
    else {
      return nil
    }
    let (number, word) = isEnglish ? (tokens[1], tokens[2]) : (tokens[0], tokens[1])
    let units: [DaySpan.Recent.Unit: [String]] = [
      .days: ["d", "day", "days", "ngay"], .weeks: ["w", "week", "weeks", "tuan"],
      .months: ["m", "month", "months", "thang"], .years: ["y", "year", "years", "nam"],
    ]
    guard let count = Int(number), let unit = units.first(where: { $0.value.contains(word) })?.key else {
      return nil
    }
    return DaySpan.Recent(count: count, unit: unit)
  }
}

extension FilterReader {
  /// Days as they are typed, several parted by commas; none where nothing is typed. Throws the first mistake.
  package func days(_ text: String) throws(Mistake) -> [DaySpan] {
    let values = ValueReader(spellings: spellings, today: today)
    var spans: [DaySpan] = []
    var start = 0
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let blanks = piece.prefix { $0.isWhitespace }.count
      var word = piece.dropFirst(blanks)
      while word.last?.isWhitespace == true { word.removeLast() }
      if !word.isEmpty {
        let place = start + blanks
        spans.append(try values.span(String(word), place..<place + word.count))
      }
      start += piece.count + 1
    }
    return spans
  }
}
