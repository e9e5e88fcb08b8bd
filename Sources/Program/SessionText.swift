import Asking
import Diplomacy
import Model
import TOMLKit

/// A session as lines of TOML. What is missing or makes no sense there is as in a fresh session.
enum SessionText {
  // MARK: writing

  static func lines(_ memory: SessionMemory) -> [(name: String, value: String)] {
    stand(memory.stand) + [
      ("list-line", "\(memory.listOffset)"),
      ("filter", StateValue.text(memory.filter.text)), ("filter-on", "\(memory.filterIsOn)"),
      ("match-all", "\(memory.matchesAll)"),
      ("order", StateValue.text(memory.arrangement.order.rawValue)),
      ("sorting", StateValue.text(memory.arrangement.sorting.rawValue)),
      ("zoom", StateValue.text(memory.arrangement.zoom.rawValue)),
      ("folds-all", "\(memory.arrangement.folding.foldsAll)"),
      ("folds", StateValue.texts(memory.arrangement.folding.exceptions.map(GroupText.text).sorted())),
      ("clock", StateValue.text(memory.clock.rawValue)),
      ("counting", StateValue.text(memory.counting.rawValue)),
      ("article", StateValue.text(memory.placement.rawValue)), ("list-share", "\(memory.listShare)"),
      ("density", "\(memory.showsDensity)"), ("reading", "\(memory.focus == .detail)"),
      ("article-place", StateValue.numbers(numbers(memory.articlePlace))),
      ("paragraph-numbers", "\(memory.articleOptions.showsNumbers)"),
      ("asides-hidden", "\(memory.articleOptions.hidesAsides)"),
      ("statements", "\(memory.articleOptions.showsStatements)"),
      ("view", StateValue.text(memory.view.rawValue)),
    ] + cursor(memory.viewCursor) + (memory.theme.map { [("theme", StateValue.text($0))] } ?? [])
  }

  private static func stand(_ stand: Stand?) -> [(name: String, value: String)] {
    switch stand {
    case nil: return []
    case .group(let group): return [("group", StateValue.text(GroupText.text(group)))]
    case .event(let event):
      let name = event.name.map { name in
        [
          name.article.hex, name.parties.code, name.date?.iso ?? "", name.kind.rawValue, "\(name.nth)",
        ]
      }
      let shown = [event.date?.iso ?? "", event.parties.code, event.kind.rawValue]
      return [
        ("event-number", "\(event.id.number)"), ("event-shown", StateValue.texts(shown)),
        ("event", StateValue.texts(name ?? [])),
      ]
    }
  }

  /// A line from the start, a paragraph and a byte of it, or lines from the end.
  private static func numbers(_ place: DetailState.Place) -> [Int] {
    switch place {
    case .line(let line): [line]
    case .words(let paragraph, let byte): [paragraph, byte]
    case .fromEnd(let lines): [-lines]
    }
  }

  private static func cursor(_ cursor: ViewCursor?) -> [(name: String, value: String)] {
    switch cursor {
    case nil: []
    case .cell(let cell):
      [("cell", StateValue.texts([cell.dyad?.code ?? "", cell.year.map(String.init) ?? ""]))]
    case .person(let name, let country): [("person", StateValue.texts([name, country.code]))]
    case .promise(let text, let event): [("promise", StateValue.texts([text, "\(event.number)"]))]
    }
  }

  // MARK: reading

  static func memory(_ table: TOMLTable, _ filter: Filter) -> SessionMemory {
    var memory = SessionMemory()
    memory.stand = stand(table)
    memory.listOffset = max(0, table["list-line"]?.int ?? 0)
    memory.filter = filter
    memory.filterIsOn = table["filter-on"]?.bool ?? true
    memory.matchesAll = table["match-all"]?.bool ?? false
    memory.arrangement = arrangement(table)
    memory.clock = table.word("clock") ?? memory.clock
    memory.counting = table.word("counting") ?? memory.counting
    memory.placement = table.word("article") ?? memory.placement
    memory.listShare = table["list-share"]?.int ?? memory.listShare
    memory.showsDensity = table["density"]?.bool ?? true
    memory.focus = table["reading"]?.bool ?? false ? .detail : .timeline
    memory.articlePlace = place(table.numbers("article-place"))
    memory.articleOptions.showsNumbers = table["paragraph-numbers"]?.bool ?? false
    memory.articleOptions.hidesAsides = table["asides-hidden"]?.bool ?? false
    memory.articleOptions.showsStatements = table["statements"]?.bool ?? false
    memory.view = table.word("view") ?? memory.view
    memory.viewCursor = cursor(table, memory.view)
    memory.theme = table["theme"]?.string
    return memory
  }

