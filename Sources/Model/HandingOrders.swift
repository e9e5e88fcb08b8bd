import Diplomacy

/// In which form one event is copied.
package enum CopyForm: String, CaseIterable, Sendable { case citation, text, markdown, json, source }

/// The events of a view, to be written into a file.
package struct ExportOrder: Hashable, Sendable {
  package let filter: Filter
  package let order: TimelineOrder
  /// As typed; its ending tells the form.
  package let path: String
  /// Whether a file that stands there may give way.
  package let replaces: Bool

  package init(filter: Filter, order: TimelineOrder, path: String, replaces: Bool) {
    self.filter = filter
    self.order = order
    self.path = path
    self.replaces = replaces
  }
}

/// What another program is to read on the terminal.
package enum ErrandOrder: Hashable, Sendable {
  /// The report in the reader's pager.
  case page(EventRecord)
  /// The skeleton of a brief on a pair, in the reader's pager.
  case pageBrief(Dyad)
  /// The report as text to a command.
  case pipe(EventRecord, command: String)
  /// The events of a view as JSON Lines to a command.
  case pipeView(Filter, TimelineOrder, command: String)

  /// A pager waits itself.
  package var waits: Bool {
    switch self {
    case .page, .pageBrief: false
    case .pipe, .pipeView: true
    }
  }
}
