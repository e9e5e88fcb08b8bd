import Diplomacy
import Text

/// Lays a record out as lines: the facts first, then the report, then what was promised and what it refers to.
struct DetailText {
  let record: EventRecord
  let reading: CloseReading?
  let options: DetailOptions
  let width: Int
  let searches: [String]
  let pointed: [TextSpan]
  let names: any CountryNaming
  let say: Catalogue

  private var event: Event { record.event }
  var textWidth: Int { max(1, min(width - 2, Layout.readableWidth)) }
  /// Columns of the paragraph numbers.
  private var numberWidth: Int { options.showsNumbers && width >= 30 ? 4 : 0 }

  var lines: [DetailLine] {
    var lines = facts
    lines.append(.blank)
    lines += report
    lines += said
    lines += promises
    lines += references
    return lines
  }

  // MARK: facts

  private var facts: [DetailLine] {
    let kind = Wording.glyph(event.kind) + " " + Wording.name(event.kind, say) + qualifier
    var lines = [line([StyledRun(kind, .heading)], right: [StyledRun(dateText, .date)])]
    if cellWidth(kind) + cellWidth(dateText) + 4 > width {
      lines = [line([StyledRun(kind, .heading)]), line([StyledRun(dateText, .date)])]
    }
    let parties = [
      StyledRun(names.name(event.parties.first), .firstParty), StyledRun(" – ", .text),
      StyledRun(names.name(event.parties.second), .secondParty),
    ]
    let level = [StyledRun(Wording.name(event.level, say), .dim)]
    let fits = parties.reduce(0) { $0 + cellWidth($1.text) } + cellWidth(level[0].text) + 4 <= width
    lines.append(fits ? line(parties, right: level) : line(parties))
    if !fits {
      lines += split(level[0].text, width: max(1, width - 2)).map { line([StyledRun($0, .dim)]) }
    }
    lines += corrections
    if let place { lines += split(place, width: max(1, width - 2)).map { line([StyledRun($0, .country)]) } }
    if !event.people.isEmpty {
      lines.append(.blank)
      lines += people
    }
    return lines + ownWork + reports
  }

  /// The reader's note and tags.
  private var ownWork: [DetailLine] {
    let tags = record.own.tags.isEmpty ? [] : ["# " + record.own.tags.joined(separator: ", ")]
    let note = record.own.note.split(whereSeparator: \.isNewline).enumerated().map { index, text in
      (index == 0 ? "✎ " : "  ") + text
    }
    return (note + tags).flatMap { split($0, width: max(1, width - 2)) }.map {
      line([StyledRun($0, .accent)])
    }
  }

  private var corrections: [DetailLine] {
    record.corrections.flatMap { change in
      let field = Wording.field(change.field, say).lowercased()
      let text = say("%1 corrected, was %2", field, Wording.value(change.was, say))
      return split(text, width: max(1, width - 2)).map { line([StyledRun($0, .accent)]) }
    }
  }

  /// The reports of an event that several tell; the bar stands at the one shown below.
  private var reports: [DetailLine] {
    guard record.reports.count > 1 else { return [] }
    return [.blank, line([StyledRun(say("%1 reports", "\(record.reports.count)"), .dim)])]
      + record.reports.map { report in
        let isShown = report.id == record.id
        let date = report.published.map { Wording.short($0, say) } ?? say("no date")
        let source = cut(visible(report.source), width: max(1, width - cellWidth(date) - 7))
        return line(
          [StyledRun(isShown ? "▌ " : "  ", .accent), StyledRun(source, isShown ? .heading : .text)],
          right: [StyledRun(date, .date)])
      }
  }

  private var qualifier: String {
    var words: [String] = []
    if let subkind = event.subkind { words.append(Wording.name(subkind, say)) }
    if event.status != .held { words.append(Wording.name(event.status, say)) }
    return words.isEmpty ? "" : ", " + words.joined(separator: ", ")
  }

  private var dateText: String {
    guard let end = event.end else { return Wording.long(event.date, say) }
    return (event.date.map { Wording.short($0, say) } ?? say("no date")) + " – " + Wording.short(end, say)
  }

  private var place: String? {
    let country = (event.place?.country ?? event.host).map { names.name($0) }
    let parts = [event.place?.name, country].compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    let isThird = event.host.map { !event.parties.contains($0) } ?? false
    let place = parts.joined(separator: ", ")
    return isThird ? say("in %1 (third country)", place) : say("in %1", place)
  }

