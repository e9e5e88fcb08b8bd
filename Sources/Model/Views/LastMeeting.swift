import Commands
import Diplomacy

// The card of two leaders or offices: when they last met, what was agreed, what is open.
extension BrowserState {
  mutating func openCard() -> [Effect] {
    guard let record = detail.record else {
      notice = Notice(text: say("No event is selected."), isWarning: false)
      return []
    }
    let event = record.event
    func first(of side: Country) -> Person? { event.people.first { $0.country == side } }
    let question = LastMetQuestion(
      parties: event.parties, first: first(of: event.parties.first), second: first(of: event.parties.second),
      level: event.level)
    card = LastMetState(question: question, event: timeline.selected?.id ?? record.id)
    fit()
    return [views.ask(.lastMet(question))]
  }

  mutating func fitCard() {
    guard card != nil else { return }
    let region = layout.detail.size
    card?.resize(width: region.columns, height: max(1, region.rows - 2))
    let (event, today, names, say) = (card!.event, views.register.today, names, say)
    card?.lay { answer, width in
      LastMetText(answer: answer, event: event, today: today, names: names, width: width, say: say).lines
    }
  }

  mutating func take(_ answer: LastMet) {
    guard card?.question == answer.question else { return }
    card?.fill(answer)
    fitCard()
  }

  /// Nil lets the command act as usual.
  mutating func obeyInCard(_ command: Command) -> [Effect]? {
    switch command {
    case .moveDown: card?.move(by: 1)
    case .moveUp: card?.move(by: -1)
    case .pageDown, .halfPageDown: card?.move(by: 8)
    case .pageUp, .halfPageUp: card?.move(by: -8)
    case .first: card?.move(by: -1000)
    case .last: card?.move(by: 1000)
    case .lastMet, .leave, .back, .focusTimeline, .viewLeft: card = nil
    case .openCell, .openArticle, .viewRight: return openFromCard()
    case .redraw, .suspend, .stop, .quit, .help: return nil
    default:
      // What is done elsewhere is done without the card.
      card = nil
      return nil
    }
    return []
  }

  private mutating func openFromCard() -> [Effect] {
    guard let target = card?.target else { return [] }
    card = nil
    switch target {
    case .event(let id): return openAlone(id)
    case .filter(let filter): return open(filter)
    }
  }

  /// The event, with the filters set aside where they hide it.
  private mutating func openAlone(_ id: EventID) -> [Effect] {
    remember()
    if !filter.isEmpty, filterIsOn, !timeline.window.rows.contains(where: { $0.id == id }) {
      filterIsOn = false
      let key = keymap.keys(for: .toggleFilters, in: .timeline).first?.name ?? ":toggle-filters"
      notice = Notice(
        text: say("Filters are set aside to reach it; %1 brings them back.", key), isWarning: false)
    }
    return reload(.event(id), anchorDecides: true)
  }
}
