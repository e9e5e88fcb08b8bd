import Diplomacy
import Model
import Screen
import Text

/// The countries met most, each switched by its digit; brackets and a style tell which are on, `!` which are left out, a star
/// which are pinned. A country without an event is dim.
struct CountryBar {
  let state: BrowserState
  let region: Region

  private enum Form { case full, short, digit }

  func paint(on grid: inout CellGrid) {
    var column = 0
    let (rest, full) = room
    for (index, slot) in state.slots.enumerated() {
      let text = label(index, index < full ? .full : rest)
      guard column + cellWidth(text) + 2 <= region.size.columns else { return }
      let isOn = state.shownFilter.shows(slot.country)
      let isOut = state.shownFilter.contains(.exceptCountry(slot.country))
      let shown = isOn ? "[" + text + "]" : (isOut ? "!" : " ") + text + " "
      let style = CellStyle(isOn ? .slotOn : isOut ? .exclusion : .dim)
      let width = grid.write(shown, in: region, row: 0, column: column, style: style)
      if !isOn, !isOut, slot.events > 0 { paintCode(slot, text, column: column + 1, on: &grid) }
      column += width + 1
    }
  }

  private func paintCode(_ slot: CountrySlot, _ text: String, column: Int, on grid: inout CellGrid) {
    grid.write(String(text.prefix(1)), in: region, row: 0, column: column, style: CellStyle(.accent))
    grid.write(slot.country.code, in: region, row: 0, column: column + 2, style: .text)
  }

  /// As many slots as possible carry their name; the later ones give it up first, and all of them their counts as well
  /// where there is no room for those.
  private var room: (rest: Form, full: Int) {
    let slots = state.slots.indices
    let short = slots.map { cellWidth(label($0, .short)) + 3 }
    var width = short.reduce(0, +)
    if width > region.size.columns + 1 { return (.digit, 0) }
    for index in slots {
      width += cellWidth(label(index, .full)) + 3 - short[index]
      if width > region.size.columns + 1 { return (.short, index) }
    }
    return (.short, slots.count)
  }

  private func label(_ index: Int, _ form: Form) -> String {
    let slot = state.slots[index]
    let place = "\(slot.number)" + (slot.isPinned ? "*" : " ") + slot.country.code
    switch form {
    case .full: return "\(place) \(slot.name) \(slot.events)"
    case .short: return "\(place) \(slot.events)"
    case .digit: return place
    }
  }
}
