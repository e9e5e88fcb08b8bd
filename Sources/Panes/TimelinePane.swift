import Commands
import Diplomacy
import Model
import Screen
import Text

/// The list of events under their headings.
struct TimelinePane {
  let state: BrowserState
  let region: Region

  private var hasFocus: Bool { !state.detailHasKeys }
  private var columns: RowColumns {
    RowColumns(screen: state.size.columns, list: region.size.columns, state.arrangement)
  }

  func paint(on grid: inout CellGrid) {
    guard !region.isEmpty else { return }
    if state.timeline.window.total == 0 { return paintSilence(on: &grid) }
    for (offset, line) in state.timeline.visibleLines.enumerated() where offset < region.size.rows {
      paint(line, row: offset, on: &grid)
    }
  }

  /// All that a window too small for bands has room for.
  func paintSelectedRow(on grid: inout CellGrid) {
    guard !region.isEmpty else { return }
    if let fold = state.timeline.selectedFold { return paintFold(fold, isSelected: true, row: 0, on: &grid) }
    guard let row = state.timeline.selected else { return }
    paintEvent(row, isSelected: true, row: 0, on: &grid)
  }

  private func paint(_ line: TimelineLine, row: Int, on grid: inout CellGrid) {
    switch line {
    case .blank: break
    case .heading(let heading): paint(heading, row: row, on: &grid)
    case .gap(let silence):
      let text = silence.text(state.say)
      grid.writeCut(text, in: region, row: row, column: columns.kindGlyph, role: .dim)
    case .fold(let index):
      guard state.timeline.window.folds.indices.contains(index) else { return }
      let fold = state.timeline.window.folds[index]
      let isSelected = fold.group == state.timeline.selectedFold?.group
      paintFold(fold, isSelected: isSelected, row: row, on: &grid)
    case .event(let index):
      guard state.timeline.window.rows.indices.contains(index) else { return }
      let isSelected = index == state.timeline.selectedRow
      paintEvent(state.timeline.window.rows[index], isSelected: isSelected, row: row, on: &grid)
    }
  }

  // MARK: headings

  private func paint(_ heading: TimelineHeading, row: Int, on grid: inout CellGrid) {
    let isMinor = heading.isMinor
    let text = state.words(heading, isAlone: !isMinor || !columns.isWide)
    let isIndented = isMinor && columns.isWide
    grid.writeCut(
      (isIndented ? "  " : " ") + text, in: region, row: row, column: 0, role: isIndented ? .dim : .heading)
    switch heading {
    case .year(let year): paintMonths(of: year, row: row, on: &grid)
    case .decade(let year): paintYears(of: year, row: row, on: &grid)
    case .quarter, .month, .week, .day, .dayNotKnown, .undated, .pair, .level, .kind, .matches: break
    }
  }

  private func paintFold(_ fold: FoldedGroup, isSelected: Bool, row: Int, on grid: inout CellGrid) {
    paintBar(isSelected, row: row, on: &grid)
    let isMinor = fold.group.isMinor
    let start = isMinor && columns.isWide ? 2 : 1
    grid.write("▸", in: region, row: row, column: start, style: CellStyle(.accent))
    grid.writeCut(
      state.words(fold), in: region, row: row, column: start + 2,
      width: region.size.columns - start - 3, role: isMinor ? .text : .heading)
    if case .months(let first, 12) = fold.group { paintMonths(of: first / 12, row: row, on: &grid) }
    if case .months(let first, 120) = fold.group { paintYears(of: first / 12, row: row, on: &grid) }
    paintSelection(isSelected, row: row, on: &grid)
  }

  /// The twelve months of a year as bars, measured against the fullest month of all.
  private func paintMonths(of year: Int, row: Int, on grid: inout CellGrid) {
    var counts = Array(repeating: 0, count: 12)
    for count in state.months where count.year == year && (1...12).contains(count.month) {
      counts[count.month - 1] = count.events
    }
    let most = state.months.filter { $0.month > 0 }.map(\.events).max() ?? 0
    paintBars(counts, of: most, row: row, on: &grid)
  }

