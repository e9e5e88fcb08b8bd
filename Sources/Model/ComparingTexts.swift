import Commands
import Diplomacy
import Text

// Wording compared, and its trail: two views that lie over both panes.
extension BrowserState {
  var hasWordingView: Bool { compare != nil || trail != nil }

  /// Whether the body of the screen is that of a wording view: what opens beside the timeline needs the panes.
  package var showsWording: Bool { hasWordingView && picker == nil && helpTop == nil && why == nil }

  /// The two marked last; of one mark, the event at hand with it; else with the previous one of its pair.
  private var compared: (event: EventID, other: EventID?)? {
    let marked = markedEvents.suffix(2)
    if marked.count == 2, let first = marked.first, let last = marked.last { return (last, first) }
    return detail.record.map { record in (record.id, marked.first == record.id ? nil : marked.first) }
  }

  mutating func openComparison() -> [Effect] {
    guard let compared else {
      notice = Notice(text: say("No event is selected."), isWarning: false)
      return []
    }
    notice = Notice(text: say("Comparing…"), isWarning: false)
    studyGeneration += 1
    let order = ComparisonOrder(generation: studyGeneration, event: compared.event, other: compared.other)
    return [.study(.compare(order))]
  }

  mutating func hear(_ studied: Studied) {
    switch studied {
    case .comparison(let generation, let texts):
      if generation == studyGeneration { show(texts) }
    case .trail(let generation, let trail):
      if generation == studyGeneration { show(trail) }
    case .closely(let id, let reading):
      if id == detail.record?.id { detail.show(reading) }
    }
  }

  private mutating func show(_ texts: ComparedTexts?) {
    notice = nil
    guard let texts else {
      notice = Notice(text: say("This pair has no earlier event to compare with."), isWarning: false)
      return
    }
    if texts.left.article.language != texts.right.article.language {
      notice = Notice(
        text: say("The two reports are in different languages: they share names and figures at most."),
        isWarning: true)
    }
    trail = nil
    compare = CompareState(texts)
    fit()
  }

  /// The views move by the keys of the panes; what has no meaning in them closes them and acts as usual. Nil lets the
  /// command act.
  mutating func obeyInWording(_ command: Command) -> [Effect]? {
    switch command {
    case .moveDown: moveWording(by: 1)
    case .moveUp: moveWording(by: -1)
    case .pageDown: pageWording(by: 1, of: 1)
    case .pageUp: pageWording(by: -1, of: 1)
    case .halfPageDown: pageWording(by: 1, of: 2)
    case .halfPageUp: pageWording(by: -1, of: 2)
    case .first: moveWording(by: -1_000_000)
    case .last: moveWording(by: 1_000_000)
    case .nextGroup: moveWordingGroup(forward: true)
    case .previousGroup: moveWordingGroup(forward: false)
    case .nextMatch: moveChange(forward: true)
    case .previousMatch: moveChange(forward: false)
    case .leftText: chooseWording(.left)
    case .rightText: chooseWording(.right)
    case .swapTexts: swapTexts()
    case .openText: return openText()
    case .trail: return trailOfChange()
    case .leave, .back: closeWordingView()
    case .help, .palette, .commandLine, .redraw, .suspend, .stop, .quit: return nil
    case .copyCitation, .copyAs, .saveView, .pipe, .openSource: return nil
    default:
      (compare, trail) = (nil, nil)
      return nil
    }
    return []
  }

  private mutating func closeWordingView() {
    if trail != nil { trail = nil } else { compare = nil }
  }

  private mutating func moveWording(by count: Int) {
    if trail != nil { trail?.move(by: count) } else { compare?.move(by: count) }
  }

  private mutating func pageWording(by direction: Int, of part: Int) {
    if trail != nil {
      trail?.page(by: direction, of: part)
    } else {
      compare?.page(by: direction, of: part)
    }
  }

  private mutating func moveWordingGroup(forward: Bool) {
    if trail != nil {
      trail?.moveToGap(forward: forward)
    } else {
      compare?.moveParagraph(forward: forward)
    }
  }

