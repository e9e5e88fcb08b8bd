import Commands
import Screen
import Testing

@testable import Model

/// The best match as an order of the timeline.
@Suite struct BestMatchTests {
  private func reader(_ keys: String) throws -> CaseReader {
    var reader = try CaseReader(rows: [], isSample: true)
    reader.obey("size 100 30")
    reader.obey("keys " + keys)
    return reader
  }

  private static let sort = #" : "sort match" Enter"#

  @Test func withoutASearchItIsNeitherListedNorObeyed() throws {
    let listed = try reader("o")
    #expect(listed.state.picker?.items.count == 5)
    let told = try reader(Self.sort)
    #expect(told.state.arrangement.sorting == .time)
    #expect(told.state.notice?.text.contains("/ begins one") == true)
  }

  @Test func itGoesWithTheSearch() throws {
    var reader = try reader(#"/ "nhat ban" Enter"# + Self.sort)
    #expect(reader.state.arrangement.sorting == .match)
    let found = reader.state.timeline.window
    #expect(found.lines == found.total)
    #expect(found.rows.count == found.total)
    reader.obey("keys x")
    #expect(reader.state.arrangement.sorting == .time)
    #expect(reader.state.timeline.window.total == 129)
  }

  @Test func undoGivesTheOrderOfTimeBack() throws {
    var reader = try reader(#"/ "nhat ban" Enter"# + Self.sort)
    let best = reader.state.timeline.window.rows.map(\.id)
    reader.obey("keys u")
    #expect(reader.state.arrangement.sorting == .time)
    #expect(reader.state.timeline.window.rows.map(\.id) != best)
    reader.obey("keys Ctrl-R")
    #expect(reader.state.timeline.window.rows.map(\.id) == best)
  }

  @Test(arguments: ["h", "_", "O"])
  func whatHasNoMeaningInItIsTold(key: String) throws {
    let reader = try reader(#"/ "nhat ban" Enter"# + Self.sort + " " + key)
    #expect(reader.state.arrangement.sorting == .match)
    #expect(reader.state.notice?.text == "The best match stands first, in no groups.")
  }
}
