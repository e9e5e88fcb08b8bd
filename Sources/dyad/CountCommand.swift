import Archive
import ArgumentParser
import Diplomacy
import Exporting
import Program

extension TallyKey: ExpressibleByArgument {}

/// Counts of events, as a whole or by one or two of their facets.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Count events, also by country, dyad, kind, level, year or month.",
    discussion: """
      dyad count country:KR                      one number
      dyad count --by year country:KR            a line per year
      dyad count --by dyad --by year kind:visit  the dyad-years of visits
      Columns are parted by tabs. An event counts once for each of its two countries. Exit status: 0 counted,
      1 trouble, 2 usage or filter, 3 nothing to count.
      """)

  @OptionGroup var asked: FilterArguments
  @Option(help: "country, dyad, kind, level, year or month; twice for pairs.")
  var by: [TallyKey] = []
  @Flag(help: "JSON Lines instead of columns.")
  var json = false

  func validate() throws {
    if by.count > 2 || Set(by).count < by.count {
      throw ValidationError("--by is given once, or twice with two different words.")
    }
  }

  mutating func run() throws {
    try asked.ask { archive, filter in
      let total = try archive.count(filter)
      var output = Output()
      defer { output.flush() }
      if by.isEmpty {
        _ = output.write((json ? JSONText.object([("count", "\(total)")]) : "\(total)") + "\n")
      }
      if total == 0 { throw Ending.nothing }
      if by.isEmpty { return }
      for line in try lines(archive, filter, total) where !output.write(text(line) + "\n") { return }
    }
  }

  /// One key is counted by the archive, dyad-years too, other pairs row by row.
  private func lines(_ archive: any EventArchive, _ filter: Filter, _ total: Int) throws -> [Tally.Line] {
    if by.count == 1 {
      if let facet = by[0].facet {
        return try archive.facet(facet, filter, limit: Int(Int32.max)).map(Tally.Line.init)
      }
      return Tally.lines(of: try archive.months(filter), by: by[0], total: total)
    }
    if by == [.dyad, .year] { return Tally.lines(of: try archive.dyadYears(filter)) }
    var tally = Tally(by: by)
    try EventWalk(archive: archive, filter: filter, order: .newestFirst).visit { row in
      tally.add(row)
      return true
    }
    return tally.lines
  }

  private func text(_ line: Tally.Line) -> String {
    guard json else {
      return (line.values.map { $0.isEmpty ? "-" : $0 } + ["\(line.count)"]).joined(separator: "\t")
    }
    let values = zip(by, line.values).map { key, value in
      (key.rawValue, JSONText.optional(value.isEmpty ? nil : value))
    }
    return JSONText.object(values + [("count", "\(line.count)")])
  }
}