  /// The ten years of a decade as bars, measured against the fullest year of all.
  private func paintYears(of decade: Int, row: Int, on grid: inout CellGrid) {
    var years: [Int: Int] = [:]
    for count in state.months { years[count.year, default: 0] += count.events }
    let counts = (decade..<decade + 10).map { years[$0] ?? 0 }
    paintBars(counts, of: years.values.max() ?? 0, row: row, on: &grid)
  }

  private func paintBars(_ counts: [Int], of most: Int, row: Int, on grid: inout CellGrid) {
    guard columns.isWide, region.size.columns >= 40 else { return }
    let start = region.size.columns - counts.count - 1
    for (place, count) in counts.enumerated() where count > 0 {
      grid.write(
        densityBar(count, of: most), in: region, row: row, column: start + place, style: CellStyle(.density))
    }
  }

  // MARK: rows

  private func paintEvent(_ event: TimelineRow, isSelected: Bool, row: Int, on grid: inout CellGrid) {
    let columns = self.columns
    let isDim = event.status != .held
    paintBar(isSelected, row: row, on: &grid)
    paintDay(event, row: row, on: &grid)
    paintSign(event.own, row: row, on: &grid)
    grid.write(
      Wording.glyph(event.kind), in: region, row: row, column: columns.kindGlyph, style: CellStyle(.kind))
    if columns.kindWidth > 0 {
      grid.write(
        Wording.short(event.kind, state.say), in: region, row: row, column: columns.kindGlyph + 2,
        width: columns.kindWidth, style: CellStyle(.kind))
    }
    paintDyad(event.parties, row: row, on: &grid)
    let isStarred = event.kind == .visit && event.level == .headOfStateOrParty
    var end = region.size.columns - 1
    if event.reports > 1 { paintMark("×\(event.reports)", role: .dim, before: &end, row: row, on: &grid) }
    if isStarred { paintMark("★", role: .accent, before: &end, row: row, on: &grid) }
    if event.own.contains(.noted) { paintMark("✎", role: .accent, before: &end, row: row, on: &grid) }
    if event.own.contains(.tagged) { paintMark("#", role: .accent, before: &end, row: row, on: &grid) }
    paintHeadline(event, isDim: isDim, row: row, width: end - columns.headline, on: &grid)
    paintSelection(isSelected, row: row, on: &grid)
  }

  private func paintBar(_ isSelected: Bool, row: Int, on grid: inout CellGrid) {
    guard isSelected else { return }
    grid.write(hasFocus ? "▌" : "▏", in: region, row: row, column: 0, style: CellStyle(.accent))
  }

  private func paintSelection(_ isSelected: Bool, row: Int, on grid: inout CellGrid) {
    guard isSelected, hasFocus else { return }
    let left = region.column.index
    grid.restyle(row: region.row + row, columns: left..<left + region.size.columns) { $0.isSelected = true }
  }

  /// A mark at the right edge; what stands left of it ends a cell before.
  private func paintMark(
    _ mark: String, role: StyleRole, before end: inout Int, row: Int, on grid: inout CellGrid
  ) {
    let column = end - cellWidth(mark)
    guard column > columns.headline else { return }
    grid.write(mark, in: region, row: row, column: column, style: CellStyle(role))
    end = column - 1
  }

  /// Marked or not read, in the cell before the kind; the headline of what is not read is bold as well.
  private func paintSign(_ own: OwnSigns, row: Int, on grid: inout CellGrid) {
    let sign = own.contains(.marked) ? "»" : own.contains(.unread) ? "∙" : nil
    guard let sign else { return }
    grid.write(sign, in: region, row: row, column: columns.kindGlyph - 1, style: CellStyle(.accent))
  }

