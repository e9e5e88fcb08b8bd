import Diplomacy

/// What is shown of the record, as far as the reader chose it.
package struct ViewChoice: Hashable, Sendable {
  package let filter: Filter
  package let filterIsOn: Bool
  package let arrangement: Arrangement
  package let clock: TimelineClock
  package let counting: Counting
}

/// A change of state that can be undone: what was before, and what is after. A further sort of change is a case here,
/// its words in `words`, and the way back in `BrowserState.carryOut`. Moving about, scrolling and panes are no state.
package enum Change: Hashable, Sendable {
  /// `place` is the event selected before, so that undoing leads back to it.
  case view(before: ViewChoice, after: ViewChoice, place: EventID?)
  case correction(CorrectionStep)
  case own([OwnChange])
  case slots(before: SlotBar.Choice, after: SlotBar.Choice)
}

extension Change {
  /// What the change did, as the line tells it behind "Undone:".
  func words(_ say: Catalogue) -> String {
    switch self {
    case .view(let before, let after, _): after.words(since: before, say)
    case .correction(let step): Wording.field(step.after.field, say) + ": " + Wording.value(step.after, say)
    case .own(let changes): changes.map { $0.words(say) }.joined(separator: ", ")
    case .slots(let before, let after): after.words(since: before, say)
    }
  }
}

extension SlotBar.Choice {
  fileprivate func words(since before: SlotBar.Choice, _ say: Catalogue) -> String {
    let added = pins.filter { before.pins[$0.key] != $0.value }.sorted { $0.key < $1.key }
    let gone = before.pins.values.filter { country in !pins.values.contains(country) }.sorted()
    return
      (added.map { say("%1 pinned to slot %2", $0.value.code, "\($0.key)") }
      + gone.map { say("%1 no longer pinned", $0.code) }).joined(separator: ", ")
  }
}

extension ViewChoice {
  /// What every session begins with.
  static let fresh = ViewChoice(
    filter: .everything, filterIsOn: true, arrangement: Arrangement(), clock: .event, counting: .events)

  func words(since before: ViewChoice, _ say: Catalogue) -> String {
    var parts = clauses(since: before, say)
    if filterIsOn != before.filterIsOn, parts.isEmpty || !filterIsOn {
      parts.append(filterIsOn ? say("filters on") : say("filters off"))
    }
    parts += arrangement.words(since: before.arrangement, say)
    if clock != before.clock { parts.append(Wording.order(.time, clock, say)) }
    if counting != before.counting {
      parts.append(counting == .events ? say("events counted") : say("reports counted"))
    }
    return parts.joined(separator: ", ")
  }

  private func clauses(since before: ViewChoice, _ say: Catalogue) -> [String] {
    let added = filter.clauses.filter { !before.filter.contains($0) }
    let gone = before.filter.clauses.filter { !filter.contains($0) }
    if filter.isEmpty, gone.count > 1 { return [say("%1 filters dropped", "\(gone.count)")] }
    if added.isEmpty, gone.isEmpty, filter != before.filter { return [say("another order of the filters")] }
    let kept = added.filter { !$0.excludes }.map { $0.chip(say).label }
    let excluded = added.filter(\.excludes).map { $0.chip(say).label }
    return (kept.isEmpty ? [] : [say("only %1", kept.joined(separator: ", "))]) + excluded
      + (gone.isEmpty ? [] : [say("%1 dropped", gone.map { $0.chip(say).label }.joined(separator: ", "))])
  }
}

extension Arrangement {
  fileprivate func words(since before: Arrangement, _ say: Catalogue) -> [String] {
    var parts: [String] = []
    if sorting != before.sorting { parts.append(Wording.order(sorting, .event, say)) }
    if order != before.order {
      parts.append(order == .newestFirst ? say("newest first") : say("oldest first"))
    }
    if zoom != before.zoom { parts.append(Wording.headings(zoom, say)) }
    if parts.isEmpty, folding != before.folding {
      parts.append(folding.isEmpty ? say("all groups unfolded") : say("folded groups"))
    }
    return parts
  }
}
