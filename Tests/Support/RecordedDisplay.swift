import Dispatch
import Screen
import Text

/// A display without a terminal: it is fed a list of inputs and keeps every grid it is shown.
package final class RecordedDisplay: Display {
  private struct SemaphoreWaker: Waker {
    let semaphore: DispatchSemaphore
    func wake() { semaphore.signal() }
  }

  package private(set) var size: Size
  package let waker: any Waker
  /// Every grid shown, in order.
  package private(set) var grids: [CellGrid] = []
  package private(set) var suspensions = 0
  package private(set) var loans = 0
  package private(set) var usesMouse = false
  package private(set) var clipboard: String?
  package private(set) var repaints = 0
  private var inputs: [Input]
  private var sizes: [Size]
  private let patience: Int
  private let semaphore = DispatchSemaphore(value: 0)

  /// Each `.resized` among the inputs takes the next of the sizes. Before each further input a wake is awaited for so
  /// many milliseconds, so that work done elsewhere can be heard. After the last input comes `.ended`.
  package init(size: Size, inputs: [Input], sizes: [Size] = [], patience: Int = 0) {
    self.size = size
    self.inputs = inputs.reversed()
    self.sizes = sizes.reversed()
    self.patience = patience
    waker = SemaphoreWaker(semaphore: semaphore)
  }

  /// The lines of the last grid shown, right blanks taken away.
  package var lines: [String] {
    guard let grid = grids.last else { return [] }
    return (0..<grid.size.rows).map { row in
      var line = grid.line(Row(row))
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  package func show(_ grid: CellGrid) { grids.append(grid) }
  package func useMouse(_ on: Bool) { usesMouse = on }
  package func forget() { repaints += 1 }
  package func suspend() { suspensions += 1 }
  package func copy(_ text: String) { clipboard = text }
  package func lend(_ work: () -> Void) {
    loans += 1
    work()
  }

  package func next() -> Input {
    if semaphore.wait(timeout: .now() + .milliseconds(patience)) == .success { return .woken }
    guard let input = inputs.popLast() else { return .ended }
    if input == .resized, let next = sizes.popLast() { size = next }
    return input
  }

  package var hasMore: Bool { false }
}
