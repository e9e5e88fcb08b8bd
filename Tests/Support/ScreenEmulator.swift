import Text

/// The screen of a terminal, as far as ncurses uses one under xterm-256color. What it does not know it collects in
/// `unknown`, so that a test can demand that there is nothing.
package struct ScreenEmulator: Sendable {
  package private(set) var columns: Int
  package private(set) var rows: Int
  /// One glyph a cell; the right half of a wide one is empty.
  package private(set) var cells: [[String]]
  package private(set) var cursorRow = 0
  package private(set) var cursorColumn = 0
  package private(set) var isCursorShown = true
  package private(set) var isAlternate = false
  package private(set) var isPasteReported = false
  /// Whether any colour was ever set, other than the terminal's own.
  package private(set) var hadColours = false
  package private(set) var unknown: [String] = []
  /// What a program put on the clipboard last, in base64.
  package private(set) var clipboard: String?
  /// Bytes received so far.
  package private(set) var received = 0
  private var top = 0
  private var bottom: Int
  private var saved = (row: 0, column: 0)
  private var pending: [UInt8] = []
  private var wrapsNext = false

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    bottom = rows - 1
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The lines, right blanks taken away.
  package var lines: [String] {
    cells.map { row in
      var line = row.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  package var text: String { lines.joined(separator: "\n") }

  /// Old cells stay where they are, as a terminal keeps them.
  package mutating func resize(columns: Int, rows: Int) {
    cells = (0..<rows).map { row in
      (0..<columns).map { column in row < self.rows && column < self.columns ? cells[row][column] : " " }
    }
    self.columns = columns
    self.rows = rows
    (top, bottom) = (0, rows - 1)
    moveTo(row: cursorRow, column: cursorColumn)
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    received += pending.count
    var at = 0
    while at < pending.count, let length = token(at) { at += length }
    pending.removeFirst(at)
    received -= pending.count
  }

  /// Obeys what starts at a byte and tells its length; nil when the rest has not come yet.
  private mutating func token(_ at: Int) -> Int? {
    let byte = pending[at]
    if byte == 0x1B { return escape(at) }
    if byte < 0x20 || byte == 0x7F {
      control(byte)
      return 1
    }
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard at + length <= pending.count else { return nil }
    for scalar in String(decoding: pending[at..<at + length], as: UTF8.self).unicodeScalars { put(scalar) }
    return length
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07, 0x0E, 0x0F: break
    case 0x08: moveTo(row: cursorRow, column: cursorColumn - 1)
    case 0x09: moveTo(row: cursorRow, column: (cursorColumn / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: moveTo(row: cursorRow, column: 0)
    default: unknown.append("control \(byte)")
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = cellWidth(String(scalar))
    if width == 0 {
      let column = wrapsNext ? cursorColumn : max(0, cursorColumn - 1)
      let base = cells[cursorRow][column].isEmpty ? max(0, column - 1) : column
      cells[cursorRow][base].unicodeScalars.append(scalar)
      return
    }
    if wrapsNext || cursorColumn + width > columns {
      moveTo(row: cursorRow, column: 0)
      lineFeed()
    }
    guard cursorColumn + width <= columns else { return }
    if cells[cursorRow][cursorColumn].isEmpty, cursorColumn > 0 { cells[cursorRow][cursorColumn - 1] = " " }
    let after = cursorColumn + width
    if after < columns, cells[cursorRow][after].isEmpty { cells[cursorRow][after] = " " }
    cells[cursorRow][cursorColumn] = String(scalar)
    if width == 2 { cells[cursorRow][cursorColumn + 1] = "" }
    wrapsNext = after == columns
    cursorColumn = min(after, columns - 1)
  }

  private mutating func escape(_ at: Int) -> Int? {
    guard at + 1 < pending.count else { return nil }
    switch pending[at + 1] {
    case UInt8(ascii: "["):
      var end = at + 2
      while end < pending.count, !(0x40...0x7E).contains(pending[end]) { end += 1 }
      guard end < pending.count else { return nil }
      sequence(String(decoding: pending[at + 2..<end], as: UTF8.self), pending[end])
      return end - at + 1
    case UInt8(ascii: "]"):
      // A title or the like, as shells send it: text up to a bell or `ESC \`.
      guard let end = pending[at...].firstIndex(where: { $0 == 0x07 || $0 == UInt8(ascii: "\\") }) else {
        return nil
      }
      let text = String(decoding: pending[at + 2..<end], as: UTF8.self)
      // 104 gives the palette back.
      if text.hasPrefix("52;c;") {
        clipboard = String(text.dropFirst(5))
      } else if text != "104" {
        unknown.append("OSC \(text)")
      }
      return end - at + 1
    case UInt8(ascii: "("), UInt8(ascii: ")"): return at + 2 < pending.count ? 3 : nil
    case UInt8(ascii: "7"): saved = (cursorRow, cursorColumn)
    case UInt8(ascii: "8"): moveTo(row: saved.row, column: saved.column)
    case UInt8(ascii: "M"):
      if cursorRow == top { scroll(-1) } else { moveTo(row: cursorRow - 1, column: cursorColumn) }
    case UInt8(ascii: "="), UInt8(ascii: ">"): break
    default: unknown.append("ESC \(Character(Unicode.Scalar(pending[at + 1])))")
    }
    return 2
  }

  private mutating func sequence(_ parameters: String, _ final: UInt8) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = min(max(1, first), max(rows, columns))
    let name = Character(Unicode.Scalar(final))
    switch name {
    case "H", "f": moveTo(row: max(1, first) - 1, column: max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "A": moveTo(row: cursorRow - count, column: cursorColumn)
    case "B": moveTo(row: cursorRow + count, column: cursorColumn)
    case "C": moveTo(row: cursorRow, column: cursorColumn + count)
    case "D": moveTo(row: cursorRow, column: cursorColumn - count)
    case "G": moveTo(row: cursorRow, column: max(1, first) - 1)
    case "d": moveTo(row: max(1, first) - 1, column: cursorColumn)
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "X": erase(cursorRow, cursorColumn..<min(columns, cursorColumn + count))
    case "P": shift(by: -count)
    case "@": shift(by: count)
    case "L", "M": insertLines(name == "L" ? count : -count)
    case "S": scroll(count)
    case "T": scroll(-count)
    case "b":
      let glyph = cells[cursorRow][wrapsNext ? cursorColumn : max(0, cursorColumn - 1)].unicodeScalars.first
      for _ in 0..<max(1, first) { if let glyph { put(glyph) } }
    case "r":
      top = max(1, first) - 1
      bottom = min(rows, numbers.count > 1 && numbers[1] > 0 ? numbers[1] : rows) - 1
      moveTo(row: 0, column: 0)
    case "m": if numbers.contains(where: ScreenEmulator.isColour) { hadColours = true }
    case "t": break
    case "h", "l": mode(parameters, name == "h")
    default: unknown.append("CSI \(parameters)\(name)")
    }
  }

  private static func isColour(_ number: Int) -> Bool {
    (30...38).contains(number) || (40...48).contains(number) || (90...107).contains(number)
  }

  private mutating func mode(_ parameters: String, _ on: Bool) {
    for parameter in parameters.drop(while: { $0 == "?" }).split(separator: ";") {
      switch parameter {
      case "25": isCursorShown = on
      case "1049":
        isAlternate = on
        if on { eraseScreen(2) }
      case "2004": isPasteReported = on
      case "1", "4", "7", "12", "1000", "1002", "1006", "1034": break
      default: unknown.append("mode \(parameter)")
      }
    }
  }

  private mutating func moveTo(row: Int, column: Int) {
    cursorRow = min(max(0, row), rows - 1)
    cursorColumn = min(max(0, column), columns - 1)
    wrapsNext = false
  }

  private mutating func lineFeed() {
    if cursorRow == bottom { scroll(1) } else { moveTo(row: cursorRow + 1, column: cursorColumn) }
  }

  private mutating func scroll(_ count: Int) { moveLines(from: top, by: -count) }

  private mutating func insertLines(_ count: Int) { moveLines(from: cursorRow, by: count) }

  /// Moves the lines between one and the bottom of the scrolling region down, or up when negative.
  private mutating func moveLines(from first: Int, by count: Int) {
    guard first <= bottom else { return }
    let before = cells
    for row in first...bottom {
      let source = row - count
      cells[row] = (first...bottom).contains(source) ? before[source] : Array(repeating: " ", count: columns)
    }
  }

  private mutating func shift(by count: Int) {
    let before = cells[cursorRow]
    for column in cursorColumn..<columns {
      let source = column - count
      cells[cursorRow][column] = (cursorColumn..<columns).contains(source) ? before[source] : " "
    }
  }

  private mutating func eraseScreen(_ what: Int) {
    if what == 0 { eraseLine(0) } else if what == 1 { eraseLine(1) }
    let range = what == 0 ? cursorRow + 1..<max(rows, cursorRow + 1) : what == 1 ? 0..<cursorRow : 0..<rows
    for row in range { erase(row, 0..<columns) }
  }

  private mutating func eraseLine(_ what: Int) {
    erase(cursorRow, what == 0 ? cursorColumn..<columns : what == 1 ? 0..<cursorColumn + 1 : 0..<columns)
  }

  private mutating func erase(_ row: Int, _ range: Range<Int>) {
    for column in range { cells[row][column] = " " }
  }
}
