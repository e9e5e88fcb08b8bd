import Diplomacy
import Text

/// What countries are called in Vietnamese, English and Korean, for showing and for finding one by typing.
package struct CountryNames: Sendable {
  /// Every country of the list, by code.
  package let all: [Country]

  private struct Names: Sendable {
    let vietnamese: String
    let english: String
    let korean: String?
  }
  private let names: [Country: Names]
  /// All names of each, folded, each beginning a search may match; read when somebody first types.
  private static let folded: [Country: [String]] = {
    var folded: [Country: [String]] = [:]
    for (country, names, aliases) in spellings {
      folded[country] = (names + aliases).map { fold(normalized($0)) }.filter { !$0.isEmpty }
    }
    return folded
  }()

  /// Read once.
  package static let shared = CountryNames()

  package init() {
    var names: [Country: Names] = [:]
    for row in CountryNames.rows where row.count >= 4 {
      guard let country = Country(row[0]) else { continue }
      let column = { (index: Int) in index < row.count ? row[index] : "" }
      names[country] = Names(
        vietnamese: column(3), english: column(2), korean: LexiconFile.items(column(7)).first)
    }
    self.names = names
    all = names.keys.sorted()
  }

  /// Every way a country is written: its names in each language and its code of three letters, then what else the press
  /// calls it, capitals last.
  package static var spellings: [(country: Country, names: [String], aliases: [String])] {
    rows.compactMap { row in
      guard let country = row.first.flatMap({ Country($0) }) else { return nil }
      let items = { (columns: [Int]) in
        columns.filter { row.indices.contains($0) }.flatMap { LexiconFile.items(row[$0]) }
      }
      return (country, items([2, 3, 7, 1]), items([4, 6, 5]))
    }
  }

  static var rows: [[String]] { LexiconShelf("names").rows("countries") }

  /// The name for a reader of that language; the code itself for a country not in the list.
  package func name(_ country: Country, in language: Article.Language) -> String {
    guard let found = names[country] else { return country.code }
    return language == .vietnamese ? found.vietnamese : found.english
  }

  package func korean(_ country: Country) -> String? { names[country]?.korean }

  /// Countries whose code, a name of any language or a capital fits what was typed, marks and case aside: the exact code first,
  /// then names that begin with it, then names with a word that does. All of them for nothing typed.
  package func matches(_ typed: String) -> [Country] {
    let sought = fold(normalized(typed)).split(separator: " ").joined(separator: " ")
    if sought.isEmpty { return all }
    var ranked: [[Country]] = [[], [], [], []]
    for country in all { rank(country, sought).map { ranked[$0].append(country) } }
    return ranked.flatMap { $0 }
  }

  private func rank(_ country: Country, _ sought: String) -> Int? {
    if fold(country.code) == sought { return 0 }
    guard let found = CountryNames.folded[country] else { return nil }
    if found.contains(sought) { return 1 }
    if found.contains(where: { $0.hasPrefix(sought) }) { return 2 }
    return found.contains { CountryNames.hasWord($0, beginning: sought) } ? 3 : nil
  }

  private static func hasWord(_ name: String, beginning sought: String) -> Bool {
    let name = Array(name.utf8)
    let sought = Array(sought.utf8)
    guard name.count > sought.count else { return false }
    return (1...name.count - sought.count).contains { start in
      (name[start - 1] == 32 || name[start - 1] == 45) && name[start...].starts(with: sought)
    }
  }
}
