import Diplomacy

// Days and months in the language of the interface. The phrases are made of the English name of the month, so that a
// language may put a number in its place.
extension Wording {
  static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  static let longMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  static let longWeekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  static let quarters = ["Q1 Jan–Mar", "Q2 Apr–Jun", "Q3 Jul–Sep", "Q4 Oct–Dec"]

  /// 1 to 12, as a heading has it: `Jan`.
  package static func name(ofMonth month: Int, _ say: Catalogue) -> String { say(months[month - 1]) }

  /// `Jan 2026`
  package static func month(_ month: Int, _ year: Int, _ say: Catalogue) -> String {
    say(months[month - 1] + " %1", "\(year)")
  }

  /// `30 Jan`; the day may be `10–13`, or `~` where it is not known.
  package static func day(_ day: String, _ month: Int, _ say: Catalogue) -> String {
    say("%1 " + months[month - 1], day)
  }

  /// `30 Jan 2026`
  package static func day(_ day: String, _ month: Int, _ year: Int, _ say: Catalogue) -> String {
    say("%1 " + months[month - 1] + " %2", day, "\(year)")
  }

  /// `Friday 30 January 2026`, `January 2026 (day not known)`, `2026 (month not known)`, `no date`.
  package static func long(_ date: PartialDate?, _ say: Catalogue) -> String {
    guard let date else { return say("no date") }
    guard let month = date.month else { return say("%1 (month not known)", "\(date.year)") }
    guard let day = date.day else {
      return say(longMonths[month - 1] + " %1 (day not known)", "\(date.year)")
    }
    let weekday = say(longWeekdays[date.earliest.weekday - 1])
    return say("%1 %2 " + longMonths[month - 1] + " %3", weekday, "\(day)", "\(date.year)")
  }

  /// Short, for a span's end or a reference: `30 Jan 2026`, `Jan 2026`, `2026`.
  package static func short(_ date: PartialDate, _ say: Catalogue) -> String {
    guard let month = date.month else { return "\(date.year)" }
    return date.day.map { day("\($0)", month, date.year, say) } ?? self.month(month, date.year, say)
  }

  /// Without a year that is told already: `30 Jan`, `Jan`, and nothing for a year alone.
  package static func short(_ date: PartialDate, without year: Int, _ say: Catalogue) -> String {
    guard date.year == year else { return short(date, say) }
    guard let month = date.month else { return "" }
    return date.day.map { day("\($0)", month, say) } ?? name(ofMonth: month, say)
  }

  /// `11–17 Aug`, `28 Jul – 3 Aug`, `1 Jan`
  static func days(_ first: CalendarDay, _ last: CalendarDay, _ say: Catalogue) -> String {
    if first.month == last.month {
      return day(first == last ? "\(last.day)" : "\(first.day)–\(last.day)", last.month, say)
    }
    return day("\(first.day)", first.month, say) + " – " + day("\(last.day)", last.month, say)
  }
}
