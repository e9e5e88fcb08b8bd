import Diplomacy

/// An event as a whole-day entry of a calendar (RFC 5545). A month or year that is all one knows lasts as long, and the
/// summary says so.
struct CalendarEntry {
  static let opening = lines([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dyad//chronology//EN", "CALSCALE:GREGORIAN",
  ])
  static let closing = lines(["END:VCALENDAR"])

  let text: String

  /// Nil for an event without a date.
  init?(_ record: EventRecord, options: ExportOptions) {
    guard let date = record.event.date else { return nil }
    let entry = ChronologyEntry(record, name: options.name)
    let last = max(date.latest, record.event.end?.latest ?? date.latest)
    let coded = record.coded
    let uid = [
      coded.article.hex, coded.parties.code, coded.date?.iso ?? "", coded.kind.rawValue, String(coded.nth),
    ].joined(separator: ".")
    let doubt = date.precision == .day ? "" : " (\(date.precision == .month ? "day" : "month") not known)"
    text = CalendarEntry.lines([
      "BEGIN:VEVENT", "UID:\(uid)@dyad", "DTSTAMP:\(CalendarEntry.plain(options.today))T000000Z",
      "DTSTART;VALUE=DATE:\(CalendarEntry.plain(date.earliest))",
      "DTEND;VALUE=DATE:\(CalendarEntry.plain(last.adding(days: 1)))",
      "SUMMARY:" + CalendarEntry.escaped(entry.heading + doubt),
      "DESCRIPTION:"
        + ([entry.title] + entry.sentences + entry.citations).map(CalendarEntry.escaped)
        .joined(separator: "\\n"),
      "CATEGORIES:" + record.event.kind.rawValue, "STATUS:" + CalendarEntry.status(record.event.status),
      "TRANSP:TRANSPARENT", "END:VEVENT",
    ])
  }

  private static func status(_ status: EventStatus) -> String {
    switch status {
    case .held: "CONFIRMED"
    case .planned: "TENTATIVE"
    case .cancelled: "CANCELLED"
    }
  }

  private static func plain(_ day: CalendarDay) -> String { PartialDate(day).iso.replacing("-", with: "") }

  private static func escaped(_ text: String) -> String {
    var safe = ""
    for character in harmless(text) {
      if "\\;,".contains(character) { safe.append("\\") }
      safe.append(character)
    }
    return safe
  }

  /// Lines ended by CRLF, none longer than 75 bytes: what is longer goes on behind a blank.
  private static func lines(_ lines: [String]) -> String {
    lines.map { line in
      var folded = ""
      var bytes = 0
      for scalar in line.unicodeScalars {
        let more = UTF8.width(scalar)
        if bytes + more > 75 {
          folded += "\r\n "
          bytes = 1
        }
        folded.unicodeScalars.append(scalar)
        bytes += more
      }
      return folded + "\r\n"
    }.joined()
  }
}
