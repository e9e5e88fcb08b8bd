// The one place where the two lines of the program meet:
//
//   display --Input--> Dispatcher --Command--> BrowserState --Effect--> Effects --(worker)--> archive
//      ^                                         |    ^                                         |
//      +---------CellGrid---- Painter <----------+    +--------Message---- Mailbox <-----wake---+
//
// The session owns the loop and nothing else: it never looks into the state, a pane or the archive.
import Commands
import Diplomacy
import Model
import Panes
import Screen
import Text

/// Shows a browser state on a display until the reader quits or the terminal goes away.
package final class Session {
  private let display: any Display
  private var state: BrowserState
  private var dispatcher: Dispatcher
  private let effects: Effects
  private let painter: Painter
  private let useTheme: (String) -> Phrase?
  private let keep: (SessionMemory, Desk) -> Void
  /// Characters typed while more input was waiting: they are taken in one piece, so that a burst costs one search.
  private var typed = ""
  /// Keys pressed while what they mean depends on an answer that is still awaited.
  private var held: [KeyPress] = []
  private var isOver = false

  /// `useTheme` changes the display's theme by name and answers with a sentence when it cannot; `keep` is told after each
  /// picture where the reader stands.
  package init(
    display: any Display, state: BrowserState, dispatcher: Dispatcher, effects: Effects, painter: Painter,
    useTheme: @escaping (String) -> Phrase? = { _ in nil },
    keep: @escaping (SessionMemory, Desk) -> Void = { _, _ in }
  ) {
    self.useTheme = useTheme
    self.keep = keep
    self.display = display
    self.state = state
    self.dispatcher = dispatcher
    self.effects = effects
    self.painter = painter
  }

  /// Returns when the reader quits or the display has ended.
  package func run() {
    state.resize(display.size).forEach(performAtOnce)
    state.start().forEach(performAtOnce)
    hearAll()
    display.show(painter.paint(state))
    effects.watchCommits(waker: display.waker)
    while !isOver {
      take(display.next())
      if isOver || display.hasMore { continue }
      takeTyped()
      display.show(painter.paint(state))
      keep(state.memory, state.desk)
    }
  }

  /// Where the reader stands.
  package var memory: SessionMemory { state.memory }
  package var desk: Desk { state.desk }

  private func takeTyped() {
    guard !typed.isEmpty else { return }
    let text = typed
    typed = ""
    state.enter(text).forEach(perform)
  }

  private func take(_ input: Input) {
    if case .key = input {} else { takeTyped() }
    switch input {
    case .key(let key): press(key)
    case .pasted(let text): state.enter(text).forEach(perform)
    case .mouse(let act, let row, let column): point(act, row, column)
    case .resized: state.resize(display.size).forEach(perform)
    case .woken: hearAll()
    case .ended: isOver = true
    }
  }

  private func point(_ act: MouseAct, _ row: Row, _ column: Column) {
    switch act {
    case .click: state.click(row: row, column: column).forEach(perform)
    case .wheelUp: state.wheel(up: true, row: row, column: column).forEach(perform)
    case .wheelDown: state.wheel(up: false, row: row, column: column).forEach(perform)
    }
  }

  private func press(_ key: KeyPress) {
    let outcome = dispatcher.press(key, in: state.context)
    if mustWait(outcome) { return held.append(key) }
    if case .text(let character) = outcome { return typed.append(character) }
    takeTyped()
    switch outcome {
    case .command(let command): state.press(command).forEach(perform)
    case .name(let character): state.enter(String(character)).forEach(perform)
    case .unbound(let key): state.ignore(key.name).forEach(perform)
    case .text: break
    }
  }

  /// What leaves or stops is never kept waiting, and whatever was held is dropped then.
  private func mustWait(_ outcome: Outcome) -> Bool {
    guard state.holdsKeys else { return false }
    switch outcome {
    case .command(.stop), .command(.leave), .command(.cancel), .command(.quit):
      held = []
      return false
    case .command, .text, .name, .unbound: return true
    }
  }

  private func hearAll() {
    for message in effects.mailbox.takeAll() { state.hear(message).forEach(perform) }
    while !state.holdsKeys, !held.isEmpty { press(held.removeFirst()) }
    takeTyped()
  }

  /// What the display and the loop themselves do; all else goes to the worker.
  private func perform(_ effect: Effect) {
    switch effect {
    case .quit: isOver = true
    case .suspend: display.suspend()
    case .redraw: display.forget()
    case .putOnClipboard(let text): display.copy(text)
    case .lend(let errand): lend(errand)
    case .editNote(let id, let note): edit(note, on: id)
    case .useMouse(let on): display.useMouse(on)
    case .setTheme(let name):
      state.hear(useTheme(name).map { .failed(state.say($0)) } ?? .themed(name)).forEach(perform)
    default: effects.perform(effect, waker: display.waker)
    }
  }

  private func edit(_ note: String, on id: EventID) {
    var outcome = NoteEditor.Outcome.left
    display.lend { outcome = NoteEditor.ofThisProcess().edit(note, state.say) }
    state.resize(display.size).forEach(perform)
    switch outcome {
    case .left: break
    case .written(let text): state.hear(.noteEdited(id, text)).forEach(perform)
    case .failed(let sentence): state.hear(.failed(state.say(sentence))).forEach(perform)
    }
  }

  private func lend(_ errand: Errand) {
    var problem: Phrase?
    display.lend { problem = ErrandRunner.run(errand, state.say) }
    if let problem { state.hear(.failed(state.say(problem))).forEach(perform) }
  }

  /// The first screen waits for its data instead of being painted twice; for a closer look at its report it does not.
  private func performAtOnce(_ effect: Effect) {
    if case .study = effect { return perform(effect) }
    guard let message = effects.performAtOnce(effect) else { return }
    state.hear(message).forEach(performAtOnce)
  }
}
