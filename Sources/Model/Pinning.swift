import Diplomacy

// Countries pinned to slots, by a key in a list of countries or by a line.
extension BrowserState {
  /// The highlighted country goes to the slot; where it is pinned there, the pin is taken off.
  mutating func pinPicked(_ slot: Int?) -> [Effect] {
    guard let slot, let country = picker?.current?.value.country else {
      notice = Notice(text: say("Only a country can be pinned to a slot."), isWarning: false)
      return []
    }
    return bar.pins[slot] == country ? unpin(slot) : pin(country, to: slot)
  }

  private mutating func pin(_ country: Country, to slot: Int) -> [Effect] {
    change { $0.pin(country, at: slot) }
    notice = Notice(text: say("%1 is pinned to slot %2.", names.name(country), "\(slot)"), isWarning: false)
    return [.countRecord(counting)]
  }

  private mutating func unpin(_ slot: Int) -> [Effect] {
    guard let country = bar.pins[slot] else {
      notice = Notice(text: say("Nothing is pinned to slot %1.", "\(slot)"), isWarning: false)
      return []
    }
    change { $0.unpin(slot) }
    notice = Notice(
      text: say("%1 is no longer pinned; it keeps slot %2 for this session.", names.name(country), "\(slot)"),
      isWarning: false)
    return []
  }

  private mutating func change(_ change: (inout SlotBar) -> Void) {
    let before = bar.choice
    change(&bar)
    if bar.choice != before { log.add(.slots(before: before, after: bar.choice)) }
  }

  mutating func show(_ choice: SlotBar.Choice) -> [Effect] {
    bar.take(choice)
    return [.countRecord(counting)]
  }

  // MARK: lines

  /// `:pin 3 KR`, a country by its code or its name.
  mutating func pin(_ argument: String) -> [Effect] {
    let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, let slot = slot(words[0]) else { return tellWrong(argument, of: .pin) }
    guard let country = names.matches(words[1]).first else {
      notice = Notice(text: say("“%1” is no country; write its code or its name.", words[1]), isWarning: true)
      return []
    }
    return pin(country, to: slot)
  }

  mutating func unpin(_ argument: String) -> [Effect] {
    guard let slot = slot(argument) else { return tellWrong(argument, of: .unpin) }
    return unpin(slot)
  }

  private func slot(_ word: String) -> Int? {
    Int(word).flatMap { SlotBar.numbers.contains($0) ? $0 : nil }
  }
}

extension PickerState.Value {
  fileprivate var country: Country? {
    switch self {
    case .facet(.country(let country)), .facet(.mention(let country)): country
    default: nil
    }
  }
}
