import Asking
import Diplomacy
import Lexicons

extension Spellings {
  /// Every name in the list of countries: English, Vietnamese and Korean ones, codes of three letters, aliases, capitals.
  package static func ofCountries() -> Spellings { countries }

  private static let countries = {
    let all = CountryNames.spellings
    // Aliases come after all names, so that a name is never lost to an alias of another country.
    return Spellings(
      all.flatMap { one in one.names.map { (one.country, $0) } }
        + all.flatMap { one in one.aliases.map { (one.country, $0) } })
  }()
}
