import Diplomacy
import Model

/// The date of a row: what its headings leave to tell, and no more than the record has.
struct RowDate {
  let date: PartialDate?
  let end: PartialDate?

  init(_ row: TimelineRow, by clock: TimelineClock) {
    date = row.date(by: clock)
    end = clock == .event && row.end != row.date ? row.end : nil
  }

  /// `30`, `10–13`, `~` for a month or no date, `~~` for a year; with months and years where no heading tells them.
  func text(_ form: RowColumns.DateForm, wholeSpan: Bool) -> String {
    guard let date else { return "~" }
    let day = dayText(date, form, wholeSpan: wholeSpan)
    switch form {
    case .day: return day
    case .month: return date.month == nil ? "~~" : day + " " + month(date)
    case .year:
      return (date.month == nil ? ["~", "\(date.year)"] : [day, month(date), "\(date.year)"])
        .joined(separator: " ")
    }
  }

  private func month(_ date: PartialDate) -> String { Wording.months[(date.month ?? 1) - 1] }

  private func dayText(_ date: PartialDate, _ form: RowColumns.DateForm, wholeSpan: Bool) -> String {
    guard let day = date.day else { return date.month == nil ? "~~" : "~" }
    guard let last = end?.day else { return "\(day)" }
    let isOneMonth = end?.month == date.month && end?.year == date.year
    return wholeSpan && (form == .day || isOneMonth) ? "\(day)–\(last)" : "\(day)–"
  }
}
