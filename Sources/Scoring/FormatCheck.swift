import Diplomacy

/// Holds an article against the words the exchange format knows.
enum FormatCheck {
  /// The first thing wrong, as the end of a sentence; nil where nothing is.
  static func firstFault(in article: AnnotatedArticle) -> String? {
    if let published = article.published, !isDate(published) {
      return "published “\(published)” is no date"
    }
    guard let events = article.events else { return "it has no events" }
    for (index, event) in events.enumerated() {
      if let fault = fault(in: event) { return "event \(index + 1) has \(fault)" }
    }
    return nil
  }

  private static func fault(in event: AnnotatedEvent) -> String? {
    if let parties = event.parties, parties.count == 2, event.sides.count == 2, parties.allSatisfy(isParty) {
    } else {
      return "parties “\((event.parties ?? []).joined(separator: "-"))”, which are no two countries"
    }
    for date in [event.date, event.end].compactMap(\.self) where !isDate(date) {
      return "date “\(date)”, which is none"
    }
    if event.kind.flatMap(EventKind.init) == nil { return unknown("kind", event.kind) }
    if event.level.flatMap(ProtocolLevel.init) == nil { return unknown("level", event.level) }
    if EventStatus(rawValue: event.statusOrHeld) == nil { return unknown("status", event.status) }
    if let subkind = event.subkind, Subkind(rawValue: subkind)?.kind.rawValue != event.kind {
      return "subkind “\(subkind)”, which its kind does not have"
    }
    for topic in event.topics ?? [] where Topic(rawValue: topic) == nil { return unknown("topic", topic) }
    for mention in event.mentions ?? [] {
      guard let date = mention.date, isDate(date) else { return "a mention without a date" }
      if mention.kind.flatMap(EventKind.init) == nil { return unknown("mention of kind", mention.kind) }
    }
    return nil
  }

  private static func unknown(_ field: String, _ word: String?) -> String {
    "\(field) “\(word ?? "")”, which the format does not know"
  }

  private static func isDate(_ text: String) -> Bool { PartialDate(iso: text) != nil }

  /// Two letters, or one of the organisations that may be a side.
  private static func isParty(_ code: String) -> Bool {
    Country(code) != nil && (code.utf8.count == 2 || code == "ASEAN" || code == "NATO")
  }
}
