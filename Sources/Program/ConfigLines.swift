import Glibc
import TOMLKit
import Text

/// What can go wrong with a file of the reader's own, in one plain sentence.
package struct ConfigProblem: Error, Hashable, Sendable {
  package let phrase: Phrase
  init(sentence phrase: Phrase) { self.phrase = phrase }
  package var sentence: String { phrase.english }
}

/// A file in the config folder whose lines are `name = value`. Lines of the reader's own making and comments stay as
/// they are.
struct ConfigLines: Sendable {
  let file: String
  let folder: String
  /// What a new file begins with.
  let heading: String

  /// Puts the value, written in TOML, in place of an earlier one of that name; the table before is the answer. The
  /// file is replaced at once or not at all.
  func put(_ name: String, _ value: String) throws(ConfigProblem) -> TOMLTable {
    let before = access(file, F_OK) == 0 ? TextFile.text(at: file) : heading
    guard let before, let kept = try? TOMLTable(string: before) else {
      throw ConfigProblem(sentence: "\(visible(file)) is not TOML; mend or move it, then save again.")
    }
    var lines = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let line = ConfigLines.quoted(name) + " = " + value
    if let place = lines.firstIndex(where: { ConfigLines.name(of: $0) == name }) {
      lines[place] = line
    } else if let section = lines.firstIndex(where: { $0.hasPrefix("[") }) {
      lines.insert(line, at: section)
    } else {
      lines.append(line)
    }
    let text = lines.joined(separator: "\n") + "\n"
    guard (try? TOMLTable(string: text)) != nil else {
      throw ConfigProblem(
        sentence: "\(visible(file)) has \(visible(name)) on several lines; take them out, then save again.")
    }
    try write(text)
    return kept
  }

  /// The key of a line that stands for itself.
  static func name(of line: String) -> String? {
    guard let table = try? TOMLTable(string: line), table.keys.count == 1 else { return nil }
    return table.keys.first
  }

  /// A basic string of TOML: what a terminal must not get raw is escaped.
  static func quoted(_ text: String) -> String {
    var line = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": line += "\\" + String(scalar)
      case _ where scalar.value < 32 || scalar.value == 127:
        let digits = String(scalar.value, radix: 16)
        line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line + "\""
  }

  private func write(_ text: String) throws(ConfigProblem) {
    makeFolder()
    // A link stays a link: what it leads to is replaced.
    let target = realpath(file, nil).map { path in
      defer { free(path) }
      return String(cString: path)
    }
    let place = target ?? file
    let draft = place + ".new"
    let bytes = Array(text.utf8)
    let out = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard out >= 0 else { throw problem() }
    let written = bytes.withUnsafeBytes { Glibc.write(out, $0.baseAddress, $0.count) }
    let isKept = written == bytes.count && fsync(out) == 0
    guard close(out) == 0, isKept, rename(draft, place) == 0 else {
      let problem = problem()
      unlink(draft)
      throw problem
    }
  }

  private func makeFolder() {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o700)
    }
  }

  private func problem() -> ConfigProblem {
    ConfigProblem(sentence: "\(visible(file)) cannot be written: \(ReportFile.reason(errno)).")
  }
}
