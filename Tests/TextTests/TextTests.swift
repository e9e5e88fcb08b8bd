@_spi(_Unicode) import Swift
import Testing
import Text

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Tô Lâm", "to lam"), ("TÔ LÂM", "to lam"), ("điện đàm", "dien dam"), ("Đắk Lắk", "dak lak"),
    ("Tổng Bí thư", "tong bi thu"), ("hữu nghị", "huu nghi"), ("Phú Quốc", "phu quoc"), ("한국", "한국"),
    ("Łódź, Ørsted", "lodz, orsted"), ("МОСКВА", "москва"), ("ßtraße", "ßtraße"), ("", ""),
  ])
  func marksAndCaseAreFolded(text: String, folded: String) {
    #expect(fold(text) == folded)
  }

  @Test func decomposedTextFoldsLikeComposed() {
    let decomposed = "To\u{302}ng Bi\u{301} thu\u{31B} d\u{111}i\u{323}e\u{302}n"
    #expect(fold(decomposed) == "tong bi thu ddien")
    #expect(fold("e\u{302}\u{323}") == fold("ệ"))
  }

  @Test func foldingNeverGrows() {
    for value in 0x20...0x2FFF {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      #expect(fold(String(scalar)).utf8.count <= String(scalar).utf8.count, "U+\(String(value, radix: 16))")
    }
  }
}

@Suite struct NormalizationTests {
  @Test func vietnameseAndHangulAreComposed() {
    #expect(Array(normalized("e\u{302}\u{323}").unicodeScalars) == ["ệ"])
    #expect(Array(normalized("\u{1112}\u{1161}\u{11AB}").unicodeScalars) == ["한"])
    #expect(Array(normalized("\u{212B}").unicodeScalars) == ["Å"])
    #expect(normalized("đã có – “một” 한국 中国").utf8.elementsEqual("đã có – “một” 한국 中国".utf8))
  }
}

@Suite struct CellWidthTests {
  @Test func tonesTypedBehindTheirVowelsJoinThemAsByTheFullRule() {
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯYkñ" {
      for marks in [
        "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}", "\u{302}", "\u{323}\u{302}", "\u{308}",
      ] {
        let text = "họ \(vowel)\(marks)n – \(vowel)\(marks)"
        #expect(
          Array(normalized(text).unicodeScalars) == Array(text._nfc), "\(vowel) \(marks.unicodeScalars)")
      }
    }
    #expect(normalized("\u{301}a").utf8.elementsEqual("\u{301}a".utf8))
    #expect(Array(normalized("a\u{2000}b").unicodeScalars) == Array("a\u{2002}b".unicodeScalars))
  }

  @Test func aByteIsFoundWhereverItStands() {
    let texts = (0..<20).map { String(repeating: "ệ", count: $0 / 3) + String(repeating: "x", count: $0) }
    for text in texts {
      let bytes = Array((text + "\"" + text + "\\\u{1}").utf8)
      bytes.withUnsafeBufferPointer { bytes in
        let length = text.utf8.count
        #expect(place(of: 34, or: 92, in: bytes) == length)
        #expect(place(of: 92, or: 92, in: bytes, from: length) == 2 * length + 1)
        #expect(place(of: 0, or: 0, orBelow: 32, in: bytes) == 2 * length + 2)
        #expect(place(of: 7, or: 7, in: bytes) == bytes.count)
      }
    }
  }

  @Test(arguments: [
    ("a", 1), ("ệ", 1), ("e\u{302}\u{323}", 1), ("한국", 4), ("中", 2), ("…", 1), ("–", 1), ("│", 1), ("▌", 1),
    ("\u{200B}", 0), ("Ａ", 2),
  ])
  func glyphsTakeTheCellsNcursesGivesThem(text: String, cells: Int) {
    #expect(cellWidth(text) == cells)
  }
}

@Suite struct PlainCellsTests {
  /// What lies beside a character that is not plain is looked at one by one, and must come out the same.
  @Test func plainTextIsWhatTheSlowerWayLeavesAlone() {
    for value in 0...0x1FFFF {
      guard let scalar = Unicode.Scalar(UInt32(value)), let cells = plainCells(String(scalar)) else {
        continue
      }
      let beside = "\u{1}" + String(scalar)
      #expect(cells == 1, "U+\(String(value, radix: 16))")
      #expect(visible(beside) == "\u{2401}" + String(scalar), "U+\(String(value, radix: 16))")
      #expect(beside.count == 2 && cellWidth(beside + "한") == 3, "U+\(String(value, radix: 16))")
    }
  }

