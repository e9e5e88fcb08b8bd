import Screen
import Testing
import Text

@Suite struct CellGridTests {
  @Test func textStaysInsideItsWidthAndNoGlyphIsHalved() {
    var grid = CellGrid(size: Size(columns: 6, rows: 2))
    #expect(grid.put("한국어", row: Row(0), column: Column(1), width: 5) == 4)
    #expect(grid.line(Row(0)) == " 한국 ")
    grid.put("x", row: Row(0), column: Column(2))
    #expect(grid.line(Row(0)) == "  x국 ")
    #expect(grid.put("abc", row: Row(7), column: Column(0)) == 0)
    #expect(grid.put("abcdefghij", row: Row(1), column: Column(-2)) == 8)
    #expect(grid.line(Row(1)) == "cdefgh")
  }

  @Test func nothingRawGetsIntoACell() {
    var grid = CellGrid(size: Size(columns: 10, rows: 1))
    grid.put("a\u{1B}[1mb\u{202E}", row: Row(0), column: Column(0))
    #expect(grid.line(Row(0)).hasPrefix("a␛[1mb·"))
  }

  @Test func anEmptyGridTakesEverythingQuietly() {
    var grid = CellGrid(size: Size(columns: 0, rows: 0))
    grid.put("x", row: Row(0), column: Column(0))
    grid.fill(Region(row: 0, column: 0, columns: 5, rows: 5), with: "x")
    grid.restyle(row: Row(0), columns: 0..<9) { $0.isMatch = true }
    #expect(grid.cells.isEmpty)
  }
}

@Suite struct ThemeFileTests {
  @Test func aWrongFileIsOneSentence() {
    let file = "mine"
    #expect(throws: ThemeProblem(sentence: "The theme \(file) has no [roles].")) {
      try Theme(toml: "", file: "mine")
    }
    #expect(throws: ThemeProblem(sentence: "The theme \(file) is not TOML.")) {
      try Theme(toml: "=", file: "mine")
    }
    #expect(
      ThemeProblem(sentence: "The theme \(file) is not TOML.").sentence == "The theme mine is not TOML.")
    #expect(throws: ThemeProblem.self) {
      try Theme(toml: "[roles]\ntext = { colour = \"red\" }", file: "mine")
    }
    #expect(throws: ThemeProblem.self) { try Theme(toml: "[roles]\nsky = {}", file: "mine") }
  }

  @Test func contrastIsThatOfTheStandard() {
    let (black, white) = (RGB(hex: "#000000")!, RGB(hex: "#ffffff")!)
    #expect(abs(black.contrast(with: white) - 21) < 0.01)
    #expect(abs(RGB(hex: "#767676")!.contrast(with: white) - 4.54) < 0.02)
  }
}
