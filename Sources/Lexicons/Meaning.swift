import Diplomacy

/// What a phrase of a language means to the reader of reports.
package enum Meaning: Hashable, Sendable {
  package enum Form: Sendable {
    /// A name, a short name that needs a second one beside it, a capital or palace that stands for the government.
    case name, short, seat
  }
  case country(Country, Form)
  /// Two countries in one word: "liên Triều".
  case pair(Country, Country)
  /// Holds the word of a country without naming it.
  case trap
  /// The level it confers, and the country whose office it is by itself.
  case office(ProtocolLevel, Country?)
  /// What a minister is minister of; any words between an office and the name of its holder.
  case ministry
  case family
  /// A holder of office known by name alone.
  case leader(ProtocolLevel, Country)
  /// A city or a building, and the country it stands in; nil for a site on a border.
  case place(Country?)
  case cue(EventKind, Subkind?, Plainness)
  case day(Day)
  case signal(Signal)
  case topic(Topic)
  case scale(Int)
  case currency(Currency)
  /// What is counted in a promise of goods: tons, scholarships.
  case unit

  /// How a sentence or an article is meant.
  package enum Signal: Int, Sendable, CaseIterable {
    // When and whether.
    case future, past, cancelled, unreal, negated, background
    // How an act stands in its sentence: what frames it, what comes before or after it, a word that makes a noun of it.
    case frame, before, after, noun
    // What stands beside a name.
    case attend, place, about, toward, between, of, by, honorific, and
    // Who acts.
    case authority, both, home, owner
    // The two sides without their names: "hai nước".
    case theTwo
    // What kind of text it is.
    case away, domestic, analysis, speech, forum, roundup, question, courtesy
    // What a sum or a day is promised for.
    case pledge, agreed, unpledged, statistic, due, abbreviation
    // A death or a disaster, whose day is not that of the message about it.
    case calamity
  }

  package enum Day: Hashable, Sendable {
    case fromToday(Int)
    case weekday(Int)
    case named(month: Int)
    case day, month, year, until
    case lastWeekend, lastWeek, nextWeek, lastMonth, nextMonth, thisMonth, lastYear, nextYear
    case sameDay, thisYear
    /// So many years or months after the report.
    case inYears(Int)
    case inMonths(Int)
    case quarter(Int)
  }

  /// Phrases of different layers may overlap in the text; within one the longest wins. Each signal is a layer, since one
  /// word may be several ("tới": towards, to a place, until).
  var layer: Int {
    switch self {
    case .country, .pair, .trap, .office: 0
    case .ministry: 1
    case .cue: 2
    case .day: 3
    case .topic: 4
    case .scale, .currency, .unit: 5
    case .family: 6
    case .leader: 7
    case .place: 8
    case .signal(let signal): 9 + signal.rawValue
    }
  }
  static let layers = 9 + Signal.allCases.count
}

/// How plainly words name an act.
package struct Plainness: Hashable, Sendable {
  /// 1 to 10, as a person judges the words alone.
  package let level: Int
  /// How much more or less such words speak for news than others as plain, in tenths of a point, as annotated articles
  /// show; 0 for rare words.
  package let surplus: Int

  package init(level: Int, surplus: Int = 0) {
    self.level = level
    self.surplus = surplus
  }
}

/// Signals found together.
package struct Signals: Sendable {
  private var bits: UInt64 = 0

  package init() {}

  package mutating func insert(_ signal: Meaning.Signal) { bits |= 1 << UInt64(signal.rawValue) }
  package func contains(_ signal: Meaning.Signal) -> Bool { bits & 1 << UInt64(signal.rawValue) != 0 }
}

/// A currency by its ISO 4217 code.
package struct Currency: Hashable, Sendable {
  private let letters: UInt32

  /// Nil unless the code is three capital ASCII letters.
  init?(_ code: String) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
    letters = code.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  package var code: String {
    String(decoding: [16, 8, 0].map { UInt8(truncatingIfNeeded: letters >> $0) }, as: UTF8.self)
  }
}

/// A phrase found in a run of words.
package struct Finding: Sendable {
  package let meaning: Meaning
  package let words: Range<Int>
}
