import Diplomacy
import Model
import Screen
import Text

/// The uses of a wording as a concordance: date and pair, then the wording in one column with what stands around it.
struct TrailPane {
  let state: BrowserState
  let trail: TrailState
  let region: Region

  /// Cells of the date, the glyph of the kind and the pair, each with a blank behind it.
  private var textStart: Int { region.size.columns >= 70 ? 24 : 13 }
  private var hasPair: Bool { textStart == 24 }

  /// Where the wording begins and how wide its column is.
  private var column: (start: Int, width: Int) {
    let room = region.size.columns - textStart - 1
    let widest = trail.lines.map { cellWidth($0.words) }.max() ?? 0
    let width = min(widest, max(8, room / 2))
    return (textStart + max(0, (room - width) * 2 / 5), width)
  }

  func paint(on grid: inout CellGrid) {
    guard !region.isEmpty else { return }
    paintHead(on: &grid)
    let start = region.size.rows >= 10 ? 2 : 1
    let column = self.column
    for (offset, line) in trail.visibleLines.enumerated() {
      let row = start + offset
      paintEvent(line.step, row: row, on: &grid)
      if line.step.place == nil {
        paintDrop(line, row: row, on: &grid)
      } else {
        paintUse(line, column, row: row, on: &grid)
      }
      guard trail.top + offset == trail.cursor else { continue }
      grid.write("▌", in: region, row: row, column: 0, style: CellStyle(.accent))
      let left = region.column.index
      grid.restyle(row: region.row + row, columns: left..<left + region.size.columns) { $0.isSelected = true }
    }
    if trail.lines.isEmpty {
      grid.write(
        state.say("No report of this pair has these words."), in: region, row: start, column: 2,
        style: CellStyle(.dim))
    }
    if trail.isLonger, region.size.rows >= 10 {
      grid.writeRight("\(trail.percent) %", in: region, row: region.size.rows - 1, margin: 2, role: .dim)
    }
  }

  private func paintHead(on grid: inout CellGrid) {
    let say = state.say
    var parts: [String] = []
    if let first = trail.first { parts.append(say("first %1", Wording.short(first, say))) }
    if let last = trail.last, trail.uses.pair > 1 { parts.append(say("last %1", Wording.short(last, say))) }
    if trail.isOfAll { parts.append(say("all pairs")) }
    let times = parts.joined(separator: "  ")
    let words = "“" + trail.trail.phrase + "”"
    let room = region.size.columns - 4 - (times.isEmpty ? 0 : cellWidth(times) + 2)
    grid.writeCut(words, in: region, row: 0, column: 2, width: max(12, room), role: .heading)
    grid.writeRight(
      times, in: region, row: 0, taken: 4 + min(cellWidth(visible(words)), max(12, room)), margin: 2,
      role: .dim)
  }

  private func paintEvent(_ step: Trail.Step, row: Int, on grid: inout CellGrid) {
    grid.write(step.date?.iso ?? "~", in: region, row: row, column: 1, style: CellStyle(.date))
    guard hasPair else { return }
    grid.write(Wording.glyph(step.kind), in: region, row: row, column: 12, style: CellStyle(.kind))
    let codes = [step.parties.first.code, step.parties.second.code].map { String($0.prefix(4)) }
    var column = 14
    column += grid.write(codes[0], in: region, row: row, column: column, style: CellStyle(.firstParty))
    column += grid.write("-", in: region, row: row, column: column, style: CellStyle(.dim))
    grid.write(codes[1], in: region, row: row, column: column, style: CellStyle(.secondParty))
  }

  private func paintUse(
    _ line: TrailState.Line, _ column: (start: Int, width: Int), row: Int, on grid: inout CellGrid
  ) {
    let before = ending(line.before, width: column.start - textStart)
    grid.write(
      before, in: region, row: row, column: column.start - cellWidth(before), style: .text)
    let words = cut(line.words, width: column.width)
    let used = grid.write(
      words, in: region, row: row, column: column.start, style: CellStyle(.evidence))
    let after = column.start + used
    grid.writeCut(
      line.after, in: region, row: row, column: after, width: region.size.columns - after - 1, role: .text)
  }

  private func paintDrop(_ line: TrailState.Line, row: Int, on grid: inout CellGrid) {
    let note = state.say("not here:") + " "
    let used = grid.write(note, in: region, row: row, column: textStart, style: CellStyle(.dropped))
    grid.writeCut(
      line.after, in: region, row: row, column: textStart + used,
      width: region.size.columns - textStart - used - 1, role: .dim)
  }

  /// The end of a text, after `…` where it is cut.
  private func ending(_ text: String, width: Int) -> String {
    guard width > 0 else { return "" }
    guard cellWidth(text) > width else { return text }
    var kept: [Character] = []
    var cells = 1
    for character in text.reversed() {
      cells += cellWidth(character)
      if cells > width { break }
      kept.append(character)
    }
    return "…" + String(kept.reversed())
  }
}

extension TrailState {
  /// `12 uses, 3 without it; 40 in all pairs`.
  func counts(_ say: Catalogue) -> String {
    let pair = uses.pair == 1 ? say("1 use") : say("%1 uses", "\(uses.pair)")
    let without = drops > 0 ? say(", %1 later without it", "\(drops)") : ""
    return pair + without + (uses.all > uses.pair ? say("; %1 in all pairs", "\(uses.all)") : "")
  }
}
