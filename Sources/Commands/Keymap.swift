import Screen

/// Which key means which command, context by context.
package struct Keymap: Sendable {
  package private(set) var bindings: [KeyContext: [KeyPress: Command]] = [:]
  /// Keys of a command in the order they were bound, so that help shows the most natural one first.
  private var order: [KeyContext: [Command: [KeyPress]]] = [:]

  package static let defaults: Keymap = {
    var keymap = Keymap()
    for row in CommandTable.rows {
      for (context, names) in row.keys {
        for key in names.compactMap(KeyPress.init(name:)) { keymap.bind(key, to: row.command, in: context) }
      }
    }
    return keymap
  }()

  /// The keys of a command in a context, its own before the inherited ones.
  package func keys(for command: Command, in context: KeyContext) -> [KeyPress] {
    let own = order[context]?[command] ?? []
    return context.inheritsCommon ? own + (order[.common]?[command] ?? []) : own
  }

  /// Those bound in that very context.
  package func ownKeys(for command: Command, in context: KeyContext) -> [KeyPress] {
    order[context]?[command] ?? []
  }

  /// The command of a key in a context; the panes inherit the common keys.
  package func command(for key: KeyPress, in context: KeyContext) -> Command? {
    if let own = bindings[context]?[key] { return own }
    return context.inheritsCommon ? bindings[.common]?[key] : nil
  }

  package mutating func bind(_ key: KeyPress, to command: Command, in context: KeyContext) {
    // Also when it is the same command: a key listed twice is shown once.
    if let before = bindings[context]?[key] { order[context]?[before]?.removeAll { $0 == key } }
    bindings[context, default: [:]][key] = command
    order[context, default: [:]][command, default: []].append(key)
  }

  package mutating func unbind(_ command: Command, in context: KeyContext) {
    for key in order[context]?[command] ?? [] { bindings[context]?[key] = nil }
    order[context]?[command] = nil
  }
}
