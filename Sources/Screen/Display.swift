import Text

/// What a display hands to the session, one at a time.
package enum Input: Hashable, Sendable {
  case key(KeyPress)
  /// Text pasted in one piece: never read as keys.
  case pasted(String)
  case mouse(MouseAct, row: Row, column: Column)
  /// The window has changed; ask for `size` again.
  case resized
  /// A finished effect wants to be heard; see `Waker`.
  case woken
  /// The terminal is gone or a signal asked to end: leave at once.
  case ended
}

/// What the mouse did, where its reader switched it on.
package enum MouseAct: Hashable, Sendable { case click, wheelUp, wheelDown }

/// Wakes a waiting `Display.next` from any thread.
package protocol Waker: Sendable {
  func wake()
}

/// A place where a grid can be seen and keys come from: the terminal, or a recording in tests.
package protocol Display: AnyObject {
  var size: Size { get }
  var waker: any Waker { get }
  /// Shows a grid; only what differs from the one before needs to travel.
  func show(_ grid: CellGrid)
  /// Forgets what is on the screen, so that the next `show` paints all of it.
  func forget()
  /// Waits for one input without using the processor. Further inputs already waiting are told by `hasMore`.
  func next() -> Input
  /// True when `next` would answer at once: the session paints only when it is false.
  var hasMore: Bool { get }
  /// Whether clicks and the wheel come as inputs; while they do not, the terminal marks text with the mouse as ever.
  func useMouse(_ on: Bool)
  /// Gives the terminal back, stops this process like Ctrl-Z, and takes it again on continue.
  func suspend()
  /// Puts text on the reader's clipboard, as far as the terminal lets programs do so.
  func copy(_ text: String)
  /// Gives the terminal to whatever the work starts, and takes it again when the work is done. Ask for `size` again.
  func lend(_ work: () -> Void)
}
