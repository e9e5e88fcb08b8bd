import Asking
import Diplomacy
import Testing

let reader = FilterReader(
  spellings: Spellings(
    [
      ("VN", "Viet Nam"), ("VN", "Việt Nam"), ("KR", "South Korea"), ("KR", "Hàn Quốc"), ("KR", "한국"),
      ("KP", "North Korea"), ("KP", "Triều Tiên"), ("US", "United States"), ("US", "Mỹ"), ("MY", "Malaysia"),
      ("CN", "China"), ("JP", "Japan"), ("TL", "Timor-Leste"), ("LA", "Laos"), ("LA", "Lào"),
    ].map { (Country($0.0)!, $0.1) }),
  today: CalendarDay(year: 2026, month: 3, day: 15)!)

private func country(_ code: String) -> Country { Country(code)! }
private func day(_ iso: String) -> CalendarDay { PartialDate(iso: iso)!.calendarDay! }
private func without(_ value: Filter.Value) -> Filter.Clause { Filter.Clause(value, excludes: true) }

@Suite struct FilterLanguageTests {
  private static let read: [(String, [Filter.Clause])] = [
    ("", []), ("   ", []), ("tô lâm", [.words("tô"), .words("lâm")]), ("\"tô lâm\"", [.words("tô lâm")]),
    ("\"biển đông\"~5 x", [.words("biển đông~5"), .words("x")]), ("\"a b~7\"", [.words("a b~7")]),
    ("\"a \\\"b\\\" \\\\ c\"", [.words("a \"b\" \\ c")]), ("10:30", [.words("10:30")]),
    ("country:KR", [.country(country("KR"))]), ("Country:kr", [.country(country("KR"))]),
    ("country:KR,JP", [.country(country("KR")), .country(country("JP"))]),
    ("country:KR, JP", [.country(country("KR")), .country(country("JP"))]),
    ("country:KR country:JP", [.country(country("KR")), .country(country("JP"))]),
    ("country:KR,KR", [.country(country("KR"))]), ("country:\"hàn quốc\"", [.country(country("KR"))]),
    ("country:\"South korea\"", [.country(country("KR"))]), ("country:한국", [.country(country("KR"))]),
    ("country:mỹ", [.country(country("US"))]), ("country:my", [.country(country("MY"))]),
    ("country:lao", [.country(country("LA"))]), ("-country:US", [.exceptCountry(country("US"))]),
    ("dyad:KR-VN", [.dyad(Dyad(country("VN"), country("KR"))!)]),
    ("dyad:\"Hàn Quốc-Timor-Leste\"", [.dyad(Dyad(country("KR"), country("TL"))!)]),
    ("host:LA", [Filter.Clause(.host(country("LA")))]), ("mentions:CN", [.mention(country("CN"))]),
    ("kind:visit,talks", [.kind(.visit), .kind(.talks)]), ("kind:call", [.kind(.phoneCall)]),
    ("kind:\"phone call\"", [.kind(.phoneCall)]), ("kind:Meetings", [.kind(.meeting)]),
    ("-kind:visit,aid", [.exceptKind(.visit), .exceptKind(.aid)]),
    ("level:minister", [.level(.minister)]), ("level:\"heads of government\"", [.level(.headOfGovernment)]),
    ("subkind:state", [Filter.Clause(.subkind(.state))]),
    ("status:planned", [Filter.Clause(.status(.planned))]),
    ("topic:maritime", [Filter.Clause(.topic(.maritime))]), ("person:\"Tô Lâm\"", [.person("Tô Lâm")]),
    ("title:thăm", [Filter.Clause(.text(.title, "thăm"))]),
    ("-body:\"biển Đông\"", [Filter.Clause(.text(.body, "biển Đông"), excludes: true)]),
    ("source:vnexpress", [Filter.Clause(.source("vnexpress"))]),
    ("lang:vi", [Filter.Clause(.language(.vietnamese))]),
    ("is:undated", [Filter.Clause(.trait(.undated))]), ("id:42", [Filter.Clause(.event(EventID(42)))]),
    ("date:2025", [.days(from: day("2025-01-01"), to: day("2025-12-31"))]),
    ("date:2025-02", [.days(from: day("2025-02-01"), to: day("2025-02-28"))]),
    ("on:2025-02-03", [.days(from: day("2025-02-03"), to: day("2025-02-03"))]),
    ("date:2024..2026-03", [.days(from: day("2024-01-01"), to: day("2026-03-31"))]),
    ("date:2024..", [.days(from: day("2024-01-01"), to: nil)]), ("date:..", [.days(from: nil, to: nil)]),
    ("date:..today", [.days(from: nil, to: day("2026-03-15"))]),
    ("pub:2025", [Filter.Clause(.published(DaySpan(PartialDate(iso: "2025")!)))]),
    ("\"or\"", [.words("or")]), ("orbit", [.words("orbit")]),
    ("(lào)", [Filter.Clause(.either([[.words("lào")]]))]),
    (
      "kind:visit or kind:aid host:LA",
      [Filter.Clause(.either([[.kind(.visit)], [.kind(.aid), Filter.Clause(.host(country("LA")))]]))]
    ),
    (
      "lào (kind:visit OR -(person:kim or b))",
      [
        .words("lào"),
        Filter.Clause(.either([[.kind(.visit)], [without(.either([[.person("kim")], [.words("b")]]))]])),
      ]
    ),
  ]

  @Test(arguments: read.indices) func aFilterIsReadAsWritten(index: Int) {
    let (text, clauses) = FilterLanguageTests.read[index]
    #expect((try? reader.read(text)) == Filter(clauses), "\(text)")
  }

