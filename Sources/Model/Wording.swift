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
  package static func short(_ kind: EventKind, _ say: Catalogue) -> String {
    switch kind {
    case .phoneCall: say("call")
    case .talks: say("talks")
    case .meeting: say("meet")
    case .visit: say("visit")
    case .agreement: say("signed")
    case .message: say("letter")
    case .negotiation: say("round")
    case .relations: say("ties")
    case .credentials: say("envoy")
    case .defence: say("forces")
    case .aid: say("aid")
    case .protest: say("prot.")
    case .sanction: say("sanct.")
    case .incident: say("clash")
    case .commemoration: say("anniv.")
    case .other: say("other")
    }
  }

  package static func name(_ kind: EventKind, _ say: Catalogue) -> String {
    switch kind {
    case .phoneCall: say("Phone call")
    case .talks: say("Talks")
    case .meeting: say("Meeting")
    case .visit: say("Visit")
    case .agreement: say("Agreement")
    case .message: say("Message")
    case .negotiation: say("Negotiation")
    case .relations: say("Relations")
    case .credentials: say("Credentials")
    case .defence: say("Defence")
    case .aid: say("Aid")
    case .protest: say("Protest")
    case .sanction: say("Sanction")
    case .incident: say("Incident")
    case .commemoration: say("Commemoration")
    case .other: say("Other act")
    }
  }

  package static func name(_ level: ProtocolLevel, _ say: Catalogue) -> String {
    switch level {
    case .headOfStateOrParty: say("heads of state or party")
    case .headOfGovernment: say("heads of government")
    case .legislature: say("legislature")
    case .minister: say("ministers")
    case .other: say("other officials")
    }
  }

  static func name(_ subkind: Subkind, _ say: Catalogue) -> String {
    switch subkind {
    case .state: say("state")
    case .official: say("official")
    case .working: say("working")
    case .private: say("private")
    case .congratulation: say("congratulation")
    case .condolence: say("condolence")
    case .signing: say("signing")
    case .jointStatement: say("joint statement")
    case .round: say("round")
    case .mechanism: say("mechanism")
    case .up: say("upgraded")
    case .down: say("downgraded")
    case .imposed: say("imposed")
    case .eased: say("eased")
    case .note: say("protest note")
    case .summons: say("summons")
    case .statement: say("statement")
    case .threat: say("threat")
    case .portCall: say("port call")
    case .exercise: say("exercise")
    case .delegation: say("delegation")
    }
  }

  package static func name(_ status: EventStatus, _ say: Catalogue) -> String {
    switch status {
    case .held: say("held")
    case .planned: say("planned")
    case .cancelled: say("cancelled")
    }
  }

  static func name(_ topic: Topic, _ say: Catalogue) -> String {
    switch topic {
    case .political: say("politics")
    case .economy: say("economy")
    case .defence: say("defence")
    case .security: say("security")
    case .maritime: say("sea")
    case .border: say("border")
    case .nuclear: say("nuclear")
    case .conflict: say("conflict")
    case .energy: say("energy")
    case .environment: say("environment")
    case .agriculture: say("agriculture")
    case .technology: say("technology")
    case .education: say("education")
    case .culture: say("culture")
    case .health: say("health")
    case .transport: say("transport")
    case .migration: say("migration")
    case .consular: say("consular")
    case .disaster: say("disasters")
    case .aid: say("development aid")
    case .legacy: say("legacy of war")
    case .rights: say("human rights")
    case .multilateral: say("multilateral")
    }
  }

  /// A field as the why panel heads it.
  static func name(_ field: Evidence.Field, _ say: Catalogue) -> String {
    switch field {
    case .parties: say("parties")
    case .kind: say("kind")
    case .subkind: say("subkind")
    case .date: say("date")
    case .end: say("until")
    case .status: say("status")
    case .level: say("level")
    case .host: say("host")
    case .place: say("place")
    case .people: say("people")
    case .topics: say("topics")
    case .commitments: say("commitments")
    case .mentions: say("mentions")
    }
  }

  /// What a correction is about, as a sentence begins with it.
  static func field(_ field: CorrectedField, _ say: Catalogue) -> String {
    switch field {
    case .parties: say("Parties")
    case .kind: say("Kind")
    case .date: say("Date")
    case .level: say("Level")
    case .event: say("Event")
    }
  }

  /// A value inside a sentence: `VN-KR`, `talks`, `2024-03-05`, `ministers`.
  static func value(_ value: FieldValue, _ say: Catalogue) -> String {
    switch value {
    case .parties(let parties): parties.code
    case .kind(let kind): name(kind, say).lowercased()
    case .date(let date): date?.iso ?? say("no date")
    case .level(let level): name(level, say)
    case .event(let isOne): isOne ? say("an event") : say("no event")
    }
  }
}
