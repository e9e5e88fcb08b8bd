import Commands
import Diplomacy

// Why an event was coded as it is: the panel, and from there the words in the report.
extension BrowserState {
  mutating func openWhy() -> [Effect] {
    guard let record = detail.record else { return [] }
    why = WhyState(record, field: whyField, names: names, say: say)
    return []
  }

  /// The panel moves by fields; what closes it does nothing else. Nil lets the command act as usual.
  mutating func obeyInWhy(_ command: Command) -> [Effect]? {
    switch command {
    case .moveDown: moveWhy(by: 1)
    case .moveUp: moveWhy(by: -1)
    case .pageDown, .halfPageDown: moveWhy(by: 4)
    case .pageUp, .halfPageUp: moveWhy(by: -4)
    case .first: moveWhy(by: -WhyState.fields.count)
    case .last: moveWhy(by: WhyState.fields.count)
    case .why, .leave, .back, .focusTimeline: why = nil
    default: return nil
    }
    return []
  }

  private mutating func moveWhy(by count: Int) {
    why?.move(by: count)
    if let field = why?.field { whyField = field }
  }

  /// Scrolls the report to the words of the field and sets them off.
  mutating func showWords() -> [Effect] {
    guard let record = detail.record else { return [] }
    let field = why?.field ?? whyField
    let spans = record.event.evidence.filter { $0.field == field }.map(\.span)
    guard !spans.isEmpty else {
      notice = Notice(text: say("No words are recorded for: %1.", Wording.name(field, say)), isWarning: false)
      return []
    }
    why = nil
    if placement == .off { placement = .right }
    focus = .detail
    fit()
    detail.point(at: spans)
    return []
  }

  // MARK: the reports of one event

  mutating func openReports() -> [Effect] {
    open(.reports)
  }

  mutating func stepReport(by count: Int) -> [Effect] {
    guard let record = detail.record, record.reports.count > 1,
      let place = record.reports.firstIndex(where: { $0.id == record.id })
    else { return [] }
    let next = (place + count + record.reports.count) % record.reports.count
    notice = Notice(text: say("Report %1 of %2.", "\(next + 1)", "\(record.reports.count)"), isWarning: false)
    return show(report: record.reports[next].id)
  }

  mutating func show(report id: EventID) -> [Effect] {
    report = id == timeline.selected?.id ? nil : id
    return detail.record?.id == id ? [] : [.loadRecord(id)]
  }

  mutating func toggleCounting() -> [Effect] {
    counting = counting == .events ? .reports : .events
    report = nil
    notice = Notice(
      text: counting == .events
        ? say("Events are counted: the reports of one event are one row.")
        : say("Reports are counted: each is a row of its own."), isWarning: false)
    return reloadHere() + [.countRecord(counting), .loadMarks(counting)]
  }
}
