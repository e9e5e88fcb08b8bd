import Asking
import Diplomacy

// Dates as they are typed: days to keep, tried at once, and a day to go to.
extension BrowserState {
  /// The days kept now stand in the line.
  mutating func openDates() -> [Effect] {
    saved = savedView
    prompt = PromptState(
      purpose: .days, text: keptDays.map(\.text).joined(separator: ","), history: histories[.dates])
    return []
  }

  mutating func openGoTo() -> [Effect] {
    prompt = PromptState(purpose: .goTo, history: histories[.dates])
    return []
  }

  private var keptDays: [DaySpan] {
    filter.clauses.compactMap { $0.excludes ? nil : $0.value.days(by: clock) }
  }

  /// The timeline follows as long as the text can be read; a date that is only begun changes nothing.
  mutating func datesTyped() -> [Effect] {
    guard let prompt, let saved else { return [] }
    do throws(Mistake) {
      let spans = try reader.days(prompt.edit.text)
      self.prompt?.mistake = nil
      let isTouched = spans != saved.filter.days(by: clock)
      return show(saved.filter.keeping(spans, by: clock), isOn: isTouched || saved.filterIsOn)
    } catch {
      self.prompt?.mistake = error
      return []
    }
  }

  /// Dates with a mistake are not kept: the prompt stays, and the mistake with it. None keeps all days.
  mutating func acceptDates(_ text: String) -> [Effect] {
    do throws(Mistake) {
      let spans = try reader.days(text)
      let before = saved?.filter ?? filter
      let effects = show(before.keeping(spans, by: clock), isOn: true)
      prompt = nil
      saved = nil
      if !spans.isEmpty { histories.add(text, to: .dates) }
      return effects
    } catch {
      prompt?.mistake = error
      return []
    }
  }

  mutating func acceptGoTo(_ text: String) -> [Effect] {
    do throws(Mistake) {
      let spans = try reader.days(text)
      prompt = nil
      guard let span = spans.first else { return [] }
      histories.add(text, to: .dates)
      return go(to: span)
    } catch {
      prompt?.mistake = error
      return []
    }
  }

  /// `:go 2023-06`
  mutating func goTo(_ text: String) -> [Effect] {
    do throws(Mistake) {
      guard let span = try reader.days(text).first else { return openGoTo() }
      return go(to: span)
    } catch {
      notice = Notice(text: say(error.phrase), isWarning: true)
      return []
    }
  }

  private mutating func go(to span: DaySpan) -> [Effect] {
    remember()
    return reload(
      .span(span.from ?? CalendarDay(ordinal: .min), span.to ?? CalendarDay(ordinal: .max)),
      anchorDecides: true, countsToo: false)
  }
}

extension Filter.Value {
  fileprivate func days(by clock: TimelineClock) -> DaySpan? {
    switch (self, clock) {
    case (.days(let span), .event), (.published(let span), .publication): span
    default: nil
    }
  }
}

extension Filter {
  fileprivate func days(by clock: TimelineClock) -> [DaySpan] { kept { $0.days(by: clock) } }

  /// Those days in the place of the days kept before.
  fileprivate func keeping(_ spans: [DaySpan], by clock: TimelineClock) -> Filter {
    guard spans != days(by: clock) else { return self }
    var filter = self
    filter.removeAll { !$0.excludes && $0.value.days(by: clock) != nil }
    for span in spans { filter.add(Clause(clock == .event ? .days(span) : .published(span))) }
    return filter
  }
}
