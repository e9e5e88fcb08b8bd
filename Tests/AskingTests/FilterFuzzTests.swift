import Asking
import Diplomacy
import Support
import Testing

/// Filters and texts made at random.
private struct RandomFilters {
  var numbers: SeededNumbers

  private static let pieces =
    FilterKey.allCases.map { $0.rawValue + ":" } + [
      " ", " ", " ", "(", ")", "-", "\"", "\\", ",", "or", " or ", "..", "KR", "VN-KR", "한국", "tô lâm",
      "2025",
      "-13", "last-", "90d", "visit", "\u{301}", "\u{0}", "\u{1B}[", "🇻🇳", "\r\n", ":", "::", "é",
      "9999999999999999999",
      "undated", "\u{202E}", "x", "~", "~5", "\"a b\"~", "\"a b\"~9", "~99",
    ]

  mutating func text() -> String {
    (0..<Int.random(in: 0...14, using: &numbers)).map { _ in
      RandomFilters.pieces.randomElement(using: &numbers) ?? ""
    }.joined()
  }

  mutating func filter() -> Filter {
    if chance(6) { return Filter([Filter.Clause(.either(lists(depth: 2)))]) }
    return Filter(list(depth: 2))
  }

  private mutating func list(depth: Int) -> [Filter.Clause] {
    var filter = Filter()
    for _ in 0...Int.random(in: 0...4, using: &numbers) {
      filter.add(Filter.Clause(value(depth: depth), excludes: chance(4)))
    }
    return filter.clauses
  }

  private mutating func lists(depth: Int) -> [[Filter.Clause]] {
    (0...Int.random(in: 0...2, using: &numbers)).map { _ in list(depth: depth - 1) }
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 1...of, using: &numbers) == 1 }

  private mutating func country() -> Country {
    Country(["KR", "VN", "US", "CN", "JP", "LA"].randomElement(using: &numbers)!)!
  }

  private mutating func day() -> CalendarDay {
    CalendarDay(ordinal: Int.random(in: -700_000...2_900_000, using: &numbers))
  }

  private mutating func words() -> String {
    let words = [
      "tô lâm", "or", "a\"b", "c\\", "-x", "(y)", "a:b", "한국", "x", "a,b", "é́", "\u{1B}z", "9 ", " 8",
      "\r\nq", "a b~5", "a~5", "a b~100", "a b~07", "x~5~6", "a\"b c~3", "~ b c~2",
    ]
    return words.randomElement(using: &numbers)!
  }

  private mutating func span() -> DaySpan {
    switch Int.random(in: 0...5, using: &numbers) {
    case 0: DaySpan(from: nil, to: nil)
    case 1: DaySpan(from: day(), to: nil)
    case 2: DaySpan(from: nil, to: day())
    case 3: DaySpan(PartialDate(year: Int.random(in: 1...9999, using: &numbers), month: chance(2) ? 2 : nil)!)
    case 4:
      DaySpan(
        DaySpan.Recent(
          count: Int.random(in: 1...9999, using: &numbers), unit: .allCases.randomElement(using: &numbers)!)!,
        until: CalendarDay(year: 2026, month: 3, day: 15)!)
    default: { (one, other) in DaySpan(from: min(one, other), to: max(one, other)) }(day(), day())
    }
  }

  private mutating func value(depth: Int) -> Filter.Value {
    switch Int.random(in: 0...(depth > 0 ? 19 : 17), using: &numbers) {
    case 0: .country(country())
    case 1: .mention(country())
    case 2: .dyad(Dyad(.vietNam, Country("KR")!)!)
    case 3: .person(words())
    case 4: .kind(.allCases.randomElement(using: &numbers)!)
    case 5: .subkind(.allCases.randomElement(using: &numbers)!)
    case 6: .level(.allCases.randomElement(using: &numbers)!)
    case 7: .status(.allCases.randomElement(using: &numbers)!)
    case 8: .host(country())
    case 9: .topic(.allCases.randomElement(using: &numbers)!)
    case 10: .trait(.allCases.randomElement(using: &numbers)!)
    case 11: .days(span())
    case 12: .published(span())
    case 13: .source(words())
    case 14: .language(.allCases.randomElement(using: &numbers)!)
    case 15: .event(EventID(Int64.random(in: 1...Int64.max, using: &numbers)))
    case 16: .text(.allCases.randomElement(using: &numbers)!, words())
    case 17: .words(words())
    default: .either(lists(depth: depth))
    }
  }
}

@Suite struct FilterFuzzTests {
  @Test(arguments: 1...4) func everyFilterReadsBackAsItWasWritten(seed: UInt64) throws {
    var random = RandomFilters(numbers: SeededNumbers(state: seed))
    for _ in 0..<2000 {
      let filter = random.filter()
      let again = try reader.read(filter.text)
      if again != filter { Issue.record("\(filter.text) became \(again.text)") }
    }
  }

  @Test(arguments: 1...4) func anyTextIsReadOrItsMistakeTold(seed: UInt64) {
    var random = RandomFilters(numbers: SeededNumbers(state: seed &* 7919))
    for _ in 0..<1000 {
      let text = random.text()
      do {
        let filter = try reader.read(text)
        if (try? reader.read(filter.text)) != filter { Issue.record("\(text) became \(filter.text)") }
      } catch {
        #expect(!error.sentence.isEmpty)
        let isInside = error.place.lowerBound >= 0 && error.place.upperBound <= text.count
        #expect(isInside, "\(text)")
        #expect(error.shown(in: text).count == 2)
      }
      _ = try? reader.readBegun(text)
    }
  }
}
