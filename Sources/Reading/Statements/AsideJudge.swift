import Diplomacy
import Lexicons

/// A paragraph is no wording when it is a caption; when it is short and has the words of a byline or of boilerplate
/// where such words stand; or when it is the last of the report and nothing but a name, the way reporters sign.
struct AsideJudge {
  private let words: PhraseList<AsideWord>
  /// Words of the longest byline, and of the longest line of boilerplate.
  private static let byline = 8
  private static let boilerplate = 40

  init(language: Article.Language) { words = CloseWords.of(language).asides }

  func isAside(_ paragraph: Article.Paragraph, isLast: Bool, isFirst: Bool) -> Bool {
    if paragraph.part == .caption { return true }
    if isFirst || paragraph.part == .title || paragraph.text.utf8.count > 400 { return false }
    let all = Lexicons.words(of: paragraph.text)
    let count = all.count { $0.sign == 0 }
    let start = all.firstIndex { $0.sign == 0 } ?? 0
    for finding in words.findings(in: all) {
      let isAtStart = finding.words.lowerBound == start
      switch finding.value {
      case .begins: if isAtStart, count <= boilerplate(all) { return true }
      case .alone: if isAtStart, count <= finding.words.count + 2 { return true }
      case .anywhere: if count <= AsideJudge.boilerplate { return true }
      }
    }
    return isLast && isSignature(all, count)
  }

  /// A line that ends like a sentence may begin like a byline and be none: "By then, ...".
  private func boilerplate(_ words: [Word]) -> Int {
    words.last?.sign == 46 || words.last?.sign == 1 ? AsideJudge.byline / 2 : AsideJudge.boilerplate / 2
  }

  /// Capitalised words, parted by signs at most: "Hải Minh - Thu Hà".
  private func isSignature(_ words: [Word], _ count: Int) -> Bool {
    guard (1...AsideJudge.byline).contains(count), ![46, 33, 63].contains(words.last?.sign ?? 0) else {
      return false
    }
    return words.allSatisfy { $0.sign != 0 || ($0.isWord && $0.isCapital) }
  }
}
