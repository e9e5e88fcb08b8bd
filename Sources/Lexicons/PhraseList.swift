import Diplomacy

/// The phrases of one word list, found in a text apart from all other lists: the longest from the left, none over
/// another.
package struct PhraseList<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let keys: [UInt64]
    let value: Value
  }
  /// By the first word, the longest first.
  private var entries: [UInt64: [Entry]] = [:]

  /// The first column is the form, the second what `value` reads; a row without a value is left out.
  init(_ rows: [[String]], _ value: (String) -> Value?) {
    for row in rows where row.count > 1 {
      let keys = words(of: row[0]).map(\.key)
      guard let first = keys.first, let value = value(row[1]) else { continue }
      entries[first, default: []].append(Entry(keys: keys, value: value))
    }
    for key in entries.keys { entries[key]?.sort { $0.keys.count > $1.keys.count } }
  }

  package func findings(in words: [Word]) -> [(value: Value, words: Range<Int>)] {
    var found: [(value: Value, words: Range<Int>)] = []
    var at = 0
    while at < words.count {
      let entry = entries[words[at].key]?.first { entry in
        at + entry.keys.count <= words.count
          && entry.keys.indices.allSatisfy { words[at + $0].key == entry.keys[$0] }
      }
      if let entry { found.append((entry.value, at..<at + entry.keys.count)) }
      at += entry?.keys.count ?? 1
    }
    return found
  }
}

/// What a word tells of who says what.
package enum SpeechWord: Hashable, Sendable {
  case act(Statement.Act)
  /// The one spoken of before speaks on; those spoken of before, together.
  case one, several
  /// Turns the act round: who acts stands behind it.
  case passive
  /// Holds the word of an act without telling one: "lời mời".
  case none
}

/// Where a paragraph that is no wording has words that give it away.
package enum AsideWord: String, Hashable, Sendable { case begins, alone, anywhere }

/// The lists of one language that only a close reading needs.
package struct CloseWords: Sendable {
  package static let vietnamese = CloseWords("vi")
  package static let english = CloseWords("en")

  package static func of(_ language: Article.Language) -> CloseWords {
    language == .vietnamese ? vietnamese : english
  }

  package let speech: PhraseList<SpeechWord>
  package let asides: PhraseList<AsideWord>
  /// Phrases one of which every invitation has, and every answer to one.
  package let inviting: [String]

  private init(_ folder: String) {
    let shelf = LexiconShelf(folder)
    speech = PhraseList(shelf.rows("statements"), CloseWords.speechWord)
    inviting = CloseWords.shortest(
      shelf.rows("statements").filter { row in
        [.invited, .accepted].contains(Statement.Act(rawValue: row.count > 1 ? row[1] : ""))
      }.map { $0[0] })
    asides = PhraseList(shelf.rows("asides")) { AsideWord(rawValue: $0) }
  }

  /// Those that hold no other.
  private static func shortest(_ forms: [String]) -> [String] {
    forms.sorted { $0.count < $1.count }.reduce(into: []) { kept, form in
      if !kept.contains(where: { (" " + form + " ").contains(" " + $0 + " ") }) { kept.append(form) }
    }
  }

  static func speechWord(_ name: String) -> SpeechWord? {
    switch name {
    case "one": .one
    case "several": .several
    case "passive": .passive
    case "none": SpeechWord.none
    default: Statement.Act(rawValue: name).map { .act($0) }
    }
  }
}
