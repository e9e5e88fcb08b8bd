import Commands
import Diplomacy
import Text

/// A line of the help screen: a heading, or a command and what it does, or more of what it does, or nothing.
package struct HelpLine: Hashable, Sendable {
  package var heading: String?
  package var command: Command?
  package var words = ""
}

// How things are shown: order, panes, help.
extension BrowserState {
  mutating func sort(_ order: TimelineOrder) -> [Effect] {
    guard order != self.order else {
      notice = Notice(
        text: order == .newestFirst ? "The newest stand first already." : "The oldest stand first already.",
        isWarning: false)
      return []
    }
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
        text: promptHelp ?? picker?.help ?? "",
        isWarning: false)
    }
    return []
  }

  /// What F1 tells in a prompt; nil where there is none.
  private var promptHelp: String? {
    switch prompt?.purpose {
    case .filter: "words  key:value,value  -not  a or b  (…)   country: kind: date:2024..   dyad help filter"
    case .export: say("The ending tells the form: .md .html .csv .jsonl .ics .txt; ~/ is your home.")
    case .pipe: say("A program and its arguments; no shell reads them. Tab: this report or all shown.")
    case .search, .command, .date, .saving: "Enter keeps, Esc gives back, Up is older."
    case nil: nil
    }
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

  /// Lines of the help screen: a heading per group, and every command with its words wrapped.
  package var helpLines: [HelpLine] {
    let room = max(8, layout.detail.size.columns - helpKeyWidth - 4)
    return CommandGroup.allCases.flatMap { group -> [HelpLine] in
      let rows = CommandTable.rows.filter { $0.group == group && ($0.command.slot ?? 1) == 1 }
      return [HelpLine(heading: say(group.rawValue))] + rows.flatMap { lines(of: $0, room: room) } + [
        HelpLine()
      ]
    }
  }

  /// Columns the keys have beside what they do.
  package var helpKeyWidth: Int { layout.detail.size.columns >= 56 ? 18 : 12 }

  private func lines(of row: CommandRow, room: Int) -> [HelpLine] {
    // The digits share one line.
    let help = say(row.command.slot == nil ? row.help : "Country in that slot on or off")
    let bytes = Array(help.utf8)
    return wrap(help, width: room).enumerated().map { index, range in
      HelpLine(
        command: index == 0 ? row.command : nil, words: String(decoding: bytes[range], as: UTF8.self))
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
