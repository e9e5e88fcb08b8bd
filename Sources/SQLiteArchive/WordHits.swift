import Archive
import Diplomacy
import GRDB
import Text

/// The reports in which words stand, as the index is asked for them: in the order of the timeline from any number on,
/// as they come, so that the first of many are there at once. The index gathers all reports of a word that is only begun
/// before it tells the first; so such a word is asked for as the words it may become, where they are few.
struct WordHits {
  /// Words that a begun word may become; of more, the text itself is asked.
  private static let mostWords = 40

  /// The query of the index; nil where it cannot help, and any report may be a hit.
  let expression: String?
  /// What the query does not decide: whether the text or the source's name has these.
  let unsure: Unsure

  /// Whether all that is unsure are the marks that were typed.
  let isExact: Bool

  struct Unsure {
    var words: [SearchPhrase] = []
    /// One of these must stand in the title.
    var titles: [SearchPhrase] = []
    /// One of these must stand in the text below it.
    var bodies: [SearchPhrase] = []
    /// One of these must stand in the source's name.
    var sources: [SearchPhrase] = []
    var isNothing: Bool { words.isEmpty && titles.isEmpty && bodies.isEmpty && sources.isEmpty }

    init() {}

    /// All that the filter asks for.
    init(_ filter: Filter) {
      words = filter.searches.compactMap { SearchPhrase($0) }
      titles = filter.kept { if case .text(.title, let it) = $0 { SearchPhrase(it) } else { nil } }
      bodies = filter.kept { if case .text(.body, let it) = $0 { SearchPhrase(it) } else { nil } }
      sources = filter.kept { if case .source(let it) = $0 { SearchPhrase(it) } else { nil } }
    }

    /// The index knows no parts of a report: each list of alternatives is asked of all its text.
    var listsOfAlternatives: [String] {
      func any(_ phrases: [SearchPhrase], ofSource: Bool) -> String? {
        if phrases.isEmpty { return nil }
        let expressions = phrases.map { SearchTable.expression($0, ofSource: ofSource) }
        return "(" + expressions.joined(separator: " OR ") + ")"
      }
      return [any(titles, ofSource: false), any(bodies, ofSource: false), any(sources, ofSource: true)]
        .compactMap(\.self)
    }
  }

  /// Nil where no words are asked for.
  init?(_ filter: Filter, _ db: Database) throws {
    let asked = Unsure(filter)
    if asked.isNothing { return nil }
    let index = IndexWords(db)
    var unsure = asked
    unsure.words = []
    var parts: [String] = []
    var isExact = true
    for phrase in asked.words {
      let (part, isWhole) = try WordHits.part(phrase, index)
      if let part { parts.append(part) }
      isExact = isExact && isWhole
      if !isWhole || phrase.needsText { unsure.words.append(phrase) }
    }
    parts += asked.listsOfAlternatives
    if !asked.sources.contains(where: \.needsText) { unsure.sources = [] }
    self.unsure = unsure
    self.isExact = isExact
    expression = parts.isEmpty ? nil : parts.joined(separator: " AND ")
  }

  /// The query of all at once, of which the index must gather begun words first.
  init(whole filter: Filter) {
    let asked = Unsure(filter)
    expression = (asked.words.map { SearchTable.expression($0) } + asked.listsOfAlternatives)
      .joined(separator: " AND ")
    isExact = true
    var unsure = asked
    unsure.words = asked.words.filter(\.needsText)
    if !asked.sources.contains(where: \.needsText) { unsure.sources = [] }
    self.unsure = unsure
  }

  private static func part(_ phrase: SearchPhrase, _ index: IndexWords) throws -> (String?, Bool) {
    let words = phrase.foldedWords
    guard let last = words.last else { return (nil, true) }
    let before = words.dropLast()
    if let endings = try index.words(from: last, most: mostWords) {
      // A word that is nowhere finds nothing, and is asked for itself.
      let phrases = (endings.isEmpty ? [last] : endings).map { ending in
        phrase.distance.map { SearchTable.near(before + [ending], $0) }
          ?? SearchTable.quoted(before + [ending])
      }
      return ("(" + phrases.joined(separator: " OR ") + ")", true)
    }
    if before.isEmpty { return (nil, false) }
    return (
      phrase.distance.map { before.count > 1 ? SearchTable.near(before, $0) : SearchTable.quoted(before) }
        ?? SearchTable.quoted(before), false
    )
  }
}

/// The words of the index.
struct IndexWords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Those that begin so, in order; nil when there are more than `most`.
  func words(from start: String, most: Int) throws -> [String]? {
    // `>=` is what the index can seek to; the least word after one is that with a zero byte behind it.
    let next = try BulkStatement(db, "select term from search_words where term >= ? limit 1")
    var words: [String] = []
    var from = start
    while true {
      var word: String?
      next.bind(1, from)
      try next.eachRow { word = $0.text(at: 0) }
      guard let word, word.hasPrefix(start) else { return words }
      if words.count == most { return nil }
      words.append(word)
      from = word + "\u{1}"
    }
  }
}
