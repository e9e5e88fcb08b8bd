import Diplomacy

/// Names of countries as readers know them. The lexicons keep the names; the state only asks.
package protocol CountryNaming: Sendable {
  /// The name a reader of reports expects, or the code of an unknown country.
  func name(_ country: Country) -> String
  /// Countries whose code or name in any language fits what was typed, an exact code first.
  func matches(_ typed: String) -> [Country]
}
