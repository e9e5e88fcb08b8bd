import Archive
import ArgumentParser
import Diplomacy
import Foundation
import Program

/// The skeleton of a brief on a pair of countries.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "Print the skeleton of a brief on a pair of countries, in Markdown.",
    discussion: """
      dyad brief dyad:VN-KR             when they last met at each level, what came since,
                                        what each side asked for last time, which wording was
                                        changed, what is promised
      dyad brief VN-KR                  the same
      A further filter narrows what is read: dyad brief VN-KR date:2020.. Exit status as of dyad list.
      """)

  @OptionGroup var asked: FilterArguments

  mutating func run() throws {
    // A pair alone is the commonest question.
    asked.filter = asked.filter.map { Parties(code: $0.uppercased()) == nil ? $0 : "dyad:" + $0 }
    let scribe = Scribe(today: .today(), environment: ProcessInfo.processInfo.environment)
    try asked.ask { archive, filter in
      guard let dyad = filter.dyads.first, filter.dyads.count == 1 else {
        complain("A brief is of one pair: dyad brief dyad:VN-KR.")
        throw Ending.usage
      }
      guard let text = try scribe.brief(dyad, filter, of: archive) else {
        note("There is nothing on record between \(dyad.low.code) and \(dyad.high.code).")
        throw Ending.nothing
      }
      var output = Output()
      _ = output.write(text)
      output.flush()
    }
  }
}
