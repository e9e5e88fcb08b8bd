import Diplomacy
import Foundation

/// What the timeline does not show of an event, as the bytes of a column: kinds and the like are the words of the
/// exchange format, dates are ISO 8601, spans are [paragraph, first byte, byte after the last]. Older archives have it
/// as JSON, which is only read.
struct EventDetail: Decodable {
  struct SomePerson: Decodable { let name, title, country: String }
  struct SomePlace: Decodable { let name, country: String? }
  struct SomeCommitment: Decodable {
    let text: String
    let amount: Int?
    let currency, due: String?
  }
  struct SomeMention: Decodable { let date, kind, first, second: String }
  struct SomeEvidence: Decodable {
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

  /// Reads what `packed` wrote; the evidence, most of its bytes, only where it is wanted.
  init(_ bytes: [UInt8], of id: Int64, withEvidence: Bool = true) throws {
    do {
      self = try EventDetail(reading: PackedReader(bytes), withEvidence)
    } catch is PackedReader.Mistake {
      throw DamagedRow(what: "the details of event \(id)")
    } catch is Unpacker.Mistake {
      throw DamagedRow(what: "the details of event \(id)")
    }
  }

  func packed(_ packer: Packer) -> [UInt8] {
    var out = PackedWriter()
    out.add(people) { out, one in
      out.add(one.name)
      out.add(one.title)
      out.add(one.country)
    }
    out.add(mentionedCountries) { $0.add($1) }
    out.add(host)
    out.add(place == nil ? 0 : 1)
    if let place {
      out.add(place.name)
      out.add(place.country)
    }
    out.add(topics) { $0.add($1) }
    out.add(commitments) { out, one in
      out.add(one.text)
      out.add(one.amount)
      out.add(one.currency)
      out.add(one.due)
    }
    out.add(mentions) { out, one in for word in [one.date, one.kind, one.first, one.second] { out.add(word) }
    }
    EventDetail.add(evidence, packer, to: &out)
    return out.bytes
  }

  /// Words before numbers, because what is alike packs best together. Below 0 is the length of what is packed.
  private static func add(_ evidence: [SomeEvidence], _ packer: Packer, to out: inout PackedWriter) {
    var words = PackedWriter()
    words.add(evidence) { out, one in
      out.add(one.field)
      out.add(one.rule)
    }
    for one in evidence { for number in one.span { words.add(number) } }
    if let packed = packer.packed(words.bytes, knowing: .rules) {
      out.add(-words.bytes.count)
      out.end(packed)
      return
    }
    out.add(evidence) { out, one in
      out.add(one.field)
      for number in one.span { out.add(number) }
      out.add(one.rule)
    }
  }

  private static func evidence(_ reader: inout PackedReader) throws -> [SomeEvidence] {
    var ahead = reader
    let length = try ahead.number()
    if length >= 0 {
      return try reader.items {
        SomeEvidence(
          field: try $0.text(), span: [try $0.number(), try $0.number(), try $0.number()],
          rule: try $0.text())
      }
    }
    guard length > .min else { throw PackedReader.Mistake() }
    var words = PackedReader(try Unpacker().unpacked(ahead.rest, count: -length))
    let told = try words.items { (field: try $0.text(), rule: try $0.text()) }
    return try told.map { one in
      SomeEvidence(
        field: one.field, span: [try words.number(), try words.number(), try words.number()], rule: one.rule)
    }
  }

  private init(reading bytes: PackedReader, _ withEvidence: Bool) throws {
    var reader = bytes
    people = try reader.items {
      SomePerson(name: try $0.text(), title: try $0.text(), country: try $0.text())
    }
    mentionedCountries = try reader.items { try $0.text() }
    host = try reader.optionalText()
    place =
      try reader.number() == 0
      ? nil : SomePlace(name: try reader.optionalText(), country: try reader.optionalText())
    topics = try reader.items { try $0.text() }
    commitments = try reader.items {
      SomeCommitment(
        text: try $0.text(), amount: try $0.optionalNumber(), currency: try $0.optionalText(),
        due: try $0.optionalText())
    }
    mentions = try reader.items {
      SomeMention(date: try $0.text(), kind: try $0.text(), first: try $0.text(), second: try $0.text())
    }
    evidence = withEvidence ? try EventDetail.evidence(&reader) : []
  }

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
