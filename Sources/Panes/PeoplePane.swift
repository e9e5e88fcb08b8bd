import Diplomacy
import Model
import Screen
import Text

/// The people of the record: side, name, events, the last of them.
struct PeoplePane {
  let state: BrowserState
  let region: Region

  func paint(on cells: inout CellGrid) {
    let people = state.views.people
    guard !region.isEmpty, people.isFilled else { return }
    guard !people.list.items.isEmpty else { return cells.writeSilence(state.viewSilence, in: region) }
    let listed = people.list.items.count
    let title =
      people.all.map { all in
        listed < all
          ? state.say("People: %1 of %2 with the most events", "\(listed)", "\(all)")
          : state.say("People: %1", "\(all)")
      } ?? people.newest.map { state.say("People of the newest %1 events, so far", "\($0)") }
      ?? state.say("People with the most events")
    PersonRows(state: state, region: region).paint(
      people.list, title: title, hasKeys: state.views.part == .list && state.context == .view, on: &cells)
  }
}

/// Whom the person under the cursor met.
struct CounterpartsPane {
  let state: BrowserState
  let region: Region

  func paint(on cells: inout CellGrid) {
    guard !region.isEmpty, let told = state.views.people.told else { return }
    let people = state.views.people
    let title =
      people.newestMet.map { state.say("%1 with, in the newest %2 events", visible(told.name), "\($0)") }
      ?? state.say("%1 with", visible(told.name))
    PersonRows(state: state, region: region).paint(
      people.met, title: title, hasKeys: state.views.part == .side && state.context == .view, on: &cells)
    if people.met.items.isEmpty {
      cells.write(state.say("nobody named"), in: region, row: 2, column: 2, style: CellStyle(.dim))
    }
  }
}

/// A list of people under a title.
private struct PersonRows {
  let state: BrowserState
  let region: Region

  func paint(_ list: CursorList<PersonCount>, title: String, hasKeys: Bool, on cells: inout CellGrid) {
    let width = region.size.columns
    cells.writeCut(title, in: region, row: 0, column: 1, width: width - 2, role: .heading)
    let showsLast = width >= 34
    let countEnd = width - (showsLast ? 14 : 2)
    if showsLast, cellWidth(title) < countEnd - 8 {
      cells.writeRight(state.say("last"), in: region, row: 0, margin: 8, role: .dim)
      let times = state.say("times")
      cells.write(times, in: region, row: 0, column: countEnd - cellWidth(times), style: CellStyle(.dim))
    }
    for (offset, person) in list.visible.enumerated() {
      let row = offset + 2
      let code = person.country.code
      cells.write(code, in: region, row: row, column: 2, width: 5, style: CellStyle(.country))
      cells.writeCut(
        person.name, in: region, row: row, column: 8, width: countEnd - 8 - 6, role: .person)
      cells.writeCount(person.events, in: region, row: row, end: countEnd)
      if showsLast {
        cells.writeRight(
          person.last?.iso ?? state.say("no date"), in: region, row: row, margin: 2, role: .date)
      }
      if list.top + offset == list.selected {
        cells.markSelected(in: region, row: row, hasKeys: hasKeys)
      }
    }
  }
}
