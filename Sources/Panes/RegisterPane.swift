import Diplomacy
import Model
import Screen
import Text

/// What was promised: the day it is due, the pair, the sum, the words.
struct RegisterPane {
  let state: BrowserState
  let region: Region

  private var register: RegisterState { state.views.register }

  func paint(on cells: inout CellGrid) {
    guard !region.isEmpty, register.isFilled else { return }
    guard !register.list.items.isEmpty else { return cells.writeSilence(state.viewSilence, in: region) }
    paintTitle(on: &cells)
    let hasKeys = state.views.part == .list && state.context == .view
    for (offset, promise) in register.list.visible.enumerated() {
      paint(promise, row: offset + 2, on: &cells)
      if register.list.top + offset == register.list.selected {
        cells.markSelected(in: region, row: offset + 2, hasKeys: hasKeys)
      }
    }
  }

  private func paintTitle(on cells: inout CellGrid) {
    let (listed, overdue) = (register.list.items.count, register.overdue)
    let title =
      register.isCut
      ? state.say("Commitments: the first %1", "\(listed)") : state.say("Commitments: %1", "\(listed)")
    let width = cells.write(title, in: region, row: 0, column: 1, style: CellStyle(.heading))
    let settled = [
      (register.count(.met), state.say("✓ %1 met", "\(register.count(.met))")),
      (register.count(.missed), state.say("✗ %1 missed", "\(register.count(.missed))")),
    ].filter { $0.0 > 0 }.map(\.1).joined(separator: "  ")
    var margin = 2
    if overdue > 0 {
      let text = state.say("%1 overdue", "\(overdue)")
      cells.writeRight(text, in: region, row: 0, taken: width + 3, margin: margin, role: .warning)
      margin += cellWidth(text) + 2
    }
    cells.writeRight(settled, in: region, row: 0, taken: width + 3, margin: margin, role: .dim)
  }

  private func mark(_ promise: Promise) -> (glyph: String, role: StyleRole) {
    switch promise.status {
    case .open: register.urgency(promise) == .overdue ? ("!", .warning) : ("", .text)
    case .met: ("✓", .accent)
    case .missed: ("✗", .warning)
    }
  }

  private func paint(_ promise: Promise, row: Int, on cells: inout CellGrid) {
    let urgency = register.urgency(promise)
    let mark = mark(promise)
    cells.write(mark.glyph, in: region, row: row, column: 1, style: CellStyle(mark.role))
    let due = promise.commitment.due?.iso ?? "·"
    cells.write(
      due, in: region, row: row, column: 3, width: 10,
      style: CellStyle(urgency == .overdue ? .warning : urgency == .due ? .date : .dim))
    cells.write(
      promise.parties.code, in: region, row: row, column: 14, width: 8, style: CellStyle(.country))
    // In a narrow pane the words have the room: they tell the sum too.
    let text = region.size.columns >= 60 ? 37 : 23
    if text > 23 { paintSum(promise.commitment, row: row, on: &cells) }
    cells.writeCut(
      promise.commitment.text, in: region, row: row, column: text,
      width: region.size.columns - text - 1, role: urgency == .settled ? .dim : .text)
  }

  private func paintSum(_ commitment: Commitment, row: Int, on cells: inout CellGrid) {
    let sum = commitment.amount.map { SumText.short($0, commitment.currency, state.say) } ?? "·"
    cells.write(
      sum, in: region, row: row, column: max(23, 35 - cellWidth(sum)), width: 12,
      style: CellStyle(commitment.amount == nil ? .dim : .sum))
  }
}
