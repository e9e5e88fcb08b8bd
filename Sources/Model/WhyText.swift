import Diplomacy
import Text

/// Lays out why an event was coded as it is: a block of lines per field.
struct WhyText {
  let record: EventRecord
  let width: Int
  let names: any CountryNaming
  let say: Catalogue

  private var event: Event { record.event }
  /// Columns of the field's name; the values stand beside it.
  private static let nameWidth = 13
  private var start: Int { width >= 34 ? WhyText.nameWidth : 3 }
  /// Where the words begin: in a narrow pane they need the room below the name.
  private var wordStart: Int { width >= 48 ? start : 3 }

  var lines: [WhyState.Line] {
    WhyState.fields.flatMap { field in block(field).map { WhyState.Line(field: field, line: $0) } }
  }

  private func block(_ field: Evidence.Field) -> [DetailLine] {
    let values = values(field)
    let name = StyledRun(" " + Wording.name(field, say), .dim)
    var lines: [DetailLine] = []
    for text in values.isEmpty ? [say("none")] : values.flatMap({ split($0, from: start) }) {
      lines.append(indented([StyledRun(text, values.isEmpty ? .dim : .heading)], start))
    }
    let gap = start - cellWidth(name.text)
    if gap > 0, let first = lines.first {
      lines[0].runs = [name, StyledRun(String(repeating: " ", count: gap), .text)] + first.runs.dropFirst()
    } else {
      lines.insert(DetailLine(runs: [name]), at: 0)
    }
    lines += below(correction(field) ?? "", .accent)
    let evidence = record.event.evidence.filter { $0.field == field }
    if evidence.isEmpty, !values.isEmpty { lines += below(say("no words recorded"), .dim) }
    return lines + quotations(evidence)
  }

  /// The words with their paragraph, and below those of one rule its name.
  private func quotations(_ evidence: [Evidence]) -> [DetailLine] {
    let room = width - wordStart - 2
    return evidence.indices.flatMap { index -> [DetailLine] in
      let one = evidence[index]
      let number = "\(one.span.paragraph + 1)"
      let place = say("paragraph %1", number)
      let shown = room - cellWidth(place) >= 20 ? place : say("par. %1", number)
      let words = cut(visible(words(one.span)), width: max(1, room - cellWidth(shown) - 5))
      let line = indented([StyledRun("“" + words + "”", .text)], wordStart, right: [StyledRun(shown, .dim)])
      let isLast = index == evidence.count - 1 || evidence[index + 1].rule != one.rule
      return [line] + (isLast ? below(say("rule: %1", say(one.rule)), .dim) : [])
    }
  }

  private func words(_ span: TextSpan) -> String {
    guard record.article.paragraphs.indices.contains(span.paragraph) else { return "" }
    let bytes = Array(record.article.paragraphs[span.paragraph].text.utf8)
    return String(decoding: bytes[span.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private func correction(_ field: Evidence.Field) -> String? {
    record.corrections.first { $0.field.rawValue == field.rawValue }.map {
      say("corrected, was %1", Wording.value($0.was, say))
    }
  }

  private func values(_ field: Evidence.Field) -> [String] {
    switch field {
    case .parties: event.parties.both.map(country)
    case .kind: [Wording.name(event.kind, say)]
    case .subkind: event.subkind.map { [Wording.name($0, say)] } ?? []
    case .date: event.date.map { [$0.iso] } ?? []
    case .end: event.end.map { [$0.iso] } ?? []
    case .status: [Wording.name(event.status, say)]
    case .level: [Wording.name(event.level, say)]
    case .host: event.host.map { [country($0)] } ?? []
    case .place:
      [event.place?.name, event.place?.country.map { names.name($0) }].compactMap(\.self).joinedOrNone
    case .people:
      event.people.map { "\($0.country.code) \($0.name)" + ($0.title.isEmpty ? "" : ", " + $0.title) }
    case .topics: event.topics.map { Wording.name($0, say) }.joinedOrNone
    case .commitments: event.commitments.map(\.text)
    case .mentions:
      event.mentions.map {
        "\(Wording.short($0.date, say)) \(Wording.name($0.kind, say).lowercased()) \($0.parties.code)"
      }
    }
  }

  private func country(_ country: Country) -> String {
    let name = names.name(country)
    return name == country.code ? name : country.code + " " + name
  }

  /// Text below the value, wrapped; none for an empty text.
  private func below(_ text: String, _ role: TextRole) -> [DetailLine] {
    split(text, from: wordStart).map { indented([StyledRun($0, role)], wordStart) }
  }

  private func indented(_ runs: [StyledRun], _ start: Int, right: [StyledRun] = []) -> DetailLine {
    DetailLine(runs: [StyledRun(String(repeating: " ", count: start), .text)] + runs, right: right)
  }

  private func split(_ text: String, from start: Int) -> [String] {
    let text = visible(text)
    let bytes = Array(text.utf8)
    return wrap(text, width: max(1, width - start - 2)).map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}

extension [String] {
  fileprivate var joinedOrNone: [String] { isEmpty ? [] : [joined(separator: ", ")] }
}
