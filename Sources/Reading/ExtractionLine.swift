import Diplomacy

/// The line `dyad extract` prints for one article: JSON, unescaped UTF-8, keys in the order of the exchange format.
package func extractionLine(source: String, article: Article, events: [Event]) -> String {
  object([
    ("source", quoted(source)), ("language", quoted(article.language.rawValue)),
    ("published", date(article.published)), ("title", quoted(article.title)),
    ("events", array(events.map(event))),
  ])
}

private func event(_ event: Event) -> String {
  object([
    ("date", date(event.date)), ("end", date(event.end)), ("kind", quoted(event.kind.rawValue)),
    ("subkind", optional(event.subkind?.rawValue)), ("status", quoted(event.status.rawValue)),
    ("level", quoted(event.level.rawValue)), ("parties", codes(event.parties)),
    ("host", optional(event.host?.code)), ("people", array(event.people.map(person))),
    ("place", event.place.map(place) ?? "null"),
    ("topics", array(event.topics.map { quoted($0.rawValue) })),
    ("commitments", array(event.commitments.map(commitment))),
    (
      "mentions",
      array(
        event.mentions.map {
          object([
            ("date", date($0.date)), ("kind", quoted($0.kind.rawValue)), ("parties", codes($0.parties)),
          ])
        })
    ),
  ])
}

private func person(_ person: Person) -> String {
  object([
    ("name", quoted(person.name)), ("title", quoted(person.title)), ("country", quoted(person.country.code)),
  ])
}

private func place(_ place: Place) -> String {
  object([("name", optional(place.name)), ("country", optional(place.country?.code))])
}

private func commitment(_ commitment: Commitment) -> String {
  object([
    ("text", quoted(commitment.text)), ("amount", commitment.amount.map(String.init) ?? "null"),
    ("currency", optional(commitment.currency)), ("due", date(commitment.due)),
  ])
}

private func codes(_ parties: Parties) -> String { array(parties.both.map { quoted($0.code) }) }
private func date(_ date: PartialDate?) -> String { optional(date?.iso) }
private func optional(_ text: String?) -> String { text.map(quoted) ?? "null" }
private func array(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

private func object(_ members: [(String, String)]) -> String {
  "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
}

private func quoted(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { $0 > 31 && $0 != 34 && $0 != 92 && $0 != 127 }
  if isPlain { return "\"" + text + "\"" }
  var line = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": line += "\\\""
    case "\\": line += "\\\\"
    case "\n": line += "\\n"
    case "\t": line += "\\t"
    case "\r": line += "\\r"
    case _ where scalar.value < 32 || scalar.value == 127:
      let digits = String(scalar.value, radix: 16)
      line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: line.unicodeScalars.append(scalar)
    }
  }
  return line + "\""
}
