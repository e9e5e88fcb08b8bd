import Screen

/// How a key is written in help, hints and the key file: `j`, `Ctrl-L`, `Space`, `PgDn`, `Alt-Enter`, `F1`.
extension KeyPress {
  private static let named: [(String, KeyPress)] = [
    ("Space", .character(" ")), ("Enter", .enter), ("Tab", .tab), ("Shift-Tab", .shiftTab), ("Esc", .escape),
    ("Backspace", .backspace), ("Delete", .delete), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ("Alt-Enter", .altEnter),
  ]

  package var name: String {
    if let known = KeyPress.named.first(where: { $0.1 == self }) { return known.0 }
    switch self {
    case .character(let character): return String(character)
    case .control(let letter): return "Ctrl-" + letter.uppercased()
    case .alt(let character): return "Alt-" + String(character)
    case .function(let number): return "F\(number)"
    default: return ""
    }
  }

  /// Nil for a name that is no key.
  package init?(name: String) {
    if let known = KeyPress.named.first(where: { $0.0.lowercased() == name.lowercased() }) {
      self = known.1
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else if name.lowercased().hasPrefix("ctrl-"), name.count == 6, let letter = name.lowercased().last {
      self = .control(letter)
    } else if name.lowercased().hasPrefix("alt-"), name.count == 5, let character = name.last {
      self = .alt(character)
    } else if name.uppercased().hasPrefix("F"), let number = Int(name.dropFirst()), (1...24).contains(number)
    {
      self = .function(number)
    } else {
      return nil
    }
  }
}
