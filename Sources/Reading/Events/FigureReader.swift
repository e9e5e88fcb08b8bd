import Diplomacy
import Lexicons

/// Days and months in figures and names: `30/1`, `2.2`, `13-11-2017`, `19 - 21/2`, `from 28 June to 2 July`, `January 30,
/// 2026`. A figure with a separator counts only where a word of a day stands before it or a year behind it, since scores,
/// votes and prices look the same.
struct FigureReader {
  let passage: Passage
  let resolver: DateResolver

  private var words: [Word] { passage.words }

  /// A day as read, its year perhaps missing.
  private struct Day {
    let day: Int?
    let month: Int
    let year: Int?
    let end: Int
  }

  func read(_ index: Int) -> DateMention? {
    guard !isTail(index) else { return nil }
    if let range = shortRange(index) { return range }
    if let first = day(at: index) {
      let tense = passage.tense(at: index)
      if let last = until(first.end), let (start, end) = resolve(first, to: last, tense) {
        return DateMention(start, to: end, words: index..<last.end)
      }
      guard let start = resolve(first, tense) else { return nil }
      return DateMention(start, words: index..<first.end)
    }
    return year(at: index)
  }

  /// The second half of a longer figure: the 5 of 2,5.
  private func isTail(_ index: Int) -> Bool {
    guard index > 1, words[index].number != nil, passage.isGlued(index) else { return false }
    return [46, 44, 47].contains(passage.sign(at: index - 1)) && words[index - 2].number != nil
      && passage.isGlued(index - 1)
  }

  private func resolve(_ day: Day, _ tense: DateResolver.Tense) -> PartialDate? {
    if let number = day.day {
      return resolver.resolve(day: number, month: day.month, year: day.year, tense)
    }
    if let year = day.year { return PartialDate(year: year, month: day.month) }
    return resolver.resolve(month: day.month, tense)
  }

  /// A year behind the last day holds for the first as well: "from April 28 to May 2, 2023".
  private func resolve(_ first: Day, to last: Day, _ tense: DateResolver.Tense) -> (PartialDate, PartialDate)?
  {
    guard let end = resolve(last, tense) else { return nil }
    let years = first.year == nil && last.year != nil ? [end.year, end.year - 1] : [first.year]
    for year in years {
      let day = Day(day: first.day, month: first.month, year: year, end: first.end)
      if let start = resolve(day, tense), start.earliest < end.earliest { return (start, end) }
    }
    return nil
  }

  // MARK: One day

  private func day(at index: Int) -> Day? { figures(index) ?? named(index) ?? month(index) }

  private func figures(_ index: Int, isCued cued: Bool = false) -> Day? {
    guard let first = number(index, 1...31), let (month, year, end) = monthAndYear(index) else { return nil }
    guard cued || year != nil || isCued(index) || isBracketed(index, end) else { return nil }
    return Day(day: first, month: month, year: year, end: end)
  }

  /// `/8`, `-8-2025`, glued to the day; a year may stand behind a word of years: `13/11 năm 2017`.
  private func monthAndYear(_ index: Int) -> (Int, Int?, Int)? {
    guard index + 2 < words.count, [47, 45, 46].contains(words[index + 1].sign), passage.isGlued(index + 1),
      passage.isGlued(index + 2), let month = number(index + 2, 1...12)
    else { return nil }
    if passage.sign(at: index + 3) == words[index + 1].sign, let year = number(index + 4, 1900...2100) {
      return (month, year, index + 5)
    }
    // A third figure that is no year: a version, an address.
    if passage.sign(at: index + 3) == words[index + 1].sign, passage.isGlued(index + 3),
      words.indices.contains(index + 4), words[index + 4].number != nil, passage.isGlued(index + 4)
    {
      return nil
    }
    if let word = passage.day(at: index + 3), word.meaning == .year,
      let year = number(word.words.upperBound, 1900...2100)
    {
      return (month, year, word.words.upperBound + 1)
    }
    // Where a full stop parts a fraction, "by 2.5" is no day, nor is the score "by 2-1".
    guard passage.decimalSign == 44 || words[index + 1].sign == 47 else { return nil }
    return (month, nil, index + 3)
  }

  /// `13 tháng 11 năm 2017`, `30 January 2026`, `January 30, 2026`, `the 5th of May`.
  private func named(_ index: Int) -> Day? {
    if let day = number(index, 1...31) {
      var next = index + 1
      if words.indices.contains(next), words[next].isWord, passage.isGlued(next) { next += 1 }
      if passage.signal(.of, at: next) != nil { next += 1 }
      guard let (month, end) = monthName(next) else { return nil }
      let (year, last) = yearBehind(end)
      return Day(day: day, month: month, year: year, end: last)
    }
    guard case .named(let month)? = passage.day(at: index)?.meaning else { return nil }
    var end = index + 1
    if passage.sign(at: end) == 46 { end += 1 }
    guard let day = number(end, 1...31) else { return nil }
    end += 1
    if words.indices.contains(end), words[end].isWord, passage.isGlued(end) { end += 1 }
    let (year, last) = yearBehind(end)
    return Day(day: day, month: month, year: year, end: last)
  }

