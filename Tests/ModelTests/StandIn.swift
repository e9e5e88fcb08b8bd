import Commands
import Diplomacy
import Text

@testable import Model

/// Names handed in by the tests.
struct FewNames: CountryNaming {
  static let known = [
    ("KR", "Hàn Quốc", "south korea"), ("JP", "Nhật Bản", "japan"), ("US", "Hoa Kỳ", "united states"),
    ("CN", "Trung Quốc", "china"), ("VN", "Việt Nam", "viet nam"),
  ]
  func name(_ country: Country) -> String {
    FewNames.known.first { $0.0 == country.code }?.1 ?? country.code
  }
  func matches(_ typed: String) -> [Country] {
    FewNames.known.filter { code, name, english in
      code == typed.uppercased() || fold(name).hasPrefix(fold(typed)) || english.hasPrefix(fold(typed))
    }.compactMap { Country($0.0) }
  }
}

/// A record in memory that answers effects, and the state it answers.
struct StandIn {
  var state: BrowserState
  let events: [TimelineRow]
  private(set) var quits = 0
  private(set) var asked: [Effect] = []
  /// What was corrected, as an archive would keep it.
  private(set) var corrected: [CodedEvent: [CorrectedField: FieldValue]] = [:]

  static let partners = ["KR", "JP", "US", "CN"]

  /// Body paragraphs of each report, of sixty words.
  private let paragraphs: Int

  init(
    events count: Int = 120, columns: Int = 120, rows: Int = 40, paragraphs: Int = 12,
    isSample: Bool = false, resuming last: (memory: SessionMemory, event: EventID?)? = nil
  ) {
    self.paragraphs = paragraphs
    events = (0..<count).map { StandIn.row($0) }
    let slots = StandIn.partners.compactMap { Country($0) }.map {
      CountrySlot(country: $0, name: FewNames().name($0), events: 30)
    }
    state = BrowserState(
      slots: slots, names: FewNames(), keymap: .defaults, isSample: isSample, allEvents: count)
    if let last { state.resume(last.memory, at: last.event) }
    answer(state.resize(Size(columns: columns, rows: rows)))
    answer(state.start())
  }

  /// One event a fortnight from 2015 on, the partners in turn.
  static func row(_ index: Int) -> TimelineRow {
    let country = Country(partners[index % partners.count]) ?? .vietNam
    return TimelineRow(
      id: EventID(Int64(index + 1)), article: ArticleID(Int64(index + 1)),
      date: PartialDate(CalendarDay(ordinal: 16_436 + index * 14)), end: nil,
      kind: EventKind.allCases[index % EventKind.allCases.count], subkind: nil, status: .held,
      level: ProtocolLevel.allCases[index % ProtocolLevel.allCases.count],
      parties: Parties(.vietNam, country)!, headline: "Sự kiện số \(index)")
  }

  /// The reader's own work, and the marks in their order, as an archive would keep them.
  private(set) var own: [Int64: OwnWork] = [:]
  private(set) var marks: [Int64] = []

  private mutating func answer(_ order: OwnOrder) -> Message {
    switch order.work {
    case .put(let changes, _, _):
      for change in changes { make(change) }
      return .ownKept(order, changes)
    case .wish(let wishes, let target):
      let ids = self.ids(target)
      let changes = wishes.flatMap { wish in self.changes(wish, ids) }
      for change in changes { make(change) }
      return .ownKept(order, changes)
    }
  }

  private func ids(_ target: OwnTarget) -> [Int64] {
    switch target {
    case .events(let ids, _): return ids.map(\.number)
    case .marked: return marks
    case .filter(let filter): return kept(filter).map(\.id.number)
    case .range(let one, let other, let filter):
      let range = min(one, other)...max(one, other)
      return kept(filter).map(\.id).filter(range.contains).map(\.number)
    }
  }

  private func changes(_ wish: OwnWish, _ ids: [Int64]) -> [OwnChange] {
    switch wish {
    case .set(let mark, let isOn):
      let entries = ids.filter { (own[$0] ?? .none).has(mark) != isOn }
      return entries.isEmpty ? [] : [.set(mark, isOn, entries: entries)]
    case .note(let text):
      return ids.compactMap { id in
        let before = own[id]?.note ?? ""
        return before == text ? nil : .note(entry: id, before: before, after: text)
      }
    case .promise(_, let status):
      return ids.map { id in
        let key = StandIn.promise
        return .promise(entry: id, key, before: own[id]?.promises[key] ?? .open, after: status)
      }
    }
  }

