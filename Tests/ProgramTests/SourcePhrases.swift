import Foundation

/// The phrases that the sources have for the reader, with `%1` to `%9` for what is interpolated.
struct SourcePhrases {
  /// Those of `say("…")`, and all that are literals of the type `Phrase`.
  private(set) var phrases: Set<String> = []
  /// All literals of the sources, as they are written.
  private(set) var literals: Set<String> = []

  /// Reads the Swift files below the folders of `Sources`.
  init(folders: [String]) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    for folder in folders {
      let place = root.appendingPathComponent(folder)
      let files = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)
      for case let file as URL in files?.allObjects ?? [] where file.pathExtension == "swift" {
        read(try String(contentsOf: file, encoding: .utf8))
      }
    }
  }

  private mutating func read(_ source: String) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let code = lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    let hasPhrases = code.contains(/Phrase|Mistake\(|Problem\(sentence:/)
    var body: Int?
    var before = ""
    var rest = Substring(code)
    while let quote = rest.firstIndex(of: "\"") {
      before += rest[..<quote]
      rest = rest[quote...]
      if rest.hasPrefix("\"\"\"") {
        let end = rest.dropFirst(3).firstRange(of: "\"\"\"")?.upperBound ?? rest.endIndex
        rest = rest[end...]
        continue
      }
      let literal = SourcePhrases.literal(&rest)
      literals.insert(literal)
      body = SourcePhrases.indentOfPhraseBody(before, since: body)
      // What is put together of parts is listed by the test.
      let isPart = rest.drop { $0 == " " }.hasPrefix("+")
      let isSaid = before.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("say(")
      let isSentence = hasPhrases && literal.hasSuffix(".") && literal.contains(" ")
      if !isPart, isSaid || isSentence || body != nil, literal.contains(where: \.isLetter) {
        phrases.insert(literal)
      }
      before = String(before.suffix(4000)) + "\"\""
    }
  }

  /// The columns before a declaration of the type `Phrase` whose body is not closed yet.
  private static func indentOfPhraseBody(_ before: String, since known: Int?) -> Int? {
    var indent = known
    for line in before.split(separator: "\n") {
      let blanks = line.prefix { $0 == " " }.count
      if line.contains(/(->|:) Phrase\?? \{$/) { indent = blanks }
      if let known = indent, blanks == known, line.dropFirst(blanks).hasPrefix("}") { indent = nil }
    }
    return indent
  }

  /// Takes a literal off the beginning.
  private static func literal(_ rest: inout Substring) -> String {
    var words = ""
    var places = 0
    rest = rest.dropFirst()
    while let character = rest.first, character != "\"" {
      rest = rest.dropFirst()
      guard character == "\\", let escaped = rest.first else {
        words.append(character)
        continue
      }
      rest = rest.dropFirst()
      guard escaped == "(" else {
        words.append(escaped == "n" ? "\n" : escaped)
        continue
      }
      skipInterpolation(&rest)
      places += 1
      words += "%\(places)"
    }
    rest = rest.dropFirst()
    return words
  }

  private static func skipInterpolation(_ rest: inout Substring) {
    var depth = 1
    while depth > 0, let character = rest.first {
      if character == "\"" {
        _ = literal(&rest)
        continue
      }
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      rest = rest.dropFirst()
    }
  }
}
