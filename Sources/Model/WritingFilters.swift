import Asking
import Diplomacy

// The filter written as text: the prompt that shows and edits it, and filters saved under names.
extension BrowserState {
  mutating func openFilter() -> [Effect] {
    saved = savedView
    prompt = PromptState(
      purpose: .filter, text: filter.isEmpty ? "" : filter.text + " ", history: histories[.filters])
    return []
  }

  /// Blanks at the end change nothing: the prompt begins with one behind the filter that stands.
  private func isTouched(_ text: String) -> Bool {
    var typed = text[...]
    while typed.last == " " { typed.removeLast() }
    return typed != saved?.filter.text ?? ""
  }

  /// The timeline follows as long as the text can be read, and else stays where it was.
  mutating func filterTyped() -> [Effect] {
    guard let prompt, let saved else { return [] }
    let text = prompt.edit.text
    do throws(Mistake) {
      let begun = prompt.edit.isAtEnd ? try reader.readBegun(text) : try reader.read(text)
      self.prompt?.mistake = nil
      return show(begun, isOn: isTouched(text) || saved.filterIsOn)
    } catch {
      self.prompt?.mistake = error
      return []
    }
  }

  /// A filter with a mistake is not kept: the prompt stays, and the mistake with it.
  mutating func acceptFilter(_ text: String) -> [Effect] {
    do throws(Mistake) {
      let kept = try reader.read(text)
      let effects = show(kept, isOn: isTouched(text) || filterIsOn)
      prompt = nil
      saved = nil
      if !kept.isEmpty { histories.add(kept.text, to: .filters) }
      return effects
    } catch {
      prompt?.mistake = error
      return []
    }
  }

  // MARK: saved filters

  mutating func openSavedFilters() -> [Effect] { open(.savedFilters) }

  mutating func fill(_ saved: [SavedFilter], _ complaints: [String]) -> [Effect] {
    if let first = complaints.first, picker?.subject == .savedFilters {
      notice = Notice(text: BrowserState.first(first, of: complaints.count, say), isWarning: true)
    }
    savedNames = saved.map(\.name)
    guard picker?.subject == .savedFilters else { return [] }
    fill(
      saved.map { one in
        PickerState.Item(value: .saved(one), code: "", label: one.name, detail: "", events: 0)
      })
    uncounted = saved
    if saved.isEmpty, complaints.isEmpty {
      let key = keymap.keys(for: .saveFilter, in: .timeline).first?.name ?? ":save-filter"
      notice = Notice(text: say("No filter is saved yet; %1 saves the present one.", key), isWarning: false)
    }
    return countNext()
  }

  mutating func take(_ count: Int, of saved: SavedFilter) -> [Effect] {
    guard picker?.subject == .savedFilters else { return [] }
    picker?.tell(count, of: .saved(saved))
    return countNext()
  }

  /// One count at a time, so that no window waits for more than one.
  private mutating func countNext() -> [Effect] {
    while !uncounted.isEmpty {
      let next = uncounted.removeFirst()
      if let filter = try? reader.read(next.text) {
        return [.countFilter(next, filter.counting(counting))]
      }
    }
    return []
  }

  /// Nil for a saved filter with a mistake in it.
  func savedFilter(_ item: PickerState.Item) -> Filter? {
    guard case .saved(let saved) = item.value else { return nil }
    return try? reader.read(saved.text)
  }

  mutating func accept(_ item: PickerState.Item, _ before: SavedView) -> [Effect] {
    guard case .saved(let saved) = item.value else { return [] }
    do throws(Mistake) {
      let kept = try reader.read(saved.text)
      self.saved = before
      defer { self.saved = nil }
      return show(kept, isOn: true)
    } catch {
      notice = Notice(text: "\(saved.name): " + say(error.phrase), isWarning: true)
      return restore(before)
    }
  }

  mutating func openSaving() -> [Effect] {
    prompt = PromptState(purpose: .saving, history: [])
    return []
  }

  mutating func acceptSaving(_ text: String) -> [Effect] {
    let name = text.split(separator: " ").joined(separator: " ")
    guard !name.isEmpty else {
      notice = Notice(text: say("A saved filter needs a name."), isWarning: true)
      return []
    }
    prompt = nil
    return [.saveFilter(SavedFilter(name: name, text: filter.text))]
  }
}
