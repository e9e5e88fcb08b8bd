import Diplomacy
import Foundation

/// What the timeline does not show of an event, as JSON: the names of the keys are the words of the exchange format,
/// dates are ISO 8601, spans are [paragraph, first byte, byte after the last].
struct EventDetail: Codable {
  struct SomePerson: Codable { let name, title, country: String }
  struct SomePlace: Codable { let name, country: String? }
  struct SomeCommitment: Codable {
    let text: String
    let amount: Int?
    let currency, due: String?
  }
  struct SomeMention: Codable { let date, kind, first, second: String }
  struct SomeEvidence: Codable {
    let field: String
    let span: [Int]
    let rule: String
  }

  let host: String?
  let people: [SomePerson]
  let place: SomePlace?
  let topics: [String]
  let commitments: [SomeCommitment]
  let mentions: [SomeMention]
  let mentionedCountries: [String]
  let evidence: [SomeEvidence]

  init(_ event: Event) {
    host = event.host?.code
    people = event.people.map { SomePerson(name: $0.name, title: $0.title, country: $0.country.code) }
    place = event.place.map { SomePlace(name: $0.name, country: $0.country?.code) }
    topics = event.topics.map(\.rawValue)
    commitments = event.commitments.map {
      SomeCommitment(text: $0.text, amount: $0.amount, currency: $0.currency, due: $0.due?.iso)
    }
    mentions = event.mentions.map {
      SomeMention(
        date: $0.date.iso, kind: $0.kind.rawValue, first: $0.parties.first.code,
        second: $0.parties.second.code)
    }
    mentionedCountries = event.mentionedCountries.map(\.code)
    evidence = event.evidence.map {
      SomeEvidence(
        field: $0.field.rawValue,
        span: [$0.span.paragraph, $0.span.bytes.lowerBound, $0.span.bytes.upperBound],
        rule: $0.rule)
    }
  }

  init(json: String, of id: Int64) throws {
    guard let read = try? JSONDecoder().decode(EventDetail.self, from: Data(json.utf8)) else {
      throw DamagedRow(what: "the details of event \(id)")
    }
    self = read
  }

  var json: String { get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) } }

  /// The whole event; a detail that cannot be what dyad wrote is left out.
  func event(_ row: TimelineRow) -> Event {
    Event(
      date: row.date, end: row.end, kind: row.kind, subkind: row.subkind, status: row.status,
      level: row.level,
      parties: row.parties, host: host.flatMap { Country($0) },
      people: people.compactMap { one in
        Country(one.country).map { Person(name: one.name, title: one.title, country: $0) }
      },
      place: place.map { Place(name: $0.name, country: $0.country.flatMap { Country($0) }) },
      topics: topics.compactMap(Topic.init(rawValue:)),
      commitments: commitments.map {
        Commitment(
          text: $0.text, amount: $0.amount, currency: $0.currency,
          due: $0.due.flatMap { PartialDate(iso: $0) })
      },
      mentions: mentions.compactMap(EventDetail.mention),
      mentionedCountries: mentionedCountries.compactMap { Country($0) },
      evidence: evidence.compactMap(EventDetail.evidence))
  }

  private static func mention(_ one: SomeMention) -> Mention? {
    guard let date = PartialDate(iso: one.date), let kind = EventKind(rawValue: one.kind),
      let first = Country(one.first), let second = Country(one.second), let parties = Parties(first, second)
    else { return nil }
    return Mention(date: date, kind: kind, parties: parties)
  }

  private static func evidence(_ one: SomeEvidence) -> Evidence? {
    guard let field = Evidence.Field(rawValue: one.field), one.span.count == 3, one.span[1] <= one.span[2]
    else {
      return nil
    }
    return Evidence(
      field: field, span: TextSpan(paragraph: one.span[0], bytes: one.span[1]..<one.span[2]), rule: one.rule)
  }
}
