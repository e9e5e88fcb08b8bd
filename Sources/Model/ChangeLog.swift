/// Every change of state in the order of their making, and those undone. A change that the archive has to make is
/// ordered first and finished when it answers; until then it keeps its place, and no further one is undone.
package struct ChangeLog: Sendable {
  private struct Entry: Sendable {
    var change: Change?
    let order: Int?
  }

  private struct Turn: Sendable {
    let change: Change
    let order: Int
    let isUndo: Bool
  }

  /// Older ones are forgotten.
  private static let most = 1000

  private var made: [Entry] = []
  private var unmade: [Change] = []
  /// What is being undone or redone by the archive.
  private var turn: Turn?
  private var orders = 0

  package init(_ changes: [Change] = []) { made = changes.map { Entry(change: $0, order: nil) } }

  /// Changes that can be undone, the last one last.
  package var done: [Change] { made.compactMap(\.change) }
  package var undone: [Change] { unmade }
  /// Whether an answer is still awaited.
  var isWaiting: Bool { turn != nil || made.contains { $0.change == nil } }

  mutating func add(_ change: Change) { append(Entry(change: change, order: nil)) }

  private mutating func append(_ entry: Entry) {
    made.append(entry)
    if made.count > ChangeLog.most { made.removeFirst() }
    if entry.change != nil { unmade = [] }
  }

  mutating func nextOrder() -> Int {
    orders += 1
    return orders
  }

  // MARK: changes made by the archive

  /// Keeps the place of a change under the number of its order.
  mutating func begin() -> Int {
    let order = nextOrder()
    append(Entry(change: nil, order: order))
    return order
  }

  /// The change of that order was made; nil where nothing was changed.
  mutating func finish(_ order: Int, _ change: Change?) {
    guard let place = made.firstIndex(where: { $0.order == order && $0.change == nil }) else {
      if let change { add(change) }
      return
    }
    if change == nil { made.remove(at: place) } else { made[place].change = change }
    if change != nil { unmade = [] }
  }

  // MARK: undoing

  func next(isUndo: Bool) -> Change? { isUndo ? made.last?.change : unmade.last }

  /// Takes the change that `next` tells to the other side.
  mutating func move(isUndo: Bool) {
    if isUndo, let change = made.popLast()?.change {
      unmade.append(change)
    } else if !isUndo, let change = unmade.popLast() {
      made.append(Entry(change: change, order: nil))
    }
  }

  /// Moves the change once the archive has answered; the number is that of the order.
  mutating func beginTurn(isUndo: Bool) -> Int? {
    guard let change = next(isUndo: isUndo) else { return nil }
    let order = nextOrder()
    turn = Turn(change: change, order: order, isUndo: isUndo)
    move(isUndo: isUndo)
    return order
  }

  enum TurnEnd { case moved, notMoved, impossible }

  /// What could not be undone can be tried again; what never can be is forgotten.
  mutating func endTurn(_ order: Int, _ end: TurnEnd) {
    guard let turn, turn.order == order else { return }
    self.turn = nil
    if end == .moved { return }
    // Something else may have been changed in the meantime.
    if turn.isUndo, unmade.last == turn.change { unmade.removeLast() }
    if !turn.isUndo, let place = made.lastIndex(where: { $0.change == turn.change }) {
      made.remove(at: place)
    }
    if end == .impossible { return }
    if turn.isUndo { made.append(Entry(change: turn.change, order: nil)) } else { unmade.append(turn.change) }
  }
}
