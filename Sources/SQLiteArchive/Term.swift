import Diplomacy
import Text

/// What an event is found by besides its day, kind and level: every event has a handful of terms.
struct Term: Hashable {
  enum Facet: String {
    /// The one term of every event.
    case all
    /// A party.
    case country
    case dyad
    /// A country only named.
    case mention
    case person
    /// On whose territory the event of a pair took place: the pair and, as the country, the host; empty for none.
    case host
    /// What was promised in it: `due` on a day, or `open`.
    case promise
  }

  let facet: Facet
  let value: String
  /// The side a person stands for, or a host; empty for all else.
  let country: String

  private init(_ facet: Facet, _ value: String, _ country: String = "") {
    self.facet = facet
    self.value = value
    self.country = country
  }

  /// Reads a row of `term`; nil for a facet this dyad does not know.
  init?(facet: String, value: String, country: String) {
    guard let facet = Facet(rawValue: facet) else { return nil }
    self.init(facet, value, country)
  }

  static let all = Term(.all, "")
  static func country(_ country: Country) -> Term { Term(.country, country.code) }
  static func dyad(_ dyad: Dyad) -> Term { Term(.dyad, dyad.code) }
  static func mention(_ country: Country) -> Term { Term(.mention, country.code) }
  static func person(_ person: Person) -> Term {
    Term(.person, normalized(person.name), person.country.code)
  }

  static func host(_ host: Country?, of dyad: Dyad) -> Term { Term(.host, dyad.code, host?.code ?? "") }
  static func promise(isDue: Bool) -> Term { Term(.promise, isDue ? "due" : "open") }

  /// Whether an event has it from any of its reports. Its host is that of the report that leads it, as a filter reads
  /// it: else one event would have two.
  var isInherited: Bool { facet != .host }

  /// All terms of an event, each once.
  static func of(_ event: Event) -> Set<Term> {
    var terms: Set<Term> = [.all, .dyad(event.parties.dyad)]
    for side in event.parties.both { terms.insert(.country(side)) }
    for named in event.mentionedCountries where !event.parties.contains(named) {
      terms.insert(.mention(named))
    }
    for one in event.people { terms.insert(.person(one)) }
    terms.insert(.host(event.host, of: event.parties.dyad))
    for one in event.commitments { terms.insert(.promise(isDue: one.due != nil)) }
    return terms
  }
}

/// Why a term stands at a number, so that events and reports are counted from the same tables.
enum TermRole: Int64 {
  /// Of the event itself, which stands alone or leads.
  case own
  /// Of a report that another one leads: it counts among reports only.
  case led
  /// What the leading report takes over from those it leads: it counts among events only.
  case inherited

  var events: Int { self == .led ? 0 : 1 }
  var reports: Int { self == .inherited ? 0 : 1 }

  /// The role that is left out of a count.
  static func leftOut(_ counting: Counting) -> TermRole { counting == .events ? .led : .inherited }
}

/// Where the terms of an event stand: its number, its kind and level as one class, its month.
struct Standing: Hashable {
  let id: Int64
  let eventClass: Int64
  /// 0 without a date.
  let year: Int
  /// 0 where only the year is known, and without a date.
  let month: Int
}
