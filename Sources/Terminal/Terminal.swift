// The door of this module: shows a grid and reads keys with ncurses. Nothing else in dyad knows that ncurses exists.
import CNcurses
import FoundationEssentials
import Glibc
import Screen
import Text

/// Why there is no terminal to work on; one sentence with the remedy.
package enum TerminalProblem: Error, Sendable, Hashable {
  case notATerminal
  case unknown(String)
  case tooPlain(String)

  package var sentence: String {
    switch self {
    case .notATerminal: "Browsing needs a terminal. Pipe `dyad extract` instead, or run dyad in a terminal."
    case .unknown(let name):
      "The terminal type \(name.isEmpty ? "(TERM is not set)" : name) is not known here. Set TERM, for instance to xterm."
    case .tooPlain(let name): "The terminal \(name) cannot move its cursor. Set TERM to what it really is."
    }
  }
}

/// Wakes the terminal's wait from any thread.
private struct TerminalWaker: Waker {
  func wake() { cn_wake() }
}

/// The terminal of this process; at most one at a time.
package final class Terminal: Display {
  package private(set) var size: Size
  package let waker: any Waker = TerminalWaker()
  private var theme: Theme
  private let colours: Int
  private var shown: CellGrid?
  private var decoder = KeyDecoder()
  private var waiting: [Input] = []
  private var emptyReads = 0
  /// What ncurses is told for each style of this theme.
  private var looks: [CellStyle: (attributes: Int32, pair: Int32)] = [:]

  package init(theme: Theme) throws(TerminalProblem) {
    guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    switch cn_start() {
    case 0: break
    case 2: throw .tooPlain(visible(name))
    default: throw .unknown(visible(name))
    }
    self.theme = theme
    colours = Int(cn_colours())
    size = Size(columns: Int(cn_columns()), rows: Int(cn_rows()))
  }

  /// Gives the terminal back.
  package func end() { cn_end() }

  package func use(_ theme: Theme) {
    self.theme = theme
    looks = [:]
    shown = nil
  }

  package func show(_ grid: CellGrid) {
    let before = shown?.size == grid.size ? shown : nil
    for row in 0..<min(grid.size.rows, size.rows) where before == nil || differs(grid, before, row) {
      write(grid, row)
    }
    if let cursor = grid.cursor {
      cn_cursor(Int32(cursor.row.index), Int32(cursor.column.index), true)
    } else {
      cn_cursor(0, 0, false)
    }
    cn_show()
    shown = grid
  }

  package func forget() {
    shown = nil
    cn_forget()
  }

  package func useMouse(_ on: Bool) { cn_use_mouse(on) }

  package func next() -> Input {
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      gather(blocking: true)
    }
  }

  package var hasMore: Bool {
    if waiting.isEmpty { gather(blocking: false) }
    return !waiting.isEmpty
  }

  package func suspend() {
    cn_suspend()
    resized()
    waiting.append(.resized)
  }

  /// OSC 52 goes through tmux and over SSH; a terminal without it ignores it.
  package func copy(_ text: String) {
    let sequence = Array(("\u{1B}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{07}").utf8)
    cn_send(sequence, sequence.count)
  }

  package func lend(_ work: () -> Void) {
    cn_lend()
    work()
    cn_take_back()
    resized()
    waiting.append(.resized)
  }

  private func gather(blocking: Bool) {
    let news = cn_wait(blocking)
    if news & 1 != 0 { readKeys() }
    if news & 18 != 0 {
      if news & 16 != 0 { cn_resume() }
      resized()
      waiting.append(.resized)
    }
    if news & 32 != 0 { suspend() }
    if news & 4 != 0 { waiting.append(.woken) }
    if news & 8 != 0 { waiting = [.ended] }
  }

  /// A terminal that says it has something to read and then has nothing is gone.
  private func readKeys() {
    var count = 0
    var value: UInt32 = 0
    while count < 4096 {
      let kind = cn_key(&value)
      if kind == Int32(CN_NONE) { break }
      count += 1
      if kind == Int32(CN_FUNCTION), Int(value) == CN_KEY_MOUSE {
        if let input = mouse() { waiting.append(input) }
        continue
      }
      let code: KeyDecoder.Code =
        kind == Int32(CN_FUNCTION) ? .function(value) : .byte(UInt8(truncatingIfNeeded: value))
      if let input = decoder.feed(code) { waiting.append(input) }
    }
    if let input = decoder.flush() { waiting.append(input) }
    if count == 0 { emptyReads += 1 } else { emptyReads = 0 }
    if emptyReads > 20 { waiting = [.ended] }
  }

  private func mouse() -> Input? {
    var (row, column): (Int32, Int32) = (0, 0)
    let act: MouseAct
    switch Int(cn_mouse(&row, &column)) {
    case CN_CLICK: act = .click
    case CN_WHEEL_UP: act = .wheelUp
    case CN_WHEEL_DOWN: act = .wheelDown
    default: return nil
    }
    return .mouse(act, row: Row(Int(row)), column: Column(Int(column)))
  }

  private func resized() {
    cn_resize()
    // A window made small and large again has lost what ncurses believes to be there.
    cn_forget()
    size = Size(columns: Int(cn_columns()), rows: Int(cn_rows()))
    shown = nil
  }

  private func differs(_ grid: CellGrid, _ before: CellGrid?, _ row: Int) -> Bool {
    guard let before else { return true }
    let range = row * grid.size.columns..<(row + 1) * grid.size.columns
    return grid.cells[range] != before.cells[range]
  }

  /// Writes one line in runs of equal style.
  private func write(_ grid: CellGrid, _ row: Int) {
    let columns = min(grid.size.columns, size.columns)
    let start = row * grid.size.columns
    var text: [wchar_t] = []
    text.reserveCapacity(2 * columns)
    var column = 0
    while column < columns {
      let first = column
      let style = grid.cells[start + column].style
      text.removeAll(keepingCapacity: true)
      while column < columns, grid.cells[start + column].style == style {
        let glyph = grid.cells[start + column].glyph
        // ncurses would put a wide character that is cut by the edge at the start of the next line.
        if column == columns - 1, cellWidth(glyph) > 1 {
          text.append(0x20)
        } else {
          for scalar in glyph.unicodeScalars { text.append(wchar_t(bitPattern: scalar.value)) }
        }
        column += 1
      }
      text.append(0)
      let (attributes, pair) = look(style)
      cn_put(Int32(row), Int32(first), text, attributes, pair)
    }
  }

  private func look(_ style: CellStyle) -> (attributes: Int32, pair: Int32) {
    if let known = looks[style] { return known }
    let resolved = theme.resolved(style, colours: colours)
    var attributes = 0
    if resolved.isBold { attributes |= 1 }
    if resolved.isDim { attributes |= 2 }
    if resolved.isItalic { attributes |= 4 }
    if resolved.isUnderlined { attributes |= 8 }
    if resolved.isReversed { attributes |= 16 }
    var pair: Int32 = 0
    if colours > 0, resolved.foreground != nil || resolved.background != nil {
      pair = max(0, cn_pair(Int32(resolved.foreground ?? -1), Int32(resolved.background ?? -1)))
    }
    looks[style] = (Int32(attributes), pair)
    return (Int32(attributes), pair)
  }
}
