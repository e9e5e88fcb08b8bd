import Diplomacy

// How things are shown: order and panes.
extension BrowserState {
  mutating func showNewestFirst() -> [Effect] {
    guard order != .newestFirst || arrangement.sorting != .time else {
      notice = Notice(text: say("The newest stand first already."), isWarning: false)
      return []
    }
    return sort(by: .time, .newestFirst)
  }

  mutating func reverseOrder() -> [Effect] {
    guard arrangement.sorting != .match else {
      notice = Notice(text: say("The best match stands first, in no groups."), isWarning: false)
      return []
    }
    return sort(by: arrangement.sorting, order == .newestFirst ? .oldestFirst : .newestFirst)
  }

  mutating func toggleDensity() -> [Effect] {
    let before = layout
    showsDensity.toggle()
    if layout == before {
      notice = Notice(
        text: showsDensity
          ? say("The bars are on, but have no room here.") : say("The bars are off, and had no room here."),
        isWarning: false)
    }
    return []
  }

  mutating func placeDetail() -> [Effect] {
    switch placement {
    case .right: placement = .below
    case .below: placement = .off
    case .off: placement = .right
    }
    if placement == .off { focus = .timeline }
    let told =
      switch placement {
      case .right: say("Article: on the right")
      case .below: say("Article: below")
      case .off: say("Article: off")
      }
    notice = Notice(text: told, isWarning: false)
    return []
  }

  /// Steps on until something moves: the panes keep the columns they need, whatever share is asked for.
  mutating func share(by percent: Int) -> [Effect] {
    let (share, before) = (listShare, layout.list)
    while layout.list == before, (20...80).contains(listShare + percent) { listShare += percent }
    if layout.list == before {
      listShare = share
      notice = Notice(
        text: percent < 0
          ? say("The list has no room to be narrower.") : say("The list has no room to be wider."),
        isWarning: false)
    }
    return []
  }

  mutating func stop() -> [Effect] {
    if stopIsArmed { return [.quit] }
    stopIsArmed = true
    notice = Notice(text: say("Nothing is running. Ctrl-C again quits."), isWarning: false)
    return []
  }
}
