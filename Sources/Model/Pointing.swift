import Diplomacy
import Text

// The mouse, where the reader switched it on: a click selects, the wheel scrolls what lies under it.
extension BrowserState {
  package mutating func click(row: Row, column: Column) -> [Effect] {
    guard prompt == nil, picker == nil, helpTop == nil, naming == nil, why == nil, card == nil else {
      return []
    }
    if isInView {
      views.part = layout.detail.contains(row, column) ? .side : .list
      return []
    }
    if layout.detail.contains(row, column) { return focus(on: .detail) }
    guard layout.list.contains(row, column) else { return [] }
    focus = .timeline
    let line = timeline.top + row.index - layout.list.row.index
    guard let entry = timeline.entry(onLine: line) else { return [] }
    return changingSelection { $0.select(entry) }
  }

  package mutating func wheel(up: Bool, row: Row, column: Column) -> [Effect] {
    let count = up ? -BrowserState.wheelLines : BrowserState.wheelLines
    if isInView || card != nil, picker == nil, helpTop == nil, prompt == nil {
      return obey(up ? .moveUp : .moveDown)
    }
    if layout.list.contains(row, column) { return picker == nil ? moveEvent(by: count) : [] }
    guard layout.detail.contains(row, column) else { return [] }
    if let top = helpTop {
      helpTop = max(0, min(top + count, helpLines.count - max(1, layout.detail.size.rows - 2)))
    } else if picker != nil {
      return pick { $0.move(by: count) }
    } else if why != nil {
      _ = obeyInWhy(up ? .moveUp : .moveDown)
    } else {
      detail.scroll(by: count)
    }
    return []
  }

  /// Lines a notch of the wheel is worth.
  private static let wheelLines = 3
}

extension Region {
  fileprivate func contains(_ row: Row, _ column: Column) -> Bool {
    row >= self.row && row < self.row + size.rows && column >= self.column
      && column < self.column + size.columns
  }
}
