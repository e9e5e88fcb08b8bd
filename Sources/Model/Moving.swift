import Diplomacy

// Moving about: the list when it has the focus, the article when that has it.
extension BrowserState {
  mutating func move(by count: Int) -> [Effect] {
    guard focus == .timeline else {
      detail.scroll(by: count)
      return []
    }
    return moveEvent(by: count)
  }

  mutating func moveEvent(by count: Int) -> [Effect] {
    changingSelection { $0.move(by: count) }
  }

  mutating func page(by direction: Int, of part: Int) -> [Effect] {
    guard focus == .timeline else {
      detail.scroll(by: direction * max(1, detail.height / part - (part == 1 ? 1 : 0)))
      return []
    }
    return changingSelection { $0.movePage(by: direction * max(1, $0.height / part - (part == 1 ? 1 : 0))) }
  }

  mutating func moveToStart() -> [Effect] {
    guard focus == .timeline else {
      detail.scroll(to: 0)
      return []
    }
    remember()
    if timeline.reachesStart { return changingSelection { $0.select(0) } }
    return reload(.start, anchorDecides: true, countsToo: false)
  }

  mutating func moveToEnd() -> [Effect] {
    guard focus == .timeline else {
      detail.scrollToEnd()
      return []
    }
    remember()
    if timeline.reachesEnd { return changingSelection { $0.selectLast() } }
    return reload(.end, anchorDecides: true, countsToo: false)
  }

  mutating func moveGroup(forward: Bool) -> [Effect] {
    guard focus == .timeline else {
      detail.moveParagraph(forward: forward)
      return []
    }
    let before = timeline.selected?.id
    if let beyond = timeline.moveGroup(forward: forward) {
      return reload(beyond, anchorDecides: true, countsToo: false)
    }
    return follow(before) + refill()
  }

  mutating func neighbour(later: Bool) -> [Effect] {
    timeline.selected.map { [.findNeighbour($0.id, later: later, counting)] } ?? []
  }

  mutating func jumpBack() -> [Effect] {
    guard let place = places.popLast() else { return [] }
    return goNear(place)
  }

  mutating func swapPlace() -> [Effect] {
    guard let place = places.popLast() else { return [] }
    remember()
    return goNear(place)
  }

  mutating func openArticle() -> [Effect] {
    if let fold = timeline.selectedFold { return unfold(fold.group) }
    guard timeline.selected != nil else { return [] }
    if placement == .off { placement = .right }
    return focus(on: .detail) + readOpened()
  }

  mutating func focus(on focus: Focus) -> [Effect] {
    self.focus = focus
    return []
  }

  mutating func scrollOther(by count: Int) -> [Effect] {
    guard focus == .detail else {
      detail.scroll(by: count)
      return []
    }
    return moveEvent(by: count)
  }

  mutating func moveMatch(forward: Bool) -> [Effect] {
    if focus == .detail, detail.moveMatch(forward: forward) { return [] }
    return moveEvent(by: forward ? 1 : -1)
  }

  mutating func changingSelection(_ change: (inout TimelineState) -> Void) -> [Effect] {
    let before = timeline.selected?.id
    change(&timeline)
    return follow(before) + refill()
  }
}
