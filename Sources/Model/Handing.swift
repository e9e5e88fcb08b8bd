import Diplomacy

// What leaves the program: a citation on the clipboard, the view in a file, a report or the view to another program.
extension BrowserState {
  mutating func copyCitation() -> [Effect] { copy(.citation) }

  mutating func openCopying() -> [Effect] { detail.record == nil ? tellNoReport() : open(.copying) }

  mutating func copy(_ form: CopyForm) -> [Effect] {
    guard let record = detail.record else { return tellNoReport() }
    return [.copy(record, form)]
  }

  mutating func copied(_ text: String, _ form: CopyForm) -> [Effect] {
    notice = Notice(text: say("Copied: %1", name(form).lowercased()), isWarning: false)
    return [.putOnClipboard(text)]
  }

  func name(_ form: CopyForm) -> String {
    switch form {
    case .citation: say("Citation")
    case .text: say("Text of the report")
    case .markdown: say("Entry of a chronology, in Markdown")
    case .json: say("JSON line with the text")
    case .source: say("Name of the source")
    }
  }

  var copyItems: [PickerState.Item] {
    CopyForm.allCases.map {
      PickerState.Item(value: .copyForm($0), code: "", label: name($0), detail: "", events: 0)
    }
  }

  // MARK: the view in a file

  mutating func openExport() -> [Effect] {
    prompt = PromptState(purpose: .export(replaces: nil), history: histories[.exports])
    return []
  }

  /// The name is typed; the same name a second time lets the file there give way.
  mutating func acceptExport(_ path: String, replaces: String?) -> [Effect] {
    prompt = nil
    guard !path.isEmpty else { return [] }
    histories.add(path, to: .exports)
    notice = Notice(text: say("Saving to %1…", path), isWarning: false)
    return [
      .export(ExportOrder(filter: shownFilter, order: order, path: path, replaces: path == replaces))
    ]
  }

  /// A file stands there: the prompt comes back, if nothing else has taken its place.
  mutating func exportStands(_ order: ExportOrder) -> [Effect] {
    notice = Notice(text: say("%1 is there already; Enter again replaces it.", order.path), isWarning: true)
    guard prompt == nil, picker == nil else { return [] }
    prompt = PromptState(
      purpose: .export(replaces: order.path), text: order.path, history: histories[.exports])
    return []
  }

  mutating func exported(_ order: ExportOrder, _ events: Int) {
    let text =
      order.filter.counting == .events
      ? say("%1 events saved in %2", "\(events)", order.path)
      : say("%1 reports saved in %2", "\(events)", order.path)
    notice = Notice(text: text, isWarning: false)
  }

  // MARK: other programs

  mutating func openPipe() -> [Effect] {
    prompt = PromptState(
      purpose: .pipe(wholeView: detail.record == nil), text: "", history: histories[.pipes])
    return []
  }

  /// Tab in the prompt: the report, or all events of the view.
  mutating func changePiped(_ wholeView: Bool) -> [Effect] {
    guard let text = prompt?.edit else { return [] }
    prompt = PromptState(
      purpose: .pipe(wholeView: !wholeView || detail.record == nil), text: "", history: histories[.pipes])
    prompt?.edit = text
    return []
  }

  mutating func acceptPipe(_ command: String, wholeView: Bool) -> [Effect] {
    prompt = nil
    guard !command.isEmpty else { return [] }
    histories.add(command, to: .pipes)
    if wholeView { return [.prepare(.pipeView(shownFilter, order, command: command))] }
    guard let record = detail.record else { return tellNoReport() }
    return [.prepare(.pipe(record, command: command))]
  }

  mutating func openSource() -> [Effect] {
    guard let record = detail.record else { return tellNoReport() }
    return [.prepare(.page(record))]
  }

  mutating func openBrief() -> [Effect] {
    guard let dyad = timeline.selected?.parties.dyad else { return tellNoReport() }
    return [.prepare(.pageBrief(dyad))]
  }

  private mutating func tellNoReport() -> [Effect] {
    notice = Notice(text: say("There is no report at hand."), isWarning: false)
    return []
  }
}