  @Test(
    arguments: [
      ("", 0), ("Tô Lâm", 6), ("Việt Nam – Hàn Quốc…", 20), ("│▌", 2), ("한국", nil), ("e\u{302}", nil),
      ("a\u{A0}b", nil),
      ("a\u{AD}b", nil), ("a\u{200B}b", nil), ("\u{1B}[m", nil), ("\r\n", nil), ("😀", nil),
    ] as [(String, Int?)])
  func onlyLettersAndSignsOfOneCellArePlain(text: String, cells: Int?) {
    #expect(plainCells(text) == cells)
  }
}

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("a\u{1B}[31mb", "a␛[31mb"), ("tab\there", "tab␉here"), ("line\nline", "line␊line"),
    ("\u{202E}evil", "·evil"),
    ("zero\u{200B}width", "zero·width"), ("\u{9B}31m", "·31m"), ("\u{7F}", "␡"), ("\u{FEFF}bom", "·bom"),
    ("Tô Lâm", "Tô Lâm"), ("한국", "한국"), ("\u{E0041}tag", "·tag"), ("\u{1F1FB}\u{1F1F3}", "VN"),
    ("a\u{A0}b", "a b"),
  ])
  func nothingInvisibleIsLeft(text: String, shown: String) {
    #expect(visible(text) == shown)
  }

  @Test func everythingShownTakesACellAndStaysAsItIs() {
    for value in stride(from: 0, through: 0x1FFFF, by: 1) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let once = visible("x" + String(scalar) + "y")
      #expect(visible(once) == once, "U+\(String(value, radix: 16))")
      #expect(once.allSatisfy { cellWidth($0) > 0 }, "U+\(String(value, radix: 16))")
    }
  }

  @Test func marksPiledOnOneLetterAreCapped() {
    let piled = "a" + String(repeating: "\u{35C}", count: 50)
    #expect(visible(piled).unicodeScalars.count == 5)
  }
}

@Suite struct LineWrapTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    wrap(text, width: width).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test func wordsStayWhole() {
    #expect(lines("một hai ba bốn năm", 8) == ["một hai", "ba bốn", "năm"])
    #expect(lines("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"])
    #expect(lines("  a  b  ", 10) == ["a  b"])
    #expect(lines("", 10).isEmpty)
    #expect(lines("한국 대통령", 5) == ["한국", "대통", "령"])
    #expect(lines("한", 1) == ["한"])
  }

  @Test func everyCharacterIsKeptAndEveryLineFits() {
    let text =
      "Tổng Bí thư Tô Lâm điện đàm với Tổng thống Hàn Quốc 이재명 chiều 30/1 tại Hà Nội, nói về thương mại."
    for width in 2...100 {
      let parts = lines(text, width)
      #expect(parts.allSatisfy { cellWidth($0) <= width })
      #expect(parts.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test func aCutTextEndsWithAnEllipsisInsideItsWidth() {
    #expect(cut("Thăm cấp Nhà nước", width: 8) == "Thăm cấ…")
    #expect(cut("ngắn", width: 8) == "ngắn")
    #expect(cut("한국어", width: 4) == "한…")
    #expect(cut("한국", width: 4) == "한국")
    #expect(cut("abc", width: 0) == "")
  }
}

@Suite struct SearchPhraseTests {
  private func found(_ typed: String, _ text: String) -> [String] {
    (SearchPhrase(typed)?.matches(in: text) ?? []).map {
      String(decoding: Array(text.utf8)[$0], as: UTF8.self)
    }
  }

  @Test func aLeadingEqualsSignAsksForExactlyTheseMarks() {
    #expect(found("=to lam", "Tô Lâm, to lam") == ["to lam"])
    #expect(found("=Tô lam", "Tô Lâm, Tô Lam") == ["Tô Lam"])
    #expect(found("=lâ", "Lãm Lâm") == ["Lâ"])
  }

  @Test func wordsWithoutMarksFindEveryMarking() {
    #expect(found("to lam", "Ông Tô Lâm và việc to làm") == ["Tô Lâm", "to làm"])
    #expect(found("dien dam", "đã điện đàm với") == ["điện đàm"])
    #expect(found("TONG BI THU", "Tổng Bí thư") == ["Tổng Bí thư"])
  }

  @Test func marksTypedAreMarksMeant() {
    #expect(found("Tô Lâm", "Ông Tô Lâm và việc to làm") == ["Tô Lâm"])
    #expect(found("tô lâm", "TÔ LÂM") == ["TÔ LÂM"])
    #expect(found("dien đàm", "điện đàm, diễn dam") == ["điện đàm"])
  }

  @Test func decomposedQueriesAndTextsMeetComposedOnes() {
    #expect(found("To\u{302} La\u{302}m", "Tô Lâm") == ["Tô Lâm"])
    #expect(found("Tô Lâm", "To\u{302} La\u{302}m").count == 1)
  }

  @Test func theLastWordMayBeBegunAndOnlyThatOne() {
    #expect(found("dien da", "điện đàm") == ["điện đà"])
    #expect(found("die dam", "điện đàm").isEmpty)
    #expect(found("lao", "Lào và Lao động, Clao") == ["Lào", "Lao"])
  }

  @Test func wordsNearEachOtherComeInAnyOrder() {
    let text = "Biển rộng và sông Đông dài; tàu ở biển Đông."
    #expect(found("bien dong~3", text) == ["Biển", "Đông", "biển", "Đông"])
    #expect(found("đông biển~0", text) == ["biển", "Đông"])
    #expect(found("đông biển~2", text) == ["biển", "Đông"])
    #expect(found("biển sông dà~4", text) == ["Biển", "sông", "dà", "biển"])
    #expect(found("biển núi~9", text).isEmpty)
    // A distance behind one word, or none that is one, says nothing.
    #expect(found("đông~4", text).count == 2 && SearchPhrase("đông~4")?.distance == nil)
    #expect(SearchPhrase("a b~100")?.distance == nil && SearchPhrase("a b~100")?.foldedWords.count == 3)
    #expect(SearchPhrase("a b~07")?.distance == 7)
  }

  @Test func punctuationBetweenWordsDoesNotMatter() {
    #expect(found("viet nam trieu tien", "Việt Nam-Triều Tiên; Việt Nam - Triều Tiên").count == 2)
    #expect(SearchPhrase("  --  ") == nil)
    #expect(SearchPhrase("=") == nil)
  }
}
