import Diplomacy
import Lexicons

/// A sum of money or a figure with its scale: "2,5 triệu USD", "$150 billion", "nửa triệu euro".
struct Sum {
  let amount: Int
  let currency: Currency?
  let words: Range<Int>
}

struct SumReader {
  let passage: Passage

  /// Sums in order of position.
  func sums() -> [Sum] {
    var found: [Sum] = []
    for finding in passage.findings {
      let sum: Sum? =
        switch finding.meaning {
        case .currency(let currency): before(finding.words, currency) ?? behind(finding.words, currency)
        default: nil
        }
      guard let sum, found.last.map({ $0.words.upperBound <= sum.words.lowerBound }) ?? true else { continue }
      found.append(sum)
    }
    return found
  }

  /// Counted goods in order of position: "200 tấn gạo".
  func goods() -> [Sum] {
    passage.findings.compactMap { $0.meaning == .unit ? before($0.words, nil) : nil }
  }

  /// "2,5 triệu USD": figure, scale, currency.
  private func before(_ currency: Range<Int>, _ code: Currency?) -> Sum? {
    var end = currency.lowerBound
    var scale = 1
    while let (range, value) = self.scale(endingAt: end) {
      scale *= value
      end = range.lowerBound
    }
    var start = end
    while start > 0, isFigure(start - 1, inside: start < end) { start -= 1 }
    while start < end, passage.words[start].number == nil { start += 1 }
    guard start < end, let value = value(start..<end, isScaled: scale > 1) else { return nil }
    return sum(value, scale, code, start..<currency.upperBound)
  }

  /// "$150 billion", "USD 2.5 million".
  private func behind(_ currency: Range<Int>, _ code: Currency) -> Sum? {
    let start = currency.upperBound
    var end = start
    while passage.words.indices.contains(end), isFigure(end, inside: end > start) { end += 1 }
    while end > start, passage.words[end - 1].number == nil { end -= 1 }
    guard start < end else { return nil }
    var scale = 1
    var last = end
    while let (range, value) = self.scale(at: passage.sign(at: last) == 45 ? last + 1 : last) {
      scale *= value
      last = range.upperBound
    }
    guard let value = value(start..<end, isScaled: scale > 1) else { return nil }
    return sum(value, scale, code, currency.lowerBound..<last)
  }

  private func sum(_ value: Double, _ scale: Int, _ code: Currency?, _ words: Range<Int>) -> Sum? {
    let amount = value * Double(scale)
    return amount < 1e16 ? Sum(amount: Int(amount.rounded()), currency: code, words: words) : nil
  }

  private func isFigure(_ index: Int, inside: Bool) -> Bool {
    if passage.words[index].number != nil { return true }
    return inside && [44, 46].contains(passage.sign(at: index)) && passage.isGlued(index)
      && passage.isGlued(index + 1)
  }

  private func scale(endingAt index: Int) -> (Range<Int>, Int)? {
    for finding in passage.findings(in: max(0, index - 3)..<index) where finding.words.upperBound == index {
      if case .scale(let value) = finding.meaning { return (finding.words, value) }
    }
    return nil
  }

  private func scale(at index: Int) -> (Range<Int>, Int)? {
    for finding in passage.findings(at: index) {
      if case .scale(let value) = finding.meaning { return (finding.words, value) }
    }
    return nil
  }

  /// Groups of three digits are thousands, anything else behind a sign is a fraction; a scaled figure has fractions only.
  private func value(_ range: Range<Int>, isScaled: Bool) -> Double? {
    var value = 0.0
    var fraction = 1.0
    var isFraction = false
    for index in range {
      guard let number = passage.words[index].number else {
        let digits = index + 1 < range.upperBound ? passage.words[index + 1].bytes.count : 0
        let isPoint = passage.sign(at: index) == passage.decimalSign
        isFraction = digits != 3 || (isScaled && range.count == 3 && value < 10 && isPoint)
        continue
      }
      if isFraction {
        for _ in 0..<passage.words[index].bytes.count { fraction /= 10 }
        value += Double(number) * fraction
      } else {
        for _ in 0..<(value > 0 ? 3 : 0) { value *= 10 }
        value += Double(number)
      }
    }
    return value
  }
}
