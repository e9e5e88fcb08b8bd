import Diplomacy

/// A chronology as plain text: years as headings, an event per entry, its reports cited below.
struct TextChronology {
  let options: ExportOptions

  var opening: String {
    let title = "Chronology" + (options.title.isEmpty ? "" : ": " + harmless(options.title))
    return title + "\n" + String(repeating: "=", count: title.count) + "\n"
  }

  func piece(_ record: EventRecord, isNewYear: Bool) -> String {
    let entry = ChronologyEntry(record, name: options.name)
    let year = isNewYear ? "\n" + (record.event.date.map { String($0.year) } ?? "No date") + "\n" : ""
    let lines =
      ["\n\(entry.date)  \(entry.heading)", "  " + entry.title] + entry.sentences.map { "  " + $0 }
      + entry.citations.map { "  [" + $0 + "]" }
    return year + lines.joined(separator: "\n") + "\n"
  }
}
