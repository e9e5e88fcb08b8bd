import Commands
import Diplomacy

// The picker: opened over the detail, tried at once in the timeline, kept or given back.
extension BrowserState {
  var savedView: SavedView {
    SavedView(filter: filter, filterIsOn: filterIsOn, event: timeline.selected?.id)
  }

  mutating func open(_ subject: PickerState.Subject) -> [Effect] {
    saved = savedView
    picker = PickerState(subject: subject, names: names)
    guard case .facet(let facet) = subject else {
      let commands = commandItems
      picker?.fill(commands: commands)
      return []
    }
    facetGeneration += 1
    // Values are counted under the other facets, so that a second country can be added to a first.
    var others = filter
    others.removeAll { $0.facet == facet }
    return [.loadFacet(facet, others, generation: facetGeneration)]
  }

  private var commandItems: [PickerState.Item] {
    CommandTable.nameable.filter { $0.command != .palette }.map { row in
      let keys = [KeyContext.timeline, .detail].flatMap { keymap.keys(for: row.command, in: $0) }
      return PickerState.Item(
        value: .command(row.command), code: keys.first?.name ?? "", label: row.command.rawValue,
        detail: row.help,
        events: 0)
    }
  }

  mutating func pick(_ change: (inout PickerState) -> Void) -> [Effect] {
    guard picker != nil else { return [] }
    change(&picker!)
    return preview()
  }

  mutating func pickAlso(then direction: Int) -> [Effect] {
    pick { picker in
      picker.toggleChosen()
      picker.move(by: direction)
    }
  }

  /// Shows what would be kept.
  private mutating func preview() -> [Effect] {
    guard let picker, let saved, picker.subject != .commands else { return [] }
    let tried = picker.isTouched ? merged(saved.filter, picker, excluding: picker.excludes) : saved.filter
    let isOn = picker.isTouched || saved.filterIsOn
    guard tried != filter || isOn != filterIsOn else { return [] }
    filter = tried
    filterIsOn = isOn
    detail.search(filter.words)
    return reload(saved.event.map { .event($0) } ?? .start, anchorDecides: true)
  }

  private func merged(_ filter: Filter, _ picker: PickerState, excluding: Bool) -> Filter {
    var merged = filter
    for case .facet(let value) in picker.picked {
      guard let clause = value.clause(excluding: excluding) else { continue }
      // The opposite of what is picked gives way.
      if let opposite = value.clause(excluding: !excluding) { merged.remove(opposite) }
      merged.add(clause)
    }
    return merged
  }

  mutating func acceptPick(excluding: Bool) -> [Effect] {
    guard let picker, let saved else { return [] }
    let excluding = excluding || picker.excludes
    self.picker = nil
    self.saved = nil
    if case .command(let command)? = picker.current?.value { return obey(command) }
    if picker.shown.isEmpty, picker.chosen.isEmpty {
      notice = Notice(text: "Nothing fits “\(picker.typed)”; all is as it was.", isWarning: false)
      return restore(saved)
    }
    let kept = merged(saved.filter, picker, excluding: excluding)
    guard kept != filter || !filterIsOn else { return [] }
    filter = kept
    filterIsOn = true
    return reload(saved.event.map { .event($0) } ?? .start, anchorDecides: true)
  }

  mutating func restore(_ saved: SavedView) -> [Effect] {
    guard saved.filter != filter || saved.filterIsOn != filterIsOn else { return [] }
    filter = saved.filter
    filterIsOn = saved.filterIsOn
    if filter.words.isEmpty { matchesInAll = nil }
    detail.search(shownFilter.words)
    return reload(saved.event.map { .event($0) } ?? .start, anchorDecides: true)
  }
}

extension Filter.Clause {
  var facet: Facet? {
    switch self {
    case .country, .exceptCountry: .country
    case .mention: .mention
    case .dyad, .exceptDyad: .dyad
    case .person: .person
    case .kind, .exceptKind: .kind
    case .level, .exceptLevel: .level
    case .days, .words: nil
    }
  }
}
