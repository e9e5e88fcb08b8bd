import Diplomacy

/// What CAMEO and PLOVER call an event, as far as its kind, subkind, host and status tell. The first party is the actor.
/// What was cancelled has no code; a meeting or visit still to come is an intent (CAMEO 036) and PLOVER's AGREE.
package struct EventCodes: Hashable, Sendable {
  /// The verb dictionary and the manual the codes are of, written beside them.
  package static let cameoVersion = "1.1b3"
  package static let ploverVersion = "manual 2023"

  /// Three digits; empty for no code.
  package let cameo: String
  /// Empty for what PLOVER left out (CAMEO 01) or does not know.
  package let plover: String
  /// PLOVER's mode; empty where none is certain.
  package let mode: String

  package init(_ event: Event) {
    if event.status == .cancelled {
      self.init("", "")
    } else if event.status == .planned, event.kind.isConsultation {
      self.init("036", "AGREE", "meet")
    } else {
      self = EventCodes.held(event)
    }
  }

  private init(_ cameo: String, _ plover: String, _ mode: String = "") {
    self.cameo = cameo
    self.plover = plover
    self.mode = mode
  }

  private static func held(_ event: Event) -> EventCodes {
    switch event.kind {
    case .phoneCall: EventCodes("041", "CONSULT", "phone")
    case .talks, .meeting: met(event, hostUnknown: "040")
    case .visit: met(event, hostUnknown: "042")
    case .negotiation: EventCodes(event.subkind == .mechanism ? "040" : "046", "CONSULT")
    case .message: EventCodes(event.subkind == .condolence ? "018" : "051", "")
    case .agreement: EventCodes("057", "SUPPORT")
    case .relations: event.subkind == .down ? EventCodes("161", "SANCTION") : EventCodes("050", "SUPPORT")
    case .credentials: EventCodes("050", "SUPPORT")
    case .defence: EventCodes("062", "COOPERATE", "military")
    case .aid: EventCodes("070", "AID")
    case .protest: protest(event.subkind)
    case .sanction:
      event.subkind == .eased ? EventCodes("085", "RETREAT") : EventCodes("163", "COERCE", "restrict")
    case .incident: EventCodes("170", "COERCE")
    case .commemoration: EventCodes("017", "")
    case .other: EventCodes("", "")
    }
  }

  /// 042 the actor visits, 043 it is the host, 044 they meet in a third place.
  private static func met(_ event: Event, hostUnknown: String) -> EventCodes {
    guard let host = event.host else {
      return EventCodes(hostUnknown, "CONSULT", hostUnknown == "042" ? "visit" : "")
    }
    if !event.parties.contains(host) { return EventCodes("044", "CONSULT", "third-party") }
    return EventCodes(host == event.parties.first ? "043" : "042", "CONSULT", "visit")
  }

  private static func protest(_ subkind: Subkind?) -> EventCodes {
    switch subkind {
    case .note, .summons: EventCodes("114", "ACCUSE")
    case .threat: EventCodes("130", "THREATEN")
    default: EventCodes("111", "ACCUSE")
    }
  }
}

extension EventKind {
  fileprivate var isConsultation: Bool {
    switch self {
    case .phoneCall, .talks, .meeting, .visit, .negotiation: true
    default: false
    }
  }
}
