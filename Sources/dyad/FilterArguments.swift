import ArgumentParser
import Asking
import Diplomacy
import Glibc
import Program

extension FilterReader {
  /// Counts days back from the local day of this process.
  static func ofThisProcess() -> FilterReader {
    FilterReader(spellings: .ofCountries(), today: CalendarDay.today())
  }
}

extension CalendarDay {
  /// The local day of this process, by the system's clock.
  static func today() -> CalendarDay {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return CalendarDay(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? CalendarDay(ordinal: 0)
  }
}
