import Commands
import Diplomacy

// The picker: opened over the detail, tried at once in the timeline, kept or given back.
extension BrowserState {
  var savedView: SavedView {
    SavedView(filter: filter, filterIsOn: filterIsOn, event: timeline.selected?.id)
  }

  mutating func open(_ subject: PickerState.Subject) -> [Effect] {
    saved = savedView
    picker = PickerState(subject: subject, names: names, say: say)
    switch subject {
    case .facet(let facet):
      // Values are counted under the other facets, so that a second country can be added to a first.
      var others = filter
      others.removeAll { $0.facet == facet }
      return load(facet, others)
    case .correctCountry(let side):
      // What the report names is more likely than what the record has most.
      let event = detail.record?.event
      picker?.preferred = (event?.parties.both ?? []) + (event?.mentionedCountries ?? [])
      picker?.standing = .facet(.country(side))
      return load(.country, .everything)
    case .commands: fill(commandItems)
    case .correctKind:
      picker?.standing = (detail.record?.event.kind).map { .correction(.kind($0)) }
      fill(EventKind.allCases.map { item(.kind($0), Wording.glyph($0), Wording.name($0, say)) })
    case .correctLevel:
      picker?.standing = (detail.record?.event.level).map { .correction(.level($0)) }
      fill(ProtocolLevel.allCases.map { item(.level($0), "", Wording.name($0, say)) })
    case .reports: fill(reportItems)
    case .copying: fill(copyItems)
    case .references: fill(referenceItems)
    case .sorting: fill(sortingItems)
    case .savedFilters: return [.loadSavedFilters]
    case .marks: fill(markItems)
    case .tags:
      picker?.present = detail.record?.own.tags ?? []
      return load(.tag, .everything)
    }
    return []
  }

  mutating func fill(_ items: [PickerState.Item]) { picker?.fill(items: items) }

  private mutating func load(_ facet: Facet, _ filter: Filter) -> [Effect] {
    facetGeneration += 1
    return [.loadFacet(facet, filter.counting(counting), generation: facetGeneration)]
  }

  /// A value to correct to; the one that stands is told.
  private func item(_ value: FieldValue, _ code: String, _ label: String) -> PickerState.Item {
    let isNow = detail.record.map { FieldValue(value.field, of: $0.event) == value } ?? false
    return PickerState.Item(
      value: .correction(value), code: code, label: label, detail: isNow ? say("now") : "", events: 0)
  }

  private var reportItems: [PickerState.Item] {
    guard let record = detail.record else { return [] }
    return record.reports.map { report in
      PickerState.Item(
        value: .report(report.id), code: report.published?.iso ?? say("no date"),
        label: report.source + "  " + report.title, detail: report.id == record.id ? say("shown") : "",
        events: 0)
    }
  }

  /// Every command with its key and what it does, or why it can do nothing now.
  private var commandItems: [PickerState.Item] {
    CommandTable.nameable.filter { $0.command != .palette }.map { row in
      let keys = [KeyContext.timeline, .detail].flatMap { keymap.keys(for: row.command, in: $0) }
      let reason = reason(against: row.command)
      let help = row.command.slot.map { say("Country in slot %1 on or off", "\($0)") } ?? say(row.help)
      return PickerState.Item(
        value: .command(row.command), code: keys.first?.name ?? "", label: row.command.rawValue,
        detail: reason ?? help, events: 0, isOn: reason == nil, alias: row.help + " " + help)
    }
  }

  mutating func pick(_ change: (inout PickerState) -> Void) -> [Effect] {
    guard picker != nil else { return [] }
    change(&picker!)
    return preview()
  }

  mutating func pickAlso(then direction: Int) -> [Effect] {
    if case .correctCountry(let side)? = picker?.subject { return changeSide(side) }
    if case .tags(let onMarked)? = picker?.subject { return changeTagged(onMarked) }
    guard picker?.takesSeveral ?? false else { return [] }
    return pick { picker in
      picker.toggleChosen()
      picker.move(by: direction)
    }
  }

  /// Tab in the correction of a country: the other party gives way.
  private mutating func changeSide(_ side: Country) -> [Effect] {
    guard let parties = detail.record?.event.parties else { return [] }
    let other = side == parties.first ? parties.second : parties.first
    picker?.subject = .correctCountry(instead: other)
    picker?.standing = .facet(.country(other))
    return []
  }

