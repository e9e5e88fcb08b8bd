import Diplomacy
import Text

/// What countries are called, in any language, as far as a filter may write it.
package struct Spellings: Sendable {
  private let codes: [String: Country]
  private let marked: [String: [Country]]
  private let folded: [String: [Country]]
  /// The first spelling of each country: the name it is told by.
  private let names: [Country: String]

  /// The best-known name of a country comes first among its spellings.
  package init(_ spellings: [(country: Country, name: String)]) {
    var (marked, folded): ([String: [Country]], [String: [Country]]) = ([:], [:])
    var names: [Country: String] = [:]
    for (country, name) in spellings {
      let name = Spellings.plain(name)
      if names[country] == nil { names[country] = name }
      Spellings.add(country, to: &marked, name.lowercased())
      Spellings.add(country, to: &folded, fold(name))
    }
    self.marked = marked
    self.folded = folded
    self.names = names
    codes = Dictionary(uniqueKeysWithValues: names.keys.map { ($0.code.lowercased(), $0) })
  }

  private static func add(_ country: Country, to table: inout [String: [Country]], _ name: String) {
    if table[name]?.contains(country) != true { table[name, default: []].append(country) }
  }

  private static func plain(_ name: String) -> String {
    normalized(name).split(separator: " ").joined(separator: " ")
  }

  /// Countries of that code, or else of exactly that name, or else of that name without regard to marks.
  package func called(_ typed: String) -> [Country] {
    let name = Spellings.plain(typed)
    if let country = codes[name.lowercased()] { return [country] }
    return marked[name.lowercased()] ?? folded[fold(name)] ?? []
  }

  /// `South Korea (KR)`
  package func told(_ country: Country) -> String {
    names[country].map { "\($0) (\(country.code))" } ?? country.code
  }

  /// Countries that may have been meant: those with the word in a name, or else one spelled nearly so.
  package func near(_ typed: String) -> [Country] {
    let sought = fold(Spellings.plain(typed))
    guard sought.utf8.count >= 3 else { return [] }
    let begun = folded.filter { name, _ in
      name.hasPrefix(sought) || name.contains(" " + sought) || name.contains("-" + sought)
    }
    let found = Set(begun.values.joined()).sorted()
    if !found.isEmpty { return Array(found.prefix(3)) }
    if let name = nearestName(to: sought, among: folded.keys.sorted()) { return folded[name] ?? [] }
    // Or else one word of a name: koria is near to a word of South Korea.
    let words = Set(
      folded.keys.joined(separator: " ").split(separator: " ").filter { $0.utf8.count >= 4 }.map(String.init))
    guard let word = nearestName(to: sought, among: words.sorted()) else { return [] }
    let named = folded.filter { $0.key.split(separator: " ").contains(Substring(word)) }
    return Array(Set(named.values.joined()).sorted().prefix(3))
  }
}
