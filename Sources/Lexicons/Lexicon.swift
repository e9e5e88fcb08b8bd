// The door of this module: the words of a language and what they mean to the reader of reports.
import Diplomacy

/// The phrases of one language and how it orders them.
package struct Lexicon: Sendable {
  package static let vietnamese = Lexicon("vi", aliases: 4, seats: 5, name: 3)
  package static let english = Lexicon("en", aliases: 6, seats: 5, name: 2)

  package static func of(_ language: Article.Language) -> Lexicon {
    language == .vietnamese ? vietnamese : english
  }

  /// The country whose offices stand without its name in the language's press; nil where there is none.
  package let home: Country?
  /// Whether the country stands before the office: "Vietnamese Prime Minister".
  package let putsCountryFirst: Bool

  /// Parts a figure from its fraction: "2,5" or "2.5".
  package let decimalSign: UInt8

  private let table: PhraseTable

  /// Columns of the list of countries that hold the language's names.
  private init(_ folder: String, aliases: Int, seats: Int, name: Int) {
    let shelf = LexiconShelf(folder)
    var grammar: [String: String] = [:]
    for row in shelf.rows("grammar") where row.count > 1 { grammar[row[0]] = row[1] }
    home = grammar["home"].flatMap { Country($0) }
    putsCountryFirst = grammar["country-before-office"] == "yes"
    decimalSign = grammar["decimal-sign"] == "." ? UInt8(ascii: ".") : UInt8(ascii: ",")
    var reader = PhraseReader(shelf)
    reader.readCountries(aliases: aliases, seats: seats, name: name)
    reader.readLists()
    table = PhraseTable(reader.phrases)
  }

  /// The kinds of act the language has a word for.
  package var kinds: Set<EventKind> {
    Set(table.meanings.compactMap { if case .cue(let kind, _, _) = $0 { kind } else { nil } })
  }

  /// All phrases of the words, in order of their first word; in each layer the longest from the left.
  package func findings(in words: [Word]) -> [Finding] { table.findings(in: words) }
}

/// Turns the rows of the lists into phrases; a row that cannot be read is left out.
private struct PhraseReader {
  private let shelf: LexiconShelf
  private(set) var phrases: [(form: String, meaning: Meaning, free: FreeCase)] = []

  init(_ shelf: LexiconShelf) { self.shelf = shelf }

  private mutating func add(_ form: String, _ meaning: Meaning?, free: FreeCase = .none) {
    if let meaning { phrases.append((form, meaning, free)) }
  }

  mutating func readCountries(aliases: Int, seats: Int, name: Int) {
    var shorts: Set<String> = []
    for row in shelf.rows("shorts") where row.count > 1 {
      shorts.insert(row[0])
      if let country = Country(row[1]) { add(row[0], .country(country, .short)) }
    }
    for row in CountryNames.rows where row.count > aliases {
      guard let country = Country(row[0]) else { continue }
      let names = [row[name]] + LexiconFile.items(row[aliases])
      for form in names where !shorts.contains(form) { add(form, .country(country, .name)) }
      for form in LexiconFile.items(row[seats]) where !shorts.contains(form) && !names.contains(form) {
        add(form, .country(country, .seat))
      }
    }
  }

  mutating func readLists() {
    for row in shelf.rows("pairs") where row.count > 2 {
      if let one = Country(row[1]), let other = Country(row[2]) { add(row[0], .pair(one, other)) }
    }
    for row in shelf.rows("traps") { add(row[0], .trap) }
    for row in shelf.rows("ministries") { add(row[0], .ministry) }
    for row in shelf.rows("families") { add(row[0], .family) }
    for row in shelf.rows("offices") where row.count > 2 {
      let level = ProtocolLevel(rawValue: row[1])
      add(row[0], level.map { .office($0, Country(row[2])) }, free: .all)
    }
    for row in shelf.rows("leaders") where row.count > 2 {
      guard let country = Country(row[1]), let level = ProtocolLevel(rawValue: row[2]) else { continue }
      add(row[0], .leader(level, country))
    }
    for row in shelf.rows("places") where row.count > 1 { add(row[0], .place(Country(row[1]))) }
    for row in shelf.rows("kinds") where row.count > 3 {
      guard let kind = EventKind(rawValue: row[1]), let level = Int(row[3]) else { continue }
      let plainness = Plainness(level: level, surplus: row.count > 4 ? Int(row[4]) ?? 0 : 0)
      add(row[0], .cue(kind, Subkind(rawValue: row[2]), plainness), free: .all)
    }
    for row in shelf.rows("days") where row.count > 1 {
      add(row[0], DayWord.meaning(row[1]).map { .day($0) }, free: .first)
    }
    let signals = Dictionary(uniqueKeysWithValues: Meaning.Signal.allCases.map { ("\($0)", $0) })
    for row in shelf.rows("signals") where row.count > 1 {
      add(row[0], signals[row[1]].map { .signal($0) })
    }
    for row in shelf.rows("topics") where row.count > 1 {
      add(row[0], Topic(rawValue: row[1]).map { .topic($0) })
    }
    for row in shelf.rows("money") where row.count > 2 {
      if row[1] == "scale" { add(row[0], Int(row[2]).map { .scale($0) }) }
      if row[1] == "currency" { add(row[0], Currency(row[2]).map { .currency($0) }) }
      if row[1] == "unit" { add(row[0], .unit) }
    }
  }
}

/// The words of the second column of the list of days.
private enum DayWord {
  static func meaning(_ name: String) -> Meaning.Day? {
    switch name {
    case "today": .fromToday(0)
    case "yesterday": .fromToday(-1)
    case "daybefore": .fromToday(-2)
    case "tomorrow": .fromToday(1)
    case "dayafter": .fromToday(2)
    case "lastweekend": .lastWeekend
    case "lastweek": .lastWeek
    case "nextweek": .nextWeek
    case "lastmonth": .lastMonth
    case "nextmonth": .nextMonth
    case "thismonth": .thisMonth
    case "lastyear": .lastYear
    case "nextyear": .nextYear
    case "thisyear": .thisYear
    case "sameday": .sameDay
    case "day": .day
    case "month": .month
    case "year": .year
    case "to": .until
    default: numbered(name)
    }
  }

  private static func numbered(_ name: String) -> Meaning.Day? {
    let digits = String(name.drop { !$0.isNumber })
    guard let value = Int(digits) else { return nil }
    if name.hasPrefix("weekday") { return .weekday(value) }
    if name.hasPrefix("inyears") { return .inYears(value) }
    if name.hasPrefix("inmonths") { return .inMonths(value) }
    if name.hasPrefix("quarter") { return .quarter(value) }
    return name.hasPrefix("month") ? .named(month: value) : nil
  }
}
