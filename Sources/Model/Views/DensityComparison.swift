import Commands
import Diplomacy

/// The events of one side of a comparison: by month, kind and level.
package struct Density: Hashable, Sendable {
  package let months: [MonthCount]
  package let kinds: [FacetCount]
  package let levels: [FacetCount]
  package let total: Int
  package init(months: [MonthCount], kinds: [FacetCount], levels: [FacetCount], total: Int) {
    self.months = months
    self.kinds = kinds
    self.levels = levels
    self.total = total
  }
}

/// Two cells of the grid on one axis, and how they differ by level and kind.
package struct DensityComparison: Sendable {
  package struct Side: Hashable, Sendable {
    package let cell: GridState.Cell
    package let label: String
    package let filter: Filter
  }

  /// A level or kind with its counts on both sides.
  package struct Line: Hashable, Sendable {
    /// The group it begins; empty within it.
    package let group: String
    package let label: String
    package let counts: [Int]
    /// What keeps the events of each side.
    package let filters: [Filter]
    package var difference: Int { counts[0] - counts[1] }
  }

  /// The bars of both sides on one axis, and what the axis is.
  package struct Axis: Hashable, Sendable {
    package let from: String
    package let to: String
    /// A month of each year, or years.
    package let isMonths: Bool
    package let bars: [[Int]]
  }

  package let sides: [Side]
  package private(set) var densities: [Density] = []
  package private(set) var lines = CursorList<Line>()
  /// The side whose number the cursor is on, 0 or 1.
  package private(set) var column = 0

  init(_ one: Side, _ other: Side) { sides = [one, other] }

  package var isFilled: Bool { densities.count == 2 }
  package var chosen: Filter? { lines.current.map { $0.filters[column] } }

  mutating func fill(_ one: Density, _ other: Density, _ lines: [Line]) {
    densities = [one, other]
    self.lines.restart(lines)
  }

  mutating func move(_ step: ViewStep) { lines.move(step) }
  mutating func move(to column: Int) { self.column = max(0, min(column, 1)) }
  mutating func changeSide() { column = 1 - column }
  mutating func resize(height: Int) { lines.resize(height: height) }

  /// Two years are laid one upon the other month by month; all else stands on the years that either has. Bars are at
  /// most `columns`, of equal stretches.
  package func axis(columns: Int) -> Axis? {
    guard isFilled, columns > 0 else { return nil }
    if sides.allSatisfy({ ($0.cell.year ?? 0) > 0 }) {
      let bars = densities.map { density in
        (1...12).map { month in density.months.filter { $0.month == month }.reduce(0) { $0 + $1.events } }
      }
      return Axis(from: "1", to: "12", isMonths: true, bars: bars)
    }
    let years = densities.flatMap { $0.months.map(\.year) }
    guard let first = years.min(), let last = years.max() else { return nil }
    let unit = (last - first + columns) / columns
    let bars = densities.map { density in
      density.months.reduce(into: Array(repeating: 0, count: (last - first) / unit + 1)) { bars, month in
        bars[(month.year - first) / unit] += month.events
      }
    }
    return Axis(from: "\(first)", to: "\(last)", isMonths: false, bars: bars)
  }
}

// Two rows or periods of the grid against each other.
extension BrowserState {
  /// Marks the cell, or takes its mark away; of three marks the oldest goes.
  mutating func markCell() -> [Effect] {
    guard views.shown == .dyadYears, views.part == .list, views.grid.rows.current != nil else {
      return refuseOutsideGrid()
    }
    views.grid.mark()
    let count = views.grid.marked.count
    let key = keymap.keys(for: .compareCells, in: .view).first?.name ?? ":compare-cells"
    notice = Notice(
      text: count == 2
        ? say("Two are marked; %1 compares them.", key)
        : count == 1 ? say("One is marked; mark another pair or year.") : say("No mark is left."),
      isWarning: false)
    return []
  }

  /// The two marked, or the marked one and the one under the cursor.
  mutating func compareCells() -> [Effect] {
    guard views.shown == .dyadYears else { return refuseOutsideGrid() }
    var cells = views.grid.marked
    if cells.count == 1, cells[0] != views.grid.cell { cells.append(views.grid.cell) }
    guard cells.count == 2 else {
      let key = keymap.keys(for: .markCell, in: .view).first?.name ?? ":mark-cell"
      notice = Notice(text: say("%1 marks a pair or a year; two are compared.", key), isWarning: false)
      return []
    }
    return compare(cells)
  }

