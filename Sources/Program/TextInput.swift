import Glibc
import Reading

/// A whole text of lines named on the command line: a file, or standard input for `-`.
package struct TextInput: Sendable {
  /// What a complaint calls it.
  package let name: String
  package let text: String

  /// Bytes that are no UTF-8 appear as `�`.
  package init(path: String) throws(ReadingProblem) {
    let bytes: [UInt8]
    if path == "-" {
      name = "standard input"
      bytes = try ReportFile.bytes(of: STDIN_FILENO, name: name)
    } else {
      let file = PathBytes(path)
      name = file.shown
      bytes = try ReportFile.bytes(at: file, name: name)
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}
