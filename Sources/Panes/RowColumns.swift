import Model

/// Where the parts of a row stand: by the width of the window and the list alone, never by what a row holds.
struct RowColumns {
  /// True where headings have lines of their own and their histogram.
  let isWide: Bool
  /// One past the last digit of a day.
  let dayEnd: Int
  let hasWholeSpan: Bool
  let kindGlyph: Int
  /// 0 where only the glyph has room.
  let kindWidth: Int
  let dyad: Int
  let headline: Int

  init(screen: Int, list: Int) {
    isWide = screen >= Layout.wideColumns
    if isWide, list >= 44 {
      (dayEnd, hasWholeSpan, kindGlyph, kindWidth, dyad, headline) = (5, true, 7, 7, 18, 25)
    } else if list >= 30 {
      (dayEnd, hasWholeSpan, kindGlyph, kindWidth, dyad, headline) = (4, false, 5, 6, 14, 21)
    } else {
      (dayEnd, hasWholeSpan, kindGlyph, kindWidth, dyad, headline) = (4, false, 5, 0, 7, 13)
    }
  }
}