  private mutating func refuseOutsideGrid() -> [Effect] {
    notice = Notice(text: say("Only pairs and years of the grid are marked and compared."), isWarning: false)
    return []
  }

  /// The same cells under the filter as it is now.
  mutating func recompare() -> [Effect] {
    guard let cells = views.comparison?.sides.map(\.cell) else { return [] }
    return compare(cells)
  }

  private mutating func compare(_ cells: [GridState.Cell]) -> [Effect] {
    let sides = cells.map { DensityComparison.Side(cell: $0, label: label($0), filter: filter(of: $0)) }
    views.comparison = DensityComparison(sides[0], sides[1])
    fit()
    let filters = sides.map { $0.filter.counting(counting) }
    return [views.ask(.densities(filters[0], filters[1]))]
  }

  package func label(_ cell: GridState.Cell) -> String {
    let year = cell.year.map { $0 == 0 ? say("no date") : "\($0)" }
    guard let dyad = cell.dyad?.spokenCode else { return year ?? say("all pairs") }
    return year.map { dyad + " " + $0 } ?? dyad
  }

  mutating func take(_ one: Density, _ other: Density) {
    guard let sides = views.comparison?.sides else { return }
    let levels = ProtocolLevel.allCases.map { level in
      line(.level(level), Wording.name(level, say), [one.levels, other.levels], sides) {
        $0.keeping(only: level)
      }
    }
    let kinds = EventKind.allCases.map { kind in
      line(.kind(kind), Wording.name(kind, say).lowercased(), [one.kinds, other.kinds], sides) {
        $0.keeping(only: kind)
      }
    }
    let all = DensityComparison.Line(
      group: "", label: say("events"), counts: [one.total, other.total], filters: sides.map(\.filter))
    func named(_ group: String, _ lines: [DensityComparison.Line]) -> [DensityComparison.Line] {
      let lines = lines.filter { $0.counts != [0, 0] }
      return lines.enumerated().map { index, line in
        DensityComparison.Line(
          group: index == 0 ? group : "", label: line.label, counts: line.counts, filters: line.filters)
      }
    }
    let lines = [all] + named(say("level"), levels) + named(say("kind"), kinds)
    views.comparison?.fill(one, other, lines)
  }

  private func line(
    _ value: FacetCount.Value, _ label: String, _ counts: [[FacetCount]], _ sides: [DensityComparison.Side],
    _ narrow: (Filter) -> Filter
  ) -> DensityComparison.Line {
    DensityComparison.Line(
      group: "", label: label, counts: counts.map { $0.first { $0.value == value }?.events ?? 0 },
      filters: sides.map { narrow($0.filter) })
  }

  /// Nil lets the command act as in any view.
  mutating func obeyInComparison(_ command: Command) -> [Effect]? {
    let page = max(1, (views.comparison?.lines.height ?? 1) - 1)
    switch command {
    case .moveDown: views.comparison?.move(.rows(1))
    case .moveUp: views.comparison?.move(.rows(-1))
    case .pageDown, .halfPageDown: views.comparison?.move(.rows(page))
    case .pageUp, .halfPageUp: views.comparison?.move(.rows(-page))
    case .first: views.comparison?.move(.first)
    case .last: views.comparison?.move(.last)
    case .viewLeft: goToSide(0)
    case .viewRight: goToSide(1)
    case .nextPane, .previousPane: views.comparison?.changeSide()
    case .openCell: return openCompared()
    case .back, .leave, .focusTimeline, .compareCells: views.comparison = nil
    case .markCell, .keepDyad, .hideDyad, .scrollOtherDown, .scrollOtherUp, .narrowList, .widenList,
      .detailPlacement:
      let key = keymap.keys(for: .back, in: .view).first?.name ?? ":back"
      notice = Notice(text: say("That is for the grid; %1 goes back to it.", key), isWarning: false)
    default: return nil
    }
    return []
  }

  private mutating func goToSide(_ side: Int) {
    guard views.comparison?.column != side else {
      notice = Notice(text: say("Nothing lies further that way."), isWarning: false)
      return
    }
    views.comparison?.move(to: side)
  }

  private mutating func openCompared() -> [Effect] {
    guard let filter = views.comparison?.chosen else { return [] }
    views.comparison = nil
    return open(filter)
  }
}
