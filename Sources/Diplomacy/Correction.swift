/// What of an event a reader can correct. The raw value is the word of the exchange format.
package enum CorrectedField: String, CaseIterable, Sendable {
  case parties, kind, date, level
  /// Whether it is a bilateral event at all.
  case event
}

/// A value of a field: as coded, or as the reader corrects it.
package enum FieldValue: Hashable, Sendable {
  case parties(Parties)
  case kind(EventKind)
  /// Nil only for an event coded without a date.
  case date(PartialDate?)
  case level(ProtocolLevel)
  case event(Bool)

  package var field: CorrectedField {
    switch self {
    case .parties: .parties
    case .kind: .kind
    case .date: .date
    case .level: .level
    case .event: .event
    }
  }

  /// `VN-KR`, `talks`, `2024-03-05`, `minister`, `yes`; empty for no date.
  package var text: String {
    switch self {
    case .parties(let parties): parties.code
    case .kind(let kind): kind.rawValue
    case .date(let date): date?.iso ?? ""
    case .level(let level): level.rawValue
    case .event(let isOne): isOne ? "yes" : "no"
    }
  }

  /// Nil for a text that is no value of that field.
  package init?(_ field: CorrectedField, text: String) {
    switch field {
    case .parties:
      guard let parties = Parties(code: text) else { return nil }
      self = .parties(parties)
    case .kind:
      guard let kind = EventKind(rawValue: text) else { return nil }
      self = .kind(kind)
    case .date:
      let date = PartialDate(iso: text)
      guard date != nil || text.isEmpty else { return nil }
      self = .date(date)
    case .level:
      guard let level = ProtocolLevel(rawValue: text) else { return nil }
      self = .level(level)
    case .event:
      guard text == "yes" || text == "no" else { return nil }
      self = .event(text == "yes")
    }
  }

  package init(_ field: CorrectedField, of event: Event) {
    switch field {
    case .parties: self = .parties(event.parties)
    case .kind: self = .kind(event.kind)
    case .date: self = .date(event.date)
    case .level: self = .level(event.level)
    case .event: self = .event(true)
    }
  }

  /// Puts the value into an event; what cannot be true beside it any more goes.
  package func correct(_ event: inout Event) {
    switch self {
    case .parties(let parties):
      event.moveSides(from: event.parties, to: parties)
      event.parties = parties
      event.mentionedCountries.removeAll { parties.contains($0) }
    case .kind(let kind):
      event.kind = kind
      if event.subkind?.kind != kind { event.subkind = nil }
    case .date(let date):
      event.date = date
      if let end = event.end, date.map({ $0.earliest > end.latest }) ?? true { event.end = nil }
    case .level(let level): event.level = level
    case .event: break
    }
  }
}

extension Event {
  /// People, place and host of a side that was misread belong to the country it is now.
  fileprivate mutating func moveSides(from old: Parties, to new: Parties) {
    func moved(_ country: Country) -> Country {
      if new.contains(country) { return country }
      return country == old.first ? new.first : country == old.second ? new.second : country
    }
    host = host.map(moved)
    place = place.map { Place(name: $0.name, country: $0.country.map(moved)) }
    people = people.map { Person(name: $0.name, title: $0.title, country: moved($0.country)) }
  }
}

/// The content of an article as a number: the same whatever file it came from.
package struct ArticleHash: Hashable, Sendable {
  package let number: Int64
  package init(_ number: Int64) { self.number = number }

  /// Sixteen hexadecimal digits.
  package var hex: String {
    let digits = String(UInt64(bitPattern: number), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  package init?(hex: String) {
    guard hex.utf8.count == 16, let number = UInt64(hex, radix: 16) else { return nil }
    self.number = Int64(bitPattern: number)
  }
}

/// Which event a correction speaks of: the content of its article, and the event as it was coded. Importing again,
/// coding again and renaming the file leave it as it is.
package struct CodedEvent: Hashable, Sendable {
  package let article: ArticleHash
  package let parties: Parties
  package let date: PartialDate?
  package let kind: EventKind
  /// 0 for the first event of the article with these parties, date and kind.
  package let nth: Int

  package init(article: ArticleHash, parties: Parties, date: PartialDate?, kind: EventKind, nth: Int) {
    self.article = article
    self.parties = parties
    self.date = date
    self.kind = kind
    self.nth = nth
  }

  package init(_ event: Event, of article: ArticleHash, nth: Int) {
    self.init(article: article, parties: event.parties, date: event.date, kind: event.kind, nth: nth)
  }
}

/// A field the reader corrected: as it was coded, and as it is now.
package struct FieldChange: Hashable, Sendable {
  package let was: FieldValue
  package let now: FieldValue
  package var field: CorrectedField { now.field }

  /// Nil for values of two fields.
  package init?(was: FieldValue, now: FieldValue) {
    guard was.field == now.field else { return nil }
    self.was = was
    self.now = now
  }
}

/// A correction as it is kept and passed on, with what a person needs to find the report.
package struct Correction: Hashable, Sendable {
  package let event: CodedEvent
  package let change: FieldChange
  package let source: String
  package let published: PartialDate?
  package let title: String

  package init(
    event: CodedEvent, change: FieldChange, source: String, published: PartialDate?, title: String
  ) {
    self.event = event
    self.change = change
    self.source = source
    self.published = published
    self.title = title
  }
}

/// What a correction did.
package struct CorrectionOutcome: Hashable, Sendable {
  /// The value before: putting it back undoes the correction.
  package let before: FieldValue
  /// The number the event has now; nil when it is no event any more.
  package let id: EventID?

  package init(before: FieldValue, id: EventID?) {
    self.before = before
    self.id = id
  }
}
