import CNcurses
import Screen
import Text

/// Turns what ncurses reads into inputs: keys, pasted text. Pure, so that a test can feed it.
package struct KeyDecoder {
  package enum Code: Hashable, Sendable {
    /// One byte of UTF-8 as it came.
    case byte(UInt8)
    case function(UInt32)
  }

  private var escapeIsPending = false
  private var pasted: [UInt8]?
  /// The beginning of a character whose other bytes have not come yet.
  private var begun: [UInt8] = []

  /// Longest paste kept, in bytes; what follows is dropped.
  private static let pasteLimit = 10_000

  package init() {}

  /// What the code completes; nil while more is awaited or for a code that means nothing.
  package mutating func feed(_ code: Code) -> Input? {
    switch code {
    case .function(let value): return function(Int(value))
    case .byte(let byte):
      guard pasted != nil else { return complete(byte).flatMap { key($0) } }
      // A paste whose end never comes must not lock the keyboard: terminals let neither of these into a paste.
      if byte == 0x03 || byte == 0x1B { return endPaste() }
      if pasted?.count ?? 0 < KeyDecoder.pasteLimit { pasted?.append(byte) }
      return nil
    }
  }

  /// Called when nothing more is waiting: an Escape that stands alone is the key.
  package mutating func flush() -> Input? {
    guard escapeIsPending else { return nil }
    escapeIsPending = false
    return .key(.escape)
  }

  private mutating func endPaste() -> Input? {
    defer { pasted = nil }
    return pasted.map { .pasted(normalized(String(decoding: $0, as: UTF8.self))) }
  }

  /// The scalar that a byte completes; wrong bytes are dropped.
  private mutating func complete(_ byte: UInt8) -> UInt32? {
    guard byte & 0xC0 == 0x80 else {
      begun = []
      if byte < 0x80 { return UInt32(byte) }
      if (0xC2...0xF4).contains(byte) { begun = [byte] }
      return nil
    }
    guard let lead = begun.first else { return nil }
    begun.append(byte)
    guard begun.count == (lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4) else { return nil }
    defer { begun = [] }
    return String(validating: begun, as: UTF8.self)?.unicodeScalars.first?.value
  }

  private mutating func key(_ value: UInt32) -> Input? {
    if escapeIsPending {
      escapeIsPending = false
      switch value {
      case 13, 10: return .key(.altEnter)
      case 27: return .key(.escape)
      default: return printable(value).map { .key(.alt($0)) }
      }
    }
    switch value {
    case 27:
      escapeIsPending = true
      return nil
    case 9: return .key(.tab)
    case 10, 13: return .key(.enter)
    case 8, 127: return .key(.backspace)
    case 0: return nil
    case 1...26: return Unicode.Scalar(value + 96).map { .key(.control(Character($0))) }
    case 28: return .key(.control("\\"))
    case 29...31: return nil
    default: return printable(value).map { .key(.character($0)) }
    }
  }

  private func printable(_ value: UInt32) -> Character? {
    guard value >= 32, !(0x7F...0x9F).contains(value), let scalar = Unicode.Scalar(value) else { return nil }
    return normalized(String(scalar)).first
  }

  private mutating func function(_ value: Int) -> Input? {
    escapeIsPending = false
    switch value {
    case CN_PASTE_BEGIN:
      begun = []
      pasted = []
      return nil
    case CN_PASTE_END: return endPaste()
    default: break
    }
    let known: KeyPress? =
      switch value {
      case CN_KEY_UP: .up
      case CN_KEY_DOWN: .down
      case CN_KEY_LEFT: .left
      case CN_KEY_RIGHT: .right
      case CN_KEY_HOME: .home
      case CN_KEY_END: .end
      case CN_KEY_PPAGE: .pageUp
      case CN_KEY_NPAGE: .pageDown
      case CN_KEY_BACKSPACE: .backspace
      case CN_KEY_DC: .delete
      case CN_KEY_BTAB: .shiftTab
      case CN_KEY_ENTER: .enter
      case (CN_KEY_F0 + 1)...(CN_KEY_F0 + 24): .function(value - Int(CN_KEY_F0))
      default: nil
      }
    return known.map { .key($0) }
  }
}
