import Diplomacy
import Text

extension BrowserState {
  /// Where the search matches in a row's headline: UTF-8 ranges, empty without a search.
  package func matches(in row: TimelineRow) -> [Range<Int>] {
    SearchPhrase(shownFilter.words)?.matches(in: row.headline) ?? []
  }
}
