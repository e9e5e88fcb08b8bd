import Asking
import Glibc
import Model
import TOMLKit
import Text

/// What can go wrong with the file of saved filters, in one plain sentence.
package struct FilterShelfProblem: Error, Hashable, Sendable {
  package let sentence: String
}

/// The reader's saved filters: `filters.toml` in the config folder, lines of `"name" = "filter"`. Lines of the reader's
/// own making and comments stay as they are.
package struct FilterShelf: Sendable {
  private let file: String
  private let folder: String
  private static let heading = """
    # Saved filters of dyad, a line each: "name" = "filter".
    # The key f lists them; dyad help filter tells how a filter is written.

    """

  package init(folders: DataFolders) {
    file = folders.filters
    folder = folders.config
  }

  /// In the order of their names; a sentence for each line that is none.
  package func load() -> (filters: [SavedFilter], complaints: [String]) {
    guard let text = TextFile.text(at: file) else {
      let isThere = access(file, F_OK) == 0
      return ([], isThere ? ["\(visible(file)) cannot be read as text; no filter is taken from it."] : [])
    }
    do {
      let table = try TOMLTable(string: text)
      var filters: [SavedFilter] = []
      var complaints: [String] = []
      for name in table.keys.sorted() {
        if let text = table[name]?.string {
          filters.append(SavedFilter(name: name, text: text))
        } else {
          complaints.append(noFilter(name, line: line(of: name, in: text)))
        }
      }
      return (filters, complaints)
    } catch {
      return loadLines(of: text)
    }
  }

  /// A bad line hides no good one: where the whole is no TOML, each line is read for itself.
  private func loadLines(of text: String) -> (filters: [SavedFilter], complaints: [String]) {
    var texts: [String: String] = [:]
    var complaints: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let table = try? TOMLTable(string: String(line)), table.keys.count <= 1 else {
        complaints.append(
          "\(visible(file)), line \(index + 1): cannot be read; write \"name\" = \"filter\".")
        continue
      }
      guard let name = table.keys.first else { continue }
      if texts[name] != nil {
        complaints.append(
          "\(visible(file)), line \(index + 1): \(visible(name)) stands there twice; the first is taken.")
      } else if let text = table[name]?.string {
        texts[name] = text
      } else {
        complaints.append(noFilter(name, line: index + 1))
        // What follows a heading belongs to it.
        if table[name]?.table != nil, line.hasPrefix("[") { break }
      }
    }
    return (texts.keys.sorted().map { SavedFilter(name: $0, text: texts[$0] ?? "") }, complaints)
  }

  private func noFilter(_ name: String, line: Int?) -> String {
    visible(file) + (line.map { ", line \($0)" } ?? "")
      + ": \(visible(name)) is no filter in quotation marks."
  }

  private func line(of name: String, in text: String) -> Int? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { FilterShelf.name(of: String($0)) == name }.map { $0 + 1 }
  }

  /// Keeps a filter in place of an earlier one of its name, whose text is the answer. The file is replaced at once or
  /// not at all.
  @discardableResult package func save(_ saved: SavedFilter) throws(FilterShelfProblem) -> String? {
    let before = access(file, F_OK) == 0 ? TextFile.text(at: file) : FilterShelf.heading
    guard let before, let kept = try? TOMLTable(string: before) else {
      throw FilterShelfProblem(sentence: "\(visible(file)) is not TOML; mend or move it, then save again.")
    }
    var lines = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let line = FilterShelf.quoted(saved.name) + " = " + FilterShelf.quoted(saved.text)
    if let place = lines.firstIndex(where: { FilterShelf.name(of: $0) == saved.name }) {
      lines[place] = line
    } else if let section = lines.firstIndex(where: { $0.hasPrefix("[") }) {
      lines.insert(line, at: section)
    } else {
      lines.append(line)
    }
    let text = lines.joined(separator: "\n") + "\n"
    guard (try? TOMLTable(string: text)) != nil else {
      throw FilterShelfProblem(
        sentence:
          "\(visible(file)) has \(visible(saved.name)) on several lines; take them out, then save again.")
    }
    try write(text)
    return kept[saved.name]?.string
  }

  /// The key of a line that stands for itself.
  private static func name(of line: String) -> String? {
    guard let table = try? TOMLTable(string: line), table.keys.count == 1 else { return nil }
    return table.keys.first
  }

  /// A basic string of TOML: what a terminal must not get raw is escaped.
  private static func quoted(_ text: String) -> String {
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

  private func write(_ text: String) throws(FilterShelfProblem) {
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

  private func problem() -> FilterShelfProblem {
    FilterShelfProblem(
      sentence: "The filter cannot be saved in \(visible(file)): \(ReportFile.reason(errno)).")
  }
}
