import Archive
import ArgumentParser
import Asking
import Chronicle
import Commands
import Diplomacy
import Foundation
import Glibc
import Model
import Panes
import Program
import Reading
import SQLiteArchive
import Screen
import Terminal
import Text

/// Opens the timeline: of the archive, of paths, or of the built-in sample.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse", abstract: "Browse the archive, or the reports below paths without keeping them.")

  @Argument(
    help:
      "Report files (also .jsonl, .csv, .gz, .zip, .tar) or folders; without any, the archive or the built-in sample is shown."
  )
  var paths: [String] = []

  @Option(help: "The archive to browse instead of the usual one.")
  var archive: String?

  @Option(help: "night, day, mono, high-contrast, colour-blind, or a theme of your own.")
  var theme: String?

  @Flag(help: "Begin anew instead of where the last session ended.")
  var fresh = false

  @Flag(help: "Draw with ASCII only.")
  var ascii = false

  @Flag(help: "Lines instead of a screen, for screen readers and pipes: commands in, sentences out.")
  var plain = false

  mutating func run() throws {
    if let missing = paths.first(where: { access($0, F_OK) != 0 && [ENOENT, ENOTDIR].contains(errno) }) {
      complain(BrowseCommand.sentence(missing))
      throw Ending.usage
    }
    readWordListsAside()
    let folders = DataFolders.ofThisProcess()
    let settings =
      TextFile.text(at: folders.settings).map { Settings(toml: $0, file: folders.settings) } ?? .none
    let keys = TextFile.text(at: folders.keys).map { KeymapFile(toml: $0, file: folders.keys) }
    do {
      let shelf = ThemeShelf(folders: folders)
      if let theme { _ = try shelf.theme(named: theme) }
      if !plain, isatty(0) != 1 || isatty(1) != 1 { throw TerminalProblem.notATerminal }
      let environment = ProcessInfo.processInfo.environment
      let language = InterfaceLanguage(setting: settings.language, environment: environment)
      let (say, names) = (language.catalogue, language.countries)
      let source = try BrowsedRecord(paths: paths, archive: archive, folders: folders, say)
      let reader = FilterReader.ofThisProcess(toldIn: language.language)
      // A script finds all as in a first session.
      let last = LastSession(
        archive: plain && isatty(0) != 1 ? nil : source.name, folders: folders, reader: reader, isFresh: fresh
      )
      let complaints = source.problems + ((keys?.complaints ?? []) + settings.complaints).map { say($0) }
      let counting = last.memory?.counting ?? .events
      var state = try BrowserState(
        slots: source.slots(names, counting, last.desk.pins), names: names, keymap: keys?.keymap ?? .defaults,
        isSample: source.isSample, allEvents: source.archive.count(.everything.counting(counting)),
        complaints: complaints + last.flaws.map { $0.sentence(say) }, kept: source.archive.corrections(),
        isPassing: !paths.isEmpty, themes: shelf.names, desk: last.desk, say: say, reader: reader)
      last.resume(&state, in: source.archive)
      let effects = Effects(
        archive: source.archive, shelf: FilterShelf(folders: folders),
        macros: MacroShelf(folders: folders),
        scribe: Scribe(today: .today(), environment: environment),
        clipboard: ClipboardTool(environment: environment), reader: CloseReader(), rescan: source.rescan,
        say: say,
        marks: marks(in:))
      let dispatcher = Dispatcher(keymap: keys?.keymap ?? .defaults)
      if plain { return browsePlainly(state, dispatcher, effects, last.keeper) }
      let terminal = try Terminal(theme: self.theme(shelf, settings, last))
      defer { terminal.end() }
      if settings.mouse ?? false { terminal.useMouse(true) }
      let session = Session(
        display: terminal, state: state, dispatcher: dispatcher, effects: effects,
        painter: Painter(usesASCII: ascii || settings.ascii ?? false),
        useTheme: { name in
          do throws(ThemeProblem) {
            terminal.use(try shelf.theme(named: name))
            return nil
          } catch {
            return error.phrase
          }
        }, keep: { memory, desk in last.keeper?.note(memory, desk) })
      session.run()
      // Before the terminal is given back: keys still typed meanwhile would be echoed beside the shell's line.
      let flaw = keep(session.memory, session.desk, last.keeper)
      terminal.end()
      if let flaw { complain(flaw) }
    } catch let problem as TerminalProblem {
      complain(problem.sentence)
      throw ExitCode(2)
    } catch let problem as ThemeProblem {
      complain(problem.sentence)
      throw ExitCode(2)
    } catch let problem as ArchiveProblem {
      complain(problem.sentence)
      throw ExitCode(1)
    }
  }
}

