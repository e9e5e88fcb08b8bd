import Foundation
import Panes
import Screen
import Testing
import Text

@Suite struct PainterTests {
  @Test(arguments: ScreenCase.all) func aScreenLooksAsRecorded(_ item: ScreenCase) throws {
    let screen = try item.screen()
    if ProcessInfo.processInfo.environment["DYAD_RECORD"] == "1" {
      try item.record(screen)
    } else {
      #expect(screen == item.expected)
    }
  }

  @Test func thereAreCasesToLookAt() { #expect(ScreenCase.all.count >= 25) }

  @Test func everySizeFromNothingOnIsPainted() throws {
    var reader = try CaseReader(rows: ["row 2024-03-01 talks VN-KR Hội đàm 회담 tại Hà Nội"], isSample: false)
    for key in ["j", "c", "Esc", "?", "q", "/", "Esc", "i", "e", "Esc", "d", "Esc", "Esc"] {
      for columns in [0, 1, 2, 5, 9, 10, 11, 20, 39, 40, 71, 72, 99, 100] {
        for rows in [0, 1, 2, 3, 4, 9, 10, 15, 16] {
          reader.obey("size \(columns) \(rows)")
          let grid = Painter().paint(reader.state)
          #expect(grid.size == Size(columns: columns, rows: rows))
        }
      }
      reader.obey("size 80 24")
      reader.obey("keys " + key)
    }
  }

  @Test func onlyAsciiIsDrawnWhereOnlyAsciiIsWanted() throws {
    var reader = try CaseReader(rows: ["row 2024-03-01 talks VN-US Talks in Ha Noi"], isSample: false)
    reader.obey("size 120 40")
    let grid = Painter(usesASCII: true).paint(reader.state)
    let bar = 1
    for row in 0..<40 where row != bar {
      let line = grid.line(Row(row)).replacing("Việt Nam", with: "").replacing("Hoa Kỳ", with: "")
      let isPlain = line.utf8.allSatisfy { $0 < 0x80 }
      #expect(isPlain, "\(line)")
    }
  }
}