  private mutating func make(_ change: OwnChange) {
    switch change {
    case .note(let entry, _, let after): own[entry, default: .none].note = after
    case .promise(let entry, let key, _, let after):
      own[entry, default: .none].promises[key] = after == .open ? nil : after
    case .set(let mark, let isOn, let entries):
      for entry in entries {
        own[entry, default: .none].set(mark, isOn)
        if mark == .marked { marks = marks.filter { $0 != entry } + (isOn ? [entry] : []) }
      }
    }
  }

  private func signed(_ row: TimelineRow) -> TimelineRow {
    var row = row
    let work = own[row.id.number] ?? .none
    if work.isRead { row.own.insert(.read) }
    if !work.isRead, own.values.contains(where: \.isRead) { row.own.insert(.unread) }
    if work.isMarked { row.own.insert(.marked) }
    if !work.tags.isEmpty { row.own.insert(.tagged) }
    if !work.note.isEmpty { row.own.insert(.noted) }
    return row
  }

  /// The promise of each report.
  static let promise = PromiseKey(text: "30 triệu USD", nth: 0)

  /// The level of the row that is coded so.
  static func level(of event: CodedEvent) -> ProtocolLevel? { row(Int(event.article.number) - 1).level }

  mutating func press(_ commands: Command...) { for command in commands { answer(state.obey(command)) } }
  mutating func type(_ text: String) { for character in text { answer(state.type(character)) } }
  mutating func resize(_ columns: Int, _ rows: Int) {
    answer(state.resize(Size(columns: columns, rows: rows)))
  }

