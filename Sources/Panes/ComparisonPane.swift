import Model
import Screen
import Text

/// Two strips on one axis, and below them each level and kind with both counts and their difference.
struct ComparisonPane {
  let state: BrowserState
  let comparison: DensityComparison
  let region: Region

  private static let roles: [StyleRole] = [.firstParty, .secondParty]
  private var labelWidth: Int { min(16, (comparison.sides.map { cellWidth($0.label) }.max() ?? 0) + 1) }
  /// Where the counts of both sides and the difference end.
  private var ends: [Int] {
    let start = min(38, max(26, region.size.columns / 3))
    return [start + labelWidth, start + 2 * labelWidth + 2, start + 2 * labelWidth + 14]
  }

  /// Lines above the table.
  static let headLines = 7

  func paint(on cells: inout CellGrid) {
    guard !region.isEmpty, comparison.isFilled else { return }
    paintStrips(on: &cells)
    paintHead(on: &cells)
    for (offset, line) in comparison.lines.visible.enumerated() {
      let isSelected = comparison.lines.top + offset == comparison.lines.selected
      paint(line, isSelected: isSelected, row: ComparisonPane.headLines + offset, on: &cells)
    }
  }

  // MARK: strips

  private func paintStrips(on cells: inout CellGrid) {
    let start = 2 + labelWidth
    let room = region.size.columns - start - 2
    guard let axis = comparison.axis(columns: room) else { return }
    // A bar is as wide as the axis lets it be, up to four cells.
    let width = max(1, min(4, room / max(1, axis.bars[0].count)))
    let most = axis.bars.flatMap { $0 }.max() ?? 0
    for (side, bars) in axis.bars.enumerated() {
      let row = 1 + side
      let role = ComparisonPane.roles[side]
      cells.writeCut(
        comparison.sides[side].label, in: region, row: row, column: 2, width: labelWidth, role: role)
      for (index, count) in bars.enumerated() {
        let bar = String(repeating: densityBar(count, of: most), count: width)
        cells.write(bar, in: region, row: row, column: start + index * width, style: CellStyle(role))
      }
    }
    let end = start + axis.bars[0].count * width
    cells.write(axis.from, in: region, row: 3, column: start, style: CellStyle(.dim))
    if end - cellWidth(axis.to) > start + cellWidth(axis.from) {
      cells.write(axis.to, in: region, row: 3, column: end - cellWidth(axis.to), style: CellStyle(.dim))
    }
    let unit = axis.isMonths ? state.say("month by month") : state.say("year by year")
    let note = unit + state.say("; the tallest bar is %1", "\(most)")
    if end + 2 + cellWidth(note) < region.size.columns {
      cells.write(note, in: region, row: 3, column: end + 2, style: CellStyle(.dim))
    }
  }

  // MARK: the table

  private func paintHead(on cells: inout CellGrid) {
    let row = ComparisonPane.headLines - 2
    for (side, label) in comparison.sides.map(\.label).enumerated() {
      let text = cutWithEllipsis(label, width: labelWidth)
      cells.write(
        text, in: region, row: row, column: ends[side] - cellWidth(text),
        style: CellStyle(ComparisonPane.roles[side]))
    }
    let word = state.say("difference")
    cells.write(word, in: region, row: row, column: ends[2] - cellWidth(word), style: CellStyle(.dim))
  }

  private func paint(
    _ line: DensityComparison.Line, isSelected: Bool, row: Int, on cells: inout CellGrid
  ) {
    cells.write(line.group, in: region, row: row, column: 2, width: 8, style: CellStyle(.dim))
    cells.writeCut(line.label, in: region, row: row, column: 10, width: ends[0] - 16, role: .text)
    for side in 0...1 { cells.writeCount(line.counts[side], in: region, row: row, end: ends[side]) }
    let sign = line.difference > 0 ? "+" : line.difference < 0 ? "−" : ""
    let difference = line.difference == 0 ? "=" : sign + "\(abs(line.difference))"
    cells.write(
      difference, in: region, row: row, column: ends[2] - cellWidth(difference),
      style: CellStyle(line.difference == 0 ? .dim : .heading))
    guard isSelected else { return }
    cells.write("▌", in: region, row: row, column: 0, style: CellStyle(.accent))
    let end = ends[comparison.column]
    let digits = max(1, "\(line.counts[comparison.column])".count)
    cells.write("[", in: region, row: row, column: end - digits - 1, style: CellStyle(.accent))
    cells.write("]", in: region, row: row, column: end, style: CellStyle(.accent))
    let left = region.column.index
    cells.restyle(row: region.row + row, columns: left + end - digits..<left + end) { $0.isSelected = true }
  }
}
