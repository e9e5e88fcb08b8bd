/// When two reports tell one event: the same pair, the same kind, the same day, and people that do not contradict. On
/// each side both must name a person in common, or one of them names nobody of that side.
package struct Fold: Sendable {
  /// A person by the words of the name, folded, as the caller folds them.
  package typealias Name = Set<String>

  /// What a report says of one event, as far as folding asks.
  package struct Telling: Sendable {
    package let people: [Country: Set<Name>]
    /// Larger is fuller.
    package let fullness: Int

    /// `words` gives the folded words of a name.
    package init(_ event: Event, textLength: Int, words: (String) -> [String]) {
      var people: [Country: Set<Name>] = [:]
      for person in event.people where event.parties.contains(person.country) {
        people[person.country, default: []].insert(Set(words(person.name)))
      }
      self.people = people
      // The most people first; the length of the text decides between as many.
      fullness = min(event.people.count, 1000) << 32 + min(textLength, 1 << 31)
    }
  }

  private var people: [Country: Set<Name>]

  package init(_ leader: Telling) { people = leader.people }

  package func agrees(with telling: Telling) -> Bool {
    telling.people.allSatisfy { country, names in
      guard let known = people[country], !known.isEmpty else { return true }
      return names.contains { name in known.contains { Fold.isSame(name, $0) } }
    }
  }

  package mutating func take(_ telling: Telling) {
    people.merge(telling.people) { $0.union($1) }
  }

  /// A name and a shorter form of it with at least two of its words are one person.
  private static func isSame(_ one: Name, _ other: Name) -> Bool {
    one == other || min(one.count, other.count) >= 2 && (one.isSubset(of: other) || other.isSubset(of: one))
  }
}
