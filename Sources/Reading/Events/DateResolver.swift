import Diplomacy
import Lexicons

/// A day, month or year the text gives, with the words that give it.
struct DateMention {
  let date: PartialDate
  let end: PartialDate?
  let words: Range<Int>
  /// Told from the day of the report ("today", "last week") rather than named.
  let isSpoken: Bool

  init(_ date: PartialDate, to end: PartialDate? = nil, words: Range<Int>, isSpoken: Bool = false) {
    self.date = date
    self.end = end
    self.words = words
    self.isSpoken = isSpoken
  }
}

/// Days come first in figures; a missing year is taken from the day of publication: not after it where the sentence
/// looks back, not before it where it looks forward, else the nearest.
struct DateResolver {
  /// The day from which days without a year are told; the year alone where the report has no header but names one.
  let published: PartialDate?

  func mentions(in passage: Passage) -> [DateMention] {
    var found: [DateMention] = []
    var index = 0
    let figures = FigureReader(passage: passage, resolver: self)
    while index < passage.words.count {
      if let mention = mention(at: index, passage, figures) {
        found.append(mention)
        index = max(index + 1, mention.words.upperBound)
      } else {
        index += 1
      }
    }
    return found
  }

  private func mention(at index: Int, _ passage: Passage, _ figures: FigureReader) -> DateMention? {
    let isFigure = passage.words[index].number != nil
    guard isFigure || passage.hasFinding(at: index) else { return nil }
    let day = passage.day(at: index)
    guard isFigure || day != nil else { return nil }
    return figures.read(index) ?? day.flatMap { spoken($0.meaning, $0.words, passage) }
  }

  // MARK: Words for days

  private func spoken(_ day: Meaning.Day, _ words: Range<Int>, _ passage: Passage) -> DateMention? {
    guard let published, published.month != nil else { return nil }
    let told = { (date: PartialDate?) in date.map { DateMention($0, words: words, isSpoken: true) } }
    if let period = period(day, published) { return told(period) }
    guard let today = published.calendarDay else { return isNear(day) ? told(published) : nil }
    switch day {
    case .fromToday(let days): return told(PartialDate(today.adding(days: days)))
    case .weekday(let weekday):
      let isAhead = isToCome(words, passage)
      let back = (today.weekday - weekday + 7) % 7
      return told(PartialDate(today.adding(days: isAhead && back > 0 ? 7 - back : -back)))
    case .lastWeekend: return told(PartialDate(today.adding(days: -((today.weekday - 6 + 7) % 7))))
    case .lastWeek: return told(week(of: today.adding(days: -7)))
    case .nextWeek: return told(week(of: today.adding(days: 7)))
    default: return nil
    }
  }

  /// A day told from a report of which only the month is known lies in that month, as far as anyone can tell.
  private func isNear(_ day: Meaning.Day) -> Bool {
    switch day {
    case .fromToday(-1...1), .weekday, .lastWeekend: true
    default: false
    }
  }

  /// The sentence looks ahead around the weekday, and nobody says so on it.
  private func isToCome(_ words: Range<Int>, _ passage: Passage) -> Bool {
    var isAhead = false
    for finding in passage.findings(in: passage.words(ofSentence: passage.sentence(of: words))) {
      let gap = passage.gap(finding.words, words)
      switch finding.meaning {
      case .signal(.speech) where gap < 3: return false
      case .signal(.past) where gap < 4: return false
      case .signal(.future) where gap < 9: isAhead = true
      default: continue
      }
    }
    return isAhead
  }

  /// The month, where the whole week lies in it.
  private func week(of day: CalendarDay) -> PartialDate? {
    let monday = day.adding(days: 1 - day.weekday)
    let sunday = monday.adding(days: 6)
    return monday.month == sunday.month ? PartialDate(year: monday.year, month: monday.month) : nil
  }

  private func period(_ day: Meaning.Day, _ published: PartialDate) -> PartialDate? {
    switch day {
    case .lastYear: PartialDate(year: published.year - 1)
    case .nextYear: PartialDate(year: published.year + 1)
    case .thisYear: PartialDate(year: published.year)
    case .inYears(let years): PartialDate(year: published.year + years)
    case .inMonths(let months): published.month.flatMap { month(published.year, $0 + months) }
    case .quarter(let quarter): PartialDate(year: published.year, month: 3 * quarter)
    case .lastMonth: published.month.flatMap { month(published.year, $0 - 1) }
    case .nextMonth: published.month.flatMap { month(published.year, $0 + 1) }
    case .thisMonth: published.month.flatMap { PartialDate(year: published.year, month: $0) }
    default: nil
    }
  }

  /// Months beyond a year's ends belong to the years beside it.
  private func month(_ year: Int, _ month: Int) -> PartialDate? {
    let months = year * 12 + month - 1
    return PartialDate(year: months / 12, month: months % 12 + 1)
  }

  // MARK: The missing year

  enum Tense { case past, future, none }

  func resolve(day: Int, month: Int, year: Int?, _ tense: Tense) -> PartialDate? {
    if let year { return PartialDate(year: year, month: month, day: day) }
    guard let published else { return nil }
    guard published.month != nil else { return PartialDate(year: published.year, month: month, day: day) }
    let (first, last) = (published.earliest.ordinal, published.latest.ordinal)
    let base = (first + last) / 2
    let options = [published.year - 1, published.year, published.year + 1].compactMap {
      CalendarDay(year: $0, month: month, day: day)
    }
    let fitting = options.filter { option in
      switch tense {
      case .past: option.ordinal <= last + DateResolver.pastTolerance
      case .future: option.ordinal >= first - DateResolver.futureTolerance
      case .none: true
      }
    }
    return (fitting.isEmpty ? options : fitting).min { abs($0.ordinal - base) < abs($1.ordinal - base) }
      .map { PartialDate($0) }
  }

  /// Days a header may lie before the act it reports.
  private static let pastTolerance = 31
  private static let futureTolerance = 7

  /// A month without a year.
  func resolve(month: Int, _ tense: Tense) -> PartialDate? {
    guard let published else { return nil }
    guard let now = published.month else { return PartialDate(year: published.year, month: month) }
    let year = tense == .future ? (month < now ? 1 : 0) : month > now + (tense == .none ? 1 : 0) ? -1 : 0
    return PartialDate(year: published.year + year, month: month)
  }
}

extension Passage {
  /// The word of a day that begins there, the longest.
  func day(at index: Int) -> (meaning: Meaning.Day, words: Range<Int>)? {
    guard hasFinding(at: index) else { return nil }
    return first(at: index) { finding in
      if case .day(let day) = finding.meaning { (day, finding.words) } else { nil }
    }
  }

  /// Whether the sentence around the word looks back or ahead, by the word for it that stands nearest.
  func tense(at index: Int) -> DateResolver.Tense {
    var tense = DateResolver.Tense.none
    var nearest = Int.max
    for finding in findings(in: words(ofSentence: Int(sentences[index]))) {
      let found: DateResolver.Tense
      switch finding.meaning {
      case .signal(.future): found = .future
      case .signal(.past): found = .past
      default: continue
      }
      let gap = self.gap(finding.words, index..<index + 1)
      if gap < nearest { (tense, nearest) = (found, gap) }
    }
    return tense
  }
}
