import Diplomacy
import Model

/// Where the parts of a row stand: by the width of the window and the list and by how much of a date the headings leave
/// to tell, never by what a row holds.
struct RowColumns {
  /// What of a date its row tells.
  enum DateForm { case day, month, year }

  let dates: DateForm
  /// True where headings have lines of their own and their histogram.
  let isWide: Bool
  /// One past the last cell of a date.
  let dayEnd: Int
  let hasWholeSpan: Bool
  let kindGlyph: Int
  /// 0 where only the glyph has room.
  let kindWidth: Int
  let dyad: Int
  let headline: Int

  init(screen: Int, list: Int, _ arrangement: Arrangement = Arrangement()) {
    dates = DateForm(arrangement)
    isWide = screen >= Layout.wideColumns
    let isRoomy = isWide && list >= 44
    let dyadWidth: Int
    switch dates {
    case .day: (dayEnd, hasWholeSpan) = (isRoomy ? 5 : 4, isRoomy)
    case .month: (dayEnd, hasWholeSpan) = (isRoomy ? 10 : 8, isRoomy)
    case .year: (dayEnd, hasWholeSpan) = (13, false)
    }
    if isRoomy {
      kindGlyph = dates == .day ? 7 : dayEnd + 1
      (kindWidth, dyadWidth) = (7, 7)
      dyad = kindGlyph + 4 + kindWidth
    } else {
      kindGlyph = dayEnd + 1
      (kindWidth, dyadWidth) = list >= 30 ? (dates == .day ? 6 : 0, 7) : (0, 6)
      dyad = kindGlyph + (kindWidth > 0 ? 3 + kindWidth : 2)
    }
    headline = dyad + dyadWidth
  }
}

extension RowColumns.DateForm {
  fileprivate init(_ arrangement: Arrangement) {
    switch (arrangement.sorting, arrangement.zoom) {
    case (.time, .day), (.time, .week), (.time, .month): self = .day
    case (.time, .quarter), (.time, .year): self = .month
    case (.time, .decade), (.pair, _), (.level, _), (.kind, _), (.match, _): self = .year
    }
  }
}
