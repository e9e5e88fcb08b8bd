import Screen
import Text

package enum Outcome: Hashable, Sendable {
  case command(Command)
  /// Typed into the picker or the prompt.
  case text(Character)
  /// The key that a command awaited, as the name of a macro.
  case name(Character)
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
    if context == .naming { return .name(baseLetter(character) ?? character) }
    // An input method left on turns w into ư and dd into đ; on the command path they mean the key that was pressed.
    if let plain = baseLetter(character), let command = keymap.command(for: .character(plain), in: context) {
      return .command(command)
    }
    return .unbound(key)
  }
}

/// The letter of the keyboard below any marks: `Ế` is `E`; nil for what has no marks.
private func baseLetter(_ character: Character) -> Character? {
  // On a keyboard for Vietnamese it is the key w that makes a horn.
  if character == "ư" || character == "Ư" { return character == "ư" ? "w" : "W" }
  let folded = fold(String(character))
  guard !character.isASCII, folded.count == 1, let letter = folded.first, letter.isASCII, letter.isLetter
  else { return nil }
  return character.isUppercase ? letter.uppercased().first : letter
}
