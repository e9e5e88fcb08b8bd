import Commands
import Diplomacy

/// A correction on its way to the archive and back.
package struct CorrectionOrder: Hashable, Sendable {
  package enum Purpose: Hashable, Sendable { case correct, undo, redo }
  package let number: Int
  package let event: CodedEvent
  package let value: FieldValue
  /// The value it takes the place of, as far as the reader has seen.
  package let before: FieldValue
  package let purpose: Purpose
}

/// A correction that was made, and can be unmade.
package struct CorrectionStep: Hashable, Sendable {
  package let event: CodedEvent
  package let before: FieldValue
  package let after: FieldValue
}

// The reader's corrections: one key and a picker each, undone by one key.
extension BrowserState {
  mutating func openCorrection(_ subject: (Event) -> PickerState.Subject) -> [Effect] {
    guard let event = correctable else { return [] }
    return open(subject(event))
  }

  /// The side that is not Viet Nam is the one misread more often; Tab changes sides.
  mutating func openCountryCorrection() -> [Effect] {
    openCorrection { event in
      .correctCountry(instead: event.parties.second == .vietNam ? event.parties.first : event.parties.second)
    }
  }

  mutating func openDateCorrection() -> [Effect] {
    guard let event = correctable else { return [] }
    prompt = PromptState(purpose: .date, text: event.date?.iso ?? "", history: [])
    return []
  }

  mutating func acceptDate(_ text: String) -> [Effect] {
    guard let date = PartialDate(iso: text.filter { $0 != " " }) else {
      notice = Notice(
        text: text.isEmpty
          ? say("That is no date; write 2025, 2025-10 or 2025-10-31.")
          : say("“%1” is no date; write 2025, 2025-10 or 2025-10-31.", text), isWarning: true)
      return []
    }
    prompt = nil
    return correct(.date(date))
  }

  mutating func takeOut() -> [Effect] { correctable == nil ? [] : correct(.event(false)) }

  private var correctable: Event? {
    mutating get {
      if detail.record == nil { notice = Notice(text: say("No event is selected."), isWarning: false) }
      return detail.record?.event
    }
  }

  /// The country takes the place of a party.
  mutating func correct(country: Country, instead side: Country) -> [Effect] {
    guard let parties = detail.record?.event.parties else { return [] }
    let changed =
      side == parties.first ? Parties(country, parties.second) : Parties(parties.first, country)
    guard let changed else {
      notice = Notice(text: say("%1 is the other party already.", country.code), isWarning: false)
      return []
    }
    return correct(.parties(changed))
  }

  mutating func correct(_ value: FieldValue) -> [Effect] {
    guard let record = detail.record else { return [] }
    let before = FieldValue(value.field, of: record.event)
    guard value != before else {
      notice = Notice(
        text: say("%1 is %2 already.", Wording.field(value.field, say), Wording.value(value, say)),
        isWarning: false)
      return []
    }
    let step = CorrectionStep(event: record.coded, before: before, after: value)
    return [order(step, .correct, log.begin())]
  }

  func order(_ step: CorrectionStep, _ purpose: CorrectionOrder.Purpose, _ number: Int) -> Effect {
    let isUndo = purpose == .undo
    return .correct(
      CorrectionOrder(
        number: number, event: step.event, value: isUndo ? step.before : step.after,
        before: isUndo ? step.after : step.before, purpose: purpose))
  }

  /// The archive has the correction: everything shown is asked for anew.
  mutating func corrected(_ order: CorrectionOrder, _ outcome: CorrectionOutcome) -> [Effect] {
    switch order.purpose {
    case .correct:
      let step = CorrectionStep(event: order.event, before: outcome.before, after: order.value)
      log.finish(order.number, .correction(step))
    case .undo, .redo: log.endTurn(order.number, .moved)
    }
    notice = Notice(text: told(order), isWarning: false)
    if let field = Evidence.Field(rawValue: order.value.field.rawValue) { why?.select(field) }
    if order.value == .event(false) { why = nil }
    report = outcome.id
    keepsReport = true
    let place = outcome.id ?? timeline.selected?.id ?? lastEvent
    let effects = reload(place.map { .event($0) } ?? .start, anchorDecides: true)
    return effects + (outcome.id.map { [.loadRecord($0)] } ?? []) + [.countRecord(counting)]
      + takeTurnsAhead()
  }

  /// What could not be undone can be tried again.
  mutating func notCorrected(_ order: CorrectionOrder, _ sentence: String) -> [Effect] {
    end(order, .notMoved)
    notice = Notice(text: sentence, isWarning: true)
    return takeTurnsAhead()
  }

  mutating func unknownEvent(_ order: CorrectionOrder) -> [Effect] {
    end(order, .impossible)
    notice = Notice(text: say("Its report is not in this archive; nothing was changed."), isWarning: true)
    return takeTurnsAhead()
  }

  private mutating func end(_ order: CorrectionOrder, _ end: ChangeLog.TurnEnd) {
    switch order.purpose {
    case .correct: log.finish(order.number, nil)
    case .undo, .redo: log.endTurn(order.number, end)
    }
  }

  private func told(_ order: CorrectionOrder) -> String {
    let (field, now) = (Wording.field(order.value.field, say), Wording.value(order.value, say))
    let was = Wording.value(order.before, say)
    switch order.purpose {
    case .undo:
      return order.value == .event(true)
        ? say("Undone: it is an event again.")
        : say("Undone: %1 is %2 again, not %3.", field.lowercased(), now, was)
    case .correct, .redo:
      let key = keymap.keys(for: .undo, in: .timeline).first?.name ?? ":undo"
      if order.value == .event(false) { return say("Taken out: it is no event. %1 brings it back.", key) }
      let isOneOfMore = (detail.record?.reports.count ?? 1) > 1
      return isOneOfMore
        ? say("%1: %2, was %3, in this report alone. %4 undoes it.", field, now, was, key)
        : say("%1: %2, was %3. %4 undoes it.", field, now, was, key)
    }
  }
}
