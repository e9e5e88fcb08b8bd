import Diplomacy
import Text

/// Reads filters written in the language of this module.
package struct FilterReader: Sendable {
  let spellings: Spellings
  /// The day that `today` and `last-90d` are counted from.
  package let today: CalendarDay

  package init(spellings: Spellings, today: CalendarDay) {
    self.spellings = spellings
    self.today = today
  }

  /// Throws the first mistake. An empty text is everything.
  package func read(_ text: String) throws(Mistake) -> Filter {
    do throws(Mistake) {
      var walk = FilterWalk(text: text, values: ValueReader(spellings: spellings, today: today))
      let lists = try walk.alternatives(depth: 0)
      if let rest = walk.rest { throw Mistake("This ) closes nothing; take it out.", at: rest..<rest + 1) }
      return lists.count == 1
        ? Filter(lists[0]) : lists.isEmpty ? .everything : Filter([.init(.either(lists))])
    } catch {
      throw Mistake(error.phrase, at: FilterReader.characters(of: error.place, in: text))
    }
  }

  /// A range of scalars as one of characters.
  private static func characters(of scalars: Range<Int>, in text: String) -> Range<Int> {
    var ends: [Int] = []
    var count = 0
    for character in text {
      count += character.unicodeScalars.count
      ends.append(count)
    }
    let first = ends.firstIndex { $0 > scalars.lowerBound } ?? ends.count
    let last = ends.firstIndex { $0 >= scalars.upperBound } ?? ends.count - 1
    return first..<(scalars.isEmpty ? first : max(first, last + 1))
  }

  /// What to show while the text is still being typed: a last word that may become a key is left out.
  package func readBegun(_ text: String) throws(Mistake) -> Filter {
    let begun = text.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let word = fold(String(begun.drop { $0 == "-" || $0 == "(" }))
    let mayBecomeKey = FilterKey.allCases.contains { $0.rawValue.hasPrefix(word) } || word == "o"
    if word.isEmpty || !mayBecomeKey { return try read(text) }
    return try read(String(text.dropLast(begun.count)))
  }
}

/// A walk over the scalars of a filter: a quotation mark is one whatever mark may stand on it. Mistakes are placed in
/// scalars.
private struct FilterWalk {
  /// Parentheses within parentheses; more are a slip, or an attack.
  private static let deepest = 32
  private static let mostTerms = 200

  let text: [Unicode.Scalar]
  let values: ValueReader
  private var at = 0
  private var terms = 0

  init(text: String, values: ValueReader) {
    self.text = Array(text.unicodeScalars)
    self.values = values
  }

  /// Where the walk ended before the end of the text.
  var rest: Int? { at < text.count ? at : nil }

  private var next: Unicode.Scalar? { at < text.count ? text[at] : nil }

