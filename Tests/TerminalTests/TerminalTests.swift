import Screen
import Support
import Terminal
import Testing
import Text

/// The inputs a decoder makes of bytes that came in one piece.
private func decoded(_ bytes: [UInt8], with decoder: inout KeyDecoder) -> [Input] {
  var inputs = bytes.compactMap { decoder.feed(.byte($0)) }
  if let last = decoder.flush() { inputs.append(last) }
  return inputs
}

private func decoded(_ text: String) -> [Input] {
  var decoder = KeyDecoder()
  return decoded(Array(text.utf8), with: &decoder)
}

@Suite struct KeyDecoderTests {
  @Test(arguments: [
    ("a", KeyPress.character("a")), (" ", .character(" ")), ("ệ", .character("ệ")), ("한", .character("한")),
    ("😀", .character("😀")), ("\t", .tab), ("\r", .enter), ("\n", .enter), ("\u{8}", .backspace),
    ("\u{7F}", .backspace), ("\u{1B}", .escape), ("\u{1B}\u{1B}", .escape), ("\u{1B}x", .alt("x")),
    ("\u{1B}đ", .alt("đ")), ("\u{1B}\r", .altEnter), ("\u{1}", .control("a")), ("\u{1A}", .control("z")),
    ("\u{1C}", .control("\\")),
  ])
  func bytesBecomeTheKeyThatWasPressed(bytes: String, key: KeyPress) {
    #expect(decoded(bytes) == [.key(key)])
  }

  @Test func aCharacterMayArriveInTwoPieces() {
    var decoder = KeyDecoder()
    let bytes = Array("ệ".utf8)
    #expect(decoded(Array(bytes[..<2]), with: &decoder).isEmpty)
    #expect(decoded(Array(bytes[2...]), with: &decoder) == [.key(.character("ệ"))])
  }

  @Test func wrongBytesAreDroppedAndTheKeysAfterThemKept() {
    var decoder = KeyDecoder()
    let bytes: [UInt8] = [0xFF, 0x61, 0xC3, 0x62, 0x80, 0xED, 0xA0, 0x80, 0xC2, 0x9B, 0x00, 0x63]
    let keys: [Input] = [.key(.character("a")), .key(.character("b")), .key(.character("c"))]
    #expect(decoded(bytes, with: &decoder) == keys)
  }

  @Test func aPasteIsOneTextInNFC() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(.function(0x7001)) == nil)
    #expect(decoded(Array("q\nTo\u{302}".utf8), with: &decoder).isEmpty)
    let paste = decoder.feed(.function(0x7002))
    #expect(paste == .pasted("q\nTô"))
    #expect(decoded(Array("q".utf8), with: &decoder) == [.key(.character("q"))])
  }

  @Test func aPasteThatNeverEndsDoesNotLockTheKeyboard() {
    var decoder = KeyDecoder()
    _ = decoder.feed(.function(0x7001))
    let long = [UInt8](repeating: 0x61, count: 50_000)
    #expect(decoded(long, with: &decoder).isEmpty)
    #expect(decoded([0x1B], with: &decoder) == [.pasted(String(repeating: "a", count: 10_000))])
    #expect(decoded([0x71], with: &decoder) == [.key(.character("q"))])
  }

  @Test func unknownFunctionKeysAndResizesAreSilent() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(.function(0x19A)) == nil)
    #expect(decoder.feed(.function(0x3FF)) == nil)
    #expect(decoder.feed(.function(0x103)) == .key(.up))
  }
}

@Suite struct WidthTests {
  @Test func everyCharacterShownTakesTheCellsTheCLibraryGivesIt() {
    var wrong: [String] = []
    for value in 0x20...0x3FFFF {
      guard let scalar = Unicode.Scalar(UInt32(value)), visible(String(scalar)).unicodeScalars.first == scalar
      else {
        continue
      }
      let cells = cellWidth(String(scalar))
      if cells != librarysWidth(of: scalar) {
        wrong.append("U+\(String(value, radix: 16)) \(cells) \(librarysWidth(of: scalar))")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) wrong: \(wrong.prefix(40))")
  }
}

@Suite struct ScreenEmulatorTests {
  @Test func textCursorAndErasureAreObeyed() {
    var screen = ScreenEmulator(columns: 10, rows: 3)
    screen.feed(Array("\u{1B}[?1049h\u{1B}[2;3HTô 한국\u{1B}[1K\u{1B}[3;1Hxxxxxxxxxxy".utf8))
    #expect(screen.unknown.isEmpty)
    #expect(screen.isAlternate)
    #expect(screen.lines == ["", "xxxxxxxxxx", "y"])
  }

  @Test func wideCharactersTakeTwoCells() {
    var screen = ScreenEmulator(columns: 6, rows: 2)
    screen.feed(Array("한국\u{1B}[1;2Ha".utf8))
    #expect(screen.lines[0] == " a국")
    screen.feed(Array("\u{1B}[2;1Ha\u{1B}[4b".utf8))
    #expect(screen.lines[1] == "aaaaa")
  }

  @Test func sequencesMayArriveInPiecesAndUnknownOnesAreKept() {
    var screen = ScreenEmulator(columns: 4, rows: 1)
    for byte in Array("\u{1B}[31mệ\u{1B}[5n".utf8) { screen.feed([byte]) }
    #expect(screen.lines == ["ệ"])
    #expect(screen.unknown == ["CSI 5n"])
  }
}

@Suite struct RecordedDisplayTests {
  @Test func inputsComeInOrderAndThenTheEnd() {
    let display = RecordedDisplay(
      size: Size(columns: 4, rows: 1), inputs: [.key(.enter), .resized], sizes: [Size(columns: 1, rows: 1)])
    #expect(display.next() == .key(.enter))
    display.waker.wake()
    #expect(display.next() == .woken)
    #expect(display.next() == .resized)
    #expect(display.size == Size(columns: 1, rows: 1))
    #expect(display.next() == .ended)
  }
}
