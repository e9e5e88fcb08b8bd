import Archive
import Diplomacy
import Model
import Reading
import Screen
import Synchronization

/// Carries out what the browser state asks for, one kind after the other, away from the session's thread. Every answer
/// comes back as a message in the mailbox.
package final class Effects: Sendable {
  package let mailbox = Mailbox<Message>()
  private let archive: any EventArchive
  private let workers = Dictionary(uniqueKeysWithValues: Lane.allCases.map { ($0, Worker()) })
  private let studies: Studies
  private let reader: CloseReader?
  private let marks: @Sendable (Article) -> [TextMark]
  private let shelf: FilterShelf?
  private let macros: MacroShelf?
  private let scribe: Scribe?
  private let clipboard: ClipboardTool?
  private let rescan: (@Sendable () -> [String])?
  private let say: Catalogue
  private let commits = Mutex<CommitWatch?>(nil)

  /// `marks` finds the names and figures in an article that the screen sets off; without a shelf no filter is saved,
  /// without a scribe nothing leaves the program, without a reader nobody's statements are known.
  /// `rescan` reads the sources anew and answers with what was wrong; all that is told is told in the words of `say`.
  package init(
    archive: any EventArchive, shelf: FilterShelf? = nil, macros: MacroShelf? = nil, scribe: Scribe? = nil,
    clipboard: ClipboardTool? = nil, reader: CloseReader? = nil,
    rescan: (@Sendable () -> [String])? = nil, say: Catalogue = .english,
    marks: @escaping @Sendable (Article) -> [TextMark]
  ) {
    self.archive = archive
    self.shelf = shelf
    self.macros = macros
    self.scribe = scribe
    self.clipboard = clipboard
    self.rescan = rescan
    self.say = say
    self.marks = marks
    self.reader = reader
    studies = Studies(archive: archive, reader: reader)
  }

  /// From now on the mailbox hears of every commit.
  package func watchCommits(waker: any Waker) {
    let watch = CommitWatch(archive) { [mailbox] in
      mailbox.put(.committed)
      waker.wake()
    }
    commits.withLock { $0 = watch }
  }

  /// Queues the effect; the waker is called once the answer lies in the mailbox.
  package func perform(_ effect: Effect, waker: any Waker) {
    workers[effect.lane]?.run(effect.name) { [self] in
      guard let message = answer(effect) else { return }
      mailbox.put(message)
      waker.wake()
    }
  }

  /// Answers on the caller's thread; nil for what has no answer.
  package func performAtOnce(_ effect: Effect) -> Message? { answer(effect) }

  private func answer(_ effect: Effect) -> Message? {
    do throws(ArchiveProblem) {
      return try archiveAnswer(effect)
    } catch .withdrawn {
      // A newer question of the same name is waiting.
      return nil
    } catch {
      return .failed(say(error.phrase))
    }
  }

  /// More marked events are not listed; they stay marked.
  private static let mostMarks = 1000

  private func answer(_ order: OwnOrder) -> Message {
    do throws(ArchiveProblem) {
      switch order.work {
      case .wish(let wishes, let target): return .ownKept(order, try archive.keep(wishes, at: target))
      case .put(let changes, _, _):
        try archive.put(changes)
        return .ownKept(order, changes)
      }
    } catch {
      return .ownNotKept(order, say(error.phrase))
    }
  }

  private func answer(_ order: CorrectionOrder) -> Message {
    do throws(ArchiveProblem) {
      guard let outcome = try archive.correct(order.event, order.value) else {
        return .unknownEvent(order)
      }
      return .corrected(order, outcome)
    } catch {
      return .notCorrected(order, say(error.phrase))
    }
  }

  private func macro(_ name: Character) -> Message {
    do throws(ConfigProblem) {
      return .macro(name, try macros?.macro(name))
    } catch {
      return .failed(say(error.phrase))
    }
  }

  private func save(_ name: Character, _ steps: [Step]) -> Message {
    guard let macros else { return .failed(say("There is no place to keep a macro in.")) }
    do throws(ConfigProblem) {
      try macros.save(name, steps)
      return .macroSaved(name)
    } catch {
      return .failed(say(error.phrase))
    }
  }

  private func save(_ saved: SavedFilter) -> Message {
    guard let shelf else { return .failed(say("There is no place to save a filter in.")) }
    do throws(ConfigProblem) {
      let older = try shelf.save(saved)
      guard let older, older != saved.text else { return .notice(say("Saved: %1", saved.name)) }
      return .notice(say("Saved: %1; the older one (%2) was replaced.", saved.name, older))
    } catch {
      return .failed(say(error.phrase))
    }
  }

  private func hand(
    _ work: (Scribe) throws -> Message
  ) throws(ArchiveProblem) -> Message {
    guard let scribe else { return .failed(say("Nothing can be handed over here.")) }
    do {
      return try work(scribe)
    } catch let problem as ArchiveProblem {
      throw problem
    } catch {
      return .failed((error as? HandingProblem).map { say($0.phrase) } ?? "\(error)")
    }
  }

  private func look(_ order: RefreshOrder) throws(ArchiveProblem) -> Refreshed {
    let filter = order.window.filter
    let all = Filter.everything.counting(order.counting)
    return Refreshed(
      order: order,
      window: try archive.window(
        filter, order.window.arrangement, anchor: order.window.anchor, rows: order.window.rows),
      months: try archive.months(filter), all: try archive.count(all),
      countries: try archive.facet(.country, all, limit: 10_000),
      matches: filter.searches.isEmpty ? nil : try archive.count(filter.searchAlone))
  }

  private func archiveAnswer(_ effect: Effect) throws(ArchiveProblem) -> Message? {
    switch effect {
    case .loadWindow(let request):
      let window = try archive.glance(
        request.filter, request.arrangement, anchor: request.anchor, rows: request.rows)
      return .window(generation: request.generation, window)
    case .loadRecord(let id):
      return .record(id, try archive.record(id).map { $0.marked(marks($0.article)) })
    case .loadFacet(let facet, let filter, let generation):
      return .facet(generation: generation, try archive.facet(facet, filter, limit: 10_000))
    case .loadMonths(let filter, let generation):
      return .months(generation: generation, try archive.months(filter))
    case .countRows(let filter): return .rowsCounted(filter, try archive.count(filter))
    case .countMatches(let search): return .matches(search, inAll: try archive.count(search))
    case .countRecord(let counting):
      let all = Filter.everything.counting(counting)
      return .recordCounts(
        counting, all: try archive.count(all), try archive.facet(.country, all, limit: 10_000))
    case .refresh(let order): return .refreshed(try look(order))
    case .rescan: return .rescanned(rescan?() ?? [])
    case .correct(let order): return answer(order)
    case .findNeighbour(let id, let later, let counting):
      return .neighbour(try archive.neighbour(of: id, later: later, counting))
    case .study(let study): return try studies.answer(study).map { .studied($0) }
    case .loadSavedFilters:
      let (filters, complaints) = shelf?.load() ?? ([], [])
      return .savedFilters(filters, complaints: complaints.map { say($0) })
    case .saveFilter(let saved): return save(saved)
    case .loadMacro(let name): return macro(name)
    case .saveMacro(let name, let steps): return save(name, steps)
    case .countFilter(let saved, let filter): return .filterCount(saved, try archive.count(filter))
    case .copy(let record, let form):
      return try hand { scribe in
        let text = scribe.text(record, form)
        clipboard?.copy(text)
        return .copied(text, form)
      }
    case .export(let order):
      return try hand { scribe in
        try scribe.export(order, of: archive).map { .exported(order, events: $0) } ?? .exportStands(order)
      }
    case .prepare(let order): return try hand { .prepared(try $0.prepare(order, of: archive)) }
    case .ask(let question, let generation):
      return .told(try ViewAnswers(archive: archive, reader: reader).answer(question), generation: generation)
    case .keepOwn(let order): return answer(order)
    case .loadMarks(let counting): return .marks(try archive.marked(counting, limit: Effects.mostMarks))
    case .findUnread(let filter, let order, let id):
      return .unread(try archive.nextUnread(filter, order, after: id))
    case .putOnClipboard, .lend, .editNote, .setTheme, .useMouse, .redraw, .suspend, .quit:
      return nil
    }
  }
}

/// Effects of one lane are carried out one after the other; no lane waits for another.
private enum Lane: CaseIterable {
  /// Rows and records: what a key waits for, and what the order of matters.
  case rows
  /// Counts come after the rows, which never wait for them.
  case counts
  /// What takes long and nobody waits for.
  case errands
  /// Longer looks at texts.
  case studies
  /// What a view lists, and what stands beside it.
  case views, viewSides
}

extension Effect {
  fileprivate var lane: Lane {
    switch self {
    case .loadFacet, .loadMonths, .countRows, .countMatches, .countFilter: .counts
    case .copy, .export, .prepare, .rescan: .errands
    case .study: .studies
    case .ask(let question, _): question.isBeside ? .viewSides : .views
    case .refresh, .loadWindow, .loadRecord, .countRecord, .correct, .keepOwn, .loadMarks, .findUnread,
      .editNote, .findNeighbour, .setTheme, .loadSavedFilters, .saveFilter, .loadMacro, .saveMacro, .useMouse,
      .putOnClipboard, .lend, .redraw, .suspend, .quit:
      .rows
    }
  }
}
