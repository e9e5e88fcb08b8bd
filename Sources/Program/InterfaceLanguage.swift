import Diplomacy
import Foundation
import Lexicons
import Model

/// The language in which dyad speaks to the reader.
package struct InterfaceLanguage: Sendable, Hashable {
  package let language: Article.Language

  /// The reader's setting, `vi` or `en`, comes first, then the locale: LC_ALL, LC_MESSAGES, LANG, the first that is set.
  package init(setting: String?, environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let word = (setting ?? locale ?? "").lowercased().prefix { $0.isLetter }
    language = Article.Language(rawValue: String(word)) ?? .english
  }

  /// As the settings and the environment of this process have it.
  package static func ofThisProcess() -> InterfaceLanguage {
    let file = DataFolders.ofThisProcess().settings
    let settings = TextFile.text(at: file).map { Settings(toml: $0, file: file) }
    return InterfaceLanguage(
      setting: settings?.language, environment: ProcessInfo.processInfo.environment)
  }

  package var catalogue: Catalogue { Catalogue(InterfaceWords.phrases(in: language)) }
  package var countries: NamesForReader { NamesForReader(language) }
}
