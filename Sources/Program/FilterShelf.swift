import Asking
import Glibc
import Model
import TOMLKit
import Text

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
  package func load() -> (filters: [SavedFilter], complaints: [Phrase]) {
    guard let text = TextFile.text(at: file) else {
      let isThere = access(file, F_OK) == 0
      return ([], isThere ? ["\(visible(file)) cannot be read as text; no filter is taken from it."] : [])
    }
    do {
      let table = try TOMLTable(string: text)
      var filters: [SavedFilter] = []
      var complaints: [Phrase] = []
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
  private func loadLines(of text: String) -> (filters: [SavedFilter], complaints: [Phrase]) {
    var texts: [String: String] = [:]
    var complaints: [Phrase] = []
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

  private func noFilter(_ name: String, line: Int?) -> Phrase {
    line.map { "\(visible(file)), line \($0): \(visible(name)) is no filter in quotation marks." }
      ?? "\(visible(file)): \(visible(name)) is no filter in quotation marks."
  }

  private func line(of name: String, in text: String) -> Int? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { ConfigLines.name(of: String($0)) == name }.map { $0 + 1 }
  }

  /// Keeps a filter in place of an earlier one of its name, whose text is the answer.
  @discardableResult package func save(_ saved: SavedFilter) throws(ConfigProblem) -> String? {
    let lines = ConfigLines(file: file, folder: folder, heading: FilterShelf.heading)
    return try lines.put(saved.name, ConfigLines.quoted(saved.text))[saved.name]?.string
  }
}
