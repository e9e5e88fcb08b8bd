import Diplomacy
import Model
import Screen
import Text

/// All the time there is in one line, and where in it the rows in view stand.
struct DensityStrip {
  let state: BrowserState
  let region: Region

  func paint(on grid: inout CellGrid) {
    let months = state.months
    guard !region.isEmpty, let first = months.map(\.year).min(), let last = months.map(\.year).max() else {
      return
    }
    let room = region.size.columns - 14
    guard room >= 8 else { return }
    let span = (last - first + 1) * 12
    let unit = [1, 2, 3, 6, 12].first { span <= $0 * room } ?? (span + room - 1) / room
    let note = "   " + word(unit)
    let bars = Bars(months: months, first: first, last: last, unit: unit)
    paintBars(bars, notes: [note + "; the part in view is bright", note], on: &grid)
  }

  private func paintBars(_ bars: Bars, notes: [String], on grid: inout CellGrid) {
    let style = CellStyle(.dim)
    var column = grid.write(" \(bars.first)▕", in: region, row: 0, column: 0, style: style)
    let most = bars.counts.max() ?? 0
    let view = bars.view(of: state.timeline.visibleRows)
    for (index, count) in bars.counts.enumerated() {
      let isInView = view?.contains(index) ?? false
      column += grid.write(
        densityBar(count, of: most), in: region, row: 0, column: column,
        style: CellStyle(isInView ? .densityView : .density))
    }
    column += grid.write("▏\(bars.last)", in: region, row: 0, column: column, style: style)
    if let note = notes.first(where: { column + cellWidth($0) < region.size.columns }) {
      grid.write(note, in: region, row: 0, column: column, style: style)
    }
  }

  private func word(_ unit: Int) -> String {
    switch unit {
    case 1: "month by month"
    case 3: "quarter by quarter"
    case 6: "half-year by half-year"
    case 12: "year by year"
    default: "\(unit) months a bar"
    }
  }
}

/// Events of equal stretches of time, `unit` months each.
private struct Bars {
  let first: Int
  let last: Int
  let unit: Int
  let counts: [Int]

  init(months: [MonthCount], first: Int, last: Int, unit: Int) {
    self.first = first
    self.last = last
    self.unit = unit
    var counts = Array(repeating: 0, count: ((last - first + 1) * 12 + unit - 1) / unit)
    for month in months {
      let index = ((month.year - first) * 12 + max(0, month.month - 1)) / unit
      if counts.indices.contains(index) { counts[index] += month.events }
    }
    self.counts = counts
  }

  func view(of rows: [TimelineRow]) -> ClosedRange<Int>? {
    let places = rows.compactMap(\.date).map { (($0.year - first) * 12 + ($0.month ?? 1) - 1) / unit }
    guard let low = places.min(), let high = places.max() else { return nil }
    return low...high
  }
}
