import Diplomacy
import Model
import Screen
import Text

/// Events through all the years on one line; the part in view is bright.
struct DensityStrip {
  let state: BrowserState
  let usesASCII: Bool

  func paint(into grid: inout CellGrid, _ region: Region) {
    guard !region.isEmpty, let first = state.months.first, let last = state.months.last else { return }
    let width = region.size.columns - 14
    guard width >= 10 else { return }
    let from = first.year * 12
    let span = max(12, (last.year - first.year + 1) * 12)
    var counts = [Int](repeating: 0, count: min(width, span))
    func bucket(_ year: Int, _ month: Int) -> Int {
      min(counts.count - 1, max(0, (year * 12 + max(0, month - 1) - from) * counts.count / span))
    }
    for month in state.months { counts[bucket(month.year, month.month)] += month.events }
    let greatest = counts.max() ?? 0
    let view = inView(bucket)
    grid.put(String(first.year), row: region.row, column: Column(1), style: CellStyle(.dim))
    for (index, count) in counts.enumerated() {
      let isInView = view?.contains(index) ?? false
      let glyph = count == 0 ? (isInView ? "_" : " ") : bar(count, of: greatest)
      grid.put(
        glyph, row: region.row, column: Column(7 + index),
        style: CellStyle(isInView ? .densityView : .density))
    }
    grid.put(String(last.year), row: region.row, column: Column(8 + counts.count), style: CellStyle(.dim))
  }

  private func inView(_ bucket: (Int, Int) -> Int) -> ClosedRange<Int>? {
    let shown = state.timeline.visibleRows.compactMap(\.date).map { bucket($0.year, $0.month ?? 1) }
    guard let low = shown.min(), let high = shown.max() else { return nil }
    return low...high
  }
}