  private func paintDay(_ event: TimelineRow, row: Int, on grid: inout CellGrid) {
    let date = RowDate(event, by: state.clock, state.say)
    let text = date.text(columns.dates, wholeSpan: columns.hasWholeSpan)
    // In the narrow column of days a span reaches one cell further.
    let reach = columns.dates == .day && columns.hasWholeSpan && date.end != nil ? 1 : 0
    let column = max(0, columns.dayEnd + reach - cellWidth(text))
    grid.write(text, in: region, row: row, column: column, style: CellStyle(.date))
  }

  private func paintDyad(_ parties: Parties, row: Int, on grid: inout CellGrid) {
    // Long codes (ASEAN, NATO) give way, the first before the second, so that both sides can be told.
    let room = columns.headline - 1 - columns.dyad
    let second = String(parties.second.code.prefix(room - 3))
    let first = String(parties.first.code.prefix(room - 1 - second.count))
    var column = columns.dyad
    column += grid.write(first, in: region, row: row, column: column, style: CellStyle(.firstParty))
    column += grid.write("-", in: region, row: row, column: column, style: CellStyle(.dim))
    grid.write(second, in: region, row: row, column: column, style: CellStyle(.secondParty))
  }

  private func paintHeadline(
    _ event: TimelineRow, isDim: Bool, row: Int, width: Int, on grid: inout CellGrid
  ) {
    guard width > 0 else { return }
    let prefix = isDim ? Wording.name(event.status, state.say) + ": " : ""
    let style = CellStyle(isDim ? .dim : event.own.contains(.unread) ? .heading : .text)
    let text = cutWithEllipsis(prefix + event.headline, width: width)
    grid.write(text, in: region, row: row, column: columns.headline, width: width, style: style)
    let matches = state.matches(in: event)
    guard !matches.isEmpty, visible(event.headline) == event.headline else { return }
    var at = columns.headline
    var byte = -prefix.utf8.count
    for character in text {
      let cells = cellWidth(character)
      if matches.contains(where: { $0.contains(byte) }), character != "…" {
        let left = region.column.index + at
        grid.restyle(row: region.row + row, columns: left..<left + cells) { $0.isMatch = true }
      }
      byte += String(character).utf8.count
      at += cells
    }
  }

  // MARK: silence

  private func paintSilence(on grid: inout CellGrid) {
    guard let sentence = silence else { return }
    let bytes = Array(sentence.utf8)
    let lines = wrap(sentence, width: max(1, region.size.columns - 4))
    for (index, range) in lines.enumerated() {
      grid.write(
        String(decoding: bytes[range], as: UTF8.self), in: region,
        row: index + (region.size.rows > 4 ? 1 : 0),
        column: 2, style: CellStyle(.dim))
    }
  }

  /// Nil while the first window is on its way.
  private var silence: String? {
    let chips = state.shownFilter.chips(state.say).map(\.label)
    if chips.isEmpty {
      return state.allEvents == 0 ? state.say("No events yet. dyad import FOLDER adds reports.") : nil
    }
    let isTyping = state.prompt != nil || state.picker != nil
    let key = LiveKeys.first(isTyping ? .cancel : .dropFilter, state)
    let say = state.say
    let remedy =
      key.map { isTyping ? say("%1 gives back what was.", $0) : say("%1 drops the last filter.", $0) }
      ?? say("Drop a filter to see more.")
    return say("Nothing matches %1.", chips.joined(separator: ", ")) + " " + remedy
  }
}

extension TimelineHeading {
  /// Whether another heading tells its year.
  fileprivate var isMinor: Bool {
    switch self {
    case .decade, .year, .undated, .matches, .pair, .level, .kind: false
    case .quarter, .month, .week, .day, .dayNotKnown: true
    }
  }
}

extension TimelineGroup {
  fileprivate var isMinor: Bool {
    if case .months(_, let count) = self { count < 12 } else { false }
  }
}
