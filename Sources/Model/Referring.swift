import Diplomacy
import Text

// What a report refers to, and how it is shown.
extension BrowserState {
  mutating func toggle(_ option: WritableKeyPath<DetailOptions, Bool>) -> [Effect] {
    detail.options[keyPath: option].toggle()
    return []
  }

  mutating func toggleAsides() -> [Effect] {
    detail.options.hidesAsides.toggle()
    notice = Notice(
      text: detail.options.hidesAsides
        ? say("Captions, bylines and boilerplate are hidden.")
        : say("Captions, bylines and boilerplate are shown."),
      isWarning: false)
    return []
  }

  mutating func toggleStatements() -> [Effect] {
    guard detail.reading?.statements.isEmpty == false else {
      notice = Notice(text: say("No statement of either side was found in this report."), isWarning: false)
      return []
    }
    detail.options.showsStatements.toggle()
    if detail.options.showsStatements { detail.showStatements() }
    return []
  }

  mutating func nextReference() -> [Effect] {
    guard let reference = detail.nextReference() else {
      notice = Notice(
        text: say("This report names nobody and nothing that can be followed."), isWarning: false)
      return []
    }
    notice = Notice(text: label(reference), isWarning: false)
    return []
  }

  mutating func openReferences() -> [Effect] {
    guard !referenceItems.isEmpty else {
      notice = Notice(
        text: say("This report names nobody and nothing that can be followed."), isWarning: false)
      return []
    }
    let effects = open(.references)
    if let place = detail.reference { picker?.standing = .reference(place) }
    return effects
  }

  var referenceItems: [PickerState.Item] {
    (detail.reading?.references ?? []).enumerated().map { index, reference in
      PickerState.Item(
        value: .reference(index), code: code(reference), label: label(reference), detail: act(reference),
        events: 0)
    }
  }

  private func code(_ reference: Reference) -> String {
    switch reference.target {
    case .person(let person): person.country.code
    case .event(let mention, _): Wording.glyph(mention.kind)
    case .commitment: "→"
    case .report: "≡"
    }
  }

  private func label(_ reference: Reference) -> String {
    switch reference.target {
    case .person(let person): person.title.isEmpty ? person.name : person.name + ", " + person.title
    case .event(let mention, _):
      [Wording.short(mention.date, say), Wording.name(mention.kind, say).lowercased(), mention.parties.code]
        .joined(separator: "  ")
    case .commitment(let commitment):
      commitment.text + (commitment.due.map { "  " + say("due %1", Wording.short($0, say)) } ?? "")
    case .report(let report):
      [report.published.map { Wording.short($0, say) } ?? say("no date"), report.source, report.title]
        .joined(separator: "  ")
    }
  }

  /// What Enter does with it, in a word.
  private func act(_ reference: Reference) -> String {
    switch reference.target {
    case .person: say("events")
    case .event(_, let event): event == nil ? say("not in the record") : say("open")
    case .commitment: say("show")
    case .report(let report): report.id == detail.record?.id ? say("shown") : say("open")
    }
  }

  /// A person's events are kept, an earlier event or another report is opened, a promise is shown in the text.
  mutating func follow(_ index: Int) -> [Effect] {
    guard let reference = detail.reading?.references[safe: index] else { return [] }
    switch reference.target {
    case .person(let person):
      filter.add(.person(person.name))
      filterIsOn = true
      return reloadHere()
    case .event(_, let event):
      if let event { return open(event, at: []) }
      return show(reference, orSay: say("The record has no such event; the report only mentions it."))
    case .commitment:
      return show(reference, orSay: say("The words of this promise were not found in the report."))
    case .report(let report): return show(report: report.id)
    }
  }

  private mutating func show(_ reference: Reference, orSay sentence: String) -> [Effect] {
    if case .event = reference.target { notice = Notice(text: sentence, isWarning: false) }
    guard let place = reference.place else {
      notice = Notice(text: sentence, isWarning: false)
      return []
    }
    focus = .detail
    fit()
    detail.point(at: [place])
    return []
  }

  mutating func fitWording() {
    guard hasWordingView else { return }
    let halves = Layout(
      size: size, placement: placement, listShare: listShare, showsDensity: showsDensity,
      focus: compare?.side == .left ? .timeline : .detail, division: .halves)
    let rows = max(halves.list.size.rows, halves.detail.size.rows)
    // A line for the heads of the texts, where there is room a blank below it, and the last one for the place.
    let height = max(1, rows - (rows >= 10 ? 3 : 1))
    compare?.resize(left: halves.list.size.columns, right: halves.detail.size.columns, height: height)
    trail?.resize(height: height)
  }
}
