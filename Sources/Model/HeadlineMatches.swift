import Diplomacy
import Text

extension BrowserState {
  /// Where the search matches in a row's headline: UTF-8 ranges, empty without a search.
  package func matches(in row: TimelineRow) -> [Range<Int>] {
    shownFilter.searches.compactMap { SearchPhrase($0) }.flatMap { $0.matches(in: row.headline) }
  }
}
