/// What must be there for a command to do anything; what is missing is told in its stead.
package enum Need: Sendable {
  /// A selected event.
  case event
  /// The report of the selected event.
  case report
  /// More than one report of it.
  case reports
  case filter, search
  /// A place that a jump left behind.
  case place
  /// A country in the slot of the command.
  case slot
  case change, undoneChange
  /// Something to repeat.
  case deed
}
