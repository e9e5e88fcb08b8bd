import Diplomacy
import Lexicons

/// Everyone the article names with an office, by each word of the name: later mentions are shorter.
struct KnownPeople {
  struct Person {
    var name: String
    var title: String
    var level: ProtocolLevel
    var country: Country?
    var keys: [UInt64]
  }
  private(set) var people: [Person] = []
  private var byWord: [UInt64: Int] = [:]

  mutating func learn(_ mention: PersonMention, in passage: Passage) {
    guard let nameWords = mention.nameWords else { return }
    let keys = passage.words[nameWords].filter(\.isWord).map(\.key)
    guard let index = same(keys) else {
      people.append(
        Person(
          name: mention.name, title: mention.title, level: mention.level, country: mention.country,
          keys: keys))
      for key in keys where byWord[key] == nil { byWord[key] = people.count - 1 }
      return
    }
    if people[index].country == nil { people[index].country = mention.country }
    people[index].level = max(people[index].level, mention.level)
    if keys.count > people[index].keys.count {
      people[index].keys = keys
      people[index].name = mention.name
      for key in keys where byWord[key] == nil { byWord[key] = index }
    }
    if mention.title.utf8.count > people[index].title.utf8.count { people[index].title = mention.title }
  }

  /// The person of whom these words are the name or a part of it that ends or begins it.
  func same(_ keys: [UInt64]) -> Int? {
    guard let last = keys.last, let first = keys.first else { return nil }
    for key in [last, first] {
      guard let index = byWord[key] else { continue }
      let known = people[index].keys
      let (short, long) = keys.count < known.count ? (keys, known) : (known, keys)
      if long.starts(with: short) || long.suffix(short.count).elementsEqual(short) { return index }
      if Set(short).isSubset(of: long) { return index }
    }
    return nil
  }

  func knows(_ key: UInt64) -> Bool { byWord[key] != nil }
}
