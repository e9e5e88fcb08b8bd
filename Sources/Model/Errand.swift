/// Another program that gets the terminal for a while, and what it reads.
package struct Errand: Hashable, Sendable {
  /// The program and its arguments; no shell looks at them. Never empty.
  package let arguments: [String]
  /// A file that the program reads as its standard input; it is removed afterwards.
  package let input: String?
  /// Whether Enter is awaited before dyad is drawn again: what the program printed would be gone.
  package let waits: Bool

  package init(arguments: [String], input: String?, waits: Bool) {
    self.arguments = arguments
    self.input = input
    self.waits = waits
  }
}
