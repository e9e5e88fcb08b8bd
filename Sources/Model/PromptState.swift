import Asking
import Text

/// A line asked for at the bottom of the screen.
package struct PromptState: Sendable {
  package enum Purpose: Hashable, Sendable {
    case search, command, date, filter, saving
    /// Days to keep.
    case days
    /// A date to go to.
    case goTo
    /// A file for the events shown; the one named may be replaced.
    case export(replaces: String?)
    /// A command that reads the report at hand, or all events shown.
    case pipe(wholeView: Bool)
  }
  package let purpose: Purpose
  package var edit: LineEdit
  /// What is wrong with the filter being typed.
  package var mistake: Mistake?
  /// Older entries of this purpose, newest last.
  package let history: [String]
  /// How far back one has gone; 0 is the line being typed.
  package private(set) var age = 0
  /// The ways to go on, after Tab.
  package var completion: Completion?
  /// Whether a search leaves the other filters aside.
  package var searchesEverything = false
  /// The line being typed, while an older one stands in its place.
  private var draft = LineEdit()
  /// What is sought among the older entries.
  private var sought: String?

  package init(purpose: Purpose, text: String = "", history: [String]) {
    self.purpose = purpose
    edit = LineEdit(text)
    self.history = history
  }

  package mutating func recall(older: Bool) {
    let wanted = age + (older ? 1 : -1)
    guard (0...history.count).contains(wanted) else { return }
    show(wanted)
    sought = nil
  }

  /// The next older entry that has what was typed; nil is answered when there is none.
  package mutating func recallSought() -> String? {
    let wanted = sought ?? edit.text
    sought = wanted
    let older = history.dropLast(age)
    guard let place = older.lastIndex(where: { fold($0).contains(fold(wanted)) && $0 != edit.text }) else {
      return nil
    }
    show(history.count - place)
    return wanted
  }

  private mutating func show(_ wanted: Int) {
    if age == 0 { draft = edit }
    age = wanted
    edit = age == 0 ? draft : LineEdit(history[history.count - age])
  }

  /// Another key was pressed: what was sought and completed is over.
  package mutating func settle() {
    sought = nil
    completion = nil
  }
}
