/// A list with a cursor, scrolled so that the cursor stays in view.
package struct CursorList<Item: Sendable>: Sendable {
  package private(set) var items: [Item] = []
  package private(set) var selected = 0
  package private(set) var top = 0
  package private(set) var height = 1

  package init() {}

  package var current: Item? { items.indices.contains(selected) ? items[selected] : nil }
  package var visible: ArraySlice<Item> { items.dropFirst(top).prefix(height) }

  /// The cursor goes to the item that fits, or else stays at its row.
  mutating func fill(_ items: [Item], keeping fits: (Item) -> Bool) {
    self.items = items
    selected = items.firstIndex(where: fits) ?? selected
    settle()
  }

  mutating func restart(_ items: [Item]) {
    (selected, top) = (0, 0)
    fill(items) { _ in false }
  }

  /// False where the cursor could not move.
  @discardableResult mutating func move(_ step: ViewStep) -> Bool {
    let before = selected
    switch step {
    case .rows(let count): selected += count
    case .first: selected = 0
    case .last: selected = items.count - 1
    }
    settle()
    return selected != before
  }

  /// Moves what is in view; the cursor comes along only where it would be left out of it.
  mutating func scroll(by count: Int) {
    top = max(0, min(top + count, items.count - height))
    selected = max(top, min(selected, top + height - 1))
    settle()
  }

  mutating func resize(height: Int) {
    self.height = max(1, height)
    settle()
  }

  private mutating func settle() {
    selected = max(0, min(selected, items.count - 1))
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
    top = max(0, min(top, items.count - height))
  }
}
