import Archive
import Asking
import Chronicle
import ChronicleData
import Commands
import Diplomacy
import Foundation
import Lexicons
import Model
import Panes
import Program
import Reading
import SQLiteArchive
import Screen
import Testing
import Text

/// A golden screen: `setup` tells size, rows and keys, `screen` holds the picture and below it its roles as letters.
///
/// Lines of `setup`, in order: `size 80 24`, `ascii`, `vietnamese` (the interface), `empty` (no events), `row DATE KIND VN-KR HEADLINE` (instead of the
/// sample; the date may be `2025-08-10..2025-08-13`, or followed by `>` and that of the report), below a row `evidence FIELD "WORDS" RULE` (the first such words of its text), `person VN NAME, TITLE` and
/// `report DATE SOURCE HEADLINE` (another report of it) and `paragraph TEXT` (one more of the report);
/// `closely` (statements and boilerplate are read); `keys j k Enter "han quoc" Tab`: names of keys as in help, text in quotes typed letter by letter;
/// `resize 40 12` at any place between.
struct ScreenCase: CustomTestStringConvertible, Sendable {
  let folder: URL
  var testDescription: String { folder.lastPathComponent }

  init(named name: String) { self.init(folder: ScreenCase.cases.appendingPathComponent(name)) }
  private init(folder: URL) { self.folder = folder }

  static let all: [ScreenCase] = {
    let folders = try? FileManager.default.contentsOfDirectory(at: cases, includingPropertiesForKeys: nil)
    return (folders ?? []).filter { FileManager.default.fileExists(atPath: $0.path + "/setup") }
      .sorted { $0.path < $1.path }.map { ScreenCase(folder: $0) }
  }()

  private static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases")

  var expected: String? { try? String(contentsOf: folder.appendingPathComponent("screen"), encoding: .utf8) }

  func record(_ screen: String) throws {
    try screen.write(to: folder.appendingPathComponent("screen"), atomically: true, encoding: .utf8)
  }

  /// The screen after the last line of the setup.
  func screen() throws -> String {
    let lines = try lines()
    let reader = try reader(lines.contains("vietnamese") ? CaseTongue(.vietnamese) : CaseTongue(.english))
    return Picture(grid: Painter(usesASCII: lines.contains("ascii")).paint(reader.state)).text
  }

