import Commands
import Model
import Screen
import Text

/// The keys that matter now, the rarest last; a notice takes their place.
struct HintLine {
  let state: BrowserState
  let region: Region

  private struct Hint {
    let keys: String
    let label: String
    var width: Int { cellWidth(keys) + 1 + cellWidth(label) }
  }

  func paint(on grid: inout CellGrid) {
    if let notice = state.notice {
      grid.writeCut(
        notice.text, in: region, row: 0, column: 1, width: region.size.columns - 2,
        role: notice.isWarning ? .warning : .text)
      return
    }
    // Help stays as long as anything does; the others leave from the right.
    let help = hint(.help, state.helpTop == nil ? nil : state.say("close"))
    let end = region.size.columns - 1
    var column = 1
    for hint in hints.prefix(help == nil ? 9 : 8) {
      guard column + hint.width + (help.map { $0.width + 3 } ?? 0) <= end else { break }
      paint(hint, at: &column, on: &grid)
    }
    if let help, column + help.width <= end { paint(help, at: &column, on: &grid) }
  }

  private func paint(_ hint: Hint, at column: inout Int, on grid: inout CellGrid) {
    column += grid.write(hint.keys, in: region, row: 0, column: column, style: CellStyle(.accent)) + 1
    column += grid.write(hint.label, in: region, row: 0, column: column, style: CellStyle(.dim)) + 3
  }

  private var hints: [Hint] {
    if state.helpTop != nil { return helpHints }
    if state.naming != nil { return namingHints }
    if state.picker != nil { return pickerHints }
    if state.why != nil { return whyHints }
    if state.showsWording { return wordingHints }
    if state.detail.isChoosingPhrase { return phraseHints }
    if state.card != nil { return cardHints }
    if state.views.comparison != nil { return comparisonHints }
    if state.view != .timeline { return viewHints }
    return state.focus == .timeline ? timelineHints : detailHints
  }

  private var timelineHints: [Hint] {
    var hints = [pair(.moveDown, .moveUp, state.say("move")), hint(.openArticle), slots]
    hints += [hint(.keepDyad), hint(.search), hint(.chooseCountry)]
    if !state.filter.searches.isEmpty { hints.append(hint(.nextMatch)) }
    if !state.filter.isEmpty { hints.append(hint(.dropFilter)) }
    return (hints + [hint(.why), hint(.palette), hint(.back, state.say("quit"))]).compactMap { $0 }
  }

  private var detailHints: [Hint] {
    var hints = [
      pair(.moveDown, .moveUp, state.say("scroll")), hint(.focusTimeline),
      pair(.nextEvent, .previousEvent, state.say("event")),
    ]
    if (state.detail.record?.reports.count ?? 1) > 1 { hints.append(hint(.nextReport)) }
    if !state.filter.searches.isEmpty { hints.append(hint(.nextMatch)) }
    hints += [hint(.references), hint(.why), hint(.compareTexts), hint(.trail)]
    if state.detail.reading?.statements.isEmpty == false { hints.append(hint(.statements)) }
    hints += [
      pair(.nextOfDyad, .previousOfDyad, state.say("this pair")), hint(.search), hint(.detailPlacement),
    ]
    return (hints + [hint(.palette)]).compactMap { $0 }
  }

  private var pickerHints: [Hint] {
    let hints = [
      Hint(keys: state.say("type"), label: state.say("to narrow")), hint(.pickAdd), hint(.accept),
      hint(.cancel),
    ]
    switch state.picker?.subject {
    case .facet(.country): return (hints + [hint(.acceptExclusion), pins]).compactMap { $0 }
    case .facet, nil: break
    case .commands:
      return [hints[0], hint(.accept, state.say("does it")), hint(.cancel, state.say("leave"))].compactMap {
        $0
      }
    case .correctCountry:
      return [
        hints[0], hint(.pickAdd, state.say("other party")), hint(.accept, state.say("correct")),
        hint(.cancel, state.say("leave")),
      ]
      .compactMap { $0 }
    case .correctKind, .correctLevel:
      return [hints[0], hint(.accept, state.say("correct")), hint(.cancel, state.say("leave"))].compactMap {
        $0
      }
    case .copying:
      return [hints[0], hint(.accept, state.say("copy")), hint(.cancel, state.say("leave"))].compactMap { $0 }
    case .sorting:
      return [hints[0], hint(.accept, state.say("sort")), hint(.cancel, state.say("leave"))].compactMap { $0 }
    case .reports, .references:
      return [hints[0], hint(.accept, state.say("open")), hint(.cancel, state.say("leave"))].compactMap { $0 }
    case .marks:
      return [hints[0], hint(.accept, state.say("go there")), hint(.cancel, state.say("leave"))].compactMap {
        $0
      }
    case .tags:
      return [
        hints[0], hint(.accept, state.say("tag it")), hint(.pickAdd, state.say("all marked")),
        hint(.acceptExclusion, state.say("show only")), hint(.cancel, state.say("leave")),
      ].compactMap { $0 }
    case .savedFilters: return [hints[0], hint(.accept), hint(.cancel)].compactMap { $0 }
    }
    return (hints + [hint(.acceptExclusion)]).compactMap { $0 }
  }

