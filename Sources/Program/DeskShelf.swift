import Diplomacy
import Model
import TOMLKit

/// Pins and histories: one file for all archives. What other instances have added meanwhile stays.
package struct DeskShelf: Sendable {
  private let file: StateFile
  private static let heading =
    "What dyad keeps whatever is open: country slots, and what was typed in prompts."

  package init(folders: DataFolders) { file = StateFile(path: folders.desk) }

  package func load() -> (desk: Desk, flaw: StateFlaw?) {
    switch file.read() {
    case .none: (Desk(), nil)
    case .damaged: (Desk(), .damaged(file.path))
    case .newer: (Desk(), .newer(file.path))
    case .table(let table): (DeskShelf.desk(table), nil)
    }
  }

  /// `before` is the desk as it was last loaded or saved here: pins are only written where they were changed.
  package func save(_ desk: Desk, before: Desk) throws(HandingProblem) {
    try file.alone { () throws(HandingProblem) in
      let standing = load().desk
      let kept = Desk(
        pins: desk.pins == before.pins ? standing.pins : desk.pins,
        histories: desk.histories.added(to: standing.histories))
      if kept != standing { try file.write(DeskShelf.heading, DeskShelf.lines(kept)) }
    }
  }

  private static func lines(_ desk: Desk) -> [(name: String, value: String)] {
    let pins = SlotBar.numbers.map { desk.pins[$0]?.code ?? "" }
    return [("pins", StateValue.texts(pins))]
      + Histories.Line.allCases.map { ($0.rawValue, StateValue.texts(desk.histories[$0])) }
  }

  private static func desk(_ table: TOMLTable) -> Desk {
    var pins: [Int: Country] = [:]
    for (number, code) in zip(SlotBar.numbers, table.texts("pins")) { pins[number] = Country(code) }
    let entries = Histories.Line.allCases.map { ($0, table.texts($0.rawValue)) }
    return Desk(pins: pins, histories: Histories(Dictionary(uniqueKeysWithValues: entries)))
  }
}
