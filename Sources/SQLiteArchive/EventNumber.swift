import Diplomacy

/// How an event is numbered, so that the order of the numbers is the order of the timeline:
/// `day << 20 | sequence`, with day 1 for 0001-01-01 and the events of one day in the order of import.
/// An event of a month or year is numbered at its first day. Events without a date are in the block of day 0.
enum EventNumber {
  static let perDay: Int64 = 1 << 20

  /// The number before all dated events and after all undated ones.
  static let firstDated = perDay

  /// 0 for no date.
  static func block(of date: PartialDate?) -> Int64 {
    date.map { block(of: $0.earliest) } ?? 0
  }

  static func block(of day: CalendarDay) -> Int64 { Int64(day.ordinal + 719_163) }

  static func block(of id: Int64) -> Int64 { id >> 20 }

  static func first(inBlock block: Int64) -> Int64 { block << 20 }
}

extension EventNumber {
  /// Beyond every day of the calendar.
  static let afterAll = Int64(4_000_000) << 20

  /// The numbers of a month; those without a date for year 0.
  static func range(year: Int, month: Int) -> Range<Int64> {
    guard let first = CalendarDay(year: year, month: month, day: 1) else { return 0..<firstDated }
    let start = block(of: first)
    let days = Int64(CalendarDay.daysIn(month: month, year: year))
    return self.first(inBlock: start)..<self.first(inBlock: start + days)
  }

  /// The day of a dated number.
  static func day(of id: Int64) -> CalendarDay { CalendarDay(ordinal: Int(block(of: id)) - 719_163) }
}
