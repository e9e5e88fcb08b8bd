import Diplomacy
import Lexicons

/// One paragraph cut into words, with the phrases of the lexicon found in it: what every judge reads.
struct ParagraphWords {
  let index: Int
  let part: Article.Part
  let text: [UInt8]
  let words: [Word]
  let findings: [Finding]
  /// The number of the sentence each word stands in.
  let sentences: [Int]

  init(_ paragraph: Article.Paragraph, index: Int, lexicon: Lexicon) {
    self.index = index
    part = paragraph.part
    text = Array(paragraph.text.utf8)
    words = Lexicons.words(of: paragraph.text)
    findings = lexicon.findings(in: words)
    sentences = ParagraphWords.sentences(words)
  }

  private static func sentences(_ words: [Word]) -> [Int] {
    var sentence = 0
    return words.indices.map { index in
      defer {
        let word = words[index]
        let isStop = word.sign == 46 || word.sign == 33 || word.sign == 63
        if isStop, index + 1 < words.count, words[index + 1].bytes.lowerBound > word.bytes.upperBound {
          sentence += 1
        }
      }
      return sentence
    }
  }

  func sentence(of range: Range<Int>) -> Int { sentences[range.lowerBound] }

  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(
      paragraph: index,
      bytes: words[range.lowerBound].bytes.lowerBound..<words[range.upperBound - 1].bytes.upperBound)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: text[span(range).bytes], as: UTF8.self)
  }

  /// Whether the two words are parted by blanks only.
  func sign(at index: Int) -> UInt8 { words.indices.contains(index) ? words[index].sign : 0 }
}
