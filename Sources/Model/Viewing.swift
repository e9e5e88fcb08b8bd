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
    sort(by: arrangement.sorting, order == .newestFirst ? .oldestFirst : .newestFirst)
  }

  mutating func toggleDensity() -> [Effect] {
    showsDensity.toggle()
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

  mutating func share(by percent: Int) -> [Effect] {
    listShare = min(80, max(20, listShare + percent))
    return []
  }

  mutating func stop() -> [Effect] {
    if stopIsArmed { return [.quit] }
    stopIsArmed = true
    notice = Notice(text: say("Nothing is running. Ctrl-C again quits."), isWarning: false)
    return []
  }
}
