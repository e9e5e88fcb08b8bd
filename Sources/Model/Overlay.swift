import Asking
import Commands
import Text

/// What lies over the detail: keys, or what was told in this session.
package enum Overlay: Hashable, Sendable {
  /// The keys of the place where help was asked for come first.
  case keys(KeyContext)
  case messages
}

/// A line of the help screen: a heading, or keys and what they do, or more of what they do, or nothing.
package struct HelpLine: Hashable, Sendable {
  package var heading: String?
  /// In the order in which they were bound.
  package var keys: [String] = []
  package var words = ""
  package var isWarning = false
}

// Help and messages, laid over the detail.
extension BrowserState {
  mutating func open(_ overlay: Overlay) -> [Effect] {
    self.overlay = overlay
    helpTop = 0
    return []
  }

  /// Lines of what lies over the detail, wrapped at its width.
  package var helpLines: [HelpLine] {
    switch overlay {
    case .keys(let context): keyLines(context)
    case .messages: messageLines
    }
  }

  package var overlayTitle: String {
    switch overlay {
    case .keys(let context): title(of: context)
    case .messages: say("Messages of this session")
    }
  }

  // MARK: keys

  private func title(of context: KeyContext) -> String {
    switch context {
    case .timeline, .common: say("Keys in the timeline")
    case .detail: say("Keys in the article")
    case .compare: say("Keys over compared texts and a trail")
    case .view: say("Keys in a view")
    case .why: say("Keys in the why panel")
    case .picker: say("Keys in a picker")
    case .prompt: say("Keys in a prompt")
    case .naming: say("The next key names a macro")
    }
  }

  /// The keys of the place first, then those that work in both panes, then the other places.
  private func keyLines(_ context: KeyContext) -> [HelpLine] {
    var lines = section(nil, rows(of: context), context)
    // Whoever writes a filter asks for its signs before the keys.
    if prompt?.purpose == .filter { lines = filterLines + lines }
    if prompt?.purpose == .search { lines += filterLines }
    let inherits = context.inheritsCommon
    if inherits { lines += commonLines }
    for other in KeyContext.allCases where other != context && other != .common && other != .naming {
      lines += section(title(of: other), rows(of: other), other)
    }
    if !inherits { lines += commonLines }
    return lines
  }

  private var commonLines: [HelpLine] {
    CommandGroup.allCases.flatMap { group -> [HelpLine] in
      let rows = CommandTable.nameable.filter { row in
        row.group == group && (isBound(row.command, in: .common) || !isBoundAnywhere(row.command))
      }
      return section(say(group.rawValue), rows, .common)
    }
  }

  private func rows(of context: KeyContext) -> [CommandRow] {
    let rows = CommandTable.rows.filter { isBound($0.command, in: context) }
    // What has to do with typing and picking comes first where one types and picks.
    return rows.filter { $0.group == .picking || $0.group == .typing }
      + rows.filter { $0.group != .picking && $0.group != .typing }
  }

  private func isBound(_ command: Command, in context: KeyContext) -> Bool {
    !keymap.ownKeys(for: command, in: context).isEmpty
  }

  private func isBoundAnywhere(_ command: Command) -> Bool {
    KeyContext.allCases.contains { isBound(command, in: $0) }
  }

  private func section(_ heading: String?, _ rows: [CommandRow], _ context: KeyContext) -> [HelpLine] {
    guard !rows.isEmpty else { return [] }
    let slots = rows.filter { $0.command.slot != nil }
    let lines = rows.flatMap { row -> [HelpLine] in
      guard row.command.slot == nil else {
        return row.command == slots.first?.command ? slotLines(slots, context) : []
      }
      let keys = keymap.ownKeys(for: row.command, in: context).map(\.name)
      return wrapped(say(row.help), keys.isEmpty ? [":" + row.command.rawValue] : keys)
    }
    return (heading.map { [HelpLine(heading: $0)] } ?? []) + lines + [HelpLine()]
  }

  /// The digits share one line.
  private func slotLines(_ rows: [CommandRow], _ context: KeyContext) -> [HelpLine] {
    let keys = rows.compactMap { keymap.ownKeys(for: $0.command, in: context).first?.name }
    let isPlain = keys == (1...9).map(String.init)
    if rows.first?.command == .pin1 {
      let isUsual = keys == (1...9).map { "Alt-\($0)" }
      return wrapped(say("Pin the country to that slot, or take the pin off"), isUsual ? ["Alt-1…9"] : keys)
    }
    return wrapped(say("Country in that slot on or off"), isPlain ? ["1-9"] : keys)
  }

  private func wrapped(_ words: String, _ keys: [String] = [], isWarning: Bool = false) -> [HelpLine] {
    let room = max(8, layout.detail.size.columns - helpKeyWidth - 4)
    let bytes = Array(words.utf8)
    return wrap(words, width: room).enumerated().map { index, range in
      HelpLine(
        keys: index == 0 ? keys : [], words: String(decoding: bytes[range], as: UTF8.self),
        isWarning: isWarning)
    }
  }

  /// Columns the keys have beside what they do.
  package var helpKeyWidth: Int {
    switch overlay {
    case .keys: layout.detail.size.columns >= 56 ? 18 : 12
    case .messages: 0
    }
  }

  /// How a filter is written; an example stands where a key would.
  private var filterLines: [HelpLine] {
    let entries: [(String, String)] = [
      ("tô lâm", say("Both words in one report; marks typed are marks meant")),
      ("\"tô lâm\"", say("The phrase; its last word may be only begun")),
      ("=to lam", say("Exactly these marks")),
      ("country:KR,JP", say("One of them is a party: by code or by name")),
      ("dyad:VN-KR", say("The pair, in either order")),
      ("kind:visit", say("Also subkind: level: status: topic:")),
      ("person:putin", say("A person whose name has these words")),
      ("date:2024..", say("2025, 2025-10, 2024..2026, last-90d")),
      ("host:LA", say("On whose territory; mentions: names no party")),
      ("-kind:call", say("A minus leaves out")),
      ("a or b", say("One of the two; parentheses group")),
    ]
    return [HelpLine(heading: say("How a filter is written"))]
      + entries.flatMap { wrapped($0.1, [$0.0]) } + [HelpLine()]
  }

  // MARK: messages

  /// The newest first.
  private var messageLines: [HelpLine] {
    let lines = messages.reversed().flatMap { wrapped($0.text, isWarning: $0.isWarning) }
    return lines.isEmpty ? wrapped(say("Nothing was told yet.")) : lines
  }

  /// Every notice of the session, the newest last.
  mutating func keep(_ notice: Notice) {
    guard messages.last != notice else { return }
    messages.append(notice)
    if messages.count > 200 { messages.removeFirst() }
  }

  // MARK: scrolling

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
    case .last: helpTop = helpLines.count
    case .help, .leave, .back, .focusTimeline, .openArticle, .cancel, .accept: helpTop = nil
    case .quit, .redraw, .suspend: return nil
    default:
      helpTop = nil
      // A prompt or picker below keeps what was typed; other keys mean nothing to it.
      return prompt == nil && picker == nil ? nil : []
    }
    if let top = helpTop { helpTop = min(top, max(0, helpLines.count - page)) }
    fit()
    return []
  }
}
