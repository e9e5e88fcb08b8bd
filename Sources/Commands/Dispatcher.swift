import Screen

package enum Outcome: Hashable, Sendable {
  case command(Command)
  /// Typed into the picker or the prompt.
  case text(Character)
  case unbound(KeyPress)
}

/// The keyboard command dispatcher: key presses in, named commands out.
package struct Dispatcher: Sendable {
  package let keymap: Keymap

  package init(keymap: Keymap) { self.keymap = keymap }

  package func press(_ key: KeyPress, in context: KeyContext) -> Outcome {
    if let command = keymap.command(for: key, in: context) { return .command(command) }
    guard case .character(let character) = key else { return .unbound(key) }
    if context == .picker || context == .prompt { return .text(character) }
    // An input method left on turns w into ư and dd into đ; on the command path they mean the key that was pressed.
    if let plain = plainKeys[character], let command = keymap.command(for: .character(plain), in: context) {
      return .command(command)
    }
    return .unbound(key)
  }
}

private let plainKeys: [Character: Character] = [
  "đ": "d", "Đ": "D", "ư": "w", "Ư": "W", "ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "o", "Ă": "A",
  "Â": "A",
  "Ê": "E", "Ô": "O", "Ơ": "O",
]
