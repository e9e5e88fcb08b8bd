import Commands
import Foundation
import Model
import Panes
import Screen
import Testing
import Text

/// The specification of the default keys, row by row.
struct KeymapRow: CustomTestStringConvertible, Sendable {
  let context: String
  let keys: [String]
  let intent: String
  /// Names of commands: one for all keys, or one each.
  let commands: [String]
  var testDescription: String { context + " " + keys.joined(separator: " ") + ": " + intent }

  static let all: [KeymapRow] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases/keymap.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("# The") }.map { line in
      let cells = line.split(separator: "\t").map(String.init)
      func words(_ cell: String) -> [String] { cell.split(separator: " ").map(String.init) }
      return KeymapRow(
        context: cells[0], keys: words(cells[1]), intent: cells[2], commands: words(cells[3]))
    }
  }()

  /// Rows without a command yet.
  static let open = all.filter { $0.commands == ["-"] }
}

@Suite struct KeymapTests {
  @Test func theSpecificationIsWhole() {
    #expect(KeymapRow.all.count == 137)
    #expect(KeymapRow.all.reduce(0) { $0 + $1.keys.count } == 191)
  }

  @Test(arguments: KeymapRow.all.filter { $0.commands != ["-"] })
  func everyKeyLeadsToTheCommandOfItsRow(row: KeymapRow) throws {
    let context = try #require(KeyContext(rawValue: row.context))
    for (index, name) in row.keys.enumerated() {
      let key = try #require(KeyPress(name: name), "\(name) is no key")
      let wanted = row.commands.count == 1 ? row.commands[0] : row.commands[index]
      #expect(Keymap.defaults.bindings[context]?[key]?.rawValue == wanted, "\(name)")
    }
  }

  /// Presses every key of a context, each in the same state, and names those that neither changed nor told anything.
  private func idleKeys(in context: KeyContext, after keys: String) throws -> [String] {
    var reader = try CaseReader(rows: [], isSample: true)
    reader.obey("size 120 40")
    reader.obey("keys " + keys)
    #expect(reader.state.context == context || context == .common)
    let before = Picture(grid: Painter().paint(reader.state)).text
    return (Keymap.defaults.bindings[context] ?? [:]).keys.filter { key in
      var tried = reader
      tried.press(key)
      let told = tried.state.notice != nil && tried.state.notice != reader.state.notice
      let isAsked = !tried.unanswered.isEmpty
      return !told && !isAsked && Picture(grid: Painter().paint(tried.state)).text == before
    }.map(\.name).sorted()
  }

  @Test(arguments: [
    (KeyContext.common, "/ \"viet nam\" Enter 2 x c \"kr\" Tab Enter j j j } } { Ctrl-E"),
    (.timeline, "j j j"),
    (.detail, "/ \"viet nam\" Enter j j j Enter j j"),
    (.why, "j i j j"),
    (.picker, "c \"an\" Left Down Down"),
    (.prompt, "/ \"dam\" Enter X / \"viet nam\" Enter X / \"lam\" Enter X / \"x\" Ctrl-W Up Up Alt-b Left"),
    (.naming, ","),
  ])
  func noKeyIsListedThatDoesNothing(context: KeyContext, keys: String) throws {
    let idle = try idleKeys(in: context, after: keys)
    #expect(idle.isEmpty, "\(idle)")
  }
}
