import Diplomacy
import Text

/// What a term of the language asks about. The raw value is the word before the colon.
package enum FilterKey: String, CaseIterable, Sendable {
  case country, dyad, host, mentions, person, kind, subkind, level, status, topic
  case date, pub, title, body, source, lang, tag, `is`, id

  /// Other words that are taken for a key.
  private static let synonyms: [String: FilterKey] = [
    "mention": .mentions, "on": .date, "party": .country, "pair": .dyad, "published": .pub, "language": .lang,
    "people": .person, "type": .kind,
  ]

  init?(word: String) {
    let word = fold(word)
    guard let key = FilterKey(rawValue: word) ?? FilterKey.synonyms[word] else { return nil }
    self = key
  }

  /// What a value of the key is called in a sentence.
  var noun: Phrase {
    switch self {
    case .country, .host, .mentions: "country"
    case .dyad: "pair"
    case .person: "name"
    case .title: "word of a title"
    case .body: "word of a text"
    case .kind: "kind"
    case .subkind: "subkind"
    case .level: "level"
    case .status: "status"
    case .topic: "topic"
    case .source: "source"
    case .tag: "tag"
    case .date, .pub: "date"
    case .lang: "language"
    case .is: "trait"
    case .id: "number of an event"
    }
  }

  /// A value of the key, for a sentence that asks for one.
  var example: String {
    switch self {
    case .country, .host, .mentions: "KR"
    case .dyad: "VN-KR"
    case .person: "putin"
    case .kind: "visit"
    case .subkind: "state"
    case .level: "minister"
    case .status: "planned"
    case .topic: "maritime"
    case .date, .pub: "2025-10"
    case .title: "visit"
    case .body: "fisheries"
    case .source: "vnexpress"
    case .lang: "vi"
    case .tag: "asean"
    case .is: "third-country"
    case .id: "774512345088"
    }
  }

  /// The words a value can be; empty where it is a name, a date or a number.
  package var words: [String] {
    switch self {
    case .kind: EventKind.allCases.map(\.rawValue)
    case .subkind: Subkind.allCases.map(\.rawValue)
    case .level: ProtocolLevel.allCases.map(\.rawValue)
    case .status: EventStatus.allCases.map(\.rawValue)
    case .topic: Topic.allCases.map(\.rawValue)
    case .lang: Article.Language.allCases.map(\.rawValue)
    case .is: Filter.Trait.allCases.map(\.rawValue)
    case .country, .dyad, .host, .mentions, .person, .date, .pub, .title, .body, .source, .tag, .id: []
    }
  }

  /// Other words for those values.
  var synonyms: [String: String] {
    switch self {
    case .kind: FilterKey.kindSynonyms
    case .level: FilterKey.levelSynonyms
    case .status: ["canceled": "cancelled", "future": "planned"]
    case .lang: ["vietnamese": "vi", "english": "en"]
    case .is:
      [
        "third": "third-country", "commitment": "commitments", "folded": "several-reports", "note": "noted",
        "mark": "marked", "new": "unread",
      ]
    default: [:]
    }
  }

  private static let kindSynonyms = [
    "call": "phone-call", "phone": "phone-call", "phone call": "phone-call", "talk": "talks",
    "summit": "talks", "meet": "meeting", "audience": "meeting", "courtesy": "meeting",
    "sidelines": "meeting",
    "letter": "message", "telegram": "message", "treaty": "agreement", "signed": "agreement",
    "signing": "agreement", "mou": "agreement", "statement": "agreement", "round": "negotiation",
    "consultation": "negotiation", "dialogue": "negotiation", "mechanism": "negotiation", "ties": "relations",
    "upgrade": "relations", "rupture": "relations", "envoy": "credentials", "ambassador": "credentials",
    "defense": "defence", "military": "defence", "grant": "aid", "note": "protest", "demarche": "protest",
    "sanctions": "sanction", "embargo": "sanction", "clash": "incident", "anniversary": "commemoration",
    "other act": "other",
  ]

  private static let levelSynonyms = [
    "head-of-state": "head-of-state-or-party", "state": "head-of-state-or-party",
    "party": "head-of-state-or-party", "president": "head-of-state-or-party",
    "heads of state or party": "head-of-state-or-party", "government": "head-of-government",
    "heads of government": "head-of-government", "pm": "head-of-government",
    "prime-minister": "head-of-government", "prime minister": "head-of-government",
    "parliament": "legislature", "speaker": "legislature", "officials": "other", "other officials": "other",
  ]

  /// The value a word means, also in the plural and without regard to case; nil for none.
  func value(_ word: String) -> String? {
    let word = fold(word)
    if words.contains(word) { return word }
    if let meant = synonyms[word] { return meant }
    guard word.hasSuffix("s") else { return nil }
    let singular = String(word.dropLast())
    return words.contains(singular) ? singular : synonyms[singular]
  }
}

extension FilterLanguage {
  /// The word begun at the end of the text, and the keys or values it may become; none where it may be anything.
  package static func completions(of text: String) -> (begun: String, words: [String]) {
    let last = text.split(omittingEmptySubsequences: false) { " (\"".contains($0) }.last ?? ""
    let term = last.drop { $0 == "-" }
    guard let colon = term.firstIndex(of: ":") else {
      let begun = String(term)
      let keys = FilterKey.allCases.map { $0.rawValue + ":" }
      return (begun, keys.filter { !begun.isEmpty && $0.hasPrefix(fold(begun)) })
    }
    guard let key = FilterKey(word: String(term[..<colon])) else { return ("", []) }
    let values = term[term.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false)
    let begun = String(values.last ?? "")
    return (begun, key.words.filter { $0.hasPrefix(fold(begun)) })
  }

  /// The country being written at the end of a text: `hà` of `-host:JP,hà`; nil where no country is asked for.
  package static func begunCountry(in text: String) -> String? {
    let last = text.split(omittingEmptySubsequences: false) { " (\"".contains($0) }.last ?? ""
    let term = last.drop { $0 == "-" }
    guard let colon = term.firstIndex(of: ":"), let key = FilterKey(word: String(term[..<colon])) else {
      return nil
    }
    switch key {
    case .country, .host, .mentions:
      return String(
        term[term.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false).last ?? "")
    case .dyad:
      let values = term[term.index(after: colon)...].split(omittingEmptySubsequences: false) {
        ",-".contains($0)
      }
      return String(values.last ?? "")
    case .person, .kind, .subkind, .level, .status, .topic, .date, .pub, .title, .body, .source, .lang,
      .tag, .is, .id:
      return nil
    }
  }
}
