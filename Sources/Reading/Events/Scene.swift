import Diplomacy
import Lexicons

/// What a reader has in mind after one reading of an article: names, people and days of each paragraph, and who is
/// whose.
struct Scene {
  struct Passage {
    let words: ParagraphWords
    let countries: [CountryMention]
    var people: [PersonMention]
    let dates: [DateMention]
  }
  var passages: [Passage] = []
  /// Side and fullest form of everyone named with an office, by each word of the name.
  private var known: [String: (name: String, country: Country)] = [:]

  init(_ article: Article) {
    let lexicon = Lexicon.of(article.language)
    let resolver = DateResolver(published: article.published)
    for (index, paragraph) in article.paragraphs.prefix(Scene.longest).enumerated() {
      let words = ParagraphWords(paragraph, index: index, lexicon: lexicon)
      let countries = CountryMentions(words).found
      passages.append(
        Passage(
          words: words, countries: countries, people: PersonMentions(words, countries: countries).found,
          dates: resolver.mentions(in: words)))
    }
    learn()
    let home: Country? = article.language == .vietnamese ? .vietNam : nil
    for index in passages.indices { settle(index, home: home) }
  }

  /// Paragraphs read; acts are told long before.
  private static let longest = 60

  private mutating func learn() {
    for passage in passages {
      for person in passage.people where !person.name.isEmpty {
        guard let country = person.country else { continue }
        for word in person.name.split(separator: " ") where word.utf8.count > 2 {
          let old = known[String(word)]
          if old == nil || (old?.country == country && (old?.name.utf8.count ?? 0) < person.name.utf8.count) {
            known[String(word)] = (person.name, country)
          }
        }
      }
    }
  }

  private mutating func settle(_ index: Int, home: Country?) {
    for place in passages[index].people.indices {
      let person = passages[index].people[place]
      if person.name.isEmpty {
        // An office alone is that of the paper's own country.
        if person.country == nil, person.level == .headOfGovernment {
          passages[index].people[place].country = home
        }
        continue
      }
      guard let last = person.name.split(separator: " ").last, let found = known[String(last)] else {
        continue
      }
      if person.country == nil || person.country == found.country {
        passages[index].people[place].country = found.country
        if found.name.hasSuffix(person.name) || found.name.hasPrefix(person.name) {
          passages[index].people[place].name = found.name
        }
      }
    }
  }
}