extension BrowseCommand {
  /// The one asked for, or that of the last session, or that of the settings.
  private func theme(_ shelf: ThemeShelf, _ settings: Settings, _ last: LastSession) throws(ThemeProblem)
    -> Theme
  {
    if theme == nil, let kept = last.memory?.theme, let theme = try? shelf.theme(named: kept) { return theme }
    return try shelf.theme(named: theme ?? settings.theme ?? "night")
  }

  /// Answers with a sentence where it cannot be kept.
  private func keep(_ memory: SessionMemory, _ desk: Desk, _ keeper: SessionKeeper?) -> String? {
    do throws(HandingProblem) {
      try keeper?.finish(memory, desk)
      return nil
    } catch {
      return error.sentence
    }
  }

  /// On lines; a prompt stands only where somebody types.
  private func browsePlainly(
    _ state: BrowserState, _ dispatcher: Dispatcher, _ effects: Effects, _ keeper: SessionKeeper?
  ) {
    let isTyped = isatty(0) == 1
    let session = PlainSession(
      state: state, dispatcher: dispatcher, effects: effects,
      read: {
        if isTyped { _ = writeAll(Array("> ".utf8), to: 1) }
        return readLine()
      },
      write: { line in
        // Nobody reads on: there is nobody to tell either.
        if !writeAll(Array((line + "\n").utf8), to: 1) { Glibc.exit(0) }
      })
    session.run()
    if let flaw = keep(session.memory, session.desk, keeper) { complain(flaw) }
  }

  /// A word that was meant as a command arrives here as a path.
  private static func sentence(_ missing: String) -> String {
    guard !missing.contains("/") else { return "There is no file or folder \(missing)." }
    let commands = Dyad.configuration.subcommands.compactMap { $0.configuration.commandName }
    let near = nearestName(to: missing, among: commands).map { "\($0) is a command." }
    return "\(missing) is neither a command nor a file or folder; "
      + (near ?? "dyad --help lists the commands.")
  }
}

/// What is browsed: the archive that answers, and what went wrong on the way to it.
struct BrowsedRecord {
  let archive: any EventArchive
  let isSample: Bool
  /// By which its session is found again; nil for what comes through a pipe.
  let name: String?
  let problems: [String]
  /// Reads the paths again and answers with what was wrong; nil where the record is not made of files.
  let rescan: (@Sendable () -> [String])?

  init(paths: [String], archive file: String?, folders: DataFolders, _ say: Catalogue) throws(ArchiveProblem)
  {
    if !paths.isEmpty {
      let memory = try DiskArchive.inMemory()
      let summary = Importer(archive: memory, say: say, code: events(in:)).run(paths: paths)
      problems = summary.problems + (summary.failure.map { [$0] } ?? [])
      archive = memory
      isSample = false
      name = paths.contains("-") ? nil : paths.map(BrowsedRecord.resolved).joined(separator: "\n")
      let files = paths.filter { $0 != "-" }
      // Small batches, for whoever browses waits while one is stored.
      let again = Importer(archive: memory, batchSize: 100, say: say, code: events(in:))
      rescan = {
        let summary = again.run(paths: files)
        return summary.problems + (summary.failure.map { [$0] } ?? [])
      }
    } else if let kept = try BrowsedRecord.kept(file, folders) {
      archive = kept
      isSample = false
      name = BrowsedRecord.resolved(file ?? folders.archive)
      problems = []
      rescan = nil
    } else {
      let memory = try DiskArchive.inMemory()
      _ = try memory.add(
        SampleChronicle().entries.map { CodedArticle(article: $0.article, events: [$0.event]) })
      archive = memory
      isSample = true
      name = "sample"
      problems = []
      rescan = nil
    }
  }

  /// The archive named, or else the usual one; nil while there is none. One in which nothing was ever stored, as after an
  /// import that read nothing, counts as none.
  private static func kept(_ file: String?, _ folders: DataFolders) throws(ArchiveProblem) -> DiskArchive? {
    let path = file ?? folders.archive
    guard access(path, F_OK) == 0 else {
      // A mistyped name must not make a new archive.
      if let file { throw .cannotOpen(file: visible(file), reason: "there is no such file") }
      return nil
    }
    let archive = try DiskArchive(file: path)
    if file != nil { return archive }
    return try archive.hasReports() ? archive : nil
  }

  /// Without links, from the root on.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The countries with most events; all of them where some are pinned, whose counts are wanted too.
  func slots(
    _ names: some CountryNaming, _ counting: Counting, _ pins: [Int: Country]
  ) throws(ArchiveProblem) -> [CountrySlot] {
    let most = pins.isEmpty ? SlotBar.numbers.count : 10_000
    return try archive.facet(.country, .everything.counting(counting), limit: most).compactMap { count in
      guard case .country(let country) = count.value else { return nil }
      return CountrySlot(country: country, name: names.name(country), events: count.events)
    }
  }
}
