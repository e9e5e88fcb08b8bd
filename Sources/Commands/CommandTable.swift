/// One command as the reader meets it: a short label for the hint line, a line of help, its default keys.
package struct CommandRow: Sendable {
  package let command: Command
  package let group: CommandGroup
  /// One or two words for the hint line.
  package let label: String
  package let help: String
  package let keys: [KeyContext: [String]]
  /// What must be there for it to do anything.
  package let needs: [Need]
}

extension Command {
  package var row: CommandRow { CommandTable.row(of: self) }
}

package enum CommandTable {
  /// In the order of the help screen.
  package static let rows: [CommandRow] =
    moving + time + filters + searching + panes + views + reports + wording + own + handing + looking
    + program
    + again + picking + pinning + typing + finding

  /// What a reader can ask for by name: all but the keys of typing and picking.
  package static let nameable = rows.filter { $0.group != .picking && $0.group != .typing }

  static func row(of command: Command) -> CommandRow {
    byCommand[command]
      ?? CommandRow(command: command, group: .program, label: "", help: "", keys: [:], needs: [])
  }

  private static let byCommand = Dictionary(uniqueKeysWithValues: rows.map { ($0.command, $0) })

  static func row(
    _ command: Command, _ group: CommandGroup, _ label: String, _ help: String, _ keys: [KeyContext: String],
    needs: Need...
  ) -> CommandRow {
    CommandRow(
      command: command, group: group, label: label, help: help,
      keys: keys.mapValues { $0.split(separator: " ").map(String.init) }, needs: needs)
  }

  private static let moving = [
    row(
      .moveDown, .moving, "down", "Next event, or next line of the article",
      [.common: "j Down Ctrl-N", .why: "j Down Ctrl-N"]),
    row(
      .moveUp, .moving, "up", "Previous event, or previous line",
      [.common: "k Up Ctrl-P", .why: "k Up Ctrl-P"]),
    row(
      .pageDown, .moving, "page down", "One page down",
      [.common: "Space PgDn Ctrl-F", .why: "Space PgDn Ctrl-F"]),
    row(.pageUp, .moving, "page up", "One page up", [.common: "b PgUp Ctrl-B", .why: "b PgUp Ctrl-B"]),
    row(.halfPageDown, .moving, "half page down", "Half a page down", [.common: "Ctrl-D"]),
    row(.halfPageUp, .moving, "half page up", "Half a page up", [.common: "Ctrl-U"]),
    row(.first, .moving, "first", "First event, or top of the article", [.common: "g Home", .why: "g Home"]),
    row(.last, .moving, "last", "Last event, or end of the article", [.common: "G End", .why: "G End"]),
    row(
      .nextEvent, .moving, "next event", "Next event; the article follows", [.common: "J", .why: "J"],
      needs: .event),
    row(
      .previousEvent, .moving, "previous event", "Previous event; the article follows",
      [.common: "K", .why: "K"], needs: .event),
    row(
      .nextOfDyad, .moving, "pair's next", "Next event of this pair, filters set aside", [.common: ")"],
      needs: .event),
    row(
      .previousOfDyad, .moving, "pair's previous", "Previous event of this pair", [.common: "("],
      needs: .event),
    row(.nextGroup, .moving, "next heading", "Next heading, or next paragraph", [.common: "}"]),
    row(
      .previousGroup, .moving, "previous heading", "Previous heading, or previous paragraph", [.common: "{"]),
    row(.jumpBack, .moving, "jump back", "Back to where a jump began", [.common: "Ctrl-O"], needs: .place),
    row(.swapPlace, .moving, "last place", "Swap with the last place", [.common: "`"], needs: .place),
    row(.openArticle, .moving, "read", "Go into the article", [.timeline: "Enter l Right"], needs: .event),
    row(.focusTimeline, .moving, "timeline", "Back to the timeline", [.detail: "h Left", .why: "h Left"]),
  ]

  private static let filters =
    (1...9).compactMap { number in
      Command(rawValue: "slot-\(number)").map {
        row(
          $0, .filters, "country", "Country in slot \(number) on or off", [.common: "\(number)"], needs: .slot
        )
      }
    } + [
      row(.allCountries, .filters, "all countries", "All countries again", [.common: "0"]),
      row(
        .keepDyad, .filters, "this pair", "Only this pair; again: give up the filter", [.common: "="],
        needs: .event),
      row(.hideDyad, .filters, "hide pair", "Hide this pair", [.common: "-"], needs: .event),
      row(.chooseCountry, .filters, "country…", "Choose countries by name or code", [.common: "c"]),
      row(.chooseDyad, .filters, "pair…", "Choose pairs of countries", [.common: "d"]),
      row(.choosePerson, .filters, "person…", "Choose people", [.common: "p"]),
      row(.chooseKind, .filters, "kind…", "Choose kinds of event", [.common: "e"]),
      row(.chooseLevel, .filters, "level…", "Choose protocol levels", [.common: "L"]),
      row(.chooseMention, .filters, "mentioned…", "Choose countries that are only mentioned", [:]),
      row(.dropFilter, .filters, "drop filter", "Drop the filter set last", [.common: "x"], needs: .filter),
      row(.clearFilters, .filters, "clear filters", "Drop all filters", [.common: "X"], needs: .filter),
      row(
        .toggleFilters, .filters, "filters off/on", "All filters off, and on again", [.common: "\\"],
        needs: .filter),
      row(
        .filter, .filters, "filter…", "Write the filter, as in country:KR kind:visit,talks -date:2024",
        [.common: "F"]),
      row(.savedFilters, .filters, "saved filters…", "Choose a saved filter", [.common: "f"]),
      row(
        .saveFilter, .filters, "save filter", "Save this filter under a name", [.common: "B"], needs: .filter),
    ]

  private static let searching = [
    row(.search, .search, "search", "Search as you type; marks typed are marks meant", [.common: "/"]),
    row(
      .nextMatch, .search, "next match", "Next match, in the article or the timeline", [.common: "n"],
      needs: .search),
    row(.previousMatch, .search, "previous match", "Previous match", [.common: "N"], needs: .search),
    row(.leave, .search, "leave", "Leave the search; close what lies over", [.common: "Esc", .why: "Esc"]),
  ]

  private static let panes = [
    row(.nextPane, .panes, "other pane", "Next pane", [.common: "Tab"]),
    row(.previousPane, .panes, "other pane", "Previous pane", [.common: "Shift-Tab"]),
    row(.scrollOtherDown, .panes, "scroll other", "Scroll the other pane down", [.common: "Ctrl-E"]),
    row(.scrollOtherUp, .panes, "scroll other", "Scroll the other pane up", [.common: "Ctrl-Y"]),
    row(.toggleDensity, .panes, "density", "Density strip on or off", [.common: "%"]),
    row(.detailPlacement, .panes, "place article", "Article right, below, or off", [.common: "P"]),
    row(.narrowList, .panes, "narrow list", "Narrower list", [.common: "<"]),
    row(.widenList, .panes, "widen list", "Wider list", [.common: ">"]),
  ]

  private static let reports = [
    row(
      .countReports, .reports, "count reports", "Count reports instead of events, and back",
      [.timeline: "#", .view: "#"]),
    row(
      .chooseReport, .reports, "reports…", "Choose a report of this event", [:], needs: .reports
    ),
    row(
      .nextReport, .reports, "next report", "In the article: next report of this event", [.detail: "+"],
      needs: .reports),
    row(
      .previousReport, .reports, "previous report", "In the article: previous report of this event",
      [.detail: "_"], needs: .reports),
    row(
      .why, .reports, "why", "Why: a panel with the words each field rests on", [.common: "i", .why: "i"],
      needs: .report),
    row(
      .showWords, .reports, "show", "In the panel: show the words in the report", [.why: "Enter Right"],
      needs: .report),
    row(.correctCountry, .reports, "country…", "In the panel: correct a party", [.why: "c"], needs: .report),
    row(.correctKind, .reports, "kind…", "In the panel: correct the kind", [.why: "e"], needs: .report),
    row(.correctDate, .reports, "date…", "In the panel: correct the date", [.why: "d D"], needs: .report),
    row(.correctLevel, .reports, "level…", "In the panel: correct the level", [.why: "l L"], needs: .report),
    row(
      .notAnEvent, .reports, "no event", "In the panel: take it out, it is no event", [.why: "x"],
      needs: .report),
    row(.undo, .reports, "undo", "Undo the last change", [.common: "u", .why: "u"], needs: .change),
    row(
      .redo, .reports, "redo", "Redo what was undone", [.common: "Ctrl-R", .why: "Ctrl-R"],
      needs: .undoneChange),
  ]

  private static let program = [
    row(
      .help, .program, "help", "All keys of the place where you are",
      [.common: "? F1", .why: "? F1", .picker: "F1", .prompt: "F1"]),
    row(.palette, .program, "commands", "Every command, with its key", [.common: ";"]),
    row(.commandLine, .program, "command line", "Type a command by its name", [.common: ":"]),
    row(
      .redraw, .program, "redraw", "Draw the screen anew",
      [.common: "Ctrl-L", .why: "Ctrl-L", .prompt: "Ctrl-L"]),
    row(
      .suspend, .program, "suspend", "Suspend; fg in the shell comes back",
      [.common: "Ctrl-Z", .why: "Ctrl-Z"]),
    row(.stop, .program, "stop", "Stop; twice quits", [.common: "Ctrl-C", .why: "Ctrl-C"]),
    row(.back, .program, "back", "Back; from the timeline: quit", [.common: "q", .why: "q"]),
    row(.quit, .program, "quit", "Quit at once", [.common: "Q", .why: "Q"]),
  ]

  private static let picking = [
    row(.pickNext, .picking, "next", "Next item", [.picker: "Down Ctrl-N"]),
    row(.pickPrevious, .picking, "previous", "Previous item", [.picker: "Up Ctrl-P"]),
    row(.pickPageDown, .picking, "page down", "One page down", [.picker: "PgDn"]),
    row(.pickPageUp, .picking, "page up", "One page up", [.picker: "PgUp"]),
    row(.pickAdd, .picking, "more", "Take this one too, and go on", [.picker: "Tab"]),
    row(.pickAddUp, .picking, "more", "Take this one too, and go up", [.picker: "Shift-Tab"]),
    row(.accept, .picking, "keep", "Keep it", [.picker: "Enter", .prompt: "Enter"]),
    row(.acceptExclusion, .picking, "exclude", "Exclude it (or type ! first)", [.picker: "Alt-Enter"]),
    row(
      .cancel, .picking, "give back", "Give back what was",
      [.picker: "Esc Ctrl-G Ctrl-C", .prompt: "Esc Ctrl-G Ctrl-C", .naming: "Esc Ctrl-G Ctrl-C"]),
  ]

  private static let typing = [
    row(.complete, .typing, "complete", "Complete, or take the next way to go on", [.prompt: "Tab"]),
    row(.older, .typing, "older", "Older entry", [.prompt: "Up Ctrl-P"]),
    row(.newer, .typing, "newer", "Newer entry", [.prompt: "Down Ctrl-N"]),
    row(.cursorLeft, .typing, "left", "Cursor left", [.picker: "Left Ctrl-B", .prompt: "Left Ctrl-B"]),
    row(.cursorRight, .typing, "right", "Cursor right", [.picker: "Right Ctrl-F", .prompt: "Right Ctrl-F"]),
    row(
      .cursorStart, .typing, "start", "Start of the text", [.picker: "Home Ctrl-A", .prompt: "Home Ctrl-A"]),
    row(.cursorEnd, .typing, "end", "End of the text", [.picker: "End Ctrl-E", .prompt: "End Ctrl-E"]),
    row(
      .deleteBack, .typing, "delete", "Delete the character before",
      [.picker: "Backspace Ctrl-H", .prompt: "Backspace Ctrl-H"]),
    row(.deleteForward, .typing, "delete", "Delete the character after", [.prompt: "Delete Ctrl-D"]),
    row(
      .deleteWord, .typing, "delete word", "Delete the word before", [.picker: "Ctrl-W", .prompt: "Ctrl-W"]),
    row(.deleteToStart, .typing, "clear", "Delete to the start", [.picker: "Ctrl-U", .prompt: "Ctrl-U"]),
    row(.deleteToEnd, .typing, "clear", "Delete to the end", [.prompt: "Ctrl-K"]),
  ]
}
