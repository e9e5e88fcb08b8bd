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
    case host, topic, status, subkind, trait
    /// Of the report.
    case language
    /// What the reader made of it: `OwnTerms.Sign`.
    case own
    case tag
    /// On whose territory the event of a pair took place: the pair and, as the country, the host; empty for none.
    case venue
    /// Whether something was promised in it, by any of its reports: `any`, and `due` on a day.
    case promise

    /// Whether an event that several reports tell has it when any of them has; else only what the leading one says counts.
    var isInherited: Bool {
      switch self {
      case .all, .country, .dyad, .mention, .person, .language, .own, .tag, .promise: true
      case .host, .topic, .status, .subkind, .trait, .venue: false
      }
    }

    /// Whether no event has two values of it.
    var isSingle: Bool {
      switch self {
      case .all, .host, .status, .subkind, .venue: true
      case .country, .dyad, .mention, .person, .topic, .trait, .language, .own, .tag, .promise: false
      }
    }
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
  static func own(_ sign: OwnTerms.Sign) -> Term { Term(.own, sign.rawValue) }
  static func tag(_ tag: String) -> Term { Term(.tag, tag) }
  static func venue(_ host: Country?, of dyad: Dyad) -> Term { Term(.venue, dyad.code, host?.code ?? "") }
  static let promise = Term(.promise, "any")
  static let promiseWithDay = Term(.promise, "due")

  /// The term that alone decides whether an event has the value; nil where none does.
  init?(_ value: Filter.Value) {
    switch value {
    case .mention(let country): self = .mention(country)
    case .host(let country): self.init(.host, country.code)
    case .topic(let topic): self.init(.topic, topic.rawValue)
    case .status(let status): self.init(.status, status.rawValue)
    case .subkind(let subkind): self.init(.subkind, subkind.rawValue)
    case .language(let language): self.init(.language, language.rawValue)
    case .trait(let trait):
      switch trait {
      case .severalDays, .thirdCountry, .noHost: self.init(.trait, trait.rawValue)
      case .commitments: self = .promise
      case .read: self = .own(.read)
      case .marked: self = .own(.marked)
      case .noted: self = .own(.noted)
      case .tagged: self = .own(.tagged)
      case .undated, .severalReports, .corrected, .unread, .open, .met, .missed: return nil
      }
    case .country, .dyad, .person, .kind, .level, .days, .published, .words, .text, .source, .event, .either,
      .tag:
      return nil
    }
  }

  /// All terms of an event told in that language, each once.
  static func of(_ event: Event, in language: Article.Language) -> Set<Term> {
    var terms: Set<Term> = [.all, .dyad(event.parties.dyad)]
    let told =
      [
        .language(language), .status(event.status), event.host.map { .host($0) },
        event.subkind.map { .subkind($0) },
      ]
      + event.topics.map { Filter.Value.topic($0) } + traits(event).map { .trait($0) }
    for value in told { if let term = value.flatMap({ Term($0) }) { terms.insert(term) } }
    for side in event.parties.both { terms.insert(.country(side)) }
    for named in event.mentionedCountries where !event.parties.contains(named) {
      terms.insert(.mention(named))
    }
    for one in event.people { terms.insert(.person(one)) }
    terms.insert(.venue(event.host, of: event.parties.dyad))
    if !event.commitments.isEmpty { terms.insert(.promise) }
    if event.commitments.contains(where: { $0.due != nil }) { terms.insert(.promiseWithDay) }
    return terms
  }

  private static func traits(_ event: Event) -> [Filter.Trait] {
    var traits: [Filter.Trait] = []
    if event.end != nil { traits.append(.severalDays) }
    if let host = event.host, !event.parties.contains(host) { traits.append(.thirdCountry) }
    if event.host == nil { traits.append(.noHost) }
    return traits
  }
}

extension Set<Term> {
  /// What an event takes over from the reports it leads.
  var inherited: Set<Term> { filter(\.facet.isInherited) }
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