  mutating func answer(_ effects: [Effect]) {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      asked.append(effect)
      if effect == .quit { quits += 1 }
      if case .keepOwn(let order) = effect {
        waiting += state.hear(answer(order))
      } else if case .correct(let order) = effect {
        waiting += state.hear(correct(order))
      } else if let message = message(effect) {
        waiting += state.hear(message)
      }
    }
  }

  private mutating func correct(_ order: CorrectionOrder) -> Message {
    guard let event = record(EventID(order.event.article.number))?.event else { return .unknownEvent(order) }
    let before = FieldValue(order.value.field, of: event)
    corrected[order.event, default: [:]][order.value.field] = order.value
    return .corrected(
      order, CorrectionOutcome(before: before, id: EventID(order.event.article.number)))
  }

  func message(_ effect: Effect) -> Message? {
    switch effect {
    case .loadWindow(let request): .window(generation: request.generation, window(request))
    case .loadRecord(let id): .record(id, record(id))
    case .loadFacet(let facet, let filter, let generation):
      .facet(generation: generation, counts(facet, filter))
    case .loadMonths(let filter, let generation):
      .months(generation: generation, [MonthCount(year: 2015, month: 1, events: kept(filter).count)])
    case .countRows(let filter): .rowsCounted(filter, kept(filter).count)
    case .countMatches(let search): .matches(search, inAll: kept(search).count)
    case .findNeighbour(let id, let later, _): .neighbour(neighbour(id, later))
    case .loadMarks: .marks(marks.compactMap { id in events.first { $0.id.number == id } }.map(signed))
    case .findUnread(let filter, let order, let after): .unread(unread(filter, order, after))
    case .countRecord, .study, .refresh, .rescan, .keepOwn, .editNote, .correct, .copy, .putOnClipboard,
      .export,
      .prepare, .lend, .setTheme, .useMouse, .loadMacro, .saveMacro,
      .loadSavedFilters, .saveFilter, .countFilter, .redraw, .suspend,
      .quit:
      nil
    case .ask(let question, let generation): .told(told(question), generation: generation)
    }
  }

  func kept(_ filter: Filter) -> [TimelineRow] {
    events.filter { row in
      let dyad = row.parties.dyad
      return (filter.countries.isEmpty || filter.countries.contains { row.parties.contains($0) })
        && !filter.excludedCountries.contains { row.parties.contains($0) }
        && (filter.dyads.isEmpty || filter.dyads.contains(dyad)) && !filter.excludedDyads.contains(dyad)
        && (filter.kinds.isEmpty || filter.kinds.contains(row.kind))
        && !filter.excludedKinds.contains(row.kind)
        && (filter.levels.isEmpty || filter.levels.contains(row.level))
        && (SearchPhrase(filter.searches.first ?? "")?.matches(in: row.headline).isEmpty != true)
    }
  }

  func window(_ request: WindowRequest) -> TimelineWindow {
    let rows = request.order == .newestFirst ? kept(request.filter).reversed() : kept(request.filter)
    guard !rows.isEmpty else { return .empty }
    let place: Int
    switch request.anchor {
    case .start: place = 0
    case .end: place = rows.count - 1
    case .position(let position): place = min(max(0, position), rows.count - 1)
    case .event(let id):
      place =
        rows.indices.min { abs(rows[$0].id.number - id.number) < abs(rows[$1].id.number - id.number) } ?? 0
    case .day, .span, .group: place = 0
    }
    let first = max(0, min(place - request.rows / 2, rows.count - request.rows))
    let part = rows[first..<min(rows.count, first + request.rows)].map(signed)
    return TimelineWindow(rows: part, first: first, total: rows.count, anchored: place)
  }

  func record(_ id: EventID) -> EventRecord? {
    guard let row = events.first(where: { $0.id == id }) else { return nil }
    let paragraphs = (0..<paragraphs).map { paragraph in
      let words = (0..<60).map { "chữ\(paragraph)x\($0)" }.joined(separator: " ")
      return Article.Paragraph(part: paragraph == 11 ? .caption : .body, text: words)
    }
    let title = Article.Paragraph(part: .title, text: row.headline)
    let article = Article(
      published: row.date, title: row.headline, paragraphs: [title] + paragraphs, language: .vietnamese,
      source: "made-up.txt")
    let event = Event(
      date: row.date, kind: row.kind, level: row.level, parties: row.parties,
      people: [Person(name: "Nguyễn Văn Mẫu", title: "Thủ tướng", country: .vietNam)],
      commitments: [Commitment(text: "30 triệu USD", amount: nil, currency: nil, due: row.date)],
      mentions: row.date.map { [Mention(date: $0, kind: .visit, parties: row.parties)] } ?? [])
    let coded = CodedEvent(event, of: ArticleHash(id.number), nth: 0)
    var now = event
    for value in (corrected[coded] ?? [:]).values { value.correct(&now) }
    return EventRecord(
      id: id, event: now, article: article, marks: [], coded: coded, own: own[id.number] ?? .none)
  }

  private func counts(_ facet: Facet, _ filter: Filter) -> [FacetCount] {
    let rows = kept(filter)
    let values: [FacetCount.Value]
    switch facet {
    case .country, .mention: values = state.slots.map { .country($0.country) }
    case .dyad: values = state.slots.compactMap { Dyad(.vietNam, $0.country) }.map { .dyad($0) }
    case .person: values = [.person(name: "Nguyễn Văn Mẫu", country: .vietNam)]
    case .tag: values = Set(own.values.flatMap(\.tags)).sorted().map { .tag($0) }
    case .kind: values = EventKind.allCases.map { .kind($0) }
    case .level: values = ProtocolLevel.allCases.map { .level($0) }
    }
    return values.map { FacetCount(value: $0, events: rows.count) }
  }

  private func unread(_ filter: Filter, _ order: TimelineOrder, _ after: EventID?) -> EventID? {
    let rows = order == .oldestFirst ? kept(filter) : kept(filter).reversed()
    let unread = rows.map(\.id).filter { own[$0.number]?.isRead != true }
    guard let after else { return unread.first }
    return unread.first { order == .oldestFirst ? $0 > after : $0 < after } ?? unread.first
  }

  private func neighbour(_ id: EventID, _ later: Bool) -> EventID? {
    guard let row = events.first(where: { $0.id == id }) else { return nil }
    let others = events.filter { $0.parties.dyad == row.parties.dyad }
    return later ? others.first { $0.id > id }?.id : others.last { $0.id < id }?.id
  }
}

extension OwnWork {
  func has(_ mark: OwnMark) -> Bool {
    switch mark {
    case .read: isRead
    case .marked: isMarked
    case .tag(let tag): tags.contains(tag)
    }
  }

  mutating func set(_ mark: OwnMark, _ isOn: Bool) {
    switch mark {
    case .read: isRead = isOn
    case .marked: isMarked = isOn
    case .tag(let tag): tags = (tags.filter { $0 != tag } + (isOn ? [tag] : [])).sorted()
    }
  }
}