  private static func arrangement(_ table: TOMLTable) -> Arrangement {
    var arrangement = Arrangement()
    arrangement.order = table.word("order") ?? arrangement.order
    arrangement.sorting = table.word("sorting") ?? arrangement.sorting
    arrangement.zoom = table.word("zoom") ?? arrangement.zoom
    arrangement.folding = Folding(foldsAll: table["folds-all"]?.bool ?? false)
    for group in table.texts("folds").compactMap(GroupText.group) {
      if arrangement.folding.foldsAll {
        arrangement.folding.unfold(group)
      } else {
        arrangement.folding.fold(group)
      }
    }
    return arrangement
  }

  private static func stand(_ table: TOMLTable) -> Stand? {
    if let group = table["group"]?.string.flatMap(GroupText.group) { return .group(group) }
    let shown = table.texts("event-shown")
    guard let number = table["event-number"]?.int, shown.count == 3, let parties = Parties(code: shown[1]),
      let kind = EventKind(rawValue: shown[2])
    else { return nil }
    return .event(
      RememberedEvent(
        name: name(table.texts("event")), id: EventID(Int64(number)), date: PartialDate(iso: shown[0]),
        parties: parties, kind: kind))
  }

  private static func name(_ words: [String]) -> CodedEvent? {
    guard words.count == 5, let article = ArticleHash(hex: words[0]), let parties = Parties(code: words[1]),
      let kind = EventKind(rawValue: words[3]), let nth = Int(words[4]), nth >= 0
    else { return nil }
    return CodedEvent(
      article: article, parties: parties, date: PartialDate(iso: words[2]), kind: kind, nth: nth)
  }

  private static func place(_ numbers: [Int]) -> DetailState.Place {
    switch numbers.count {
    case 1 where numbers[0] < 0: .fromEnd(-max(numbers[0], -Int(Int32.max)))
    case 1: .line(min(numbers[0], Int(Int32.max)))
    case 2: .words(paragraph: max(0, numbers[0]), byte: max(0, numbers[1]))
    default: .line(0)
    }
  }

  private static func cursor(_ table: TOMLTable, _ view: BrowserView) -> ViewCursor? {
    func pair(_ name: String) -> (String, String)? {
      let words = table.texts(name)
      return words.count == 2 ? (words[0], words[1]) : nil
    }
    switch view {
    case .timeline: return nil
    case .dyadYears:
      return pair("cell").map { .cell(GridState.Cell(dyad: Parties(code: $0.0)?.dyad, year: Int($0.1))) }
    case .people:
      return pair("person").flatMap { name, code in Country(code).map { .person(name: name, country: $0) } }
    case .commitments:
      return pair("promise").flatMap { text, number in
        Int64(number).map { .promise(text, event: EventID($0)) }
      }
    }
  }
}

/// A group of the timeline as a word: `months:2024-04+3`, `undated`, `pair:VN-KR`, `level:minister`, `kind:visit`.
enum GroupText {
  static func text(_ group: TimelineGroup) -> String {
    switch group {
    case .months(let first, let count):
      let month = first % 12 + 1
      return "months:\(first / 12)-" + (month < 10 ? "0" : "") + "\(month)+\(count)"
    case .undated: return "undated"
    case .pair(let dyad): return "pair:" + dyad.code
    case .level(let level): return "level:" + level.rawValue
    case .kind(let kind): return "kind:" + kind.rawValue
    }
  }

  static func group(_ text: String) -> TimelineGroup? {
    if text == "undated" { return .undated }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "months": return months(parts[1])
    case "pair": return Parties(code: parts[1]).map { .pair($0.dyad) }
    case "level": return ProtocolLevel(rawValue: parts[1]).map { .level($0) }
    case "kind": return EventKind(rawValue: parts[1]).map { .kind($0) }
    default: return nil
    }
  }

  private static func months(_ text: String) -> TimelineGroup? {
    let numbers = text.split { "-+".contains($0) }.map { Int($0) ?? -1 }
    guard numbers.count == 3, (0...9999).contains(numbers[0]), (1...12).contains(numbers[1]),
      [1, 3, 12, 120].contains(numbers[2])
    else { return nil }
    return .months(first: numbers[0] * 12 + numbers[1] - 1, count: numbers[2])
  }
}
