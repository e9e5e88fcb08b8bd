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
    RowColumns(screen: state.size.columns, list: region.size.columns)
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
    guard !region.isEmpty, let row = state.timeline.selected else { return }
    paintEvent(row, isSelected: true, row: 0, on: &grid)
  }

  private func paint(_ line: TimelineLine, row: Int, on grid: inout CellGrid) {
    switch line {
    case .blank: break
    case .year(let year): paintYear(year, row: row, on: &grid)
    case .month(let year, let month):
      let isKnown = (1...12).contains(month)
      let name = isKnown ? Wording.months[month - 1] : columns.isWide ? "month not known" : ""
      let text = columns.isWide ? "  " + name : " \(year) " + name
      grid.write(text, in: region, row: row, column: 0, style: CellStyle(columns.isWide ? .dim : .heading))
    case .undated: grid.write(" no date", in: region, row: row, column: 0, style: CellStyle(.heading))
    case .gap(let text):
      grid.writeCut(text, in: region, row: row, column: columns.kindGlyph, role: .dim)
    case .event(let index):
      guard state.timeline.window.rows.indices.contains(index) else { return }
      let isSelected = index == state.timeline.selectedRow
      paintEvent(state.timeline.window.rows[index], isSelected: isSelected, row: row, on: &grid)
    }
  }

  // MARK: headings

  /// The year, and its twelve months as bars measured against the fullest month of all.
  private func paintYear(_ year: Int, row: Int, on grid: inout CellGrid) {
    grid.write(" \(year)", in: region, row: row, column: 0, style: CellStyle(.heading))
    guard columns.isWide, region.size.columns >= 24 else { return }
    let most = state.months.filter { $0.month > 0 }.map(\.events).max() ?? 0
    let start = region.size.columns - 13
    for count in state.months where count.year == year && (1...12).contains(count.month) {
      let bar = densityBar(count.events, of: most)
      grid.write(
        bar, in: region, row: row, column: start + count.month - 1, style: CellStyle(.density))
    }
  }

  // MARK: rows

  private func paintEvent(_ event: TimelineRow, isSelected: Bool, row: Int, on grid: inout CellGrid) {
    let columns = self.columns
    let isDim = event.status != .held
    if isSelected {
      grid.write(hasFocus ? "▌" : "▏", in: region, row: row, column: 0, style: CellStyle(.accent))
    }
    paintDay(event, row: row, on: &grid)
    paintSign(event.own, row: row, on: &grid)
    grid.write(
      Wording.glyph(event.kind), in: region, row: row, column: columns.kindGlyph, style: CellStyle(.kind))
    if columns.kindWidth > 0 {
      grid.write(
        Wording.short(event.kind), in: region, row: row, column: columns.kindGlyph + 2,
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
    if isSelected, hasFocus {
      let left = region.column.index
      grid.restyle(row: region.row + row, columns: left..<left + region.size.columns) {
        $0.isSelected = true
      }
    }
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
    let style = CellStyle(.date)
    guard let day = event.date?.day else {
      // A month or a year is all the record has; nothing is invented for the rest.
      let mark = event.date != nil && event.date?.month == nil ? "~~" : "~"
      grid.write(mark, in: region, row: row, column: columns.dayEnd - mark.count, style: style)
      return
    }
    if let end = event.end?.day, event.end != event.date {
      let text = columns.hasWholeSpan ? "\(day)–\(end)" : "\(day)–"
      let column = max(0, columns.dayEnd + (columns.hasWholeSpan ? 1 : 0) - cellWidth(text))
      grid.write(text, in: region, row: row, column: column, style: style)
    } else {
      let text = "\(day)"
      grid.write(text, in: region, row: row, column: columns.dayEnd - text.count, style: style)
    }
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
    let prefix = isDim ? event.status.rawValue + ": " : ""
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
    let chips = state.shownFilter.chips.map(\.label)
    if chips.isEmpty {
      return state.allEvents == 0 ? "No events yet. dyad import FOLDER adds reports." : nil
    }
    let isTyping = state.prompt != nil || state.picker != nil
    let key = LiveKeys.first(isTyping ? .cancel : .dropFilter, state)
    let effect = isTyping ? " gives back what was." : " drops the last filter."
    let remedy = key.map { $0 + effect } ?? "Drop a filter to see more."
    return "Nothing matches " + chips.joined(separator: ", ") + ". " + remedy
  }
}
