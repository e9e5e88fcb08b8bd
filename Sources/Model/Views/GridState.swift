import Diplomacy

/// The grid of pairs and years: its rows, the cell under the cursor, and what is known of that cell.
package struct GridState: Sendable {
  /// A cell, the end of a row or column, or the corner where all is counted.
  package struct Cell: Hashable, Sendable {
    /// Nil for all pairs.
    package let dyad: Dyad?
    /// Nil for all years, 0 for no date.
    package let year: Int?

    package init(dyad: Dyad?, year: Int?) {
      self.dyad = dyad
      self.year = year
    }
  }

  package struct Row: Hashable, Sendable {
    /// Nil for all pairs together.
    package let dyad: Dyad?
    package let events: [Int: Int]
    package let total: Int
  }

  /// All pairs together first, then the pair with the most events.
  package private(set) var rows = CursorList<Row>()
  /// In order, those between without an event too; 0 first where events have no date.
  package private(set) var years: [Int] = []
  /// Index into the years; their count is the column of all years.
  package private(set) var column = 0
  /// First year in view.
  package private(set) var left = 0
  /// Years that fit beside pair and total.
  package private(set) var fitting = 1
  package private(set) var counts = CountPanel()
  package private(set) var events = CursorList<TimelineRow>()
  /// Events of the cell; more than are listed where there are very many.
  package private(set) var total = 0
  /// What the counts and events are of; nil while they are asked for the first time.
  package private(set) var told: Cell?
  /// False until the first answer.
  package private(set) var isFilled = false

  /// Where the cursor is to go when the grid is filled next.
  var wanted: Cell?

  /// At most two, to be compared.
  package private(set) var marked: [Cell] = []

  package static let yearWidth = 5
  package static let pairWidth = 13
  package static let totalWidth = 7

  package var cell: Cell {
    Cell(dyad: rows.current?.dyad, year: years.indices.contains(column) ? years[column] : nil)
  }
  package var visibleYears: ArraySlice<Int> { years.dropFirst(left).prefix(fitting) }
  package var isAtTotal: Bool { column >= years.count }

  mutating func fill(_ answer: DyadYears) {
    let before = wanted ?? cell
    let wasAtTotal = wanted.map { $0.year == nil } ?? (!isFilled || isAtTotal)
    let isExpected = wanted != nil
    wanted = nil
    isFilled = true
    let known = answer.all
    let dated = known.keys.filter { $0 > 0 }
    years = known[0] == nil ? [] : [0]
    if let first = dated.min(), let last = dated.max() { years += Array(first...last) }
    let all = Row(dyad: nil, events: known, total: known.values.reduce(0, +))
    let pairs = answer.rows.map { Row(dyad: $0.dyad, events: $0.events, total: $0.total) }
    // A pair met seldom comes with the rest.
    if answer.isCut, let dyad = before.dyad, !answer.rows.contains(where: { $0.dyad == dyad }) {
      wanted = before
    }
    rows.fill(pairs.isEmpty ? [] : [all] + pairs) { $0.dyad == before.dyad }
    // The cursor comes from the newest years, as a reader's would.
    if isExpected {
      column = years.count
      settle()
    }
    column = wasAtTotal ? years.count : years.firstIndex(of: before.year ?? 0) ?? years.count
    settle()
  }

  mutating func take(_ counts: CellCounts, _ lines: [CountPanel.Group]) {
    let isSame = told == cell
    told = cell
    self.counts.fill(lines)
    total = counts.window.total
    let kept = events.current?.id
    if isSame {
      events.fill(counts.window.rows) { $0.id == kept }
    } else {
      events.restart(counts.window.rows)
    }
  }

  /// False where the cursor could not move.
  mutating func move(_ step: ViewStep) -> Bool {
    wanted = nil
    return rows.move(step)
  }

  mutating func moveColumn(by count: Int) -> Bool {
    let before = column
    wanted = nil
    column = max(0, min(column + count, years.count))
    settle()
    return column != before
  }

  mutating func mark() {
    let here = cell
    if marked.contains(here) { marked.removeAll { $0 == here } } else { marked = marked.suffix(1) + [here] }
  }

  /// Whether something of the row is marked.
  package func isMarked(_ row: Row) -> Bool { marked.contains { $0.dyad == row.dyad } }

  mutating func moveCount(_ step: ViewStep) { counts.move(step) }
  mutating func moveCount(by count: Int) { counts.move(by: count) }
  mutating func moveEvent(_ step: ViewStep) { events.move(step) }
  mutating func scrollEvents(by count: Int) { events.scroll(by: count) }

  /// `rows` and `columns` are those of the pane, `eventRows` the lines for events at the side.
  mutating func resize(rows: Int, columns: Int, eventRows: Int) {
    fitting = max(1, (columns - GridState.pairWidth - GridState.totalWidth - 1) / GridState.yearWidth)
    counts.resize(width: columns - 3, height: rows >= 12 ? min(9, rows / 2) : 0)
    self.rows.resize(height: rows - 1 - (counts.height > 0 ? counts.height + 1 : 0))
    events.resize(height: eventRows)
    settle()
  }

  /// The newest years stay in view where the cursor is at the total.
  private mutating func settle() {
    column = min(column, years.count)
    if column < left { left = column }
    if column >= left + fitting || isAtTotal { left = min(column, years.count - 1) - fitting + 1 }
    left = max(0, min(left, years.count - fitting))
  }
}
