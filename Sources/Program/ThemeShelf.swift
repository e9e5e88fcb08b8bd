import Reading
import Screen
import Text
import Themes

/// Finds themes by name: a user's own in the config folder first, then those that come with dyad.
package struct ThemeShelf: Sendable {
  private let folders: DataFolders
  package init(folders: DataFolders) { self.folders = folders }

  /// Throws a sentence naming the themes there are when there is none of that name.
  package func theme(named name: String) throws(ThemeProblem) -> Theme {
    if !name.contains("/"), !name.hasPrefix("."), let text = TextFile.text(at: folders.theme(name)) {
      return try Theme(toml: text, file: visible(folders.theme(name)))
    }
    guard let builtIn = BuiltInTheme(rawValue: name) else {
      let known = BuiltInTheme.allCases.map(\.rawValue).joined(separator: ", ")
      throw ThemeProblem(sentence: "There is no theme \(visible(name)). There are \(known).")
    }
    return try Theme(toml: builtIn.toml, file: builtIn.rawValue)
  }
}

/// A small file of the user's own; nil when it is not there or is no UTF-8 text.
package enum TextFile {
  package static func text(at path: String) -> String? {
    guard let bytes = try? ReportFile.bytes(at: PathBytes(path), name: path) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
