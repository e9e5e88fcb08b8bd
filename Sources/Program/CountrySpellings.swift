import Asking
import Diplomacy
import Lexicons

extension Spellings {
  /// Every name in the list of countries: English, Vietnamese and Korean ones, codes of three letters, aliases, capitals.
  /// A country is told by its name in the language.
  package static func ofCountries(toldIn language: Article.Language = .english) -> Spellings {
    switch language {
    case .english: inEnglish
    case .vietnamese: inVietnamese
    }
  }

  private static let inEnglish = countries(.english)
  private static let inVietnamese = countries(.vietnamese)

  private static func countries(_ language: Article.Language) -> Spellings {
    let names = CountryNames.shared
    let told = names.all.map { ($0, names.name($0, in: language)) }
    let all = CountryNames.spellings
    // Aliases come after all names, so that a name is never lost to an alias of another country.
    return Spellings(
      told + all.flatMap { one in one.names.map { (one.country, $0) } }
        + all.flatMap { one in one.aliases.map { (one.country, $0) } })
  }
}
