import Diplomacy
import Lexicons

/// One paragraph cut into words and sentences, with the phrases of the lexicon found in it: what every judge reads. A class,
/// though it never changes: the judges hand it about for every word, and six arrays would be counted each time.
final class Passage: Sendable {
  /// Index of the paragraph in the article.
  let index: Int
  let part: Article.Part
  let text: String
  let words: [Word]
  /// In order of their first word.
  let findings: [Finding]
  /// The sentence each word stands in, from 0.
  let sentences: [UInt16]
  /// Parts a figure from its fraction in the language: a comma, or in English a full stop.
  let decimalSign: UInt8
  /// The first word of each sentence.
  private let sentenceStarts: [Int]
  /// For each word the first finding that begins there or later.
  private let starts: [UInt16]

  init(_ paragraph: Article.Paragraph, index: Int, lexicon: Lexicon) {
    self.index = index
    part = paragraph.part
    text = paragraph.text
    words = Lexicons.words(of: paragraph.text)
    decimalSign = lexicon.decimalSign
    findings = lexicon.findings(in: words)
    starts = Passage.starts(words.count, findings)
    let sentences = Passage.sentences(words, findings)
    self.sentences = sentences
    sentenceStarts = Passage.sentenceStarts(sentences)
  }

  private static func starts(_ count: Int, _ findings: [Finding]) -> [UInt16] {
    [UInt16](unsafeUninitializedCapacity: count + 1) { starts, filled in
      for (place, finding) in findings.enumerated() {
        while filled <= finding.words.lowerBound {
          starts.initializeElement(at: filled, to: UInt16(clamping: place))
          filled += 1
        }
      }
      starts[filled...].initialize(repeating: UInt16(clamping: findings.count))
      filled = count + 1
    }
  }

  private static func sentences(_ words: [Word], _ findings: [Finding]) -> [UInt16] {
    var sentences = [UInt16](repeating: 0, count: words.count)
    var sentence: UInt16 = 0
    var abbreviations = findings.lazy.compactMap {
      if case .signal(.abbreviation) = $0.meaning { $0.words.lowerBound } else { nil as Int? }
    }.makeIterator()
    var abbreviation = abbreviations.next()
    for index in words.indices {
      sentences[index] = sentence
      guard let sign = stop(words[index].sign), index + 1 < words.count else { continue }
      while let at = abbreviation, at < index - 1 { abbreviation = abbreviations.next() }
      if sign == 46, isShort(words, index) || abbreviation == index - 1 { continue }
      let isParted = words[index + 1].bytes.lowerBound > words[index].bytes.upperBound
      if isParted, sentence < .max { sentence += 1 }
    }
    return sentences
  }

  private static func sentenceStarts(_ sentences: [UInt16]) -> [Int] {
    var starts: [Int] = []
    starts.reserveCapacity(Int(sentences.last ?? 0) + 1)
    for (index, sentence) in sentences.enumerated() where Int(sentence) == starts.count {
      starts.append(index)
    }
    return starts
  }

  private static func stop(_ sign: UInt8) -> UInt8? { [46, 33, 63, 59].contains(sign) ? sign : nil }

  /// Whether the full stop belongs to an initial: "J. Trump", "U.S.".
  private static func isShort(_ words: [Word], _ index: Int) -> Bool {
    index > 0 && words[index - 1].isCapital && words[index - 1].bytes.count == 1
  }

  // MARK: Looking up

  func sentence(of range: Range<Int>) -> Int { Int(sentences[range.lowerBound]) }

  /// The words of that sentence.
  func words(ofSentence sentence: Int) -> Range<Int> {
    guard sentenceStarts.indices.contains(sentence) else { return 0..<0 }
    let next = sentence + 1
    return sentenceStarts[sentence]..<(next < sentenceStarts.count ? sentenceStarts[next] : words.count)
  }

  /// Findings that begin within the words.
  func findings(in range: Range<Int>) -> ArraySlice<Finding> {
    guard range.upperBound <= words.count else { return [] }
    return findings[Int(starts[range.lowerBound])..<Int(starts[range.upperBound])]
  }

  func findings(at index: Int) -> ArraySlice<Finding> {
    hasFinding(at: index) ? findings[Int(starts[index])..<Int(starts[index + 1])] : []
  }

  /// Whether any phrase begins there; most words begin none.
  func hasFinding(at index: Int) -> Bool {
    index >= 0 && index < words.count && starts[index] != starts[index + 1]
  }

  /// What is told of the first finding that begins there and of which anything is told; no slice is made for it.
  @inline(__always)
  func first<Told>(at index: Int, _ tell: (Finding) -> Told?) -> Told? {
    guard hasFinding(at: index) else { return nil }
    for place in Int(starts[index])..<Int(starts[index + 1]) {
      if let told = tell(findings[place]) { return told }
    }
    return nil
  }

  func signal(_ signal: Meaning.Signal, at index: Int) -> Range<Int>? {
    guard hasFinding(at: index) else { return nil }
    for place in Int(starts[index])..<Int(starts[index + 1]) {
      if case .signal(signal) = findings[place].meaning { return findings[place].words }
    }
    return nil
  }

  /// The signal whose last word stands right before the index.
  func signal(_ signal: Meaning.Signal, before index: Int) -> Range<Int>? {
    let end = min(index, words.count)
    guard end > 0 else { return nil }
    for place in Int(starts[max(0, end - 5)])..<Int(starts[end])
    where findings[place].words.upperBound == index {
      if case .signal(signal) = findings[place].meaning { return findings[place].words }
    }
    return nil
  }

  /// 0 beyond the ends and for words.
  func sign(at index: Int) -> UInt8 { words.indices.contains(index) ? words[index].sign : 0 }

  /// Whether no blank parts the word from the one before; false at the ends.
  func isGlued(_ index: Int) -> Bool {
    index > 0 && index < words.count
      && words[index - 1].bytes.upperBound == words[index].bytes.lowerBound
  }

  /// Words between the two, 0 where they touch or overlap.
  func gap(_ one: Range<Int>, _ other: Range<Int>) -> Int {
    max(0, max(one.lowerBound, other.lowerBound) - min(one.upperBound, other.upperBound))
  }

  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(
      paragraph: index,
      bytes: words[range.lowerBound].bytes.lowerBound..<words[range.upperBound - 1].bytes.upperBound)
  }

  func string(_ range: Range<Int>) -> String {
    let bytes = span(range).bytes
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: bytes.lowerBound)
    return String(text[start..<text.utf8.index(start, offsetBy: bytes.count)])
  }
}
