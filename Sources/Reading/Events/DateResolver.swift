import Diplomacy
import Lexicons

/// A day the text gives, with the words that give it.
struct DateMention {
  let date: PartialDate
  let end: PartialDate?
  let words: Range<Int>
}

/// Days come first in figures; a missing year is taken from the day of publication: not after it where the sentence
/// looks back, not before it where it looks forward, else the nearest.
struct DateResolver {
  let published: PartialDate?

  func mentions(in paragraph: ParagraphWords) -> [DateMention] {
    var found: [DateMention] = []
    var index = 0
    let words = paragraph.words
    var days: [Int: Meaning.Day] = [:]
    var lengths: [Int: Int] = [:]
    for finding in paragraph.findings {
      guard case .day(let day) = finding.meaning else { continue }
      days[finding.words.lowerBound] = day
      lengths[finding.words.lowerBound] = finding.words.count
    }
    while index < words.count {
      let tense = DateResolver.tense(paragraph, index)
      if let mention = figures(words, index, days, tense) ?? named(words, index, days, tense)
        ?? spoken(index, days[index], lengths[index] ?? 1)
      {
        found.append(mention)
        index = max(index + 1, mention.words.upperBound)
      } else {
        index += 1
      }
    }
    return found
  }

  private enum Tense { case past, future, none }

  private static func tense(_ paragraph: ParagraphWords, _ index: Int) -> Tense {
    guard
      paragraph.words[index].number != nil || paragraph.words[index].isCapital
        || paragraph.words[index].isWord
    else { return .none }
    guard paragraph.words[index].number != nil else { return .none }
    let sentence = paragraph.sentences[index]
    var tense = Tense.none
    for finding in paragraph.findings where paragraph.sentence(of: finding.words) == sentence {
      if finding.meaning == .signal(.future) { return .future }
      if finding.meaning == .signal(.past) { tense = .past }
    }
    return tense
  }

  /// `30/1`, `2.2`, `13-11-2017`, `19 - 21/2`, `19 đến 21-2`.
  private func figures(_ words: [Word], _ index: Int, _ days: [Int: Meaning.Day], _ tense: Tense)
    -> DateMention?
  {
    guard let first = words[index].number, (1...31).contains(first) else { return nil }
    if index > 0, words[index - 1].number == nil, [46, 44, 47].contains(words[index - 1].sign),
      words[index - 1].bytes.upperBound == words[index].bytes.lowerBound
    {
      return nil
    }
    let isCued = cue(words, index, days)
    if let range = range(words, index, days, tense), isCued { return range }
    guard let (month, year, end) = monthAndYear(words, index),
      isCued || year != nil || isBracketed(words, index, end)
    else { return nil }
    guard let date = resolve(day: first, month: month, year: year, tense) else { return nil }
    return DateMention(date: date, end: nil, words: index..<end)
  }

  private func cue(_ words: [Word], _ index: Int, _ days: [Int: Meaning.Day]) -> Bool {
    guard index > 0 else { return false }
    let before = words[index - 1]
    if before.sign == 40 || before.sign == 44 {
      return index > 1 && (1...3).contains { days[index - 1 - $0] != nil }
    }
    return (1...2).contains { step in
      switch days[index - step] {
      case .day, .until, .weekday, .fromToday: true
      default: false
      }
    }
  }

  private func isBracketed(_ words: [Word], _ index: Int, _ end: Int) -> Bool {
    index > 0 && words[index - 1].sign == 40 && words.indices.contains(end) && words[end].sign == 41
  }

  private func range(_ words: [Word], _ index: Int, _ days: [Int: Meaning.Day], _ tense: Tense)
    -> DateMention?
  {
    guard let first = words[index].number, index + 2 < words.count else { return nil }
    let isJoined = words[index + 1].sign == 45 || days[index + 1] == .until
    var next = index + 2
    if isJoined, days[next] == .day { next += 1 }
    guard isJoined, next < words.count, let last = words[next].number, last > first, last <= 31,
      let (month, year, end) = monthAndYear(words, next),
      let start = resolve(day: first, month: month, year: year, tense),
      let finish = resolve(day: last, month: month, year: start.year, tense)
    else { return nil }
    return DateMention(date: start, end: finish, words: index..<end)
  }