  private var wordingHints: [Hint] {
    let say = state.say
    let change = state.trail == nil ? say("change") : say("comes, goes")
    let side = state.trail == nil ? say("side") : say("this pair, all")
    let hints = [
      pair(.nextMatch, .previousMatch, change), pair(.leftText, .rightText, side), hint(.openText),
      state.trail == nil ? hint(.trail) : nil, state.trail == nil ? hint(.swapTexts) : nil,
      hint(.leave, say("back")),
    ]
    return hints.compactMap { $0 }
  }

  private var phraseHints: [Hint] {
    let say = state.say
    return [
      pair(.focusTimeline, .nextReference, say("word")), pair(.moveDown, .moveUp, say("line")),
      pair(.widenList, .narrowList, say("longer, shorter")), hint(.trail, say("follow these words")),
      hint(.leave, say("give up")),
    ].compactMap { $0 }
  }

  private var whyHints: [Hint] {
    [
      hint(.showWords), hint(.correctCountry), hint(.correctKind), hint(.correctDate), hint(.correctLevel),
      hint(.notAnEvent), hint(.undo), hint(.leave, state.say("back")),
    ].compactMap { $0 }
  }

  private var cardHints: [Hint] {
    [
      pair(.moveDown, .moveUp, state.say("move")), hint(.openCell, state.say("open")),
      hint(.leave, state.say("close")),
    ].compactMap { $0 }
  }

  private var comparisonHints: [Hint] {
    [
      pair(.viewLeft, .viewRight, state.say("side")), pair(.moveDown, .moveUp, state.say("move")),
      hint(.openCell, state.say("these events")), hint(.back, state.say("pairs by year")),
    ].compactMap { $0 }
  }

  private var viewHints: [Hint] {
    let say = state.say
    var hints: [Hint?]
    switch (state.view, state.views.part) {
    case (.dyadYears, .counts):
      hints = [pair(.viewLeft, .viewRight, say("count")), hint(.openCell, say("these events"))]
    case (.dyadYears, .list):
      hints = [
        pair(.viewLeft, .viewRight, say("year")), pair(.moveDown, .moveUp, say("pair")),
        hint(.openCell, say("these events")), hint(.markCell), hint(.compareCells),
      ]
    case (.visits, _):
      hints = [pair(.moveDown, .moveUp, say("move")), hint(.openCell, say("in the report"))]
      if state.views.part == .list { hints[1] = hint(.openCell, say("this pair")) }
    case (.commitments, .side):
      hints = [pair(.moveDown, .moveUp, say("scroll")), hint(.openCell, say("in the report"))]
    case (.commitments, _):
      hints = [
        pair(.moveDown, .moveUp, say("move")), hint(.openCell, say("in the report")), hint(.judgePromise),
      ]
    default: hints = [pair(.moveDown, .moveUp, say("move")), hint(.openCell, say("these events"))]
    }
    hints += [hint(.nextPane), hint(.nextView), hint(.countReports, other), hint(.back, say("timeline"))]
    return hints.compactMap { $0 }
  }

  private var other: String {
    state.counting == .events ? state.say("count reports") : state.say("count events")
  }

  private var namingHints: [Hint] {
    [
      Hint(keys: state.say("a letter or digit"), label: state.say("runs that macro")),
      hint(.cancel, state.say("leave")),
    ].compactMap { $0 }
  }

  private var helpHints: [Hint] {
    [pair(.moveDown, .moveUp, state.say("scroll")), hint(.pageDown), hint(.last)]
      .compactMap { $0 }
  }

  private var pins: Hint? {
    guard let first = LiveKeys.first(.pin1, state) else { return nil }
    return Hint(keys: first == "Alt-1" ? "Alt-1…9" : first, label: state.say("pin"))
  }

  private var slots: Hint? {
    guard !state.slots.isEmpty, let first = LiveKeys.first(.slot1, state) else { return nil }
    let last = Command(rawValue: "slot-\(state.slots.last?.number ?? 1)").flatMap {
      LiveKeys.first($0, state)
    }
    return Hint(
      keys: last.map { $0 == first ? first : first + "-" + $0 } ?? first, label: state.say("country"))
  }

  private func hint(_ command: Command, _ label: String? = nil) -> Hint? {
    LiveKeys.first(command, state).map { Hint(keys: $0, label: label ?? state.say(command.row.label)) }
  }

  private func pair(_ one: Command, _ other: Command, _ label: String) -> Hint? {
    guard let first = LiveKeys.first(one, state), let second = LiveKeys.first(other, state) else {
      return nil
    }
    return Hint(keys: first + " " + second, label: label)
  }
}
