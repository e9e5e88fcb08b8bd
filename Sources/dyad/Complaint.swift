import Text

/// Writes one sentence to standard error, safe to show whatever file name it quotes.
func complain(_ sentence: String) { put("dyad: " + visible(sentence) + "\n", to: 2) }

/// Writes one line to standard output; false when nobody reads it any more.
@discardableResult func say(_ line: String) -> Bool { put(line + "\n", to: 1) }

/// Writes one plain line of progress to standard error, for logs.
func note(_ line: String) { put(visible(line) + "\n", to: 2) }

/// Writes progress over the line that stands; only for a terminal.
func progress(_ text: String) { put("\r" + visible(text) + "\u{1B}[K", to: 2) }

@discardableResult private func put(_ text: String, to file: Int32) -> Bool {
  writeAll(Array(text.utf8), to: file)
}