  private func monthAndYear(_ words: [Word], _ index: Int) -> (Int, Int?, Int)? {
    guard index + 2 < words.count, [47, 45, 46].contains(words[index + 1].sign),
      words[index].bytes.upperBound == words[index + 1].bytes.lowerBound,
      words[index + 1].bytes.upperBound == words[index + 2].bytes.lowerBound,
      let month = words[index + 2].number, (1...12).contains(month)
    else { return nil }
    if index + 4 < words.count, words[index + 3].sign == words[index + 1].sign,
      let year = words[index + 4].number,
      (1900...2100).contains(year)
    {
      return (month, year, index + 5)
    }
    return (month, nil, index + 3)
  }

  /// `tháng 8/2025`, `ngày 13 tháng 11 năm 2017`, `30 January 2026`, `January 30, 2026`.
  private func named(_ words: [Word], _ index: Int, _ days: [Int: Meaning.Day], _ tense: Tense)
    -> DateMention?
  {
    if let day = words[index].number, (1...31).contains(day), let (month, end) = month(words, index + 1, days)
    {
      let (year, last) = year(words, end, days)
      guard let date = resolve(day: day, month: month, year: year, tense) else { return nil }
      return DateMention(date: date, end: nil, words: index..<last)
    }
    guard let (month, end) = month(words, index, days) else { return nil }
    if case .named = days[index], end < words.count, let day = words[end].number, (1...31).contains(day) {
      let (year, last) = year(words, end + 1, days)
      guard let date = resolve(day: day, month: month, year: year, .none) else { return nil }
      return DateMention(date: date, end: nil, words: index..<last)
    }
    let (year, last) = year(words, end, days)
    guard let year = year ?? published.map({ month > ($0.month ?? 12) ? $0.year - 1 : $0.year }),
      let date = PartialDate(year: year, month: month)
    else { return nil }
    return DateMention(date: date, end: nil, words: index..<last)
  }

  private func month(_ words: [Word], _ index: Int, _ days: [Int: Meaning.Day]) -> (Int, Int)? {
    if case .named(let month) = days[index] { return (month, index + 1) }
    guard days[index] == .month, index + 1 < words.count, let month = words[index + 1].number,
      (1...12).contains(month)
    else { return nil }
    return (month, index + 2)
  }

  private func year(_ words: [Word], _ index: Int, _ days: [Int: Meaning.Day]) -> (Int?, Int) {
    let isSign = words.indices.contains(index) && [47, 45, 46, 44].contains(words[index].sign)
    let next = isSign || days[index] == .year ? index + 1 : index
    guard words.indices.contains(next), let year = words[next].number, (1900...2100).contains(year) else {
      return (nil, index)
    }
    return (year, next + 1)
  }

  private func spoken(_ index: Int, _ day: Meaning.Day?, _ length: Int) -> DateMention? {
    guard let day, let published else { return nil }
    let words = index..<index + length
    guard let today = published.calendarDay else {
      return day == .fromToday(0) ? DateMention(date: published, end: nil, words: words) : nil
    }
    let resolved: CalendarDay
    switch day {
    case .fromToday(let days): resolved = today.adding(days: days)
    case .weekday(let weekday): resolved = today.adding(days: -((today.weekday - weekday + 7) % 7))
    case .lastWeekend: resolved = today.adding(days: -((today.weekday - 6 + 7) % 7))
    default: return nil
    }
    return DateMention(date: PartialDate(resolved), end: nil, words: words)
  }

  private func resolve(day: Int, month: Int, year: Int?, _ tense: Tense) -> PartialDate? {
    if let year { return PartialDate(year: year, month: month, day: day) }
    guard let published else { return nil }
    let base = published.earliest
    let options = [published.year - 1, published.year, published.year + 1].compactMap {
      CalendarDay(year: $0, month: month, day: day)
    }
    let distance = { (option: CalendarDay) in abs(option.ordinal - base.ordinal) }
    let kept = options.filter { option in
      switch tense {
      case .past: option.ordinal <= base.ordinal + 31
      case .future: option.ordinal >= base.ordinal - 7
      case .none: true
      }
    }
    return (kept.isEmpty ? options : kept).min { distance($0) < distance($1) }.map { PartialDate($0) }
  }
}
