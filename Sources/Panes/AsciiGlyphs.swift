import Diplomacy
import Model
import Screen
import Text

/// Stand-ins for the program's own glyphs where a terminal or font lacks them, or counts them as two cells.
enum AsciiGlyphs {
  private static let lines: [String: String] = [
    "‹": "<", "›": ">", "↕": "~", "→": ">", "▌": ">", "▸": "+", "▏": "|", "▕": "|", "│": "|", "─": "-",
    "┬": "+",
    "┴": "+", "…": "~", "–": "-",
    "★": "*", "✓": "+", "✗": "x", "×": "x", "↓": "v", "↑": "^", "“": "\"", "”": "\"", "▁": ".", "▂": ".",
    "▃": ":", "▄": ":",
    "▅": "+", "▆": "+", "▇": "#", "█": "#", "·": ".", "✎": "n", "∙": ".", "»": "m", "‘": "'", "’": "'",
    "—": "-", "−": "-",
  ]

  private static let table: [String: String] = {
    var table = lines
    for kind in EventKind.allCases { table[Wording.glyph(kind)] = Wording.asciiGlyph(kind) }
    return table
  }()

  static func replace(in grid: CellGrid) -> CellGrid {
    var copy = grid
    for row in 0..<grid.size.rows {
      for column in 0..<grid.size.columns {
        let cell = grid[Row(row), Column(column)]
        guard let plain = table[cell.glyph] else { continue }
        copy.put(plain, row: Row(row), column: Column(column), width: 1, style: cell.style)
      }
    }
    return copy
  }
}