  /// A month without a day: `tháng 8/2025`, `tháng 8`, `in May 2025`.
  private func month(_ index: Int) -> Day? {
    guard let (month, end) = monthName(index) else { return nil }
    let (year, last) = yearBehind(end)
    let isNamed = if case .named? = passage.day(at: index)?.meaning { true } else { false }
    // The name of a month alone may be another word: "may", "march".
    if isNamed, year == nil, passage.day(at: index)?.words.count == 1 { return nil }
    return Day(day: nil, month: month, year: year, end: last)
  }

  private func monthName(_ index: Int) -> (Int, Int)? {
    guard let word = passage.day(at: index) else { return nil }
    if case .named(let month) = word.meaning {
      let dot = passage.sign(at: word.words.upperBound) == 46 && word.words.count == 1
      return (month, word.words.upperBound + (dot ? 1 : 0))
    }
    if case .quarter(let quarter) = word.meaning, yearBehind(word.words.upperBound).0 != nil {
      return (3 * quarter, word.words.upperBound)
    }
    guard word.meaning == .month else { return nil }
    if let month = number(word.words.upperBound, 1...12) { return (month, word.words.upperBound + 1) }
    return nil
  }

  private func yearBehind(_ index: Int) -> (Int?, Int) {
    let isSign = [47, 45, 46, 44].contains(passage.sign(at: index))
    let word = passage.day(at: index)
    let next = isSign ? index + 1 : word?.meaning == .year ? word?.words.upperBound ?? index : index
    if let year = number(next, 1900...2100) { return (year, next + 1) }
    if word?.meaning == .lastYear, let published = resolver.published {
      return (published.year - 1, word?.words.upperBound ?? index)
    }
    return (nil, index)
  }

  // MARK: From one day to another

  /// `19 - 21/2`, `19 đến 21-2`, `May 5 to 8`: the first day has neither month nor year of its own.
  private func shortRange(_ index: Int) -> DateMention? {
    if case .named(let month)? = passage.day(at: index)?.meaning, let first = number(index + 1, 1...31),
      let next = joint(index + 2), let last = number(next, 1...31), last > first
    {
      let (year, end) = yearBehind(next + 1)
      return range(first, last, month, year, index..<end)
    }
    guard let first = number(index, 1...31), let next = joint(index + 1) ?? followed(first, by: index + 1),
      let last = number(next, 1...31), last > first
    else { return nil }
    if let (month, year, end) = monthAndYear(next), isCued(index) || year != nil {
      return range(first, last, month, year, index..<end)
    }
    guard let (month, name) = monthName(next + 1) else { return nil }
    let (year, end) = yearBehind(name)
    return range(first, last, month, year, index..<end)
  }

  private func range(
    _ first: Int, _ last: Int, _ month: Int, _ year: Int?, _ words: Range<Int>
  ) -> DateMention? {
    let tense = passage.tense(at: words.lowerBound)
    guard let start = resolver.resolve(day: first, month: month, year: year, tense),
      let end = resolver.resolve(day: last, month: month, year: start.year, tense)
    else { return nil }
    return DateMention(start, to: end, words: words)
  }

  /// Behind a hyphen or a word for "to", and a word of days if any.
  private func joint(_ index: Int) -> Int? {
    var next = index
    if passage.sign(at: index) == 45 {
      next += 1
    } else if let word = passage.day(at: index), word.meaning == .until {
      next = word.words.upperBound
    } else {
      return nil
    }
    while let word = passage.day(at: next), word.meaning == .day { next = word.words.upperBound }
    return next
  }

  /// "18 and 19/12": two days that follow each other are one stretch.
  private func followed(_ day: Int, by index: Int) -> Int? {
    guard passage.signal(.and, at: index) != nil, number(index + 1, day + 1...day + 1) != nil else {
      return nil
    }
    return index + 1
  }

  private func until(_ index: Int) -> Day? {
    guard let next = joint(index) else { return nil }
    return figures(next, isCued: true) ?? named(next)
  }

  // MARK: Years

  private func year(at index: Int) -> DateMention? {
    guard let word = passage.day(at: index), word.meaning == .year,
      let year = number(word.words.upperBound, 1900...2100), let date = PartialDate(year: year)
    else { return nil }
    return DateMention(date, words: index..<word.words.upperBound + 1)
  }

  // MARK: Signs around a figure

  private func number(_ index: Int, _ range: ClosedRange<Int>) -> Int? {
    guard words.indices.contains(index), let number = words[index].number, range.contains(number) else {
      return nil
    }
    return number
  }

  /// Words of the longest phrase before a figure that make it a day: "kéo dài đến ngày".
  static let longestCue = 4

  private func isCued(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let isBehindSign = [40, 44].contains(passage.sign(at: index - 1))
    let reach = isBehindSign ? 2...(FigureReader.longestCue + 1) : 1...FigureReader.longestCue
    return reach.contains { back in
      guard let word = passage.day(at: index - back) else { return false }
      let isNear = word.words.upperBound >= index - (isBehindSign ? 1 : 0)
      switch word.meaning {
      case .day, .until, .weekday, .fromToday, .sameDay: return isNear
      default: return false
      }
    }
  }

  private func isBracketed(_ index: Int, _ end: Int) -> Bool {
    passage.sign(at: index - 1) == 40 && [41, 44].contains(passage.sign(at: end))
  }
}