  private func lines() throws -> [String] {
    try String(contentsOf: folder.appendingPathComponent("setup"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  /// Text that the setup types.
  func typed() throws -> String { try lines().filter { $0.hasPrefix("keys ") }.joined(separator: " ") }

  /// A reader after the last line of the setup, or after other keys than those of the setup.
  func reader(_ tongue: CaseTongue, keys: String? = nil) throws -> CaseReader {
    var lines = try lines()
    if let keys { lines = lines.filter { !$0.hasPrefix("keys ") } + ["keys " + keys] }
    let rows = lines.filter { line in
      ["row ", "evidence ", "person ", "report ", "paragraph "].contains { line.hasPrefix($0) }
    }
    var reader = try CaseReader(
      rows: lines.contains("empty") ? [] : rows, isSample: rows.isEmpty && !lines.contains("empty"),
      isReadClosely: lines.contains("closely"), in: tongue)
    for line in lines { reader.obey(line) }
    return reader
  }
}

/// In which language a reader of the screen is spoken to, and what becomes of the texts of the record.
struct CaseTongue {
  let say: Catalogue
  let names: any CountryNaming
  var text: (String) -> String = { $0 }
  var isMasked = false

  init(_ language: Article.Language) {
    say = Catalogue(InterfaceWords.phrases(in: language))
    names = NamesForReader(language)
  }

  init(say: Catalogue, names: any CountryNaming, text: @escaping (String) -> String) {
    self.say = say
    self.names = names
    self.text = text
    isMasked = true
  }
}

/// A reader of the screen: presses keys, and hears every answer before the next one.
struct CaseReader {
  private(set) var state: BrowserState
  /// Effects that no message answers: quit, suspend and their like.
  private(set) var unanswered: [Effect] = []
  private let effects: Effects
  private let archive: DiskArchive
  private let dispatcher = Dispatcher(keymap: .defaults)
  private let tongue: CaseTongue
  private var hasStarted = false

  /// Items are imported in another order where `isReversed`: events get other numbers then.
  init(
    rows: [String], isSample: Bool, isReadClosely: Bool = false, isReversed: Bool = false,
    in tongue: CaseTongue = CaseTongue(.english)
  ) throws {
    self.tongue = tongue
    archive = try DiskArchive.inMemory()
    let names = tongue.names
    let items =
      isSample
      ? CaseReader.chronicle.entries.map { CodedArticle(article: $0.article, events: [$0.event]) }
      : CaseRows(rows).articles
    let told = tongue.isMasked ? items.map { $0.masked(tongue.text) } : items
    _ = try archive.add(isReversed ? told.reversed() : told)
    effects = Effects(
      archive: archive, reader: isReadClosely ? CloseReader() : nil, say: tongue.say,
      marks: { _ in [] })
    let slots = try archive.facet(.country, .everything, limit: 9).compactMap { count -> CountrySlot? in
      guard case .country(let country) = count.value else { return nil }
      return CountrySlot(country: country, name: names.name(country), events: count.events)
    }
    state = BrowserState(
      slots: slots, names: names, keymap: .defaults, isSample: isSample,
      allEvents: try archive.count(.everything), say: tongue.say,
      reader: FilterReader(spellings: .ofCountries(), today: CalendarDay(year: 2026, month: 3, day: 15)!))
  }

  /// A further session on the same archive.
  func next(_ memory: SessionMemory) throws -> CaseReader {
    var later = self
    later.unanswered = []
    later.hasStarted = false
    later.state = BrowserState(
      slots: state.slots.map { CountrySlot(country: $0.country, name: $0.name, events: $0.events) },
      names: tongue.names, keymap: .defaults, isSample: state.isSample, allEvents: state.allEvents,
      desk: state.desk, say: tongue.say,
      reader: FilterReader(spellings: .ofCountries(), today: CalendarDay(year: 2026, month: 3, day: 15)!))
    try later.resume(memory)
    return later
  }

  /// Takes up another session, as the program does before its first screen.
  mutating func resume(_ memory: SessionMemory) throws {
    guard case .event(let event)? = memory.stand else { return state.resume(memory, at: nil) }
    state.resume(memory, at: try event.number(in: archive))
  }

  mutating func obey(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    switch words.first {
    case "size", "resize":
      let numbers = words.dropFirst().compactMap { Int($0) }
      guard numbers.count == 2 else { return }
      perform(state.resize(Size(columns: numbers[0], rows: numbers[1])))
      if !hasStarted { perform(state.start()) }
      hasStarted = true
    case "keys": press(line.dropFirst(5))
    default: break
    }
  }

  private mutating func press(_ line: Substring) {
    for (index, piece) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        // What is searched for must be found in masked texts too.
        let isSearch = state.prompt?.purpose == .search
        for character in isSearch ? tongue.text(String(piece)) : String(piece) {
          press(.character(character))
        }
      } else {
        for name in piece.split(separator: " ") { KeyPress(name: String(name)).map { press($0) } }
      }
    }
  }

  mutating func press(_ key: KeyPress) {
    switch dispatcher.press(key, in: state.context) {
    case .command(let command): perform(state.press(command))
    case .text(let character), .name(let character): perform(state.enter(String(character)))
    case .unbound(let key): perform(state.ignore(key.name))
    }
  }

  mutating func press(_ command: Command) { perform(state.press(command)) }

  mutating func type(_ text: String) { perform(state.enter(text)) }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      if let message = self.effects.performAtOnce(effect) {
        perform(state.hear(message))
      } else {
        unanswered.append(effect)
      }
    }
  }

  /// The sample by its table alone: a dispatch told at more length changes no picture.
  private static let chronicle = SampleChronicle(
    table: UnsafeBufferPointer(start: chronicle_table_bytes(), count: chronicle_table_size),
    dispatches: UnsafeBufferPointer(start: nil, count: 0))
}

/// A grid as text, then its roles as letters: a selected cell's letter is a capital, `@` is a match.
struct Picture {
  let grid: CellGrid

  var text: String {
    let rows = (0..<grid.size.rows).map { Row($0) }
    let cursor = grid.cursor.map { "cursor \($0.row.index) \($0.column.index)" } ?? "no cursor"
    return (rows.map { trimmed(grid.line($0)) } + [cursor] + rows.map { trimmed(roles($0)) }).joined(
      separator: "\n")
      + "\n"
  }

  private func roles(_ row: Row) -> String {
    (0..<grid.size.columns).map { column in
      let cell = grid[row, Column(column)]
      if cell.style.isMatch { return "@" }
      if cell.style.isSelected { return letter(cell.style.role).uppercased() }
      return cell.glyph == " " ? " " : letter(cell.style.role)
    }.joined()
  }

  private func letter(_ role: StyleRole) -> String {
    switch role {
    case .text: "t"
    case .dim: "m"
    case .heading: "h"
    case .accent: "a"
    case .rule: "r"
    case .firstParty: "f"
    case .secondParty: "s"
    case .country: "c"
    case .person: "p"
    case .date: "d"
    case .sum: "u"
    case .kind: "k"
    case .caption: "i"
    case .chip: "l"
    case .exclusion: "x"
    case .density: "n"
    case .densityView: "v"
    case .warning: "w"
    case .prompt: "y"
    case .evidence: "e"
    case .slotOn: "o"
    case .dropped: "b"
    case .added: "j"
    case .figure: "g"
    }
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
