import Diplomacy

/// An act the reader weighed: what it would have made, the words that name it, and each mark with its points.
package struct WeighedAct: Sendable {
  package let kind: EventKind
  package let parties: Parties
  package let span: TextSpan
  /// The sum of the marks; acts with the most points are the news.
  package let points: Double
  /// What spoke for and against it, by weight; marks without points are left out.
  package let marks: [(name: String, points: Double)]
}

/// Tells as text one can read why an article was coded as it was: each event field by field with its words and the rule,
/// then the acts that were weighed, the strongest first.
package struct Explanation {
  private let article: Article
  private let events: [Event]
  private let acts: [WeighedAct]

  package init(article: Article, events: [Event], acts: [WeighedAct]) {
    self.article = article
    self.events = events
    self.acts = acts
  }

  /// Acts shown beside the news.
  private static let shown = 6
  /// Marks shown of an act.
  private static let marks = 8

  /// Without line ends; article text is as it stands and must be made safe before it is shown.
  package var lines: [String] {
    var lines = ["\(article.source)  \(article.published?.iso ?? "undated")  \(article.title)"]
    if events.isEmpty { lines.append("  no event") }
    for event in events { lines += describe(event) }
    if !acts.isEmpty { lines.append("  weighed") }
    for act in acts.prefix(Explanation.shown) { lines += describe(act) }
    return lines
  }

  private func describe(_ event: Event) -> [String] {
    var lines = ["  \(event.parties.code)  \(event.date?.iso ?? "undated")  \(event.kind.rawValue)"]
    for field in Evidence.Field.allCases {
      let rests = event.evidence.filter { $0.field == field }
      let value = FieldValue(event).text(field)
      if rests.isEmpty {
        if let value { lines.append("    " + column(field.rawValue) + value) }
        continue
      }
      lines.append("    " + column(field.rawValue) + (value ?? "none"))
      for one in rests {
        lines.append(
          "    " + column("") + "“\(words(one.span))”, paragraph \(one.span.paragraph + 1): \(one.rule)")
      }
    }
    return lines
  }

  private func describe(_ act: WeighedAct) -> [String] {
    let sum =
      "\(act.parties.code)  \(act.kind.rawValue)  “\(words(act.span))”, paragraph \(act.span.paragraph + 1)"
    let marks = act.marks.prefix(Explanation.marks).map { "\(signed($0.points)) \($0.name)" }
    return ["    " + column(signed(act.points)) + sum, "    " + column("") + marks.joined(separator: ", ")]
  }

  private func column(_ text: String) -> String {
    text + String(repeating: " ", count: max(1, 13 - text.count))
  }

  /// With its sign and one digit behind the point.
  private func signed(_ points: Double) -> String {
    let tenths = Int((points * 10).rounded())
    return "\(tenths < 0 ? "-" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  private func words(_ span: TextSpan) -> String {
    guard article.paragraphs.indices.contains(span.paragraph) else { return "" }
    let text = article.paragraphs[span.paragraph].text.utf8
    guard span.bytes.upperBound <= text.count else { return "" }
    let start = text.index(text.startIndex, offsetBy: span.bytes.lowerBound)
    return String(decoding: text[start..<text.index(start, offsetBy: span.bytes.count)], as: UTF8.self)
  }
}

/// The fields of an event in the words of the exchange format.
private struct FieldValue {
  private let event: Event

  init(_ event: Event) { self.event = event }

  /// Nil for a field without a value.
  func text(_ field: Evidence.Field) -> String? {
    switch field {
    case .parties: event.parties.both.map(\.code).joined(separator: ", ")
    case .date: event.date?.iso
    case .end: event.end?.iso
    case .kind: event.kind.rawValue
    case .subkind: event.subkind?.rawValue
    case .status: event.status.rawValue
    case .level: event.level.rawValue
    case .host: event.host?.code
    case .people:
      list(event.people.map { "\($0.title.isEmpty ? "" : $0.title + " ")\($0.name) (\($0.country.code))" })
    case .place: event.place.map { [$0.name, $0.country?.code].compactMap { $0 }.joined(separator: ", ") }
    case .topics: list(event.topics.map(\.rawValue))
    case .commitments: list(event.commitments.map(\.text))
    case .mentions: list(event.mentions.map { "\($0.date.iso) \($0.kind.rawValue) \($0.parties.code)" })
    }
  }

  private func list(_ items: [String]) -> String? { items.isEmpty ? nil : items.joined(separator: "; ") }
}