  /// Shows what would be kept.
  private mutating func preview() -> [Effect] {
    guard let picker, let saved else { return [] }
    switch picker.subject {
    case .facet:
      let tried = picker.isTouched ? merged(saved.filter, picker, excluding: picker.excludes) : saved.filter
      return show(tried, isOn: picker.isTouched || saved.filterIsOn)
    case .savedFilters:
      let tried = picker.isTouched ? picker.current.flatMap(savedFilter) : nil
      return show(tried ?? saved.filter, isOn: tried != nil || saved.filterIsOn)
    case .commands, .correctCountry, .correctKind, .correctLevel, .reports, .copying, .references, .sorting,
      .marks, .tags:
      return []
    }
  }

  /// Shows a filter that is tried, at the place where the trying began.
  mutating func show(_ tried: Filter, isOn: Bool) -> [Effect] {
    guard tried != filter || isOn != filterIsOn else { return [] }
    filter = tried
    filterIsOn = isOn
    if filter.searches.isEmpty { matchesInAll = nil }
    detail.search(shownFilter.searches)
    return reload((saved?.event).map { .event($0) } ?? .start, anchorDecides: true)
  }

  private func merged(_ filter: Filter, _ picker: PickerState, excluding: Bool) -> Filter {
    var merged = filter
    for case .facet(let value) in picker.picked {
      // The opposite of what is picked gives way.
      merged.remove(value.clause(excluding: !excluding))
      let clause = value.clause(excluding: excluding)
      merged.add(picker.takesAll && !excluding ? Filter.Clause(.either([[clause]])) : clause)
    }
    return merged
  }

  /// Ctrl-O: any of what is taken, or all of it at once.
  mutating func changeAnyAll() -> [Effect] {
    guard picker?.changeAnyAll() == true, let picker else {
      notice = Notice(text: say("An event has one of these only: any of them will do."), isWarning: false)
      return []
    }
    notice = Notice(
      text: picker.takesAll ? say("Events with all of those taken.") : say("Events with any of those taken."),
      isWarning: false)
    return preview()
  }

  /// Ctrl-T: all that are shown are taken, or none of them.
  mutating func pickShown() -> [Effect] {
    guard let picker, picker.takesSeveral else {
      notice = Notice(text: say("Only one can be taken here."), isWarning: false)
      return []
    }
    guard picker.shown.count <= PickerState.mostTaken else {
      notice = Notice(
        text: say("%1 fit; type to narrow them to %2.", "\(picker.shown.count)", "\(PickerState.mostTaken)"),
        isWarning: false)
      return []
    }
    return pick { $0.toggleShown() }
  }

  /// What was accepted before the items came.
  mutating func takeWaitingPick() -> [Effect] {
    guard let excluding = waitingPick else { return [] }
    waitingPick = nil
    return acceptPick(excluding: excluding)
  }

  mutating func acceptPick(excluding: Bool) -> [Effect] {
    guard let picker, let saved else { return [] }
    if !picker.isFilled, picker.shown.isEmpty {
      waitingPick = excluding
      return []
    }
    let excluding = excluding || picker.excludes
    self.picker = nil
    self.saved = nil
    if case .command(let command)? = picker.current?.value { return obey(command) }
    if case .reference(let index)? = picker.current?.value { return follow(index) }
    if case .report(let id)? = picker.current?.value { return show(report: id) }
    if case .copyForm(let form)? = picker.current?.value { return copy(form) }
    if case .sorting(let sorting, let order)? = picker.current?.value { return sort(by: sorting, order) }
    if case .correction(let value)? = picker.current?.value { return correct(value) }
    if case .place(let id)? = picker.current?.value { return go(to: id) }
    if case .tags(let onMarked) = picker.subject {
      guard case .facet(.tag(let tag))? = picker.current?.value else { return [] }
      return excluding ? filter(byTag: tag) : self.tag(tag, onMarked: onMarked)
    }
    if picker.subject == .savedFilters, let item = picker.current { return accept(item, saved) }
    if case .correctCountry(let side) = picker.subject,
      case .facet(.country(let country))? = picker.current?.value
    {
      return correct(country: country, instead: side)
    }
    if picker.shown.isEmpty, picker.chosen.isEmpty {
      notice = Notice(text: say("Nothing fits “%1”; all is as it was.", picker.typed), isWarning: false)
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
    if filter.searches.isEmpty { matchesInAll = nil }
    detail.search(shownFilter.searches)
    return reload(saved.event.map { .event($0) } ?? .start, anchorDecides: true)
  }
}

extension Filter.Clause {
  var facet: Facet? {
    switch value {
    case .country: .country
    case .mention: .mention
    case .dyad: .dyad
    case .person: .person
    case .kind: .kind
    case .level: .level
    case .tag: .tag
    case .either(let lists): lists.count == 1 && lists[0].count == 1 ? lists[0][0].facet : nil
    case .subkind, .status, .host, .topic, .trait, .days, .published, .words, .text, .source, .language,
      .event:
      nil
    }
  }
}
