import Diplomacy
import Model
import Screen
import Text

/// Time in one line, and where in it the rows in view stand: all the time there is, in bars as coarse as the headings or
/// coarser; where days or weeks have headings, the months about them.
struct DensityStrip {
  let state: BrowserState
  let region: Region

  func paint(on grid: inout CellGrid) {
    guard !region.isEmpty, let bars = DensityBars(state, columns: region.size.columns), bars.room >= 8 else {
      return
    }
    let style = CellStyle(.dim)
    var column = grid.write(" \(bars.firstLabel)▕", in: region, row: 0, column: 0, style: style)
    let most = bars.counts.max() ?? 0
    for (index, count) in bars.counts.enumerated() {
      let isInView = bars.view?.contains(index) ?? false
      column += grid.write(
        densityBar(count, of: most), in: region, row: 0, column: column,
        style: CellStyle(isInView ? .densityView : .density))
    }
    column += grid.write("▏\(bars.lastLabel)", in: region, row: 0, column: column, style: style)
    let note = "   " + words(bars.unit)
    let notes = [note + "; " + state.say("the part in view is bright"), note]
    if let note = notes.first(where: { column + cellWidth($0) < region.size.columns }) {
      grid.write(note, in: region, row: 0, column: column, style: style)
    }
  }

  private func words(_ months: Int) -> String {
    switch months {
    case 1: state.say("month by month")
    case 3: state.say("quarter by quarter")
    case 6: state.say("half-year by half-year")
    case 12: state.say("year by year")
    case 120: state.say("decade by decade")
    default:
      months % 12 == 0
        ? state.say("%1 years a bar", "\(months / 12)") : state.say("%1 months a bar", "\(months)")
    }
  }
}

/// Events of equal stretches of time.
struct DensityBars {
  /// Bars there is room for.
  let room: Int
  /// Months a bar.
  let unit: Int
  let counts: [Int]
  /// Bars that hold what is in view; nil where nothing in view has a date.
  let view: ClosedRange<Int>?
  /// What stands at either end: a year, or a month where the ends lie inside of years.
  let firstLabel: String
  let lastLabel: String

  private static let units = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]

  /// Nil without any month that holds something.
  init?(_ state: BrowserState, columns: Int) {
    let months = state.months.filter { $0.events > 0 }
    guard let first = months.map(\.year).min(), let last = months.map(\.year).max() else { return nil }
    let zoom = state.arrangement.zoom
    let isFine = zoom == .day || zoom == .week
    // Labels of months need more room than those of years, and the note is needed more.
    let room = columns - (isFine ? 40 : 14)
    self.room = room
    guard room > 0 else { return nil }
    let places = DensityBars.places(inView: state)
    let all = first * 12..<(last + 1) * 12
    var shown = all
    if isFine, all.count > room {
      unit = 1
      let middle = DensityBars.selected(state) ?? all.upperBound
      let start = max(all.lowerBound, min(middle - room / 2, all.upperBound - room))
      shown = start..<start + room
    } else {
      let least = zoom.foldedMonths
      unit = DensityBars.units.first { $0 >= least && all.count <= $0 * room } ?? 1200
      let start = all.lowerBound / unit * unit
      shown = start..<all.upperBound
    }
    let start = shown.lowerBound
    var counts = Array(repeating: 0, count: (shown.count + unit - 1) / unit)
    for month in months {
      let place = month.year * 12 + max(0, month.month - 1)
      if shown.contains(place) { counts[(place - start) / unit] += month.events }
    }
    self.counts = counts
    view = places.flatMap { [unit] places in
      let bars = 0...max(0, counts.count - 1)
      let (low, high) = ((places.lowerBound - start) / unit, (places.upperBound - start) / unit)
      return places.upperBound < start || low > bars.upperBound
        ? nil : (max(0, low)...max(0, high)).clamped(to: bars)
    }
    firstLabel = DensityBars.label(start, isEnd: false, state.say)
    lastLabel = DensityBars.label(shown.upperBound - 1, isEnd: true, state.say)
  }

  private static func label(_ month: Int, isEnd: Bool, _ say: Catalogue) -> String {
    let isYear = month % 12 == (isEnd ? 11 : 0)
    return isYear ? "\(month / 12)" : Wording.month(month % 12 + 1, month / 12, say)
  }

  private static func selected(_ state: BrowserState) -> Int? {
    if case .months(let first, let count)? = state.timeline.selectedFold?.group { return first + count / 2 }
    return state.timeline.selected?.date(by: state.clock).map { $0.year * 12 + ($0.month ?? 1) - 1 }
  }

  /// First and last month of what the list shows.
  private static func places(inView state: BrowserState) -> ClosedRange<Int>? {
    let dates = state.timeline.visibleRows.compactMap { $0.date(by: state.clock) }
    var months = dates.map { $0.year * 12 + ($0.month ?? 1) - 1 }
    for fold in state.timeline.visibleFolds {
      if case .months(let first, let count) = fold.group { months += [first, first + count - 1] }
    }
    guard let low = months.min(), let high = months.max() else { return nil }
    return low...high
  }
}
