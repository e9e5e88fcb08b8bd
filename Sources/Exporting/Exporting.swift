// The door of this module: events as text for other programs and for papers. Pure: a record in, a piece of text out;
// who asks writes the pieces one after the other, so that nothing need be held.
//
//   opening, then one piece per event, then closing
//
// No piece holds a control character but the ends of its lines.
import Diplomacy

/// The forms in which events go out. The raw value is what `dyad export --as` takes.
package enum ExportFormat: String, CaseIterable, Sendable { case jsonl, csv, markdown, html, text, ics }

package struct ExportOptions: Sendable {
  /// Whether JSON Lines have the text of the report too.
  package var withText = false
  /// The name of a country in the language of the chronology.
  package let name: @Sendable (Country) -> String
  /// The day of the export, which calendars ask for.
  package let today: CalendarDay
  /// What a chronology is headed with: the filter, or nothing.
  package let title: String

  package init(title: String, today: CalendarDay, name: @escaping @Sendable (Country) -> String) {
    self.title = title
    self.today = today
    self.name = name
  }
}

/// Writes events in one form, in the order in which they come.
package struct Exporter: Sendable {
  private let format: ExportFormat
  private let options: ExportOptions
  /// The year of the last event written.
  private var year: Int?? = .none

  package init(_ format: ExportFormat, _ options: ExportOptions) {
    self.format = format
    self.options = options
  }

  package var opening: String {
    switch format {
    case .jsonl: ""
    case .csv: CSVRow.heading
    case .markdown: MarkdownChronology(options: options).opening
    case .html: HTMLChronology(options: options).opening
    case .text: TextChronology(options: options).opening
    case .ics: CalendarEntry.opening
    }
  }

  /// Empty for an event that has no place in the form: one without a date in a calendar.
  package mutating func piece(_ record: EventRecord) -> String {
    let isNewYear = year.map { $0 != record.event.date?.year } ?? true
    defer { year = .some(record.event.date?.year) }
    switch format {
    case .jsonl: return EventLine.text(record, withText: options.withText) + "\n"
    case .csv: return CSVRow(record).line
    case .markdown: return MarkdownChronology(options: options).piece(record, isNewYear: isNewYear)
    case .html:
      return HTMLChronology(options: options).piece(record, isNewYear: isNewYear, isFirst: year == nil)
    case .text: return TextChronology(options: options).piece(record, isNewYear: isNewYear)
    case .ics: return CalendarEntry(record, options: options).map(\.text) ?? ""
    }
  }

  package var closing: String {
    switch format {
    case .jsonl, .csv, .markdown, .text: ""
    case .html: HTMLChronology(options: options).closing(isEmpty: year == nil)
    case .ics: CalendarEntry.closing
    }
  }
}

/// Text on one line: control and invisible characters appear as `visible` shows them, all else stays as it is.
func harmless(_ text: String) -> String {
  if text.unicodeScalars.allSatisfy({ !isHarmful($0) }) { return text }
  var safe = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { safe.append(isHarmful(scalar) ? shown(scalar) : scalar) }
  return String(safe)
}

/// What a terminal or a reader of text could take for more than a letter.
func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}

private func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) ?? "·" }
  return scalar.value == 0x7F ? "\u{2421}" : "·"
}
