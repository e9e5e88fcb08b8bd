import Diplomacy
import Model

/// The date of a row: what its headings leave to tell, and no more than the record has.
struct RowDate {
  let date: PartialDate?
  let end: PartialDate?
  let say: Catalogue

  init(_ row: TimelineRow, by clock: TimelineClock, _ say: Catalogue) {
    date = row.date(by: clock)
    end = clock == .event && row.end != row.date ? row.end : nil
    self.say = say
  }

  /// `30`, `10–13`, `~` for a month or no date, `~~` for a year; with months and years where no heading tells them.
  func text(_ form: RowColumns.DateForm, wholeSpan: Bool) -> String {
    guard let date else { return "~" }
    guard let month = date.month else { return form == .year ? "~ \(date.year)" : "~~" }
    let isOneMonth = end?.month == date.month && end?.year == date.year
    let isWhole = end?.day != nil && wholeSpan && (form == .day || isOneMonth)
    let day = (date.day.map { "\($0)" } ?? "~") + (isWhole ? "–\(end?.day ?? 0)" : "")
    // What goes on beyond what is told.
    let more = date.day != nil && end?.day != nil && !isWhole ? "–" : ""
    switch form {
    case .day: return day + more
    case .month: return Wording.day(day, month, say) + more
    case .year: return Wording.day(day, month, date.year, say) + more
    }
  }
}
