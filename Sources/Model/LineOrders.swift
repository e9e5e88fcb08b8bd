import Commands
import Diplomacy
import Text

/// What the command line takes with an argument, beside the names of commands.
enum LineOrder: String, CaseIterable, Sendable {
  case theme, sort, go, filter, saved, search, match, record, run, mouse, pin, unpin, promise
  case quit = "q"

  /// What follows, by example; empty where nothing does.
  var example: String {
    switch self {
    case .theme: "night"
    case .sort: "oldest"
    case .go: "2024-05"
    case .filter: "country:KR kind:visit"
    case .saved: "NAME"
    case .search: "điện đàm"
    case .match: "all"
    case .mouse: "on"
    case .pin: "3 KR"
    case .unpin: "3"
    case .promise: "met"
    case .record, .run: "a"
    case .quit: ""
    }
  }
}

// The command line: the name of a command, or an order and its argument.
extension BrowserState {
  mutating func run(_ line: String) -> [Effect] {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = words.first else { return [] }
    let argument = words.count > 1 ? words[1].split(separator: " ").joined(separator: " ") : ""
    let command = Command(rawValue: name).flatMap { commandNames.contains(name) ? $0 : nil }
    if let command, argument.isEmpty { return obey(command) }
    if let order = LineOrder(rawValue: name) { return obey(order, argument) }
    if let command {
      notice = Notice(text: say("%1 takes nothing behind it.", command.rawValue), isWarning: true)
      return []
    }
    let near = nearestName(to: name, among: commandNames + LineOrder.allCases.map(\.rawValue))
    notice = Notice(
      text: near.map { say("%1 is no command; %2 is.", name, $0) }
        ?? say("%1 is no command; Tab completes, ; lists them.", name), isWarning: true)
    return []
  }

  private mutating func obey(_ order: LineOrder, _ argument: String) -> [Effect] {
    if argument.isEmpty, order != .record, order != .quit { return tellArgument(of: order) }
    switch order {
    case .theme: return [.setTheme(argument)]
    case .sort: return sort(called: argument)
    case .go: return goTo(argument)
    case .filter: return setFilter(argument)
    case .saved: return setSaved(argument)
    case .search: return SearchPhrase(argument) == nil ? [] : refilter { $0.search(argument) }
    case .match: return match(argument)
    case .record: return record(argument)
    case .run: return argument.first.map { runMacro($0) } ?? []
    case .mouse: return useMouse(argument)
    case .pin: return pin(argument)
    case .unpin: return unpin(argument)
    case .promise:
      return PromiseStatus(rawValue: argument).map { judgePromise($0) } ?? tellWrong(argument, of: .promise)
    case .quit: return [.quit]
    }
  }

  private mutating func useMouse(_ argument: String) -> [Effect] {
    guard argument == "on" || argument == "off" else { return tellWrong(argument, of: .mouse) }
    notice = Notice(
      text: argument == "on"
        ? say("Clicks select and the wheel scrolls; :mouse off gives the mouse back.")
        : say("The terminal has the mouse again."), isWarning: false)
    return [.useMouse(argument == "on")]
  }

  private mutating func tellArgument(of order: LineOrder) -> [Effect] {
    let known = arguments(of: order)
    let examples = known.isEmpty ? [order.example] : known
    notice = Notice(
      text: say(
        "Behind it comes what is meant: %1", ":\(order.rawValue) " + examples.joined(separator: ", ")),
      isWarning: false)
    return []
  }

  mutating func tellWrong(_ argument: String, of order: LineOrder) -> [Effect] {
    let known = arguments(of: order).isEmpty ? [order.example] : arguments(of: order)
    notice = Notice(
      text: say(
        "“%1” will not do; write %2.", argument, ":\(order.rawValue) " + known.joined(separator: ", ")),
      isWarning: true)
    return []
  }

  private mutating func sort(called name: String) -> [Effect] {
    switch name {
    case "newest": return sort(by: .time, .newestFirst)
    case "oldest": return sort(by: .time, .oldestFirst)
    default:
      guard let sorting = Sorting(rawValue: name) else { return tellWrong(name, of: .sort) }
      return sort(by: sorting, order)
    }
  }

  private mutating func setFilter(_ text: String) -> [Effect] {
    saved = savedView
    prompt = PromptState(purpose: .filter, text: text, history: histories[.filters])
    return acceptFilter(text)
  }

  /// Chosen in the list of saved filters as soon as that is there.
  private mutating func setSaved(_ name: String) -> [Effect] {
    let effects = open(.savedFilters)
    return effects + pick { $0.edit { $0.insert(name) } } + acceptPick(excluding: false)
  }

  private mutating func match(_ argument: String) -> [Effect] {
    guard argument == "all" || argument == "any" else { return tellWrong(argument, of: .match) }
    matchesAll = argument == "all"
    let countries = slots.map(\.country).filter { filter.shows($0) }
    notice = Notice(
      text: matchesAll
        ? say("Digits ask for all of their countries at once.")
        : say("Digits ask for any of their countries."),
      isWarning: false)
    guard !countries.isEmpty else { return [] }
    let told = notice
    let effects = refilter { [matchesAll] filter in
      for country in countries { filter.toggle(country, amongAll: matchesAll) }
      for country in countries where !filter.shows(country) { filter.toggle(country, amongAll: matchesAll) }
    }
    notice = told
    return effects
  }

  // MARK: completion

  func commandCandidates(_ text: String) -> (begun: String, [Completion.Candidate]) {
    guard let blank = text.firstIndex(of: " ") else {
      let orders = LineOrder.allCases.filter { $0 != .quit }.map {
        Completion.Candidate($0.rawValue + " ", note: arguments(of: $0).first ?? $0.example)
      }
      let taken = Set(LineOrder.allCases.map(\.rawValue))
      let commands = CommandTable.nameable.map(\.command).filter {
        $0.slot == nil && !taken.contains($0.rawValue)
      }
      let all = commands.map { Completion.Candidate($0.rawValue) } + orders
      return (text, all.filter { $0.text.hasPrefix(text) }.sorted { $0.text < $1.text })
    }
    let argument = String(text[text.index(after: blank)...])
    guard let order = LineOrder(rawValue: String(text[..<blank])) else { return (argument, []) }
    if order == .filter { return filterCandidates(argument) }
    let known = order == .search ? histories[.searches].reversed() : arguments(of: order)
    return (
      argument, known.filter { fold($0).hasPrefix(fold(argument)) }.map { Completion.Candidate($0) }
    )
  }

  /// What may follow, where that can be listed.
  private func arguments(of order: LineOrder) -> [String] {
    switch order {
    case .theme: themes
    case .sort: sortings
    case .match: ["any", "all"]
    case .mouse: ["on", "off"]
    case .promise: PromiseStatus.allCases.map(\.rawValue)
    case .go: Set(months.map(\.year)).sorted(by: >).map(String.init)
    case .saved: savedNames
    case .unpin: bar.pins.keys.sorted().map(String.init)
    case .filter, .search, .record, .run, .pin, .quit: []
    }
  }

  private var sortings: [String] {
    let isSearching = !shownFilter.searches.isEmpty
    return ["newest", "oldest"]
      + Sorting.allCases.filter { $0 != .time && ($0 != .match || isSearching) }.map(\.rawValue)
  }

  var commandNames: [String] { CommandTable.nameable.map(\.command.rawValue) }
}
