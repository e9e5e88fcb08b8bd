import Diplomacy
import LexiconData
import Text

/// What a phrase of a language means to the reader of reports.
package enum Meaning: Hashable, Sendable {
  package enum Form: Sendable {
    /// A name, a short name that needs a second one beside it, a capital or palace that stands for the government.
    case name, short, seat
  }
  package enum Signal: String, Sendable {
    case future, past, cancelled, place, toward, away, authority, domestic, counterpart, honorific
  }
  package enum Day: Hashable, Sendable {
    case fromToday(Int)
    case weekday(Int)
    case named(month: Int)
    case lastWeekend, lastMonth, lastYear, day, month, year, until
  }
  case country(Country, Form)
  case trap
  case office(ProtocolLevel, Country?)
  case ministry
  case family
  case cue(EventKind, Subkind?, Int)
  case day(Day)
  case signal(Signal)
  case topic(Topic)
  case scale(Int)
  case currency(String)

  /// Phrases of different layers may overlap in the text; within one the longest wins.
  var layer: Int {
    switch self {
    case .country, .trap, .office: 0
    case .ministry: 1
    case .cue: 2
    case .day: 3
    case .signal: 4
    case .topic: 5
    case .scale, .currency: 6
    case .family: 7
    }
  }
}

/// A phrase found in a run of words.
package struct Finding: Sendable {
  package let meaning: Meaning
  package let words: Range<Int>
}

/// The phrases of one language, found by their first word.
package struct Lexicon: Sendable {
  private struct Term: Sendable {
    let keys: [UInt64]
    let capitals: [Bool]
    let meaning: Meaning
  }
  package static let layers = 8

  package static let vietnamese = Lexicon(.vietnamese, aliases: 4, seats: 5, name: 3)
  package static let english = Lexicon(.english, aliases: 6, seats: 5, name: 2)

  package static func of(_ language: Article.Language) -> Lexicon {
    language == .vietnamese ? vietnamese : english
  }

  private var terms: [UInt64: [Term]] = [:]

  private init(_ shelf: LexiconShelf, aliases: Int, seats: Int, name: Int) {
    var shorts: Set<String> = []
    for row in shelf.shorts.rows where row.count > 1 {
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
    fill(from: shelf)
    for key in terms.keys { terms[key]?.sort { $0.keys.count > $1.keys.count } }
  }

  /// The kinds of act the language has a word for.
  package var kinds: Set<EventKind> {
    var kinds: Set<EventKind> = []
    for term in terms.values.joined() { if case .cue(let kind, _, _) = term.meaning { kinds.insert(kind) } }
    return kinds
  }

  private mutating func fill(from shelf: LexiconShelf) {
    for row in shelf.traps.rows { add(row[0], .trap) }
    for row in shelf.ministries.rows { add(row[0], .ministry) }
    for row in shelf.families.rows { add(row[0], .family) }
    for row in shelf.offices.rows where row.count > 2 {
      if let level = ProtocolLevel(rawValue: row[1]) {
        add(row[0], .office(level, Country(row[2])), anyCase: true)
      }
    }
    for row in shelf.kinds.rows where row.count > 3 {
      guard let kind = EventKind(rawValue: row[1]), let weight = Int(row[3]) else { continue }
      add(row[0], .cue(kind, Subkind(rawValue: row[2]), weight), anyCase: true)
    }
    for row in shelf.days.rows where row.count > 1 {
      Lexicon.day(row[1]).map { add(row[0], .day($0), anyCase: true) }
    }
    for row in shelf.signals.rows where row.count > 1 {
      Meaning.Signal(rawValue: row[1]).map { add(row[0], .signal($0)) }
    }
    for row in shelf.topics.rows where row.count > 1 {
      Topic(rawValue: row[1]).map { add(row[0], .topic($0)) }
    }
    for row in shelf.money.rows where row.count > 2 {
      if row[1] == "scale", let scale = Int(row[2]) { add(row[0], .scale(scale)) }
      if row[1] == "currency" { add(row[0], .currency(row[2])) }
    }
  }

  private mutating func add(_ form: String, _ meaning: Meaning, anyCase: Bool = false) {
    let words = words(of: normalized(form))
    guard let first = words.first else { return }
    let term = Term(
      keys: words.map(\.key), capitals: words.map { $0.isCapital && !anyCase }, meaning: meaning)
    terms[first.key, default: []].append(term)
  }

  private static func day(_ name: String) -> Meaning.Day? {
    switch name {
    case "today": .fromToday(0)
    case "yesterday": .fromToday(-1)
    case "daybefore": .fromToday(-2)
    case "tomorrow": .fromToday(1)
    case "lastweekend": .lastWeekend
    case "lastmonth": .lastMonth
    case "lastyear": .lastYear
    case "day": .day
    case "month": .month
    case "year": .year
    case "to": .until
    default: numbered(name)
    }
  }

  private static func numbered(_ name: String) -> Meaning.Day? {
    if name.hasPrefix("weekday") { return Int(name.dropFirst(7)).map { .weekday($0) } }
    return name.hasPrefix("month") ? Int(name.dropFirst(5)).map { .named(month: $0) } : nil
  }

  /// All phrases of the words, in order of their first word; in each layer the longest from the left.
  package func findings(in words: [Word]) -> [Finding] {
    var findings: [Finding] = []
    var free = [Int](repeating: 0, count: Lexicon.layers)
    for index in words.indices {
      guard let candidates = terms[words[index].key] else { continue }
      for term in candidates where free[term.meaning.layer] <= index && fits(term, words, index) {
        let end = index + term.keys.count
        free[term.meaning.layer] = end
        findings.append(Finding(meaning: term.meaning, words: index..<end))
      }
    }
    return findings
  }

  private func fits(_ term: Term, _ words: [Word], _ index: Int) -> Bool {
    guard index + term.keys.count <= words.count else { return false }
    for step in term.keys.indices {
      let word = words[index + step]
      if word.key != term.keys[step] || (term.capitals[step] && !word.isCapital) { return false }
    }
    return true
  }
}
