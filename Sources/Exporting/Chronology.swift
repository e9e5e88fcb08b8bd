import Diplomacy

/// What a chronology says of an event, before it is marked up: a date, a heading, sentences, citations.
struct ChronologyEntry {
  let date: String
  /// `State visit, Viet Nam – South Korea`
  let heading: String
  let title: String
  /// Level, place, people and commitments, a sentence each.
  let sentences: [String]
  /// A line per report: source, day of publication, title.
  let citations: [String]

  init(_ record: EventRecord, name: (Country) -> String) {
    let event = record.event
    date = (event.date?.iso ?? "no date") + (event.end.map { " to " + $0.iso } ?? "")
    let status = event.status == .held ? "" : " (" + event.status.rawValue + ")"
    let kind = ChronologyEntry.capital(ChronologyEntry.act(event))
    heading = kind + status + ", " + event.parties.both.map(name).joined(separator: " – ")
    title = harmless(record.article.title)
    sentences = ChronologyEntry.sentences(event, name)
    citations = record.reports.map { report in
      harmless("\(report.source), \(report.published?.iso ?? "no date"): \(report.title)")
    }
  }

  private static func sentences(_ event: Event, _ name: (Country) -> String) -> [String] {
    var sentences = ["Level: \(words(event.level.rawValue))."]
    let place = [event.place?.name, (event.place?.country ?? event.host).map(name)].compactMap { $0 }
    if !place.isEmpty { sentences.append("In " + harmless(place.joined(separator: ", ")) + ".") }
    if !event.people.isEmpty {
      let people = event.people.map { person in
        person.name + (person.title.isEmpty ? "" : ", " + person.title) + " (" + person.country.code + ")"
      }
      sentences.append(harmless(people.joined(separator: "; ")) + ".")
    }
    return sentences
      + event.commitments.map { commitment in
        let due = commitment.due.map { " by " + $0.iso } ?? ""
        return "Commitment: " + harmless(commitment.text) + due + "."
      }
  }

  /// The act as a chronology calls it.
  private static func act(_ event: Event) -> String {
    switch event.subkind {
    case .state: "state visit"
    case .official: "official visit"
    case .working: "working visit"
    case .private: "private visit"
    case .congratulation: "message of congratulation"
    case .condolence: "message of condolence"
    case .signing: "agreement signed"
    case .jointStatement: "joint statement"
    case .round: "round of negotiations"
    case .mechanism: "joint mechanism"
    case .up: "relations upgraded"
    case .down: "relations downgraded"
    case .imposed: "sanctions imposed"
    case .eased: "sanctions eased"
    case .note: "note of protest"
    case .summons: "protest: envoy summoned"
    case .statement: "protest: statement"
    case .threat: "protest: threat"
    case .portCall: "port call"
    case .exercise: "military exercise"
    case .delegation: "defence delegation"
    case nil: event.kind == .other ? "other act" : words(event.kind.rawValue)
    }
  }

  private static func words(_ raw: String) -> String { raw.replacing("-", with: " ") }
  private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

/// A chronology in Markdown: years as headings, an event per item, its reports cited below.
struct MarkdownChronology {
  let options: ExportOptions

  var opening: String {
    "# Chronology" + (options.title.isEmpty ? "" : ": " + escaped(harmless(options.title))) + "\n"
  }

  func piece(_ record: EventRecord, isNewYear: Bool) -> String {
    let entry = ChronologyEntry(record, name: options.name)
    let year = isNewYear ? "\n## " + (record.event.date.map { String($0.year) } ?? "No date") + "\n\n" : ""
    let lines =
      ["- **\(entry.date)** \(escaped(entry.heading)). *\(escaped(entry.title))*"]
      + entry.sentences.map { "  " + escaped($0) } + entry.citations.map { "  - " + escaped($0) }
    return year + lines.joined(separator: "\n") + "\n"
  }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}

/// A chronology as a web page that stands alone: no script, nothing loaded.
struct HTMLChronology {
  let options: ExportOptions

  var opening: String {
    let title = "Chronology" + (options.title.isEmpty ? "" : ": " + escaped(options.title))
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>
      body { font: 1rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
      dt { font-weight: bold; margin-top: 1rem; }
      dd { margin-left: 0; }
      .reports { color: #555; font-size: 0.9rem; }
      </style>
      </head>
      <body>
      <h1>\(title)</h1>

      """
  }

  func piece(_ record: EventRecord, isNewYear: Bool, isFirst: Bool) -> String {
    let entry = ChronologyEntry(record, name: options.name)
    let iso = record.event.date?.iso
    let date = iso.map { "<time datetime=\"\($0)\">\(entry.date)</time>" } ?? entry.date
    var text = ""
    if isNewYear {
      text += isFirst ? "" : "</dl>\n"
      text += "<h2>\(record.event.date.map { String($0.year) } ?? "No date")</h2>\n<dl>\n"
    }
    text += "<dt>\(date) \(escaped(entry.heading))</dt>\n"
    text += "<dd><cite lang=\"\(record.article.language.rawValue)\">\(escaped(entry.title))</cite>\n"
    text += entry.sentences.map { "<p>" + escaped($0) + "</p>\n" }.joined()
    text += "<ul class=\"reports\">\n"
    text += entry.citations.map { "<li>" + escaped($0) + "</li>\n" }.joined()
    return text + "</ul></dd>\n"
  }

  func closing(isEmpty: Bool) -> String { (isEmpty ? "" : "</dl>\n") + "</body>\n</html>\n" }

  private func escaped(_ text: String) -> String {
    var safe = ""
    for character in harmless(text).unicodeScalars {
      switch character {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default: safe.unicodeScalars.append(character)
      }
    }
    return safe
  }
}
