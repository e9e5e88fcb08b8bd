import Asking
import Commands
import Diplomacy
import Model
import Text

/// Answers effects from a list of rows, the way an archive would, so that a state can be driven without one.
struct FakeWorld {
  struct Names: CountryNaming {
    private let known = [
      "VN": "Việt Nam", "KR": "Hàn Quốc", "KP": "Triều Tiên", "LA": "Lào", "JP": "Nhật Bản",
    ]
    func name(_ country: Country) -> String { known[country.code] ?? country.code }
    func matches(_ typed: String) -> [Country] {
      known.keys.sorted().compactMap { Country($0) }.filter {
        $0.code.lowercased() == typed.lowercased() || fold(name($0)).hasPrefix(fold(typed))
      }
    }
  }

  private(set) var rows: [TimelineRow] = []
  var state: BrowserState
  /// Effects that were not answered: quit, suspend and their like.
  var unanswered: [Effect] = []

  var saved: [SavedFilter] = []

  init(
    events: Int = 60, size: Size = Size(columns: 120, rows: 40),
    reader: FilterReader = FilterReader(spellings: Spellings([]), today: CalendarDay(ordinal: 0))
  ) {
    rows = FakeWorld.rows(events)
    let slots = (["VN"] + FakeWorld.codes).map { CountrySlot(country: Country($0)!, name: $0, events: 1) }
    state = BrowserState(
      slots: slots, names: Names(), keymap: .defaults, isSample: false, allEvents: events, reader: reader)
    answer(state.resize(size))
    answer(state.start())
  }

  private static let codes = ["KR", "KP", "LA", "JP"]

  /// Somebody stores events until there are so many.
  mutating func store(events: Int) { rows = FakeWorld.rows(events) }

  private static func rows(_ count: Int) -> [TimelineRow] {
    (0..<count).reversed().map { index in
      let day = CalendarDay(year: 2020, month: 1, day: 1)!.adding(days: index * 17)
      return TimelineRow(
        id: EventID(Int64(index + 1)), article: ArticleID(Int64(index + 1)), date: PartialDate(day), end: nil,
        kind: EventKind.allCases[index % EventKind.allCases.count], subkind: nil, status: .held,
        level: ProtocolLevel.allCases[index % 5], parties: Parties(.vietNam, Country(codes[index % 4])!)!,
        headline: "Tin số \(index) điện đàm")
    }
  }

  func kept(_ filter: Filter) -> [TimelineRow] {
    rows.filter { row in
      let countries = filter.countries
      let dyads = filter.dyads
      return (countries.isEmpty || countries.contains { row.parties.contains($0) })
        && (dyads.isEmpty || dyads.contains(row.parties.dyad))
        && !filter.excludedCountries.contains { row.parties.contains($0) }
        && !filter.excludedDyads.contains(row.parties.dyad)
        && (filter.kinds.isEmpty || filter.kinds.contains(row.kind))
        && (SearchPhrase(filter.searches.first ?? "").map { !$0.matches(in: row.headline).isEmpty } ?? true)
    }
  }

  mutating func press(_ commands: Command...) { for command in commands { answer(state.obey(command)) } }
  mutating func type(_ text: String) { for character in text { answer(state.type(character)) } }

  mutating func answer(_ effects: [Effect]) {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      if case .study = effect { continue }
      if let message = message(effect) { waiting += state.hear(message) } else { unanswered.append(effect) }
    }
  }

  func message(_ effect: Effect) -> Message? {
    switch effect {
    case .loadWindow(let request): return .window(generation: request.generation, window(request))
    case .loadRecord(let id): return .record(id, record(id))
    case .loadFacet(_, let filter, let generation):
      let kept = kept(filter)
      let counts = ["VN", "KR", "KP", "LA", "JP"].compactMap { Country($0) }.map { country in
        FacetCount(value: .country(country), events: kept.count { $0.parties.contains(country) })
      }
      return .facet(generation: generation, counts)
    case .loadMonths(_, let generation): return .months(generation: generation, [])
    case .countRows(let filter): return .rowsCounted(filter, kept(filter).count)
    case .countMatches(let search):
      return .matches(search, inAll: kept(search).count)
    case .findNeighbour(let id, let later, _):
      let dyad = rows.first { $0.id == id }?.parties.dyad
      let same = rows.filter { $0.parties.dyad == dyad }
      return .neighbour(later ? same.last { $0.id > id }?.id : same.first { $0.id < id }?.id)
    case .loadSavedFilters: return .savedFilters(saved, complaints: [])
    case .countFilter(let saved, let filter): return .filterCount(saved, kept(filter).count)
    case .rescan: return .rescanned([])
    case .refresh(let order):
      return .refreshed(
        Refreshed(
          order: order, window: window(order.window), months: [], all: rows.count,
          countries: [FacetCount(value: .country(.vietNam), events: rows.count)],
          matches: order.window.filter.searches.isEmpty ? nil : kept(order.window.filter.searchAlone).count))
    case .loadMarks: return .marks([])
    case .countRecord, .study, .keepOwn, .findUnread, .editNote, .correct, .copy, .putOnClipboard,
      .export, .prepare, .lend, .setTheme, .useMouse, .loadMacro, .saveMacro, .saveFilter,
      .ask, .redraw, .suspend, .quit:
      return nil
    }
  }

  private func window(_ request: WindowRequest) -> TimelineWindow {
    var kept = kept(request.filter)
    if request.order == .oldestFirst { kept.reverse() }
    guard !kept.isEmpty else { return .empty }
    let anchored: Int
    switch request.anchor {
    case .start: anchored = 0
    case .end: anchored = kept.count - 1
    case .position(let place): anchored = min(place, kept.count - 1)
    case .event(let id):
      anchored = kept.indices.min {
        abs(kept[$0].id.number - id.number) < abs(kept[$1].id.number - id.number)
      }!
    case .day, .span, .group: anchored = 0
    }
    let first = max(0, anchored - request.rows / 2)
    let rows = Array(kept[first..<min(kept.count, first + request.rows)])
    return TimelineWindow(rows: rows, first: first, total: kept.count, anchored: anchored)
  }

  private func record(_ id: EventID) -> EventRecord? {
    guard let row = rows.first(where: { $0.id == id }) else { return nil }
    let body = (1...40).map {
      "Đoạn \($0): hai bên điện đàm và trao đổi về hợp tác trên nhiều lĩnh vực cùng quan tâm."
    }
    let paragraphs =
      [Article.Paragraph(part: .title, text: row.headline)]
      + body.map { Article.Paragraph(part: .body, text: $0) }
    let article = Article(
      published: row.date, title: row.headline, paragraphs: paragraphs, language: .vietnamese, source: "x.txt"
    )
    let event = Event(date: row.date, kind: row.kind, level: row.level, parties: row.parties)
    return EventRecord(
      id: id, event: event, article: article, marks: [],
      coded: CodedEvent(event, of: ArticleHash(id.number), nth: 0))
  }
}
