import Commands

// Why a command can do nothing now: asked by every key, by the palette and by the command line.
extension BrowserState {
  /// One sentence; nil when the command can be obeyed.
  package func reason(against command: Command) -> String? {
    command.row.needs.lazy.compactMap { missing($0, for: command) }.first
  }

  private func missing(_ need: Need, for command: Command) -> String? {
    func unless(_ isThere: Bool, _ sentence: @autoclosure () -> String) -> String? {
      isThere ? nil : sentence()
    }
    switch need {
    case .event:
      // A folded group opens too: it unfolds.
      let opens = command == .openArticle && timeline.selectedFold != nil
      return unless(opens || timeline.selected != nil, say("No event is selected."))
    case .report: return unless(detail.record != nil, say("There is no report at hand."))
    case .reports:
      return unless(detail.record?.reports.count ?? 0 > 1, say("This event has one report."))
    case .filter: return unless(!filter.isEmpty, say("No filter is set."))
    case .search:
      return unless(
        !shownFilter.searches.isEmpty,
        say("Nothing is searched for; %1 begins a search.", shownKey(.search)))
    case .place:
      let sentence = command == .swapPlace ? say("No last place yet.") : say("No jump to go back from.")
      return unless(!places.isEmpty, sentence)
    case .slot:
      return unless(bar[command.slot ?? 0] != nil, say("No country stands in that slot."))
    case .change: return unless(log.isWaiting || log.next(isUndo: true) != nil, say("Nothing to undo."))
    case .undoneChange:
      return unless(log.isWaiting || log.next(isUndo: false) != nil, say("Nothing to redo."))
    case .deed: return unless(!deeds.last.isEmpty, say("Nothing to repeat yet."))
    }
  }

  /// The key of a command in the panes, or how it is called by name.
  func shownKey(_ command: Command) -> String {
    let keys = [KeyContext.timeline, .detail].flatMap { keymap.keys(for: command, in: $0) }
    return keys.first?.name ?? ":" + command.rawValue
  }
}
