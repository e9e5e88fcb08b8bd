import Commands
import Diplomacy

// How things are shown: order, panes, help.
extension BrowserState {
  mutating func sort(_ order: TimelineOrder) -> [Effect] {
    guard order != self.order else { return [] }
    self.order = order
    return reloadHere()
  }

  mutating func toggleDensity() -> [Effect] {
    showsDensity.toggle()
    return []
  }

  mutating func placeDetail() -> [Effect] {
    switch placement {
    case .right: placement = .below
    case .below: placement = .off
    case .off: placement = .right
    }
    if placement == .off { focus = .timeline }
    notice = Notice(text: "Article: \(placement.rawValue)", isWarning: false)
    return []
  }

  mutating func share(by percent: Int) -> [Effect] {
    listShare = min(80, max(20, listShare + percent))
    return []
  }

  mutating func openHelp() -> [Effect] {
    if picker == nil, prompt == nil {
      helpTop = 0
    } else {
      notice = Notice(
        text: prompt == nil
          ? "Type to narrow. Tab adds, ! excludes, Enter keeps, Esc gives back."
          : "Enter keeps, Esc gives back, Up is older.", isWarning: false)
    }
    return []
  }

  /// Help scrolls by the keys of the panes; what closes it does nothing else. Nil lets the command act as usual.
  mutating func obeyInHelp(_ command: Command) -> [Effect]? {
    let page = max(1, layout.detail.size.rows - 2)
    switch command {
    case .moveDown: helpTop = (helpTop ?? 0) + 1
    case .moveUp: helpTop = max(0, (helpTop ?? 0) - 1)
    case .pageDown: helpTop = (helpTop ?? 0) + page
    case .pageUp: helpTop = max(0, (helpTop ?? 0) - page)
    case .halfPageDown: helpTop = (helpTop ?? 0) + page / 2
    case .halfPageUp: helpTop = max(0, (helpTop ?? 0) - page / 2)
    case .first: helpTop = 0
    case .last: helpTop = helpLineCount
    case .help, .leave, .back, .focusTimeline, .openArticle: helpTop = nil
    case .quit, .redraw, .suspend: return nil
    default:
      helpTop = nil
      return nil
    }
    if let top = helpTop { helpTop = min(top, max(0, helpLineCount - page)) }
    fit()
    return []
  }

  /// Lines of the help screen: a heading per group, a line per command.
  package var helpLines: [(heading: String?, row: CommandRow?)] {
    CommandGroup.allCases.flatMap { group -> [(heading: String?, row: CommandRow?)] in
      let rows = CommandTable.rows.filter { $0.group == group && ($0.command.slot ?? 1) == 1 }
      return [(group.rawValue, nil)] + rows.map { (nil, $0) } + [(nil, nil)]
    }
  }

  private var helpLineCount: Int { helpLines.count }

  mutating func stop() -> [Effect] {
    if stopIsArmed { return [.quit] }
    stopIsArmed = true
    notice = Notice(text: "Nothing is running. Ctrl-C again quits.", isWarning: false)
    return []
  }
}
