import Archive
import ArgumentParser
import Asking
import Diplomacy
import Glibc
import Lexicons
import Program
import SQLiteArchive
import Text

/// How a command ended, the same for all of them.
enum Ending {
  /// A file, a report or the archive was not as it should be.
  static let trouble = ExitCode(1)
  /// The arguments, the filter among them, could not be obeyed.
  static let usage = ExitCode(2)
  /// Nothing fits the filter.
  static let nothing = ExitCode(3)
  /// Ctrl-C before the end; what was done is kept.
  static let stopped = ExitCode(130)

  static let meanings = [
    (0, "Done or found."), (1, "Something was wrong with an input or the archive."),
    (2, "A mistake in the arguments or the filter."), (3, "Nothing found."),
  ]
}

/// What every command takes that asks for events.
struct FilterArguments: ParsableArguments {
  @Argument(
    parsing: .allUnrecognized,
    help: "A filter, such as country:KR kind:visit -date:2024; dyad help filter tells how one is written.")
  var filter: [String] = []

  @Option(help: "The archive to read instead of the usual one.")
  var archive: String?

  @Flag(help: "Count and show reports instead of events.")
  var reports = false

  /// Arguments that begin with a dash and are no option arrive here too: `-country:US` is a part of the filter.
  var text: String { filter.joined(separator: " ") }

  /// The filter; a mistake is told with carets below it.
  func read() throws -> Filter {
    do throws(Mistake) {
      return try FilterReader.ofThisProcess().read(text).counting(reports ? .reports : .events)
    } catch {
      if let option = filter.first(where: { $0.hasPrefix("--") }) {
        complain("\(option) is no option of this command; dyad help lists them.")
      } else {
        complain(error.sentence)
        for line in error.shown(in: text) { note("  " + line) }
      }
      throw Ending.usage
    }
  }

  /// The archive that answers: the one named, the usual one, or the built-in sample while there is none.
  func open() throws(ArchiveProblem) -> any EventArchive {
    if let archive, access(archive, F_OK) != 0 {
      throw .cannotOpen(file: visible(archive), reason: "there is no such file")
    }
    let record = try BrowsedRecord(paths: [], archive: archive, folders: .ofThisProcess(), .english)
    if record.isSample, isatty(2) == 1 {
      note("This is the built-in sample; dyad import FOLDER adds your own reports.")
    }
    return record.archive
  }

  /// Answers a question to the archive; a problem is told and ends the command.
  func ask(_ question: (any EventArchive, Filter) throws -> Void) throws {
    let filter = try read()
    do {
      try question(try open(), filter)
    } catch let problem as ArchiveProblem {
      complain(problem.sentence)
      throw Ending.trouble
    }
  }
}

/// In which order events come, and how many.
struct OrderArguments: ParsableArguments {
  @Flag(help: "The oldest events first.")
  var oldestFirst = false

  @Option(help: "At most so many events.")
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 on.") }
  }

  /// Visits rows until the visitor says false; ends the command where there is none.
  func visit(
    _ archive: any EventArchive, _ filter: Filter, _ visitor: (TimelineRow) throws -> Bool
  ) throws {
    var left = limit ?? Int.max
    var isEmpty = true
    let walk = EventWalk(
      archive: archive, filter: filter, order: oldestFirst ? .oldestFirst : .newestFirst)
    try walk.visit { row in
      isEmpty = false
      left -= 1
      return try visitor(row) && left > 0
    }
    if isEmpty { throw Ending.nothing }
  }
}

extension FilterReader {
  /// Counts days back from the local day of this process.
  static func ofThisProcess(toldIn language: Article.Language = .english) -> FilterReader {
    FilterReader(spellings: .ofCountries(toldIn: language), today: CalendarDay.today())
  }
}

extension CalendarDay {
  /// The local day of this process, by the system's clock.
  static func today() -> CalendarDay {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return CalendarDay(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? CalendarDay(ordinal: 0)
  }
}