  private mutating func moveChange(forward: Bool) {
    if trail != nil { return trail!.moveToGap(forward: forward) }
    guard compare?.moveChange(forward: forward) == false else { return }
    notice = Notice(
      text: forward ? say("No further change.") : say("No change before this one."), isWarning: false)
  }

  private mutating func chooseWording(_ side: CompareState.Side) {
    trail == nil ? chooseText(side) : chooseUses(ofAll: side == .right)
  }

  private mutating func chooseText(_ side: CompareState.Side) {
    guard compare?.side == side else {
      compare?.choose(side)
      return
    }
    tellOfWording(
      side == .left ? say("The left text has the keys already.") : say("The right text has the keys already.")
    )
  }

  private mutating func chooseUses(ofAll isOfAll: Bool) {
    guard trail?.isOfAll == isOfAll else {
      trail?.showAll(isOfAll)
      return
    }
    tellOfWording(isOfAll ? say("The uses of all pairs are shown.") : say("The uses of this pair are shown."))
  }

  private mutating func tellOfWording(_ sentence: String) {
    notice = Notice(text: sentence, isWarning: false)
  }

  private mutating func swapTexts() {
    guard trail == nil else { return tellOfWording(say("That is for two texts that are compared.")) }
    compare?.swap()
  }

  /// Leaves the views for the report under the cursor, at that place.
  private mutating func openText() -> [Effect] {
    if let trail {
      guard let step = trail.current else { return [] }
      return open(step.event, at: step.place.map { [$0] } ?? [])
    }
    guard let compare else { return [] }
    let stretches = compare.stretches(compare.side)
    return open(compare.record.id, at: stretches.isEmpty ? compare.place.map { [$0] } ?? [] : stretches)
  }

  private mutating func trailOfChange() -> [Effect] {
    guard trail == nil, let compare else {
      tellOfWording(say("This is the trail; Enter opens the report under the cursor."))
      return []
    }
    let other: CompareState.Side = compare.side == .left ? .right : .left
    for side in [compare.side, other] {
      let article = (side == .left ? compare.texts.left : compare.texts.right).article
      if let first = compare.stretches(side).first, let words = article.words(first) {
        return follow(words, of: compare.record.event.parties.dyad)
      }
    }
    notice = Notice(text: say("No change stands here; n goes to the next."), isWarning: false)
    return []
  }

  // MARK: opening an event at a place

  /// Selects an event and shows the words in its report; filters that hide it are set aside once that is seen.
  mutating func open(_ event: EventID, at places: [TextSpan]) -> [Effect] {
    (compare, trail) = (nil, nil)
    if placement == .off { placement = .right }
    focus = .detail
    remember()
    opening = Opening(event: event, places: places)
    if event == report ?? timeline.selected?.id, detail.record?.id == event {
      fit()
      point()
      return []
    }
    return goNear(event)
  }

  /// The window with the event has come: its record is asked for, that of one report where several tell it.
  mutating func openSelected() -> [Effect] {
    guard let opening, let selected = timeline.selected?.id else {
      self.opening = nil
      return []
    }
    report = opening.event == selected ? nil : opening.event
    return [.loadRecord(opening.event)]
  }

  /// Shows the places of the event that was opened, once its record is here.
  mutating func point() {
    guard let opening, opening.event == detail.record?.id else { return }
    self.opening = nil
    if !opening.places.isEmpty { detail.point(at: opening.places) }
  }
}

/// An event on its way into view, and the words to show in its report.
struct Opening: Sendable {
  let event: EventID
  let places: [TextSpan]
}

extension Article {
  /// The words of a place; nil for one that is not in the article.
  package func words(_ span: TextSpan) -> String? {
    guard let paragraph = paragraphs[safe: span.paragraph] else { return nil }
    let bytes = Array(paragraph.text.utf8)
    guard span.bytes.upperBound <= bytes.count else { return nil }
    return String(decoding: bytes[span.bytes], as: UTF8.self)
  }
}
