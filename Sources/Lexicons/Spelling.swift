import Text

/// Letters as the lexicons compare them: shape kept (a, ă, â differ), tone apart, case apart.
enum Spelling {
  struct Letter: Sendable {
    let base: UInt32
    let tone: UInt8
    let isCapital: Bool
  }

  private static let rows = [
    "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
    "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
  ]

  private static let table: [Letter?] = {
    var table = [Letter?](repeating: nil, count: 0x1F00)
    for value in UInt32(0x41)..<0x1F00 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
      table[Int(value)] = Letter(base: lower, tone: 0, isCapital: lower != value)
    }
    for row in rows {
      let letters = Array(row.unicodeScalars)
      for (tone, letter) in letters.enumerated() {
        let upper = letter.properties.uppercaseMapping.unicodeScalars.first ?? letter
        table[Int(letter.value)] = Letter(base: letters[0].value, tone: UInt8(tone), isCapital: false)
        table[Int(upper.value)] = Letter(base: letters[0].value, tone: UInt8(tone), isCapital: true)
      }
    }
    return table
  }()

  /// Nil for what is no letter. Marks that NFC could not join count as letters, so that a word is not cut.
  static func letter(_ scalar: Unicode.Scalar) -> Letter? {
    if scalar.value < 0x1F00 { return table[Int(scalar.value)] }
    return scalar.properties.isAlphabetic ? Letter(base: scalar.value, tone: 0, isCapital: false) : nil
  }

  static func isVowel(_ base: UInt32) -> Bool {
    switch base {
    case 97, 101, 105, 111, 117, 121, 0x103, 0xE2, 0xEA, 0xF4, 0x1A1, 0x1B0: true
    default: false
    }
  }
}
