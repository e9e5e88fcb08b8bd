import Diplomacy
import Model

// What the stand-in answers to the views, out of its rows.
extension StandIn {
  static let lee = PersonCount(
    name: "Lee Mẫu", country: Country("KR")!, events: 3, last: PartialDate(year: 2024))

  func told(_ question: ViewQuestion) -> ViewAnswer {
    switch question {
    case .dyadYears(let filter, _):
      let rows = kept(filter).reduce(into: [Dyad: [Int: Int]]()) { sums, row in
        sums[row.parties.dyad, default: [:]][row.date?.year ?? 0, default: 0] += 1
      }
      return .dyadYears(DyadYears(rows: rows.map { DyadYears.Row(dyad: $0.key, events: $0.value) }))
    case .cell(let filter, _): return .cell(cell(filter))
    case .people:
      let tran = PersonCount(
        name: "Trần Mẫu", country: .vietNam, events: 5, last: PartialDate(iso: "2024-03-01"))
      return .people(PeopleMet(people: [tran, StandIn.lee], all: 7))
    case .counterparts(let person, _, _):
      return .counterparts(PeopleMet(people: person.country == .vietNam ? [StandIn.lee] : [], all: 1))
    case .densities(let one, let other): return .densities(density(one), density(other))
    case .lastMet(let question):
      let rows = kept(Filter([.dyad(question.parties.dyad)])).reversed()
      let meetings = Meetings(
        total: rows.count, rows: Array(rows.prefix(3)), last: rows.first.flatMap { record($0.id) },
        since: rows.last?.date)
      return .lastMet(
        LastMet(
          question: question, people: question.people == nil ? nil : meetings, afar: nil, offices: meetings,
          promises: .none))
    case .visits(let filter):
      let traces = kept(filter).suffix(4).map { row in
        VisitTrace(
          stage: .visited, event: row.id, guest: row.parties.second, host: row.parties.first, date: row.date,
          words: row.headline)
      }
      return .visits(Visits(traces: traces.reversed(), isCut: false))
    case .invitations:
      let invited = VisitTrace(
        stage: .invited, event: EventID(1), guest: .vietNam, host: Country("KR")!,
        date: PartialDate(year: 2030), words: "mời")
      return .invitations([invited])
    case .promises(let filter):
      let promises = kept(filter).suffix(3).enumerated().map { index, row in
        Promise(
          event: row.id, date: row.date, parties: row.parties,
          commitment: Commitment(text: "30 triệu USD", amount: nil, currency: nil, due: row.date), place: 0,
          status: own[row.id.number]?.promises[StandIn.promise] ?? .open)
      }
      return .promises(Promises(list: promises, events: 3, isCut: false))
    }
  }

  private func density(_ filter: Filter) -> Density {
    let counts = cell(filter)
    let months = Dictionary(grouping: counts.window.rows.compactMap(\.date)) {
      $0.year * 12 + ($0.month ?? 1) - 1
    }
    .map { MonthCount(year: $0.key / 12, month: $0.key % 12 + 1, events: $0.value.count) }
    return Density(
      months: months.sorted { ($0.year, $0.month) < ($1.year, $1.month) }, kinds: counts.counts.kinds,
      levels: counts.counts.levels,
      total: counts.window.total)
  }

  private func cell(_ filter: Filter) -> CellCounts {
    let years = filter.kept { if case .days(let span) = $0 { span } else { nil } }
    let rows = kept(filter).filter { row in
      years.isEmpty || row.date.map { date in years.contains { $0.contains(date.earliest) } } ?? false
    }
    let kinds = Dictionary(grouping: rows, by: \.kind).map {
      FacetCount(value: .kind($0.key), events: $0.value.count)
    }
    let levels = Dictionary(grouping: rows, by: \.level).map {
      FacetCount(value: .level($0.key), events: $0.value.count)
    }
    let hosts = Dictionary(grouping: rows, by: \.parties.dyad).map {
      HostCount(dyad: $0.key, host: nil, events: $0.value.count)
    }
    let window = TimelineWindow(rows: rows.reversed(), first: 0, total: rows.count, anchored: 0)
    let counts = EventCounts(
      kinds: kinds.sorted { $0.events > $1.events }, levels: levels.sorted { $0.events > $1.events },
      hosts: hosts)
    return CellCounts(counts, window: window)
  }
}
