import Diplomacy
import Model
import Screen
import Text

/// Each direction of each pair: how far the next visit has got, since when, and the visits held.
struct VisitsPane {
  let state: BrowserState
  let region: Region

  private var visits: VisitsState { state.views.visits }
  private var say: Catalogue { state.say }

  func paint(on cells: inout CellGrid) {
    guard !region.isEmpty, visits.isFilled else { return }
    guard !visits.list.items.isEmpty else { return cells.writeSilence(state.viewSilence, in: region) }
    paintTitle(on: &cells)
    let hasKeys = state.views.part == .list && state.context == .view
    for (offset, course) in visits.list.visible.enumerated() {
      paint(course, row: offset + 2, on: &cells)
      if visits.list.top + offset == visits.list.selected {
        cells.markSelected(in: region, row: offset + 2, hasKeys: hasKeys)
      }
    }
  }

  private func paintTitle(on cells: inout CellGrid) {
    let title = visits.isCut ? say("Visits, the latest") : say("Visits")
    let width = cells.write(title, in: region, row: 0, column: 1, style: CellStyle(.heading))
    let pending = say("%1 in sight", "\(visits.pending)")
    cells.writeRight(pending, in: region, row: 0, taken: width + 3, margin: 2, role: .dim)
  }

  private static let stageColumn = 9
  private static let dateColumn = 20
  private static let lastColumn = 37

  private func paint(_ course: VisitCourse, row: Int, on cells: inout CellGrid) {
    var column = 2
    let style = CellStyle(course.next == nil ? .dim : .text)
    column += cells.write(
      course.guest.code, in: region, row: row, column: column, style: CellStyle(.firstParty))
    column += cells.write("→", in: region, row: row, column: column, style: CellStyle(.dim))
    cells.write(course.host.code, in: region, row: row, column: column, style: CellStyle(.secondParty))
    let stage = course.stage.map { Wording.name($0, say) } ?? "·"
    cells.write(
      stage, in: region, row: row, column: VisitsPane.stageColumn, width: 11, style: style)
    let date = course.date?.iso ?? "·"
    cells.write(
      date, in: region, row: row, column: VisitsPane.dateColumn, width: 10,
      style: CellStyle(course.date == nil ? .dim : .date))
    let count = course.visits == 0 ? "·" : "\(course.visits)×"
    cells.write(
      count, in: region, row: row, column: VisitsPane.lastColumn - 2 - cellWidth(count), width: 6,
      style: CellStyle(course.visits == 0 ? .dim : .text))
    var next = VisitsPane.lastColumn
    if course.next != nil, let last = course.last, region.size.columns >= 64 {
      let text = say("last %1", last.date?.iso ?? say("no date"))
      next += cells.write(text, in: region, row: row, column: next, style: CellStyle(.dim)) + 2
    }
    if course.returnsVisit {
      cells.writeCut(
        say("return due"), in: region, row: row, column: next, width: region.size.columns - next - 1,
        role: .accent)
    }
  }
}

/// What tells how far the visit under the cursor has got.
struct VisitTracesPane {
  let state: BrowserState
  let region: Region

  func paint(on cells: inout CellGrid) {
    let visits = state.views.visits
    guard !region.isEmpty, let course = visits.list.current else { return }
    let title = state.names.name(course.guest) + " → " + state.names.name(course.host)
    cells.writeCut(title, in: region, row: 0, column: 1, width: region.size.columns - 2, role: .heading)
    if course.traces.isEmpty {
      cells.write(state.say("no visit told"), in: region, row: 2, column: 2, style: CellStyle(.dim))
    }
    let hasKeys = state.views.part == .side && state.context == .view
    for (offset, trace) in visits.traces.visible.enumerated() {
      let row = offset + 2
      let date = trace.date?.iso ?? "·"
      cells.write(date, in: region, row: row, column: 2, width: 10, style: CellStyle(.date))
      let stage = Wording.name(trace.stage, state.say)
      let used = cells.write(stage, in: region, row: row, column: 13, width: 11, style: CellStyle(.kind))
      let column = 13 + max(used, 8) + 2
      cells.writeCut(
        trace.words, in: region, row: row, column: column, width: region.size.columns - column - 1,
        role: .text)
      if visits.traces.top + offset == visits.traces.selected {
        cells.markSelected(in: region, row: row, hasKeys: hasKeys)
      }
    }
  }
}
