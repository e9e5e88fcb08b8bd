/// A sum as a register has room for: `150 bn USD`, `2.5 m EUR`, `12,000 VND`; a quantity without a currency as a number.
package struct SumText {
  package static func short(_ amount: Int, _ currency: String?, _ say: Catalogue) -> String {
    let unit = currency.map { " " + $0 } ?? ""
    guard amount >= 1_000_000 else { return grouped(amount) + unit }
    let trillion = 1_000_000_000_000
    let billion = 1_000_000_000
    if amount >= trillion { return say("%1 tn", tenths(amount, of: trillion)) + unit }
    if amount >= billion { return say("%1 bn", tenths(amount, of: billion)) + unit }
    return say("%1 m", tenths(amount, of: 1_000_000)) + unit
  }

  /// One digit after the point, where it is not 0; cut, not rounded.
  private static func tenths(_ amount: Int, of step: Int) -> String {
    let tenth = amount / (step / 10) % 10
    return grouped(amount / step) + (tenth == 0 ? "" : ".\(tenth)")
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, digit != "-", (digits.count - index) % 3 == 0, digits[index - 1] != "-" { text += "," }
      text.append(digit)
    }
    return text
  }
}
