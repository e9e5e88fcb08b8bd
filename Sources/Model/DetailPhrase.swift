import Diplomacy
import Text

// A phrase chosen in the report, and the references of the report, one after the other.
extension DetailState {
  var phraseSpan: TextSpan? {
    guard let record, let phrase else { return nil }
    return ArticleWords(article: record.article).span(phrase)
  }

  package var isChoosingPhrase: Bool { phrase != nil }

  var phraseText: String? { phraseSpan.flatMap { record?.article.words($0) } }

  /// Paragraphs in view of the reader, in order.
  private var shown: [Int] {
    lines.compactMap { $0.source?.paragraph }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// Starts from words that are set off or found in view, else from the first word of the report in view. False
  /// without one.
  mutating func beginPhrase() -> Bool {
    guard let record else { return false }
    let words = ArticleWords(article: record.article)
    let places = visibleSources
    let wanted =
      pointed.first { span in
        places.contains { $0.paragraph == span.paragraph && $0.bytes.overlaps(span.bytes) }
      }
      ?? firstMatchInView
    if let wanted, let phrase = words.phrase(at: wanted) {
      self.phrase = phrase
    } else {
      // Below the report too: its last words are the nearest.
      guard let place = places.first ?? lines.last(where: { $0.source != nil })?.source,
        let phrase = words.phrase(
          at: TextSpan(paragraph: place.paragraph, bytes: place.bytes.lowerBound..<place.bytes.lowerBound + 1)
        )
      else { return false }
      self.phrase = phrase
    }
    showPhrase()
    return true
  }

  mutating func endPhrase() { phrase = nil }

  mutating func movePhrase(by count: Int) {
    change { words, phrase, shown in words.moved(phrase, by: count, among: shown) }
  }

  mutating func stretchPhrase(by count: Int) {
    change { words, phrase, _ in words.stretched(phrase, by: count) }
  }

  /// To the word that stands about below or above.
  mutating func movePhrase(lines count: Int) {
    guard let span = phraseSpan, let line = line(of: span), let source = lines[line].source else { return }
    let rest = count > 0 ? Array(lines[(line + 1)...]) : lines[..<line].reversed()
    guard let next = rest.lazy.compactMap(\.source).first else { return }
    let byte = min(
      next.bytes.lowerBound + span.bytes.lowerBound - source.bytes.lowerBound, next.bytes.upperBound - 1)
    let target = TextSpan(paragraph: next.paragraph, bytes: byte..<byte + 1)
    change { words, phrase, _ in
      guard let found = words.phrase(at: target) else { return phrase }
      let single = PhraseChoice(
        paragraph: found.paragraph, words: found.words.lowerBound..<found.words.lowerBound + 1)
      return words.stretched(single, by: phrase.words.count - 1)
    }
  }

  mutating func movePhraseParagraph(forward: Bool) {
    let shown = self.shown
    guard let phrase, let place = shown.firstIndex(of: phrase.paragraph),
      let next = shown[safe: place + (forward ? 1 : -1)]
    else { return }
    change { words, phrase, _ in
      let count = min(phrase.words.count, words.words(next).count)
      return count > 0 ? PhraseChoice(paragraph: next, words: 0..<count) : phrase
    }
  }

  private mutating func change(_ move: (ArticleWords, PhraseChoice, [Int]) -> PhraseChoice) {
    guard let record, let phrase else { return }
    self.phrase = move(ArticleWords(article: record.article), phrase, shown)
    showPhrase()
  }

  private mutating func showPhrase() {
    if let span = phraseSpan, let line = line(of: span) { bring(line) }
  }

  // MARK: references

  /// To the next reference with words in the report; round again at the end. Nil when it has none.
  mutating func nextReference() -> Reference? {
    let all = (reading?.references ?? []).enumerated().filter { $0.element.place != nil }
      .sorted { placed($0.element) < placed($1.element) }
    guard let first = all.first else { return nil }
    let here = all.firstIndex { $0.offset == reference }
    let next = here.flatMap { all[safe: $0 + 1] } ?? first
    reference = next.offset
    if let place = next.element.place { point(at: [place]) }
    return next.element
  }

  private func placed(_ reference: Reference) -> (Int, Int) {
    reference.place.map { ($0.paragraph, $0.bytes.lowerBound) } ?? (.max, 0)
  }

  /// Brings the statements into view.
  mutating func showStatements() {
    guard let count = reading?.statements.count, count > 0 else { return }
    let first = lines.lastIndex { $0.isLabel(of: .statements) }
    if let first, first >= top + height - 2 { scroll(to: max(0, first - 1)) }
  }

  // MARK: places

  private var visibleSources: [TextSpan] { lines.dropFirst(top).prefix(height).compactMap(\.source) }

  /// The first match of the search in view, as far as its line has it.
  private var firstMatchInView: TextSpan? {
    for line in lines.dropFirst(top).prefix(height) {
      guard let source = line.source, line.hasMatch else { continue }
      // The runs of the report stand at the end of the line, after its indent and number.
      var end = source.bytes.upperBound
      var match: Range<Int>?
      for run in line.runs.reversed() {
        let start = end - run.text.utf8.count
        if start < source.bytes.lowerBound { break }
        if run.isMatch { match = start..<end }
        end = start
      }
      if let match { return TextSpan(paragraph: source.paragraph, bytes: match) }
    }
    return nil
  }

  private func line(of span: TextSpan) -> Int? {
    lines.firstIndex { line in
      guard let source = line.source, source.paragraph == span.paragraph else { return false }
      return span.bytes.lowerBound < source.bytes.upperBound
    }
  }

  /// Scrolls as little as brings the line into view.
  private mutating func bring(_ line: Int) {
    if line < top { scroll(to: line) }
    if line >= top + height { scroll(to: line - height + 1) }
  }
}
