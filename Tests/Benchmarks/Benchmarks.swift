// How fast an archive answers and takes in, as a table of ratios against the goals:
//
//     DYAD_BENCHMARKS=1 swift run -c release Benchmarks 1000 100000 1000000
//
//     DYAD_BENCHMARKS=1 swift run -c release Benchmarks coding FOLDER     how fast the reports of a folder are coded
//
// Each number is an archive of that many made-up events, made below /tmp (or --folder FOLDER) and removed at the end.
// Times are of the archive in this process, warm; every question is asked with other values each time.
import Archive
import Diplomacy
import Foundation
import SQLiteArchive

/// Milliseconds of each call, in order.
struct Times {
  private let sorted: [Double]
  init(_ rounds: Int, _ work: (Int) throws -> Void) rethrows {
    let clock = ContinuousClock()
    sorted = try (0..<rounds).map { round in
      let time = try clock.measure { try work(round) }
      return Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
    }.sorted()
  }
  var median: Double { sorted[sorted.count / 2] }
  var p99: Double { sorted[min(sorted.count - 1, sorted.count * 99 / 100)] }
}

func fixed(_ number: Double, _ width: Int) -> String {
  let text = String(format: number < 10 ? "%.2f" : "%.0f", number)
  return String(repeating: " ", count: max(0, width - text.count)) + text
}

/// Questions of one archive, against 16 ms.
struct Questions {
  let archive: DiskArchive
  let events: Int
  private static let goal = 16.0

  private func days(_ made: inout MadeUpReports) -> Filter.Clause {
    let first = CalendarDay(ordinal: 9131 + made.below(10_000))
    return .days(from: first, to: first.adding(days: 30 + made.below(2000)))
  }

  func ask() throws {
    var made = MadeUpReports(textLength: 0)
    let ranks = [0, 1, 3, 10, 40, 120, 190]
    func country() -> Country { made.country(ranks[made.below(ranks.count)]) }
    func pair() -> Filter.Clause {
      let one = made.below(200)
      return Dyad(made.country(one), made.country((one + 1 + made.below(198)) % 200)).map { .dyad($0) }
        ?? .country(country())
    }
    func kind() -> Filter.Clause { .kind(EventKind.allCases[made.below(EventKind.allCases.count)]) }
    func window(_ clauses: [Filter.Clause]) throws {
      let filter = Filter(clauses)
      let position = made.below(max(1, events / 50))
      let middle = try archive.window(filter, order: .newestFirst, anchor: .position(position), rows: 60)
      _ = middle.total
    }
    try tell("window, no filter") { _ in try window([]) }
    try tell("window, country") { _ in try window([.country(country())]) }
    try tell("window, pair") { _ in try window([pair()]) }
    try tell("window, kind") { _ in try window([kind()]) }
    try tell("window, country + kind") { _ in try window([.country(country()), kind()]) }
    try tell("window, two countries") { _ in try window([.country(country()), .country(country())]) }
    try tell("window, all but a country") { _ in try window([.exceptCountry(country())]) }
    try tell("window, days") { _ in try window([days(&made)]) }
    try tell("window, country + days") { _ in try window([.country(country()), days(&made)]) }
    try tell("count, country + kind + days") { _ in
      _ = try archive.count(Filter([.country(country()), kind(), days(&made)]))
    }
    try tell("months, country") { _ in _ = try archive.months(Filter([.country(country())])) }
    for facet in [Facet.country, .dyad, .kind, .person] {
      try tell("facet \(facet)", rounds: 20) { _ in _ = try archive.facet(facet, .everything, limit: 10_000) }
    }
    try tell("facet country, kind", rounds: 20) { _ in
      _ = try archive.facet(.country, Filter([kind()]), limit: 999)
    }
    try tell("facet dyad, country + days", rounds: 20) { _ in
      _ = try archive.facet(.dyad, Filter([.country(country()), days(&made)]), limit: 999)
    }
    let rows = try archive.window(.everything, order: .newestFirst, anchor: .position(events / 2), rows: 200)
      .rows
    try tell("neighbour") { round in
      _ = try archive.neighbour(of: rows[round % rows.count].id, later: round % 2 == 0, .events)
    }
    try tell("record") { round in _ = try archive.record(rows[round % rows.count].id) }
    try tell("words, rare, first page", rounds: 50) { _ in
      let words = "\(made.word(400 + made.below(280))) \(made.word(300 + made.below(300)))"
      _ = try archive.window(Filter([.words(words)]), order: .newestFirst, anchor: .start, rows: 40)
    }
    try tell("words, common, first page", rounds: 10) { round in
      _ = try archive.window(
        Filter([.words(made.word(round * 3))]), order: .newestFirst, anchor: .start, rows: 40)
    }
    let common = Filter([.words(made.word(1)), .country(made.country(0))])
    try tell("words + country, next pages", rounds: 50) { round in
      _ = try archive.window(common, order: .newestFirst, anchor: .position(round * 60), rows: 60)
    }
  }

