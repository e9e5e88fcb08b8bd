import Diplomacy

/// All that stands on the screen as a whole, asked for together so that its numbers agree.
package struct RefreshOrder: Hashable, Sendable {
  package let window: WindowRequest
  package let counting: Counting
  /// The reader asked for it, rather than a commit of somebody else.
  package let isAsked: Bool
}

/// The answer to a refresh.
package struct Refreshed: Hashable, Sendable {
  package let order: RefreshOrder
  package let window: TimelineWindow
  package let months: [MonthCount]
  /// Rows in the whole record, and how many of them each country has.
  package let all: Int
  package let countries: [FacetCount]
  /// Rows that the search finds without the other filters; nil without a search.
  package let matches: Int?

  package init(
    order: RefreshOrder, window: TimelineWindow, months: [MonthCount], all: Int, countries: [FacetCount],
    matches: Int?
  ) {
    self.order = order
    self.window = window
    self.months = months
    self.all = all
    self.countries = countries
    self.matches = matches
  }
}

// What was stored meanwhile comes onto the screen, and the reader stays where they are.
extension BrowserState {
  /// Somebody stored something. While a window is on its way the look waits for it: that one goes where the reader wants.
  mutating func heardOfCommit() -> [Effect] {
    isStale = true
    allBefore = allBefore ?? allEvents
    return refreshIfStale()
  }

  /// R: the sources are read again where there are some, and all is looked at anew.
  mutating func rescan() -> [Effect] {
    allWhenAsked = allEvents
    notice = Notice(text: say("Looking again…"), isWarning: false)
    return [.rescan]
  }

  /// The sources were read again; each problem is a sentence.
  mutating func rescanned(_ problems: [String]) -> [Effect] {
    if let first = problems.first {
      let text = problems.count > 1 ? say("%1 (and %2 more)", first, "\(problems.count - 1)") : first
      notice = Notice(text: text, isWarning: true)
    }
    isStale = true
    looksOnDemand = true
    return refreshIfStale()
  }

  mutating func refreshIfStale() -> [Effect] {
    guard isStale, !awaitsWindow else { return [] }
    guard case .loadWindow(let window)? = reloadHere().first else { return [] }
    return [.refresh(RefreshOrder(window: window, counting: counting, isAsked: looksOnDemand))]
  }

  /// An answer that a key outdated leaves what is stale stale: the window on its way is heard first, then asked again.
  mutating func take(_ refreshed: Refreshed) -> [Effect] {
    guard refreshed.order.window.generation == generation else { return [] }
    isStale = false
    looksOnDemand = false
    let isAsked = refreshed.order.isAsked
    let before = isAsked ? allWhenAsked : allBefore ?? allEvents
    allBefore = nil
    let reports = timeline.selected?.reports
    months = refreshed.months
    if let matches = refreshed.matches { matchesInAll = matches }
    takeCounts(refreshed.all, refreshed.countries)
    var effects = take(refreshed.window)
    allEvents = refreshed.all
    // A further report of the event in view is listed with the others.
    if effects.isEmpty, let row = timeline.selected, row.reports != reports {
      effects = [.loadRecord(report ?? row.id)]
    }
    tellOf(refreshed.all - before, isAsked: isAsked)
    return effects + askForView()
  }

  private mutating func tellOf(_ count: Int, isAsked: Bool) {
    if notice?.isWarning == true { return }
    if count > 0 {
      let text =
        counting == .events
        ? count == 1 ? say("1 new event") : say("%1 new events", "\(count)")
        : count == 1 ? say("1 new report") : say("%1 new reports", "\(count)")
      notice = Notice(text: text, isWarning: false)
    } else if isAsked {
      notice = Notice(text: say("Nothing new."), isWarning: false)
    }
  }
}
