import Asking
import Diplomacy
import LexiconData
import Lexicons

extension Spellings {
  /// Every name in the list of countries: English, Vietnamese and Korean ones, codes of three letters, aliases.
  package static func ofCountries() -> Spellings {
    let bytes = UnsafeBufferPointer(start: lexicon_countries_bytes(), count: lexicon_countries_size)
    let rows = LexiconFile(bytes).rows
    // Aliases come after all names, so that a name is never lost to an alias of another country.
    return Spellings(rows.flatMap { spellings($0, [2, 3, 7, 1]) } + rows.flatMap { spellings($0, [4, 6]) })
  }

  private static func spellings(_ row: [String], _ columns: [Int]) -> [(country: Country, name: String)] {
    guard let code = row.first, let country = Country(code) else { return [] }
    return columns.filter { row.indices.contains($0) }.flatMap { LexiconFile.items(row[$0]) }.map {
      (country, $0)
    }
  }
}
