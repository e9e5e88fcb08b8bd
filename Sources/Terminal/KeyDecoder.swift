import CNcurses
import Screen
import Text

/// Turns what ncurses reads into inputs: keys, pasted text. Pure, so that a test can feed it.
package struct KeyDecoder {
  package enum Code: Hashable, Sendable {
    case scalar(UInt32)
    case function(UInt32)
  }

  private var escapeIsPending = false
  private var pasted: String.UnicodeScalarView?

  /// Longest paste kept, in scalars.
  private static let pasteLimit = 10_000

  package init() {}

  /// What the code completes; nil while more is awaited or for a code that means nothing.
  package mutating func feed(_ code: Code) -> Input? {
    switch code {
    case .function(let value): return function(Int(value))
    case .scalar(let value):
      if pasted != nil {
        if let scalar = Unicode.Scalar(value), (pasted?.count ?? 0) < KeyDecoder.pasteLimit {
          pasted?.append(scalar)
        }
        return nil
      }
      return key(value)
    }
  }

  /// Called when nothing more is waiting: an Escape that stands alone is the key.
  package mutating func flush() -> Input? {
    guard escapeIsPending else { return nil }
    escapeIsPending = false
    return .key(.escape)
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
    guard value >= 32, let scalar = Unicode.Scalar(value) else { return nil }
    return normalized(String(scalar)).first
  }

  private mutating func function(_ value: Int) -> Input? {
    escapeIsPending = false
    switch value {
    case CN_PASTE_BEGIN:
      pasted = String.UnicodeScalarView()
      return nil
    case CN_PASTE_END:
      defer { pasted = nil }
      return pasted.map { .pasted(normalized(String($0))) }
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
