import Diplomacy
import Lexicons
import Model

/// Countries by their names in the language of the interface; found by their names in any.
package struct NamesForReader: CountryNaming {
  private let names = CountryNames.shared
  private let language: Article.Language
  package init(_ language: Article.Language) { self.language = language }
  package func name(_ country: Country) -> String { names.name(country, in: language) }
  package func matches(_ typed: String) -> [Country] { names.matches(typed) }
}
