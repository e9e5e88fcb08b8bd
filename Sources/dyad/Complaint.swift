import Glibc
import Text

/// Writes one sentence to standard error, safe to show whatever file name it quotes.
func complain(_ sentence: String) {
  let line = "dyad: " + visible(sentence) + "\n"
  var bytes = Array(line.utf8)[...]
  while !bytes.isEmpty {
    let written = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    guard written > 0 else { return }
    bytes = bytes.dropFirst(written)
  }
}

/// Writes one line to standard output; false when nobody reads it any more.
@discardableResult func say(_ line: String) -> Bool {
  var bytes = Array((line + "\n").utf8)[...]
  while !bytes.isEmpty {
    let written = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    guard written > 0 else { return false }
    bytes = bytes.dropFirst(written)
  }
  return true
}
