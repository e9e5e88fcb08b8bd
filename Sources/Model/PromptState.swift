import Asking
import Diplomacy

/// A line asked for at the bottom of the screen.
package struct PromptState: Sendable {
  package enum Purpose: Hashable, Sendable {
    case search, command, date, filter, saving
    /// A note on the event; Tab takes it into the editor.
    case note(EventID)
    /// Whether all that is shown is set as read: one letter answers.
    case readAll
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

  package init(purpose: Purpose, text: String = "", history: [String]) {
    self.purpose = purpose
    edit = LineEdit(text)
    self.history = history
  }

  package mutating func recall(older: Bool) {
    let wanted = age + (older ? 1 : -1)
    guard (0...history.count).contains(wanted) else { return }
    age = wanted
    edit = LineEdit(age == 0 ? "" : history[history.count - age])
  }
}
