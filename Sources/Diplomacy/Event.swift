/// A bilateral event: one act between the authorities of two parties on one day, read out of an article.
package struct Event: Hashable, Sendable {
  /// The day (or month, year) of the act; nil where nothing dates it.
  package var date: PartialDate?
  /// The last day of an act of several days.
  package var end: PartialDate?
  package var kind: EventKind
  package var subkind: Subkind?
  package var status: EventStatus
  package var level: ProtocolLevel
  package var parties: Parties
  /// Where a meeting-like act took place; a third country is possible; nil for calls, messages, protests.
  package var host: Country?
  package var people: [Person]
  package var place: Place?
  package var topics: [Topic]
  package var commitments: [Commitment]
  /// Other dated bilateral acts the article refers to.
  package var mentions: [Mention]
  /// Countries the article names without their being a party here.
  package var mentionedCountries: [Country]
  package var evidence: [Evidence]

  package init(
    date: PartialDate?, end: PartialDate? = nil, kind: EventKind, subkind: Subkind? = nil,
    status: EventStatus = .held, level: ProtocolLevel, parties: Parties, host: Country? = nil,
    people: [Person] = [], place: Place? = nil, topics: [Topic] = [], commitments: [Commitment] = [],
    mentions: [Mention] = [], mentionedCountries: [Country] = [], evidence: [Evidence] = []
  ) {
    self.date = date
    self.end = end
    self.kind = kind
    self.subkind = subkind
    self.status = status
    self.level = level
    self.parties = parties
    self.host = host
    self.people = people
    self.place = place
    self.topics = topics
    self.commitments = commitments
    self.mentions = mentions
    self.mentionedCountries = mentionedCountries
    self.evidence = evidence
  }
}

/// The number under which an archive keeps an event. Larger is later in event date, then later in import.
package struct EventID: Hashable, Sendable, Comparable {
  package let number: Int64
  package init(_ number: Int64) { self.number = number }
  package static func < (left: EventID, right: EventID) -> Bool { left.number < right.number }
}

package struct Person: Hashable, Sendable {
  /// The fullest form the article has.
  package let name: String
  /// The office as printed, held that day; empty where none is given.
  package let title: String
  /// The side represented.
  package let country: Country
  package init(name: String, title: String, country: Country) {
    self.name = name
    self.title = title
    self.country = country
  }
}

package struct Place: Hashable, Sendable {
  /// City or site; nil where only the country is known.
  package let name: String?
  package let country: Country?
  package init(name: String?, country: Country?) {
    self.name = name
    self.country = country
  }
}

/// What the two sides agree, pledge or announce in this act.
package struct Commitment: Hashable, Sendable {
  /// A short quotation of the article.
  package let text: String
  /// Units of the currency, or a plain quantity where there is none.
  package let amount: Int?
  /// ISO 4217.
  package let currency: String?
  package let due: PartialDate?
  package init(text: String, amount: Int?, currency: String?, due: PartialDate?) {
    self.text = text
    self.amount = amount
    self.currency = currency
    self.due = due
  }
}

/// Another dated bilateral act, past or planned.
package struct Mention: Hashable, Sendable {
  package let date: PartialDate
  package let kind: EventKind
  package let parties: Parties
  package init(date: PartialDate, kind: EventKind, parties: Parties) {
    self.date = date
    self.kind = kind
    self.parties = parties
  }
}

/// The words of the article that one field of an event rests on, and the rule that read them.
package struct Evidence: Hashable, Sendable {
  package enum Field: String, CaseIterable, Sendable {
    case parties, date, end, kind, subkind, status, level, host, people, place, topics, commitments, mentions
  }
  package let field: Field
  package let span: TextSpan
  /// A short name in words, such as "principals of the first act".
  package let rule: String
  package init(field: Field, span: TextSpan, rule: String) {
    self.field = field
    self.span = span
    self.rule = rule
  }
}
