import Diplomacy

// Changing what is shown, by one key each.
extension BrowserState {
  mutating func toggle(slot: Int?) -> [Effect] {
    guard let slot, let country = bar[slot]?.country else { return [] }
    return refilter { [matchesAll] in $0.toggle(country, amongAll: matchesAll) }
  }

  mutating func showAllCountries() -> [Effect] {
    guard filter.clauses.contains(where: \.isOfCountries) else {
      notice = Notice(text: say("All countries are shown already."), isWarning: false)
      return []
    }
    return refilter { $0.removeAll(where: \.isOfCountries) }
  }

  mutating func keepDyad() -> [Effect] {
    guard let dyad = timeline.selected?.parties.dyad else { return [] }
    return refilter { filter in
      let isKept = filter.dyads == [dyad]
      filter.removeAll { $0.facet == .dyad && !$0.excludes }
      if !isKept { filter.add(.dyad(dyad)) }
    }
  }

  mutating func hideDyad() -> [Effect] {
    guard let dyad = timeline.selected?.parties.dyad else { return [] }
    return refilter { filter in
      filter.remove(.dyad(dyad))
      filter.add(.exceptDyad(dyad))
    }
  }

  mutating func dropFilter() -> [Effect] {
    guard let last = filter.clauses.last else { return [] }
    let effects = refilter { $0.dropLast() }
    notice = Notice(text: say("Dropped: %1", last.chip(say).label), isWarning: false)
    return effects
  }

  mutating func clearFilters() -> [Effect] {
    let count = filter.clauses.count
    let effects = refilter { $0 = .everything }
    notice = Notice(
      text: count == 1 ? say("One filter dropped.") : say("%1 filters dropped.", "\(count)"), isWarning: false
    )
    return effects
  }

  mutating func toggleFilters() -> [Effect] {
    filterIsOn.toggle()
    return reloadHere()
  }

  /// A change of the filter switches filtering on, and keeps the place.
  mutating func refilter(_ change: (inout Filter) -> Void) -> [Effect] {
    change(&filter)
    filterIsOn = true
    if filter.searches.isEmpty { matchesInAll = nil }
    return reloadHere()
  }

  /// Esc: help and the why panel are closed before this; then what was pointed at and the search are left.
  mutating func leave() -> [Effect] {
    if !detail.pointed.isEmpty {
      detail.point(at: [])
      return []
    }
    if !filter.searches.isEmpty { return refilter { $0.search("") } }
    if focus == .detail { focus = .timeline }
    return []
  }
}

extension Filter {
  /// A country that must be a party whatever other countries are asked for.
  private static func alsoCountry(_ country: Country) -> Clause { Clause(.either([[.country(country)]])) }

  /// Whether the country was asked for, among any or among all.
  package func shows(_ country: Country) -> Bool {
    contains(.country(country)) || contains(Filter.alsoCountry(country))
  }

  /// Asks for the country, or no longer.
  mutating func toggle(_ country: Country, amongAll: Bool) {
    if shows(country) {
      remove(.country(country))
      remove(Filter.alsoCountry(country))
    } else {
      add(amongAll ? Filter.alsoCountry(country) : .country(country))
    }
  }
}

extension Filter.Clause {
  /// Whether it keeps or leaves out countries or pairs as parties.
  fileprivate var isOfCountries: Bool {
    switch facet {
    case .country, .dyad: true
    case .mention, .person, .kind, .level, .tag, nil: false
    }
  }
}