  private func tell(_ name: String, rounds: Int = 200, _ work: (Int) throws -> Void) throws {
    let times = try Times(rounds, work)
    let padded = name.padding(toLength: 32, withPad: " ", startingAt: 0)
    print(
      "\(padded)\(fixed(times.median, 9)) \(fixed(times.p99, 9))   \(fixed(times.p99 / Questions.goal, 6)) of \(Int(Questions.goal)) ms"
    )
    fflush(nil)
  }
}

/// Seconds on the clock and of this process's work: beside other programs only the second is steady.
struct Cost {
  let clock: Double
  let work: Double

  init(_ body: () throws -> Void) rethrows {
    let begun = seconds()
    clock = try ContinuousClock().measure(body) / .seconds(1)
    work = seconds() - begun
    func seconds() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
  }
}

/// Imports of the same articles in turn: the bare loop, then dyad, thrice.
func compareImports(_ folder: String) throws {
  let count = 10_000
  let batch = 2500
  var made = MadeUpReports(textLength: 3200)
  let articles = (0..<count).map { made.next($0) }
  let text = articles.reduce(0) { $0 + $1.article.paragraphs.reduce(0) { $0 + $1.text.utf8.count } }
  func size(_ file: String) throws -> Double {
    Double(try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0) / Double(text)
  }
  print(
    "import of \(count) reports   articles/s   bare FTS5/s   ratio   ratio of work   file : text   bare   goals 1, 1.5"
  )
  for round in 1...3 {
    let (bare, kept) = (folder + "/bare.sqlite", folder + "/import.sqlite")
    let bareCost = Cost { BareIndex(bare)?.add(articles) }
    let archive = try DiskArchive(file: kept)
    let cost = try Cost {
      for start in stride(from: 0, to: count, by: batch) {
        _ = try archive.add(Array(articles[start..<min(count, start + batch)]))
      }
    }
    print(
      "round \(round)                 \(fixed(Double(count) / cost.clock, 11)) \(fixed(Double(count) / bareCost.clock, 13))"
        + " \(fixed(bareCost.clock / cost.clock, 7)) \(fixed(bareCost.work / cost.work, 15))"
        + " \(fixed(try size(kept), 13)) \(fixed(try size(bare), 6))")
    for file in [bare, kept, kept + "-wal", kept + "-shm"] {
      try? FileManager.default.removeItem(atPath: file)
    }
  }
}

func askArchive(of events: Int, _ folder: String) throws {
  let path = "\(folder)/\(events).sqlite"
  let archive = try DiskArchive(file: path)
  var made = MadeUpReports(textLength: 240)
  let clock = ContinuousClock()
  var taken = Duration.zero
  for start in stride(from: 0, to: events, by: 2000) {
    let batch = (start..<min(events, start + 2000)).map { made.next($0) }
    taken += try clock.measure { _ = try archive.add(batch) }
  }
  print("\n\(events) events, taken in at \(Int(Double(events) / (taken / .seconds(1))))/s")
  print("question                          median ms    p99 ms    p99 : goal")
  try Questions(archive: archive, events: events).ask()
}

@main struct Benchmarks {
  static func main() throws {
    var words = Array(CommandLine.arguments.dropFirst())
    var parent = "/tmp"
    if let flag = words.firstIndex(of: "--folder"), flag + 1 < words.count {
      parent = words[flag + 1]
      words.removeSubrange(flag...(flag + 1))
    }
    if words.first == "coding", words.count > 1 { return CodingSpeed(folder: words[1]).measure() }
    let folder = "\(parent)/dyad-benchmarks-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try compareImports(folder)
    for events in words.compactMap(Int.init) { try askArchive(of: events, folder) }
  }
}
