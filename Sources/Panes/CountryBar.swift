import Diplomacy
import Model
import Screen
import Text

/// The countries that a digit switches: number, code, name, count.
struct CountryBar {
  let state: BrowserState

  func paint(into grid: inout CellGrid, _ region: Region) {
    guard !region.isEmpty else { return }
    var column = 1
    let on = Set(state.shownFilter.countries)
    for (index, slot) in state.slots.enumerated() {
      let isOn = on.contains(slot.country)
      let name = region.size.columns >= 100 ? " " + slot.name : ""
      let label = "\(slot.country.code)\(name) \(slot.events)"
      let width = cellWidth(label) + 2
      if column + width > region.size.columns {
        let short = "\(slot.country.code) \(slot.events)"
        if column + cellWidth(short) + 2 > region.size.columns { return }
        paint(index + 1, short, isOn, into: &grid, region.row, &column)
        continue
      }
      paint(index + 1, label, isOn, into: &grid, region.row, &column)
    }
  }

  private func paint(
    _ number: Int, _ label: String, _ isOn: Bool, into grid: inout CellGrid, _ row: Row, _ column: inout Int
  ) {
    let style = CellStyle(isOn ? .slotOn : .text)
    column += grid.put(
      "\(number) ", row: row, column: Column(column), style: CellStyle(isOn ? .slotOn : .accent))
    column += grid.put(label, row: row, column: Column(column), style: style) + 3
  }
}
