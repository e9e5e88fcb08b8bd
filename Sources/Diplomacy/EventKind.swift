/// What sort of act an event is. The raw value is the word of the exchange format.
package enum EventKind: String, CaseIterable, Sendable {
  case phoneCall = "phone-call"
  case talks, meeting, visit, message, agreement, negotiation, relations, credentials, defence, aid, protest
  case sanction, incident, commemoration, other
}

/// A finer sort within a kind; nil in an event where the text does not show it.
package enum Subkind: String, CaseIterable, Sendable {
  case state, official, working, `private`
  case congratulation, condolence
  case signing
  case jointStatement = "joint-statement"
  case round, mechanism
  case up, down
  case imposed, eased
  case note, summons, statement, threat
  case portCall = "port-call"
  case exercise, delegation

  package var kind: EventKind {
    switch self {
    case .state, .official, .working, .private: .visit
    case .congratulation, .condolence: .message
    case .signing, .jointStatement: .agreement
    case .round, .mechanism: .negotiation
    case .up, .down: .relations
    case .imposed, .eased: .sanction
    case .note, .summons, .statement, .threat: .protest
    case .portCall, .exercise, .delegation: .defence
    }
  }
}

package enum EventStatus: String, CaseIterable, Sendable { case held, planned, cancelled }

/// Protocol level, highest first.
package enum ProtocolLevel: String, CaseIterable, Sendable, Comparable {
  case headOfStateOrParty = "head-of-state-or-party"
  case headOfGovernment = "head-of-government"
  case legislature, minister, other

  /// 0 is the highest.
  package var rank: Int { ProtocolLevel.allCases.firstIndex(of: self)! }

  /// A lower level is less: `.other < .minister`.
  package static func < (left: ProtocolLevel, right: ProtocolLevel) -> Bool { left.rank > right.rank }
}

package enum Topic: String, CaseIterable, Sendable {
  case political, economy, defence, security, maritime, border, nuclear, conflict, energy, environment,
    agriculture
  case technology, education, culture, health, transport, migration, consular, disaster, aid, legacy, rights
  case multilateral
}
