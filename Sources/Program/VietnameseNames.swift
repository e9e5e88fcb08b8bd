import Diplomacy
import Lexicons
import Model

/// Countries by the names that Vietnamese reports use.
package struct VietnameseNames: CountryNaming {
  private let names = CountryNames.shared
  package init() {}
  package func name(_ country: Country) -> String { names.name(country, in: .vietnamese) }
  package func matches(_ typed: String) -> [Country] { names.matches(typed) }
}
