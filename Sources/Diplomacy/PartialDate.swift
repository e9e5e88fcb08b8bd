/// A date as exact as the record has it: a day, a month or a year. Nothing is invented to fill the rest.
package struct PartialDate: Hashable, Sendable {
  package enum Precision: String, Sendable, CaseIterable { case year, month, day }

  package let year: Int
  package let month: Int?
  package let day: Int?

  /// Nil for what is not in the calendar; a day without a month is refused too.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month != nil || day == nil else { return nil }
    if let month, CalendarDay(year: year, month: month, day: day ?? 1) == nil { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  package init(_ day: CalendarDay) {
    year = day.year
    month = day.month
    self.day = day.day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else.
  package init?(iso: String) { self.init(iso: iso[...]) }

  package init?(iso: Substring) {
    let length = iso.utf8.count
    guard [4, 7, 10].contains(length) else { return nil }
    var (year, month, day) = (0, 0, 0)
    for (place, byte) in iso.utf8.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard (48...57).contains(byte) else { return nil }
      let digit = Int(byte) - 48
      if place < 4 {
        year = 10 * year + digit
      } else if place < 7 {
        month = 10 * month + digit
      } else {
        day = 10 * day + digit
      }
    }
    self.init(year: year, month: length > 4 ? month : nil, day: length > 7 ? day : nil)
  }

  package var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

  /// The first day the date can mean.
  package var earliest: CalendarDay { CalendarDay(year: year, month: month ?? 1, day: day ?? 1)! }

  /// The last day the date can mean.
  package var latest: CalendarDay {
    let lastMonth = month ?? 12
    return CalendarDay(
      year: year, month: lastMonth, day: day ?? CalendarDay.daysIn(month: lastMonth, year: year))!
  }

  package var calendarDay: CalendarDay? { day == nil ? nil : earliest }

  /// `2026-01-30`, `2026-01` or `2026`.
  package var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }
}
