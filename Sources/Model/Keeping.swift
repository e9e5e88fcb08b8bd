import Commands
import Diplomacy

// The reader's own work: read and unread, marks. A report becomes read when it is opened, or by a key; nothing but a
// key makes it unread again.
extension BrowserState {
  /// The events marked, in the order of marking.
  package var markedEvents: [EventID] { marks.map(\.id) }

  // MARK: read

  mutating func toggleRead() -> [Effect] {
    guard let row = timeline.selected else { return noEvent() }
    let isRead = row.own.contains(.read)
    return wish(.set(.read, !isRead), at: .events([row.id], counting))
  }

  /// Opening a report is reading it.
  mutating func readOpened() -> [Effect] {
    guard let row = timeline.selected, !row.own.contains(.read) else { return [] }
    return wish(.set(.read, true), at: .events([row.id], counting), isQuiet: true)
  }

  mutating func askReadAll() -> [Effect] {
    guard timeline.window.total > 0 else { return noEvent() }
    prompt = PromptState(purpose: .readAll, history: [])
    return []
  }

  /// One letter answers; all but the one for yes leave all as it is.
  mutating func answerReadAll(_ typed: String) -> [Effect] {
    prompt = nil
    guard typed.lowercased() == "y" || typed.lowercased() == say("y") else {
      notice = Notice(text: say("Nothing was changed."), isWarning: false)
      return []
    }
    return wish(.set(.read, true), at: .filter(shownFilter))
  }

  mutating func nextUnread() -> [Effect] {
    [.findUnread(shownFilter, order, after: timeline.selected?.id)]
  }

  mutating func goToUnread(_ id: EventID?) -> [Effect] {
    guard let id else {
      notice = Notice(text: say("All is read here."), isWarning: false)
      return []
    }
    remember()
    return goNear(id)
  }

  // MARK: marks

  mutating func toggleMark() -> [Effect] {
    guard let row = timeline.selected else { return noEvent() }
    return wish(.set(.marked, !row.own.contains(.marked)), at: .events([row.id], counting))
  }

  mutating func markRange() -> [Effect] {
    guard let id = timeline.selected?.id else { return noEvent() }
    guard let last = marks.last?.id else {
      notice = Notice(text: say("No mark to begin from; mark an event first."), isWarning: false)
      return []
    }
    return wish(.set(.marked, true), at: .range(last, id, shownFilter))
  }

  mutating func openMarks() -> [Effect] {
    if marks.isEmpty {
      notice = Notice(text: say("Nothing is marked."), isWarning: false)
      return []
    }
    return open(.marks)
  }

  var markItems: [PickerState.Item] {
    marks.map { row in
      PickerState.Item(
        value: .place(row.id), code: row.date?.iso ?? say("no date"),
        label: row.parties.dyad.spokenCode + "  " + row.headline, detail: "", events: 0)
    }
  }

  // MARK: promises

  /// The promise under the cursor of the register: open, met, missed, and round again.
  mutating func judgePromise() -> [Effect] {
    guard let promise = views.register.list.current else { return tellOfRegister() }
    return judgePromise(promise.status.next)
  }

  mutating func judgePromise(_ status: PromiseStatus) -> [Effect] {
    guard views.shown == .commitments, let promise = views.register.list.current else {
      return tellOfRegister()
    }
    views.register.judge(promise, status)
    return wish(.promise(place: promise.place, status), at: .events([promise.event], counting))
  }

  private mutating func tellOfRegister() -> [Effect] {
    notice = Notice(
      text: say("Choose a promise among the commitments first; :commitments lists them."),
      isWarning: false)
    return []
  }

  // MARK: orders

  private mutating func noEvent() -> [Effect] {
    notice = Notice(text: say("No event is selected."), isWarning: false)
    return []
  }

  mutating func wish(_ wish: OwnWish, at target: OwnTarget, isQuiet: Bool = false) -> [Effect] {
    if case .set(let mark, let isOn) = wish, case .events(let ids, _) = target {
      timeline.sign(Set(ids), mark, isOn)
    }
    return [.keepOwn(OwnOrder(number: log.begin(), work: .wish([wish], target), isQuiet: isQuiet))]
  }

  /// The archive has it: what is shown of it is asked for anew.
  mutating func kept(_ order: OwnOrder, _ changes: [OwnChange]) -> [Effect] {
    switch order.work {
    case .wish:
      log.finish(order.number, changes.isEmpty ? nil : .own(changes))
      if !order.isQuiet { tellKept(changes) }
    case .put(_, let changes, let isUndo):
      log.endTurn(order.number, .moved)
      tell(.own(changes), isUndo: isUndo)
    }
    return reloadOwn() + takeTurnsAhead()
  }

  private mutating func tellKept(_ changes: [OwnChange]) {
    let words = changes.map { $0.words(say) }.joined(separator: ", ")
    var text =
      words.isEmpty ? say("It is so already.") : words.prefix(1).uppercased() + words.dropFirst() + "."
    if isPassing, !toldOfPassing {
      toldOfPassing = true
      text += " " + say("Without an archive your own work lasts for this session only.")
    }
    notice = Notice(text: text, isWarning: false)
  }

  mutating func notKept(_ order: OwnOrder, _ sentence: String) -> [Effect] {
    switch order.work {
    case .wish: log.finish(order.number, nil)
    case .put: log.endTurn(order.number, .notMoved)
    }
    notice = Notice(text: sentence, isWarning: true)
    return reloadOwn() + takeTurnsAhead()
  }

  private mutating func reloadOwn() -> [Effect] {
    let place = timeline.selected?.id ?? lastEvent
    let window = reload(
      place.map { .event($0) } ?? .start, anchorDecides: false, countsToo: shownFilter.asksOwnWork)
    let record = (report ?? timeline.selected?.id).map { [Effect.loadRecord($0)] } ?? []
    views.register.keepOrder()
    let view = shownFilter.asksOwnWork ? [] : askForView()
    return window + (isInView ? view : record) + [.loadMarks(counting)]
  }
}

extension Filter {
  /// Whether what it keeps changes with the reader's own work.
  var asksOwnWork: Bool { Filter.asksOwnWork(clauses) }

  private static func asksOwnWork(_ clauses: [Clause]) -> Bool {
    clauses.contains { clause in
      switch clause.value {
      case .tag: true
      case .trait(let trait): trait.isOwnWork
      case .either(let lists): lists.contains(where: asksOwnWork)
      default: false
      }
    }
  }
}
