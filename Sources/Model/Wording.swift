import Diplomacy

/// The words and glyphs of the field as the screen shows them.
package enum Wording {
  package static func glyph(_ kind: EventKind) -> String {
    switch kind {
    case .phoneCall: "○"
    case .talks: "◆"
    case .meeting: "◇"
    case .visit: "▷"
    case .agreement: "■"
    case .message: "≡"
    case .negotiation: "~"
    case .relations: "∞"
    case .credentials: "¶"
    case .defence: "▲"
    case .aid: "+"
    case .protest: "!"
    case .sanction: "×"
    case .incident: "†"
    case .commemoration: "*"
    case .other: "·"
    }
  }

  package static func asciiGlyph(_ kind: EventKind) -> String {
    switch kind {
    case .phoneCall: "o"
    case .talks: "#"
    case .meeting: "&"
    case .visit: ">"
    case .agreement: "="
    case .message: "@"
    case .relations: "%"
    case .credentials: "$"
    case .defence: "^"
    case .sanction: "x"
    case .incident: "f"
    case .other: "."
    case .negotiation, .aid, .protest, .commemoration: glyph(kind)
    }
  }

  /// One word of at most six letters for the list.
  package static func short(_ kind: EventKind) -> String {
    switch kind {
    case .phoneCall: "call"
    case .talks: "talks"
    case .meeting: "meet"
    case .visit: "visit"
    case .agreement: "signed"
    case .message: "letter"
    case .negotiation: "round"
    case .relations: "ties"
    case .credentials: "envoy"
    case .defence: "forces"
    case .aid: "aid"
    case .protest: "prot."
    case .sanction: "sanct."
    case .incident: "clash"
    case .commemoration: "anniv."
    case .other: "other"
    }
  }

  package static func name(_ kind: EventKind) -> String {
    switch kind {
    case .phoneCall: "Phone call"
    case .talks: "Talks"
    case .meeting: "Meeting"
    case .visit: "Visit"
    case .agreement: "Agreement"
    case .message: "Message"
    case .negotiation: "Negotiation"
    case .relations: "Relations"
    case .credentials: "Credentials"
    case .defence: "Defence"
    case .aid: "Aid"
    case .protest: "Protest"
    case .sanction: "Sanction"
    case .incident: "Incident"
    case .commemoration: "Commemoration"
    case .other: "Other act"
    }
  }

  package static func name(_ level: ProtocolLevel) -> String {
    switch level {
    case .headOfStateOrParty: "heads of state or party"
    case .headOfGovernment: "heads of government"
    case .legislature: "legislature"
    case .minister: "ministers"
    case .other: "other officials"
    }
  }

  static func name(_ subkind: Subkind) -> String {
    switch subkind {
    case .up: "upgraded"
    case .down: "downgraded"
    default: subkind.rawValue.replacing("-", with: " ")
    }
  }

  /// What a correction is about, as a sentence begins with it.
  static func field(_ field: CorrectedField) -> String {
    switch field {
    case .parties: "Parties"
    case .kind: "Kind"
    case .date: "Date"
    case .level: "Level"
    case .event: "Event"
    }
  }

  /// A value inside a sentence: `VN-KR`, `talks`, `2024-03-05`, `ministers`.
  static func value(_ value: FieldValue) -> String {
    switch value {
    case .parties(let parties): parties.code
    case .kind(let kind): name(kind).lowercased()
    case .date(let date): date?.iso ?? "no date"
    case .level(let level): name(level)
    case .event(let isOne): isOne ? "an event" : "no event"
    }
  }

  package static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let longMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// `Friday 30 January 2026`, `January 2026 (day not known)`, `2026 (month not known)`, `no date`.
  package static func long(_ date: PartialDate?) -> String {
    guard let date else { return "no date" }
    guard let month = date.month else { return "\(date.year) (month not known)" }
    let monthAndYear = "\(longMonths[month - 1]) \(date.year)"
    guard let day = date.day else { return monthAndYear + " (day not known)" }
    return "\(weekdays[date.earliest.weekday - 1]) \(day) \(monthAndYear)"
  }

  /// Short, for a span's end or a reference: `30 Jan 2026`, `Jan 2026`, `2026`.
  package static func short(_ date: PartialDate) -> String {
    guard let month = date.month else { return "\(date.year)" }
    guard let day = date.day else { return "\(months[month - 1]) \(date.year)" }
    return "\(day) \(months[month - 1]) \(date.year)"
  }

  /// Without a year that is told already: `30 Jan`, `Jan`, and nothing for a year alone.
  package static func short(_ date: PartialDate, without year: Int) -> String {
    guard date.year == year else { return short(date) }
    guard let month = date.month else { return "" }
    return date.day.map { "\($0) \(months[month - 1])" } ?? months[month - 1]
  }

}
