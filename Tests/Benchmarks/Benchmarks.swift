// How fast an archive answers and takes in, as a table of ratios against the goals:
//
//     DYAD_BENCHMARKS=1 swift run -c release Benchmarks 1000 100000 1000000
//
//     DYAD_BENCHMARKS=1 swift run -c release Benchmarks coding FOLDER     how fast the reports of a folder are coded
//
// Each number is an archive of that many made-up events, made below /tmp (or --folder FOLDER) and removed at the end, or
// with --keep left there and asked again the next time. Without --keep imports are compared too.
// Times are of the archive in this process, warm; every question is asked with other values each time.
import Archive
import Diplomacy
import Foundation
import SQLiteArchive

/// Milliseconds of each call, in order: on the clock, and of this thread's work, which is steady beside other programs.
struct Times {
  private let clock: [Double]
  private let work: [Double]

  init(_ rounds: Int, _ body: (Int) throws -> Void) rethrows {
    func milliseconds(_ of: clockid_t) -> Double {
      var time = timespec()
      clock_gettime(of, &time)
      return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
    var times: [(Double, Double)] = []
    for round in 0..<rounds {
      let begun = (milliseconds(CLOCK_MONOTONIC), milliseconds(CLOCK_THREAD_CPUTIME_ID))
      try body(round)
      times.append(
        (milliseconds(CLOCK_MONOTONIC) - begun.0, milliseconds(CLOCK_THREAD_CPUTIME_ID) - begun.1))
    }
    clock = times.map(\.0).sorted()
    work = times.map(\.1).sorted()
  }

  var median: Double { clock[clock.count / 2] }
  var p99: Double { Times.p99(clock) }
  var workOfMedian: Double { work[work.count / 2] }
  var workOfP99: Double { Times.p99(work) }
  private static func p99(_ sorted: [Double]) -> Double {
    sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
  }
}

func fixed(_ number: Double, _ width: Int) -> String {
  let text = String(format: number < 10 ? "%.2f" : "%.0f", number)
  return String(repeating: " ", count: max(0, width - text.count)) + text
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

func askArchive(of events: Int, _ folder: String, only: String?) throws {
  let path = "\(folder)/\(events).sqlite"
  // A large archive is made in the order of the days and in large batches, or the making would take hours.
  let isLarge = events > 2_000_000
  let archive = try DiskArchive(file: path)
  if try archive.articles() == 0 {
    var made = MadeUpReports(textLength: isLarge ? 80 : 240, ordered: isLarge ? events : nil)
    let clock = ContinuousClock()
    var taken = Duration.zero
    let batch = isLarge ? events / 25 : 2000
    for start in stride(from: 0, to: events, by: batch) {
      let reports = (start..<min(events, start + batch)).map { made.next($0) }
      taken += try clock.measure { _ = try archive.add(reports) }
    }
    print("\n\(events) events, taken in at \(Int(Double(events) / (taken / .seconds(1))))/s")
  } else {
    print("\n\(events) events, kept from before")
  }
  let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  print("file of \(size / 1_048_576) MB, \(size / events) bytes an event")
  print("question                          median ms    p99 ms    p99 : goal   of work: median    p99")
  try Questions(archive: archive, path: path, events: events, only: only).ask()
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  print("peak memory so far \(usage.ru_maxrss / 1024) MB")
}

@main struct Benchmarks {
  static func main() throws {
    var words = Array(CommandLine.arguments.dropFirst())
    var parent = "/tmp"
    if let flag = words.firstIndex(of: "--folder"), flag + 1 < words.count {
      parent = words[flag + 1]
      words.removeSubrange(flag...(flag + 1))
    }
    var only: String?
    if let flag = words.firstIndex(of: "--only"), flag + 1 < words.count {
      only = words[flag + 1]
      words.removeSubrange(flag...(flag + 1))
    }
    if words.first == "coding", words.count > 1 { return CodingSpeed(folder: words[1]).measure() }
    let keep = words.contains("--keep")
    let folder =
      parent + (keep ? "/dyad-benchmarks" : "/dyad-benchmarks-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { if !keep { try? FileManager.default.removeItem(atPath: folder) } }
    if words.first == "import" || !keep { try compareImports(folder) }
    for events in words.compactMap(Int.init) { try askArchive(of: events, folder, only: only) }
  }
}