  private var people: [DetailLine] {
    let nameWidth = min(event.people.map { cellWidth($0.name) }.max() ?? 0, max(8, width / 2))
    let roomBeside = width - 7 - nameWidth - 3
    // In a narrow pane a long office stands below the name rather than in a column of single words.
    let isStacked =
      roomBeside < 20 && event.people.contains { cellWidth($0.title) > roomBeside }
    return event.people.flatMap { person -> [DetailLine] in
      let role: TextRole =
        person.country == event.parties.first
        ? .firstParty : person.country == event.parties.second ? .secondParty : .country
      let code = "  " + person.country.code + "   "
      let name = cut(person.name, width: nameWidth)
      let gap = String(repeating: " ", count: max(0, nameWidth - cellWidth(name)) + 2)
      let start = cellWidth(code) + (isStacked ? 0 : nameWidth + 2)
      let room = max(1, width - start - 1)
      let titles = split(person.title, width: room)
      guard let first = titles.first else {
        return [line([StyledRun(code, role), StyledRun(name, .person)], indent: 0)]
      }
      let rest = titles.dropFirst(isStacked ? 0 : 1).map {
        line([StyledRun(String(repeating: " ", count: start) + $0, .dim)], indent: 0)
      }
      let beside =
        isStacked ? [StyledRun(name, .person)] : [StyledRun(name + gap, .person), StyledRun(first, .dim)]
      return [line([StyledRun(code, role)] + beside, indent: 0)] + rest
    }
  }

  // MARK: the report

  private var report: [DetailLine] {
    let phrases = searches.compactMap { SearchPhrase($0) }
    return record.article.paragraphs.indices.flatMap { index -> [DetailLine] in
      let paragraph = record.article.paragraphs[index]
      let isCaption = paragraph.part == .caption
      let isAside = isCaption || reading?.asides.contains(index) == true
      if isAside, options.hidesAsides { return [] }
      let room = max(1, min(textWidth, width - 2 - numberWidth))
      let width = isCaption ? room - 2 : room
      let marks = record.marks.filter { $0.span.paragraph == index }
      let matches = phrases.flatMap { $0.matches(in: paragraph.text) }
      let painter = ParagraphRuns(
        bytes: Array(paragraph.text.utf8), base: isAside ? .caption : base(paragraph.part),
        marks: isAside ? [] : marks,
        matches: matches, parties: event.parties,
        pointed: pointed.filter { $0.paragraph == index }.map(\.bytes))
      return wrap(paragraph.text, width: width).enumerated().map { place, range in
        var line = self.line(
          number(place == 0 ? index : nil) + (isCaption ? [StyledRun("▏ ", .caption)] : [])
            + painter.runs(range))
        line.source = TextSpan(paragraph: index, bytes: range)
        return line
      } + [.blank]
    }
  }

  /// The number of a paragraph, from 1 as the why panel counts them; blanks before its further lines.
  private func number(_ index: Int?) -> [StyledRun] {
    guard numberWidth > 0 else { return [] }
    let digits = index.map { "\($0 + 1)" } ?? ""
    let blank = String(repeating: " ", count: max(0, numberWidth - 1 - digits.count))
    return [StyledRun(blank + digits + " ", .dim)]
  }

  private func base(_ part: Article.Part) -> TextRole {
    switch part {
    case .title: .heading
    case .caption: .caption
    case .lead, .body: .text
    }
  }

  // MARK: what follows the report

  private var promises: [DetailLine] {
    guard !event.commitments.isEmpty else { return [] }
    return [label(say("promised"))]
      + record.own.judged(event.commitments).flatMap { commitment, status in
        var due = commitment.due.map { [StyledRun(say("due %1", Wording.short($0, say)), .date)] } ?? []
        if status != .open {
          due.append(StyledRun((due.isEmpty ? "" : "  ") + Wording.name(status, say), .accent))
        }
        let parts = split(commitment.text, width: max(1, textWidth - 18))
        return parts.enumerated().map { index, part in
          line([StyledRun("  " + part, .text)], right: index == 0 ? due : [])
        }
      } + [.blank]
  }

  private var references: [DetailLine] {
    guard !event.mentions.isEmpty else { return [] }
    return [label(say("refers to"))]
      + event.mentions.map { mention in
        let kind = Wording.glyph(mention.kind) + " " + Wording.name(mention.kind, say).lowercased()
        return line(
          [
            StyledRun("  " + Wording.short(mention.date, say), .date), StyledRun("  " + kind + "  ", .kind),
            StyledRun(mention.parties.code, .country),
          ], right: isKept(mention) ? [StyledRun(say("in the record"), .dim)] : [])
      } + [.blank]
  }

  /// Whether the event mentioned is one that can be opened.
  private func isKept(_ mention: Mention) -> Bool {
    reading?.references.contains {
      if case .event(let other, .some) = $0.target { other == mention } else { false }
    } ?? false
  }

  func label(_ text: String) -> DetailLine {
    line([
      StyledRun(text + " ", .dim),
      StyledRun(String(repeating: "─", count: max(0, textWidth - cellWidth(text) - 1)), .rule),
    ])
  }

  func line(_ runs: [StyledRun], right: [StyledRun] = [], indent: Int = 1) -> DetailLine {
    let blank = indent > 0 && width > 2 ? [StyledRun(String(repeating: " ", count: indent), .text)] : []
    return DetailLine(runs: blank + runs, right: right)
  }

  func split(_ text: String, width: Int) -> [String] {
    let bytes = Array(text.utf8)
    return wrap(text, width: width).map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
