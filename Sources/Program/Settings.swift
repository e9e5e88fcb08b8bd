import TOMLKit
import Text

/// What the user's `settings.toml` may set. Unknown keys are reported, never obeyed.
package struct Settings: Sendable, Hashable {
  package var theme: String?
  package var ascii: Bool?
  package var mouse: Bool?
  /// `vi` or `en`; nil leaves it to the locale.
  package var language: String?
  package private(set) var complaints: [Phrase] = []

  package static let none = Settings()

  package init() {}

  /// Reads the text of a settings file; a broken one leaves the defaults and says so.
  package init(toml: String, file: String) {
    let table: TOMLTable
    do { table = try TOMLTable(string: toml) } catch {
      complaints = ["\(visible(file)) is not TOML; the defaults are used."]
      return
    }
    for key in table.keys.sorted() {
      switch key {
      case "theme": theme = table["theme"]?.string
      case "ascii": ascii = table["ascii"]?.bool
      case "mouse": mouse = table["mouse"]?.bool
      case "language":
        language = table["language"]?.string
        if language != "vi", language != "en" {
          complaints.append("\(visible(file)): language is \"vi\" or \"en\"; the locale decides now.")
          language = nil
        }
      default:
        complaints.append(
          "\(visible(file)) has an unknown key \(visible(key)); it knows theme, ascii, language and mouse.")
      }
    }
  }
}
