import Diplomacy

// How the timeline is laid out: its zoom, its clock, what is folded, by what it is sorted.
extension BrowserState {
  mutating func zoom(finer: Bool) -> [Effect] {
    guard let zoom = finer ? arrangement.zoom.finer : arrangement.zoom.coarser else {
      tell(finer ? say("Days are the finest headings.") : say("Decades are the coarsest headings."))
      return []
    }
    let place =
      timeline.selectedFold?.group.days.map { TimelineAnchor.span($0.first, $0.last) } ?? timeline.anchor
    let isOtherGroup = zoom.foldedMonths != arrangement.zoom.foldedMonths && arrangement.sorting == .time
    arrangement.zoom = zoom
    tell(Wording.sentence(zoom, say))
    guard isOtherGroup, !arrangement.folding.isEmpty else {
      timeline.rearrange(arrangement)
      return []
    }
    arrangement.folding = Folding(foldsAll: arrangement.folding.foldsAll)
    return reload(place ?? .start, anchorDecides: timeline.selectedFold != nil, countsToo: false)
  }

  mutating func switchClock() -> [Effect] {
    clock = clock == .event ? .publication : .event
    arrangement.folding = Folding(foldsAll: arrangement.folding.foldsAll)
    tell(clock == .event ? say("By the date of the event") : say("By the date of publication"))
    return reloadHere()
  }

  mutating func sort(by sorting: Sorting, _ order: TimelineOrder) -> [Effect] {
    if sorting == .match, shownFilter.searches.isEmpty {
      tell(say("The best match is an order of what a search finds; %1 begins one.", shownKey(.search)))
      return []
    }
    guard sorting != arrangement.sorting || order != arrangement.order else { return [] }
    if sorting != arrangement.sorting {
      arrangement.folding = Folding(foldsAll: arrangement.folding.foldsAll)
    }
    arrangement.sorting = sorting
    arrangement.order = order
    // What fits best is looked at from its beginning.
    return sorting == .match ? reload(.start, anchorDecides: true, countsToo: false) : reloadHere()
  }

  // MARK: folding

  mutating func foldGroup() -> [Effect] {
    guard timeline.selectedFold == nil, let group = timeline.selectedGroup else {
      if timeline.selectedFold != nil { tell(say("This group is folded.")) } else { tellOfNoGroups() }
      return []
    }
    arrangement.folding.fold(group)
    return reload(.group(group, after: 0), anchorDecides: true, countsToo: false)
  }

  mutating func foldAll() -> [Effect] {
    guard let group = timeline.selectedGroup else {
      tellOfNoGroups()
      return []
    }
    arrangement.folding = .all
    return reload(.group(group, after: 0), anchorDecides: true, countsToo: false)
  }

  mutating func unfoldAll() -> [Effect] {
    guard !arrangement.folding.isEmpty else {
      tell(say("Nothing is folded."))
      return []
    }
    let place = timeline.anchor
    arrangement.folding = .none
    return reload(place ?? .start, anchorDecides: true, countsToo: false)
  }

  mutating func unfold(_ group: TimelineGroup) -> [Effect] {
    arrangement.folding.unfold(group)
    return reload(.group(group, after: 0), anchorDecides: true, countsToo: false)
  }

  private mutating func tellOfNoGroups() {
    if arrangement.sorting == .match { tell(say("The best match stands first, in no groups.")) }
  }

  private mutating func tell(_ sentence: String) { notice = Notice(text: sentence, isWarning: false) }

  // MARK: the list of sortings

  var sortingItems: [PickerState.Item] {
    func item(_ sorting: Sorting, _ order: TimelineOrder, _ label: String, _ detail: String)
      -> PickerState.Item
    {
      let isNow =
        sorting == arrangement.sorting && (sorting != .time || order == arrangement.order)
      return PickerState.Item(
        value: .sorting(sorting, order), code: isNow ? say("now") : "", label: label, detail: detail,
        events: 0)
    }
    let order = arrangement.order
    return [
      item(.time, .newestFirst, say("Newest first"), "↓"),
      item(.time, .oldestFirst, say("Oldest first"), "↑"),
      item(.pair, order, say("By pair"), say("the most frequent first")),
      item(.level, order, say("By level"), say("the highest first")),
      item(.kind, order, say("By kind"), say("the most frequent first")),
    ] + (shownFilter.searches.isEmpty ? [] : [item(.match, order, say("Best match"), say("of the search"))])
  }
}