  private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }

  private mutating func skipBlanks() { while next?.properties.isWhitespace == true { at += 1 } }

  /// Lists of clauses, none of them empty unless the text is.
  mutating func alternatives(depth: Int) throws(Mistake) -> [[Filter.Clause]] {
    var lists: [[Filter.Clause]] = []
    var list = Filter()
    var lastOr: Range<Int>?
    while true {
      skipBlanks()
      guard let character = next, character != ")" else { break }
      if let or = takeOr() {
        if list.isEmpty { throw FilterWalk.missing(beside: or) }
        lists.append(list.clauses)
        list = Filter()
        lastOr = or
      } else {
        for clause in try term(depth: depth) { list.add(clause) }
      }
    }
    if list.isEmpty, let lastOr { throw FilterWalk.missing(beside: lastOr) }
    return list.isEmpty ? lists : lists + [list.clauses]
  }

  private static func missing(beside or: Range<Int>) -> Mistake {
    Mistake("“or” needs a term on either side.", at: or)
  }

  private mutating func takeOr() -> Range<Int>? {
    guard at + 1 < text.count, text(at..<at + 2).lowercased() == "or" else { return nil }
    if at + 2 < text.count, !FilterWalk.ends(text[at + 2]) { return nil }
    at += 2
    return at - 2..<at
  }

  /// Whether a bare word ends before the character.
  private static func ends(_ character: Unicode.Scalar) -> Bool {
    character.properties.isWhitespace || character == "(" || character == ")" || character == "\""
  }

  private mutating func term(depth: Int) throws(Mistake) -> [Filter.Clause] {
    let start = at
    terms += 1
    if terms > FilterWalk.mostTerms {
      throw Mistake("A filter has at most \(FilterWalk.mostTerms) terms.", at: start..<start + 1)
    }
    let excludes = next == "-"
    if excludes { at += 1 }
    guard let character = next, !character.properties.isWhitespace, character != ")", character != "-" else {
      throw Mistake("After - comes what is left out, such as -country:US.", at: start..<at)
    }
    let found: [Filter.Value] =
      if character == "(" {
        [.either(try group(depth: depth + 1))]
      } else if let key = try takeKey() {
        try fieldValues(key)
      } else {
        [try words()]
      }
    return found.map { Filter.Clause($0, excludes: excludes) }
  }

  private mutating func group(depth: Int) throws(Mistake) -> [[Filter.Clause]] {
    let start = at
    if depth > FilterWalk.deepest {
      throw Mistake(
        "There are more than \(FilterWalk.deepest) parentheses in each other.", at: start..<start + 1)
    }
    at += 1
    let lists = try alternatives(depth: depth)
    guard next == ")" else { throw Mistake("This ( is not closed; ) closes it.", at: start..<start + 1) }
    at += 1
    if lists.isEmpty { throw Mistake("Nothing stands between the parentheses.", at: start..<at) }
    return lists
  }

  /// Letters up to a colon; nil where the word is no key.
  private mutating func takeKey() throws(Mistake) -> FilterKey? {
    guard let end = text[at...].firstIndex(where: { !$0.properties.isAlphabetic }), end > at, text[end] == ":"
    else {
      return nil
    }
    let word = text(at..<end)
    guard let key = FilterKey(word: word) else {
      let names = FilterKey.allCases.map(\.rawValue)
      let keys = names.joined(separator: ", ")
      let remedy: Phrase =
        nearestName(to: fold(word), among: names).map { "\($0): is." }
        ?? "in quotation marks it is searched for. Keys: \(keys)."
      throw Mistake("“\(word):” is no key; \(remedy)", at: at..<end + 1)
    }
    at = end + 1
    return key
  }

  private mutating func fieldValues(_ key: FilterKey) throws(Mistake) -> [Filter.Value] {
    var found: [Filter.Value] = []
    let start = at
    while true {
      // A list may be written with blanks behind its commas.
      if !found.isEmpty { skipBlanks() }
      let begin = at
      let word = try take { $0 == "," }
      guard !word.isEmpty else {
        let at = begin == start ? start - key.rawValue.count - 1 : begin - 1
        throw Mistake("\(key.rawValue): needs a \(key.noun), such as \(key.example).", at: max(0, at)..<begin)
      }
      found.append(try values.value(key, word, at: begin..<at))
      guard next == "," else { return found }
      at += 1
    }
  }

  private mutating func words() throws(Mistake) -> Filter.Value {
    let start = at
    let isQuoted = next == "\""
    let word = try take { _ in false } + (isQuoted ? takeDistance(from: start) : "")
    guard SearchPhrase(word) != nil else {
      throw Mistake("“\(word)” has no letter or digit to search for.", at: start..<at)
    }
    return .words(word)
  }

  /// The `~5` behind several quoted words; empty where none stands there.
  private mutating func takeDistance(from start: Int) throws(Mistake) -> String {
    guard next == "~" else { return "" }
    let sign = at
    at += 1
    while let character = next, !FilterWalk.ends(character) { at += 1 }
    let distance = text(sign..<at)
    guard SearchPhrase.parted(distance).distance != nil else {
      throw Mistake("“\(distance)” is no distance; write ~0 to ~99, such as \"hạt nhân\"~5.", at: sign..<at)
    }
    return distance
  }

  /// A bare or a quoted word; empty where none begins.
  private mutating func take(until isEnd: (Unicode.Scalar) -> Bool) throws(Mistake) -> String {
    if next == "\"" { return try takeQuoted() }
    let start = at
    while let character = next, !FilterWalk.ends(character), !isEnd(character) { at += 1 }
    return text(start..<at)
  }

  private mutating func takeQuoted() throws(Mistake) -> String {
    let start = at
    at += 1
    var word = String.UnicodeScalarView()
    while let character = next {
      at += 1
      if character == "\"" { return String(word) }
      if character == "\\", let escaped = next, escaped == "\"" || escaped == "\\" {
        word.append(escaped)
        at += 1
      } else {
        word.append(character)
      }
    }
    throw Mistake("This \" is not closed; another \" closes it.", at: start..<start + 1)
  }
}
