import Diplomacy
import Text

/// Counts in words, a group per line or lines; every count can be opened.
package struct CountPanel: Sendable {
  package struct Item: Hashable, Sendable {
    package let label: String
    package let events: Int
    /// There may be more.
    package let isLeast: Bool
    /// Keeps the counted events.
    package let filter: Filter

    package var number: String { "\(events)" + (isLeast ? "+" : "") }
  }

  package struct Group: Hashable, Sendable {
    package let label: String
    package let items: [Item]
  }

  package struct Line: Hashable, Sendable {
    /// Empty where a group goes on.
    package let label: String
    /// The place of its first item among all items.
    package let first: Int
    package let items: [Item]
  }

  package private(set) var lines: [Line] = []
  package private(set) var selected = 0
  /// Lines it has; 0 where there is no room for it.
  package private(set) var height = 0
  private var width = 40
  private var groups: [Group] = []

  package static let labelWidth = 11
  /// Cells between two items.
  package static let gap = 3

  package init() {}

  package var current: Item? { lines.flatMap(\.items).dropFirst(selected).first }
  package var visible: ArraySlice<Line> { lines.dropFirst(top).prefix(height) }

  private var top: Int {
    let line = lines.lastIndex { $0.first <= selected } ?? 0
    return max(0, min(line - height / 2, lines.count - height))
  }

  mutating func fill(_ groups: [Group]) {
    self.groups = groups
    lay()
  }

  mutating func resize(width: Int, height: Int) {
    (self.width, self.height) = (width, max(0, height))
    lay()
  }

  mutating func move(by count: Int) {
    selected = max(0, min(selected + count, lines.reduce(0) { $0 + $1.items.count } - 1))
  }

  mutating func move(_ step: ViewStep) {
    let line = lines.lastIndex { $0.first <= selected } ?? 0
    let wanted =
      switch step {
      case .rows(let count): max(0, min(line + count, lines.count - 1))
      case .first: 0
      case .last: lines.count - 1
      }
    guard wanted != line, lines.indices.contains(wanted) else { return }
    selected = lines[wanted].first + min(selected - lines[line].first, lines[wanted].items.count - 1)
  }

  private mutating func lay() {
    lines = []
    var place = 0
    for group in groups where !group.items.isEmpty {
      var items: [Item] = []
      var used = CountPanel.labelWidth
      var label = group.label
      for item in group.items {
        let cells = CountPanel.cells(item)
        if !items.isEmpty, used + cells > width {
          lines.append(Line(label: label, first: place - items.count, items: items))
          (items, used, label) = ([], CountPanel.labelWidth, "")
        }
        items.append(item)
        used += cells + CountPanel.gap
        place += 1
      }
      lines.append(Line(label: label, first: place - items.count, items: items))
    }
    move(by: 0)
  }

  private static func cells(_ item: Item) -> Int { cellWidth(item.label) + 1 + item.number.count }
}
