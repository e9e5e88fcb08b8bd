/// Days in a row, either end open. A span counted back from a day keeps how it was asked for, so that it can be asked
/// for again on another day.
package struct DaySpan: Hashable, Sendable {
  /// `90d`, `3m`: so many days, weeks, months or years up to the day it is counted from.
  package struct Recent: Hashable, Sendable {
    package enum Unit: String, CaseIterable, Sendable {
      case days = "d"
      case weeks = "w"
      case months = "m"
      case years = "y"
    }
    /// 1 to 9999.
    package let count: Int
    package let unit: Unit

    /// Nil for a count out of its range.
    package init?(count: Int, unit: Unit) {
      guard (1...9999).contains(count) else { return nil }
      self.count = count
      self.unit = unit
    }
  }

  package let from: CalendarDay?
  package let to: CalendarDay?
  /// How the span was asked for; nil for fixed days.
  package let recent: Recent?

  package init(from: CalendarDay?, to: CalendarDay?) {
    self.from = from
    self.to = to
    recent = nil
  }

  /// The day, month or year.
  package init(_ date: PartialDate) { self.init(from: date.earliest, to: date.latest) }

  /// The last days up to that day, itself among them.
  package init(_ recent: Recent, until today: CalendarDay) {
    self.recent = recent
    to = today
    from =
      switch recent.unit {
      case .days: today.adding(days: 1 - recent.count)
      case .weeks: today.adding(days: 1 - 7 * recent.count)
      case .months: today.back(months: recent.count).adding(days: 1)
      case .years: today.back(months: 12 * recent.count).adding(days: 1)
      }
  }

  package func contains(_ day: CalendarDay) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }
}

extension CalendarDay {
  /// The same day of an earlier month, or the last day of it; never before the year 1.
  fileprivate func back(months: Int) -> CalendarDay {
    let index = max(12, year * 12 + month - 1 - months)
    let (year, month) = (index / 12, index % 12 + 1)
    return CalendarDay(year: year, month: month, day: min(day, CalendarDay.daysIn(month: month, year: year)))!
  }
}