  private static let texts = [
    ("country:KR country:JP kind:talk", "country:KR,JP kind:talks"), ("country:KR x country:JP", ""),
    ("date:2024-01-01..2026-12-31", "date:2024..2026"), ("date:2025-10-01..2025-10-31", "date:2025-10"),
    ("date:2025-10-02..2025-11-30", "date:2025-10-02..2025-11"), ("date:..2025", ""),
    ("date:last-90d,2020", ""),
    ("(a) or b", ""), ("((a or b))", ""), ("dyad:kr-vn", "dyad:VN-KR"), ("-\"x y\" -(is:undated)", ""),
    ("is:undated,corrected", ""), ("party:한국 -on:2024", "country:KR -date:2024"),
  ]

  @Test(arguments: texts) func aFilterIsWrittenInOneWay(text: String, written: String) throws {
    let filter = try reader.read(text)
    #expect(filter.text == (written.isEmpty ? text : written))
    #expect(try reader.read(filter.text) == filter)
  }

  @Test func daysAreCountedBackFromTheDayGiven() throws {
    func span(_ text: String) throws -> DaySpan? {
      try reader.read("date:" + text).kept { if case .days(let span) = $0 { span } else { nil } }.first
    }
    #expect(try span("last-1d")?.from == day("2026-03-15"))
    #expect(try span("last-90d")?.from == day("2025-12-16"))
    #expect(try span("last-2w")?.from == day("2026-03-02"))
    #expect(try span("last-1m")?.from == day("2026-02-16"))
    #expect(try span("last-1y")?.from == day("2025-03-16"))
    #expect(try span("last-9999y")?.from == day("0001-03-16").back)
    #expect(try span("last-90d")?.to == day("2026-03-15"))
  }

  /// A text, what the carets stand under, and what the sentence says.
  private static let mistakes = [
    ("contry:KR", "contry:", "country: is."), ("foo:bar", "foo:", "Keys: country, dyad"),
    ("country:koria", "koria", "may be North Korea"),
    ("country:korea", "korea", "North Korea (KP) or South Korea (KR)"),
    ("x country:Japon y", "Japon", "Japan (JP) is."), ("country:", "country:", "such as KR"),
    ("country:KR,", ",", "such as KR"), ("kind:vist", "vist", "visit is."),
    ("kind:zzzz", "zzzz", "phone-call, talks"),
    ("level:ministr", "ministr", "minister is."), ("dyad:VN", "VN", "VN-KR"),
    ("dyad:VN-VN", "VN-VN", "two different"),
    ("dyad:VN-Koria", "Koria", "may be North Korea"), ("date:2025-13", "2025-13", "last-90d"),
    ("date:2025-02-30", "2025-02-30", "no date"), ("date:2026..2024", "2026..2024", "ends before"),
    ("date:last-0d", "last-0d", "no date"), ("id:x", "x", "no number"), ("a or", "or", "either side"),
    ("or a", "or", "either side"), ("(a or) b", "or", "either side"), ("(a", "(", "not closed"),
    ("a)", ")", "closes nothing"),
    ("()", "()", "Nothing"), ("- a", "-", "such as"), ("--json", "-", "such as"),
    ("\"a b\"~x", "~x", "no distance"), ("\"a b\"~ c", "~", "no distance"),
    ("x \"a b\"~100", "~100", "no distance"),
    ("a \"b", "\"", "not closed"), ("!!!", "!!!", "no letter"),
    ("person:\"?\"", "\"?\"", "no letter"), ("is:undatet", "undatet", "undated is."),
    ("한국 kind:vist", "vist", "visit is."),
  ]

  @Test(arguments: mistakes) func aMistakeIsToldUnderItsWord(text: String, word: String, sentence: String) {
    do {
      _ = try reader.read(text)
      Issue.record("\(text) was read")
    } catch {
      let characters = Array(text)
      #expect(String(characters[error.place]) == word, "\(text): \(error)")
      #expect(error.sentence.contains(sentence), "\(error.sentence)")
    }
  }

  @Test func caretsStandUnderWideLettersToo() {
    let mistake = Mistake("x", at: 3..<6)
    #expect(mistake.shown(in: "한국 abc") == ["한국 abc", "     ^^^"])
    #expect(Mistake("x", at: 2..<2).shown(in: "a\u{1B}") == ["a␛", "  ^"])
  }

  @Test func depthAndLengthHaveAnEnd() {
    let deep = String(repeating: "(", count: 100_000) + "a"
    #expect(throws: Mistake.self) { _ = try reader.read(deep) }
    #expect(throws: Mistake.self) { _ = try reader.read(String(repeating: "a ", count: 201)) }
    #expect(throws: Never.self) { _ = try reader.read(String(repeating: "a ", count: 200)) }
  }

  @Test func aWordThatMayBecomeAKeyWaitsWhileTyped() throws {
    #expect(try reader.readBegun("lào cou") == Filter([.words("lào")]))
    #expect(try reader.readBegun("lào -kin") == Filter([.words("lào")]))
    #expect(try reader.readBegun("lào cou ") == Filter([.words("lào"), .words("cou")]))
    #expect(try reader.readBegun("lào x") == Filter([.words("lào"), .words("x")]))
  }

  @Test func theGuideFitsATerminal() {
    for text in [FilterLanguage.guide, FilterLanguage.grammar] {
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test func everyKeyStandsInTheGrammarAndTheGuide() {
    for key in FilterKey.allCases {
      #expect(FilterLanguage.grammar.contains("\"\(key.rawValue)\""))
      #expect(FilterLanguage.guide.contains("\(key.rawValue):"))
      for word in key.words { #expect(FilterLanguage.guide.contains(word), "\(word)") }
    }
  }
}

extension CalendarDay {
  /// The first day there is, for a span that would begin before it.
  fileprivate var back: CalendarDay { CalendarDay(year: 1, month: 1, day: 16)! }
}
