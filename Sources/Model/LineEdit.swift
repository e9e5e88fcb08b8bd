import Text

/// A line being typed, edited by whole characters.
package struct LineEdit: Hashable, Sendable {
  package private(set) var characters: [Character] = []
  /// Characters before the cursor.
  package private(set) var cursor = 0
  /// What a line holds at most, so that a paste cannot grow without end.
  private static let limit = 500

  package init(_ text: String = "") { insert(text) }

  /// The cursor stands between the two.
  package init(_ before: String, after: String) {
    insert(before)
    let place = cursor
    characters += Array(after).prefix(max(0, LineEdit.limit - characters.count))
    cursor = place
  }

  package var text: String { String(characters) }
  package var isAtEnd: Bool { cursor == characters.count }
  package var textBeforeCursor: String { String(characters[..<cursor]) }
  package var textAfterCursor: String { String(characters[cursor...]) }

  package mutating func insert(_ typed: String) {
    // A combining mark that arrives on its own joins the character before it; no more of the line can change.
    let kept = characters[..<max(0, cursor - 1)]
    let joined = normalized(String(characters[..<cursor].suffix(1)) + typed).map(LineEdit.capped)
    let after = characters[cursor...]
    let before = (kept + joined).prefix(max(0, LineEdit.limit - after.count))
    cursor = before.count
    characters = Array(before) + after
  }

  /// A character with marks without end would make every further key slower.
  private static func capped(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard scalars.count > scalarsPerCharacter else { return character }
    return String(String.UnicodeScalarView(scalars.prefix(scalarsPerCharacter))).first ?? character
  }

  private static let scalarsPerCharacter = 8

  package mutating func moveLeft() { cursor = max(0, cursor - 1) }
  package mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
  package mutating func moveToStart() { cursor = 0 }
  package mutating func moveToEnd() { cursor = characters.count }

  /// False when there was nothing before the cursor.
  @discardableResult package mutating func deleteBack() -> Bool {
    guard cursor > 0 else { return false }
    cursor -= 1
    characters.remove(at: cursor)
    return true
  }

  package mutating func deleteForward() {
    if cursor < characters.count { characters.remove(at: cursor) }
  }

  /// To the start of the word before the cursor.
  package mutating func moveWordLeft() {
    while cursor > 0, !characters[cursor - 1].isOfWord { cursor -= 1 }
    while cursor > 0, characters[cursor - 1].isOfWord { cursor -= 1 }
  }

  /// Behind the end of the word after the cursor.
  package mutating func moveWordRight() { cursor = endOfWord }

  // What these take away is handed back, so that it can be put elsewhere.

  @discardableResult package mutating func deleteWord() -> String {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return delete(start..<cursor)
  }

  @discardableResult package mutating func deleteWordForward() -> String { delete(cursor..<endOfWord) }
  @discardableResult package mutating func deleteToStart() -> String { delete(0..<cursor) }
  @discardableResult package mutating func deleteToEnd() -> String { delete(cursor..<characters.count) }

  private var endOfWord: Int {
    var end = cursor
    while end < characters.count, !characters[end].isOfWord { end += 1 }
    while end < characters.count, characters[end].isOfWord { end += 1 }
    return end
  }

  private mutating func delete(_ range: Range<Int>) -> String {
    let deleted = String(characters[range])
    characters.removeSubrange(range)
    cursor = range.lowerBound
    return deleted
  }
}

extension Character {
  fileprivate var isOfWord: Bool { isLetter || isNumber }
}
