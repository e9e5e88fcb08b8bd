import Model
import Screen
import Text

/// The view in front, in the place of the timeline and the detail.
struct ViewPane {
  let state: BrowserState
  let layout: Layout

  /// What the view in front shows has come.
  private var isFilled: Bool {
    switch state.view {
    case .timeline: true
    case .dyadYears: state.views.comparison?.isFilled ?? state.views.grid.isFilled
    case .people: state.views.people.isFilled
    case .commitments: state.views.register.isFilled
    case .visits: state.views.visits.isFilled
    }
  }

  func paint(on grid: inout CellGrid) {
    guard isFilled || layout.list.isEmpty else {
      return grid.writeSilence(state.say("Counting…"), in: layout.list)
    }
    switch state.view {
    case .timeline: break
    case .dyadYears:
      if let comparison = state.views.comparison {
        ComparisonPane(state: state, comparison: comparison, region: layout.list).paint(on: &grid)
      } else {
        GridPane(state: state, region: layout.list).paint(on: &grid)
      }
    case .people: PeoplePane(state: state, region: layout.list).paint(on: &grid)
    case .visits: VisitsPane(state: state, region: layout.list).paint(on: &grid)
    case .commitments: RegisterPane(state: state, region: layout.list).paint(on: &grid)
    }
  }

  func paintSide(on grid: inout CellGrid) {
    switch state.view {
    case .timeline, .commitments: DetailPane(state: state, region: layout.detail).paint(on: &grid)
    case .dyadYears: CellEventsPane(state: state, region: layout.detail).paint(on: &grid)
    case .visits: VisitTracesPane(state: state, region: layout.detail).paint(on: &grid)
    case .people: CounterpartsPane(state: state, region: layout.detail).paint(on: &grid)
    }
  }
}

/// What the lists of all views have in common.
extension CellGrid {
  /// The bar before the selected row, and the row set off where the list has the keys.
  mutating func markSelected(in region: Region, row: Int, hasKeys: Bool) {
    guard row >= 0, row < region.size.rows else { return }
    write(hasKeys ? "▌" : "▏", in: region, row: row, column: 0, style: CellStyle(.accent))
    guard hasKeys else { return }
    let left = region.column.index
    restyle(row: region.row + row, columns: left..<left + region.size.columns) { $0.isSelected = true }
  }

  /// A sentence in the place of a list that has nothing.
  mutating func writeSilence(_ sentence: String, in region: Region) {
    let bytes = Array(sentence.utf8)
    for (index, range) in wrap(sentence, width: max(1, region.size.columns - 4)).enumerated() {
      write(
        String(decoding: bytes[range], as: UTF8.self), in: region,
        row: index + (region.size.rows > 4 ? 1 : 0),
        column: 2, style: CellStyle(.dim))
    }
  }

  /// A number that ends in the column before `end`; a dot for none.
  mutating func writeCount(
    _ count: Int, in region: Region, row: Int, end: Int, isDim: Bool = false
  ) {
    let text = count == 0 ? "·" : "\(count)"
    let style = CellStyle(count == 0 || isDim ? .dim : .text)
    write(text, in: region, row: row, column: end - text.count, style: style)
  }
}

extension BrowserState {
  /// Why a view has no line.
  var viewSilence: String {
    let chips = shownFilter.chips(say).map(\.label)
    if chips.isEmpty { return say("Nothing of this is in the record.") }
    return say("Nothing of this matches %1.", chips.joined(separator: ", "))
  }
}
