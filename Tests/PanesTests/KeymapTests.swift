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
}

@Suite struct KeymapTests {
  @Test func theSpecificationIsWhole() {
    #expect(KeymapRow.all.count == 137)
    #expect(KeymapRow.all.reduce(0) { $0 + $1.keys.count } == 191)
  }

  @Test(arguments: KeymapRow.all)
  func everyKeyLeadsToTheCommandOfItsRow(row: KeymapRow) throws {
    let context = try #require(KeyContext(rawValue: row.context))
    for (index, name) in row.keys.enumerated() {
      let key = try #require(KeyPress(name: name), "\(name) is no key")
      let wanted = row.commands.count == 1 ? row.commands[0] : row.commands[index]
      #expect(Keymap.defaults.bindings[context]?[key]?.rawValue == wanted, "\(name)")
    }
  }

  /// Presses every key of a place, each in the same state, and names those that neither changed nor told anything.
  @Test(arguments: KeyPlace.all)
  func noKeyIsListedThatDoesNothing(place: KeyPlace) throws {
    let reader = try place.reader()
    #expect(reader.state.context == place.context)
    let before = Picture(grid: Painter().paint(reader.state)).text
    let idle = place.keys.filter { key in
      var tried = reader
      tried.press(key)
      let told = tried.state.notice != nil && tried.state.notice != reader.state.notice
      let isAsked = !tried.unanswered.isEmpty
      return !told && !isAsked && Picture(grid: Painter().paint(tried.state)).text == before
    }
    #expect(idle.isEmpty, "\(idle.map(\.name).sorted())")
  }

  @Test func everyContextIsAPlaceWhereKeysAreTried() {
    let tried = Set(KeyPlace.all.map(\.context))
    #expect(tried.union([.common]) == Set(KeyContext.allCases))
  }
}

/// Where keys are tried, and what was pressed to get there; the cursor stands between the ends of what it moves in.
struct KeyPlace: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let context: KeyContext
  /// The golden screen whose record it is; the sample where there is none.
  var record: String?
  var size = "120 40"
  let path: String

  static let all = [
    KeyPlace(
      testDescription: "timeline", context: .timeline,
      path: "/ \"viet nam\" Enter 2 x c \"kr\" Tab Enter j j j } } { Ctrl-E"),
    KeyPlace(
      testDescription: "article", context: .detail, path: "/ \"viet nam\" Enter j j j Enter j j %"),
    KeyPlace(testDescription: "chosen words", context: .detail, record: "trail", path: "j Enter * j j l l >"),
    KeyPlace(testDescription: "why", context: .why, path: "j i j j"),
    KeyPlace(testDescription: "list of countries", context: .picker, path: "c \"an\" Left Down Down"),
    KeyPlace(
      testDescription: "search", context: .prompt,
      path: "/ \"dam\" Enter X / \"viet nam\" Enter X / \"lam\" Enter X / \"x\" Ctrl-W Up Up Alt-b Left"),
    KeyPlace(testDescription: "name of a macro", context: .naming, path: ","),
    KeyPlace(testDescription: "grid", context: .view, size: "80 16", path: "v j Ctrl-E Ctrl-E"),
    KeyPlace(testDescription: "counts of a cell", context: .view, size: "80 24", path: "v Ctrl-E Tab j l"),
    KeyPlace(testDescription: "events of a cell", context: .view, path: "v j Shift-Tab j j"),
    KeyPlace(testDescription: "two pairs on one axis", context: .view, path: "v j j j m j m V % j l"),
    KeyPlace(testDescription: "people", context: .view, size: "80 12", path: "v v j Ctrl-E"),
    KeyPlace(testDescription: "whom one met", context: .view, size: "80 14", path: "v v j j Tab j"),
    KeyPlace(testDescription: "commitments", context: .view, size: "80 14", path: "v v v j j"),
    KeyPlace(
      testDescription: "report of a promise", context: .view, size: "80 14", path: "v v v j Tab j"),
    KeyPlace(testDescription: "visits", context: .view, size: "80 16", path: "v v v v P j Ctrl-E"),
    KeyPlace(testDescription: "course of a visit", context: .view, size: "80 14", path: "v v v v j Tab j"),
    KeyPlace(testDescription: "card", context: .view, path: "5 H j"),
    KeyPlace(testDescription: "left text", context: .compare, record: "compare", path: "V n n h j"),
    KeyPlace(testDescription: "right text", context: .compare, record: "compare", path: "V n n j"),
    KeyPlace(testDescription: "trail", context: .compare, record: "trail", path: "Enter * > > > * j"),
  ]

  /// The keys of the place, and those it has in common with others.
  var keys: [KeyPress] {
    let own = Keymap.defaults.bindings[context] ?? [:]
    let common = context.inheritsCommon ? Keymap.defaults.bindings[.common] ?? [:] : [:]
    return Array(Set(own.keys).union(common.keys))
  }

  func reader() throws -> CaseReader {
    guard let record else {
      var reader = try CaseReader(rows: [], isSample: true)
      reader.obey("size " + size)
      reader.obey("keys " + path)
      return reader
    }
    return try ScreenCase(named: record).reader(CaseTongue(.english), keys: path)
  }
}
