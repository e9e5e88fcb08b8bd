/// Letters as the lexicons compare them: shape kept (a, ă, â differ), tone apart, case apart.
enum Spelling {
  /// Four bytes, so that the table of all letters stays in the nearest cache: the scalar of the base, above it the tone,
  /// above that the case. 0 for what is no letter.
  struct Letter: Sendable {
    private let packed: UInt32

    static let none = Letter(packed: 0)

    private init(packed: UInt32) { self.packed = packed }

    /// `base` is below 2 to the power of 21, `tone` below 8.
    init(base: UInt32, tone: UInt8, isCapital: Bool) {
      packed = base | UInt32(tone) << 21 | (isCapital ? 1 << 24 : 0) | 1 << 25
    }

    var base: UInt32 { packed & 0x1F_FFFF }
    var tone: UInt32 { packed >> 21 & 7 }
    var isCapital: Bool { packed & 1 << 24 != 0 }
    var isLetter: Bool { packed != 0 }
  }

  private static let rows = [
    "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
    "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
  ]

  /// Scalars below are in the table: Latin, Greek, Cyrillic and the additional Latin of Vietnamese.
  static let tableEnd: UInt32 = 0x1F00

  static let table: [Letter] = {
    var table = [Letter](repeating: .none, count: Int(tableEnd))
    for value in UInt32(0x41)..<tableEnd {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
      table[Int(value)] = Letter(base: lower, tone: 0, isCapital: lower != value)
    }
    for row in rows {
      let letters = Array(row.unicodeScalars)
      for (tone, letter) in letters.enumerated() {
        let upper = letter.properties.uppercaseMapping.unicodeScalars.first ?? letter
        for (scalar, isCapital) in [(letter, false), (upper, true)] {
          table[Int(scalar.value)] = Letter(
            base: letters[0].value, tone: UInt8(tone), isCapital: isCapital)
        }
      }
    }
    return table
  }()

  /// Marks that NFC could not join count as letters, so that a word is not cut.
  static func rareLetter(_ value: UInt32) -> Letter {
    guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return .none }
    return Letter(base: value, tone: 0, isCapital: false)
  }

  static func isVowel(_ base: UInt32) -> Bool {
    switch base {
    case 97, 101, 105, 111, 117, 121, 0x103, 0xE2, 0xEA, 0xF4, 0x1A1, 0x1B0: true
    default: false
    }
  }
}
