import Diplomacy

/// An event as one line of JSON: what `dyad extract` prints of its article, with this event alone among `events`, and
/// before it
///
///   id        the number under which the archive keeps it; another archive may number it otherwise
///   article   the content of the article as sixteen hexadecimal digits, the same everywhere
///   reports   [{source, published, title}] of the reports that tell it, the one that leads first
///
/// and on demand after it `text`, the paragraphs as [{part, text}], part being title, lead, body or caption, and
/// `found`, the places where what was searched for stands, as texts.
package enum EventLine {
  package static func text(_ record: EventRecord, withText: Bool = false, found: [String]? = nil) -> String {
    let article = record.article
    var members = [
      ("id", String(record.id.number)), ("article", JSONText.quoted(record.coded.article.hex)),
      ("reports", JSONText.array(record.reports.map(report))), ("source", JSONText.quoted(article.source)),
      ("language", JSONText.quoted(article.language.rawValue)),
      ("published", JSONText.optional(article.published?.iso)), ("title", JSONText.quoted(article.title)),
      ("events", JSONText.array([event(record.event)])),
    ]
    if withText {
      let paragraphs = article.paragraphs.map { paragraph in
        JSONText.object([
          ("part", JSONText.quoted(paragraph.part.rawValue)), ("text", JSONText.quoted(paragraph.text)),
        ])
      }
      members.append(("text", JSONText.array(paragraphs)))
    }
    if let found { members.append(("found", JSONText.array(found.map(JSONText.quoted)))) }
    return JSONText.object(members)
  }

  private static func report(_ report: EventReport) -> String {
    JSONText.object([
      ("source", JSONText.quoted(report.source)), ("published", JSONText.optional(report.published?.iso)),
      ("title", JSONText.quoted(report.title)),
    ])
  }

  private static func event(_ event: Event) -> String {
    JSONText.object([
      ("date", JSONText.optional(event.date?.iso)), ("end", JSONText.optional(event.end?.iso)),
      ("kind", JSONText.quoted(event.kind.rawValue)), ("subkind", JSONText.optional(event.subkind?.rawValue)),
      ("status", JSONText.quoted(event.status.rawValue)), ("level", JSONText.quoted(event.level.rawValue)),
      ("parties", codes(event.parties)), ("host", JSONText.optional(event.host?.code)),
      ("people", JSONText.array(event.people.map(person))), ("place", event.place.map(place) ?? "null"),
      ("topics", JSONText.array(event.topics.map { JSONText.quoted($0.rawValue) })),
      ("commitments", JSONText.array(event.commitments.map(commitment))),
      ("mentions", JSONText.array(event.mentions.map(mention))),
    ])
  }

  private static func person(_ person: Person) -> String {
    JSONText.object([
      ("name", JSONText.quoted(person.name)), ("title", JSONText.quoted(person.title)),
      ("country", JSONText.quoted(person.country.code)),
    ])
  }

  private static func place(_ place: Place) -> String {
    JSONText.object([
      ("name", JSONText.optional(place.name)), ("country", JSONText.optional(place.country?.code)),
    ])
  }

  private static func commitment(_ commitment: Commitment) -> String {
    JSONText.object([
      ("text", JSONText.quoted(commitment.text)), ("amount", commitment.amount.map(String.init) ?? "null"),
      ("currency", JSONText.optional(commitment.currency)), ("due", JSONText.optional(commitment.due?.iso)),
    ])
  }

  private static func mention(_ mention: Mention) -> String {
    JSONText.object([
      ("date", JSONText.quoted(mention.date.iso)), ("kind", JSONText.quoted(mention.kind.rawValue)),
      ("parties", codes(mention.parties)),
    ])
  }

  private static func codes(_ parties: Parties) -> String {
    JSONText.array(parties.both.map { JSONText.quoted($0.code) })
  }
}
