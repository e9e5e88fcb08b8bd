import Diplomacy
import Lexicons

/// The day days are told from. The header is evidence, not truth: its day and month may be swapped, and where there is none
/// the text may name the year.
struct ReportDay {
  let date: PartialDate?

  init(_ header: PartialDate?, passages: [Passage]) {
    guard let header else {
      date = ReportDay.year(of: passages)
      return
    }
    if header.precision == .month, let day = ReportDay.dateline(passages, in: header) {
      date = day
      return
    }
    date =
      ReportDay.swapped(header).flatMap { ReportDay.fits($0, better: header, passages) ? $0 : nil } ?? header
  }

  /// Paragraphs from the head in which the report tells its own day.
  private static let read = 5

  /// The year of the first full date of this age near the head, else the first such year that is named or stands bare.
  private static func year(of passages: [Passage]) -> PartialDate? {
    let head = passages.prefix(read)
    let dates = head.flatMap { DateResolver(published: nil).mentions(in: $0) }.map(\.date)
      .filter { age.contains($0.year) }
    if let date = dates.first(where: { $0.precision != .year }) ?? dates.first {
      return PartialDate(year: date.year)
    }
    let bare = head.lazy.flatMap(\.words).first { $0.bytes.count == 4 && $0.number.map(age.contains) == true }
    return bare?.number.flatMap { PartialDate(year: $0) }
  }

  /// Years a report without a header may be of.
  private static let age = 2000...2100

  /// The day on which the report was sent, where its first words say so and the header knows only the month.
  private static func dateline(_ passages: [Passage], in month: PartialDate) -> PartialDate? {
    passages.prefix(2).lazy.flatMap { passage in
      DateResolver(published: month).mentions(in: passage).filter { passage.isDateline($0.words) }
    }.map(\.date).first { $0.precision == .day && $0.year == month.year && $0.month == month.month }
  }

  private static func swapped(_ header: PartialDate) -> PartialDate? {
    guard let month = header.month, let day = header.day, day <= 12, day != month else { return nil }
    return PartialDate(year: header.year, month: day, day: month)
  }

  /// Whether the first days of the text lie right before the swapped day and far from the header.
  private static func fits(_ swapped: PartialDate, better header: PartialDate, _ passages: [Passage]) -> Bool
  {
    var near = false
    for passage in passages.prefix(read) {
      for mention in DateResolver(published: swapped).mentions(in: passage)
      where mention.date.precision == .day {
        guard !mention.isSpoken else { continue }
        let isAhead = passage.tense(at: mention.words.lowerBound) == .future
        if !isAhead, (0...3).contains(swapped.earliest.ordinal - mention.date.earliest.ordinal) {
          near = true
        } else if abs(mention.date.earliest.ordinal - header.earliest.ordinal) < 32 {
          return false
        }
      }
    }
    return near
  }
}
