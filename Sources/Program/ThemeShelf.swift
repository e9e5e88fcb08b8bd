import Glibc
import Reading
import Screen
import Text
import Themes

/// Finds themes by name: a user's own in the config folder first, then those that come with dyad.
package struct ThemeShelf: Sendable {
  private let folders: DataFolders
  package init(folders: DataFolders) { self.folders = folders }

  /// A user's own first, then those that come with dyad.
  package var names: [String] {
    var own: [String] = []
    if let folder = opendir(folders.config + "/themes") {
      defer { closedir(folder) }
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasSuffix(".toml"), !name.hasPrefix(".") { own.append(visible(String(name.dropLast(5)))) }
      }
    }
    let builtIn = BuiltInTheme.allCases.map(\.rawValue)
    return own.sorted() + builtIn.filter { !own.contains($0) }
  }

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
