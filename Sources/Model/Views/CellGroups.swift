import Diplomacy

// The counts of a cell in words, each with the filter that keeps what it counts.
extension BrowserState {
  func groups(_ counts: CellCounts, of cell: GridState.Cell) -> [CountPanel.Group] {
    let filter = filter(of: cell)
    let counts = counts.counts
    let levels = counts.levels.compactMap { count -> CountPanel.Item? in
      guard case .level(let level) = count.value else { return nil }
      return CountPanel.Item(
        label: name(level), events: count.events, isLeast: counts.classesAreLeast,
        filter: filter.keeping(only: level))
    }
    let kinds = counts.kinds.compactMap { count -> CountPanel.Item? in
      guard case .kind(let kind) = count.value else { return nil }
      return CountPanel.Item(
        label: Wording.name(kind, say).lowercased(), events: count.events, isLeast: counts.classesAreLeast,
        filter: filter.keeping(only: kind))
    }
    return [
      CountPanel.Group(label: say("level"), items: levels),
      CountPanel.Group(
        label: cell.dyad == nil ? say("host") : say("direction"), items: hosts(counts, of: cell, filter)
      ),
      CountPanel.Group(label: say("kind"), items: kinds),
    ]
  }

  /// A level in a word.
  private func name(_ level: ProtocolLevel) -> String {
    switch level {
    case .headOfStateOrParty: say("heads")
    case .headOfGovernment: say("government")
    case .legislature: say("legislature")
    case .minister: say("ministers")
    case .other: say("other")
    }
  }

  /// For a pair who went to whom; for all pairs where they met.
  private func hosts(
    _ all: EventCounts, of cell: GridState.Cell, _ filter: Filter
  ) -> [CountPanel.Item] {
    let counts = all.hosts
    func sum(_ fits: (HostCount) -> Bool) -> Int { counts.filter(fits).reduce(0) { $0 + $1.events } }
    var items: [CountPanel.Item] = []
    func add(_ label: String, _ events: Int, _ value: Filter.Value) {
      if events > 0 {
        items.append(
          CountPanel.Item(
            label: label, events: events, isLeast: all.hostsAreLeast, filter: filter.keeping(value)))
      }
    }
    if let dyad = cell.dyad {
      let sides = dyad.spoken
      add(sides[0].code + "→" + sides[1].code, sum { $0.host == sides[1] }, .host(sides[1]))
      add(sides[1].code + "→" + sides[0].code, sum { $0.host == sides[0] }, .host(sides[0]))
    } else {
      let byHost = counts.reduce(into: [Country: Int]()) { sums, count in
        if let host = count.host { sums[host, default: 0] += count.events }
      }
      let most = byHost.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      for (host, events) in most.prefix(BrowserState.mostHosts) { add(host.code, events, .host(host)) }
    }
    let third = sum { count in count.host.map { !count.dyad.contains($0) } ?? false }
    add(say("third country"), third, .trait(.thirdCountry))
    add(say("no host"), sum { $0.host == nil }, .trait(.noHost))
    return items
  }

  private static let mostHosts = 8
}
