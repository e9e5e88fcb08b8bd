import Archive
import Diplomacy
import GRDB
import SQLiteArchive
import Support
import Testing

@Suite struct DamageTests {
  /// Values that dyad never writes: each is told, none is a trap.
  @Test(arguments: [
    "update article set parts = 'title 3,lead 9223372036854775807'",
    "update detail set packed = 7", "update detail set packed = x''",
    "update class set id = 70000 where id = (select max(id) from class)",
    "update class set id = -1 where id = (select max(id) from class)",
    "update total set cells = x'ff7f01000000010000000100000001000000'",
    "update publication set event = event + 1000",
  ])
  func whatCannotBeIsToldAndNeverTraps(_ damage: String) throws {
    let folder = try PassingFolder()
    let archive = try DiskArchive(file: folder.archive)
    _ = try archive.add((1...4).map { SampleReport(SampleReport.day($0), $0 % 2 == 0 ? "KR" : "JP").coded })
    let rows = try archive.window(.everything, order: .oldestFirst, anchor: .start, rows: 9).rows
    try DatabaseQueue(path: folder.archive).write { db in try db.execute(sql: damage) }
    let again = try DiskArchive(file: folder.archive)
    let findings = (try? again.verify()) ?? ["cannot be looked through"]
    #expect(!findings.isEmpty)
    for row in rows { _ = try? again.record(row.id) }
    for clock in TimelineClock.allCases {
      for filter in [Filter.everything, Filter([.kind(.talks)])] {
        _ = try? again.window(filter.by(clock), order: .newestFirst, anchor: .start, rows: 9)
        _ = try? again.facet(.kind, filter.by(clock), limit: 9)
        _ = try? again.months(filter.by(clock))
      }
    }
  }

  @Test func aGroupThatIsTooLargeIsNoEventInHoweverManyGoesItCame() throws {
    func reports(_ range: Range<Int>) -> [CodedArticle] {
      range.map { SampleReport(SampleReport.day(5), "KR", text: "Report \($0).").coded }
    }
    let (atOnce, inTwo) = (try DiskArchive.inMemory(), try DiskArchive.inMemory())
    _ = try atOnce.add(reports(0..<405))
    _ = try inTwo.add(reports(0..<400))
    #expect(try inTwo.count(.everything) == 1)
    _ = try inTwo.add(reports(400..<405))
    #expect(try inTwo.count(.everything) == atOnce.count(.everything))
    #expect(try inTwo.verify() == [])
    #expect(try inTwo.count(.everything.counting(.reports)) == 405)
  }
}
