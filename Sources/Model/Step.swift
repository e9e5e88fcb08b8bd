import Commands

/// What a reader did with one key, or the text typed in a row.
package enum Step: Hashable, Sendable {
  case command(Command)
  case text(String)

  /// As a file of macros has it: the name of a command, or typed text behind an apostrophe.
  package init?(_ word: String) {
    if word.hasPrefix("'") {
      self = .text(String(word.dropFirst()))
    } else if let command = Command(rawValue: word) {
      self = .command(command)
    } else {
      return nil
    }
  }

  package var word: String {
    switch self {
    case .command(let command): command.rawValue
    case .text(let text): "'" + text
    }
  }
}
