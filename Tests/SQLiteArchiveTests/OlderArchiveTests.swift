import Archive
import Diplomacy
import GRDB
import SQLiteArchive
import Support
import Testing

@Suite struct OlderArchiveTests {
  /// What the migrations after the first one added, taken away again.
  private static let undoing = """
    drop index event_lead; drop index event_leading_kind; drop index event_leading_level;
    alter table event drop column lead; alter table event_country drop column role;
    alter table event_dyad drop column role; alter table event_person drop column role;
    drop table upkeep; drop table correction; drop table coded_event;
    delete from grdb_migrations where identifier <> 'first tables';
    """

  @Test func anArchiveOfTheFirstTablesIsFoldedAndTakesCorrections() throws {
    let folder = try PassingFolder()
    let reports = ["One", "Two and longer"].map { SampleReport("2024-03-05", "KR", text: $0).coded }
    do { _ = try DiskArchive(file: folder.archive).add(reports + [SampleReport.full]) }
    do {
      let queue = try DatabaseQueue(path: folder.archive)
      try queue.write { db in
        try db.execute(sql: OlderArchiveTests.undoing)
        let keys = try Int.fetchOne(db, sql: "select count(*) from event_dyad")
        #expect(keys == 3)
      }
    }
    let archive = try DiskArchive(file: folder.archive)
    #expect(try archive.count(.everything) == 2)
    #expect(try archive.count(Filter.everything.counting(.reports)) == 3)
    let rows = try archive.window(.everything, order: .newestFirst, anchor: .start, rows: 9).rows
    #expect(rows.map(\.reports) == [2, 1])
    #expect(rows.first?.headline == "Two and longer")
    let record = try #require(try archive.record(rows[0].id))
    #expect(try archive.correct(record.coded, .kind(.visit)) != nil)
    #expect(try archive.count(Filter([.kind(.visit)])) == 2)
    #expect(try DiskArchive(file: folder.archive).corrections().count == 1)
  }

  @Test func correctionsReachAnArchiveThatImportsTheArticleLater() throws {
    let first = try DiskArchive.inMemory()
    let reports = [5, 6].map { SampleReport(SampleReport.day($0), "KR").coded }
    _ = try first.add(reports)
    let rows = try first.window(.everything, order: .newestFirst, anchor: .start, rows: 9).rows
    let record = try #require(try first.record(rows[0].id))
    _ = try first.correct(record.coded, .date(PartialDate(iso: "2024-03-05")))
    let second = try DiskArchive.inMemory()
    #expect(try second.take(try first.corrections()) == 0)
    _ = try second.add(reports)
    #expect(try second.count(.everything) == 1)
    #expect(try second.corrections().map(\.change) == (try first.corrections().map(\.change)))
  }

  @Test func aFailedCorrectionLeavesEverythingAsItWas() throws {
    let folder = try PassingFolder()
    let archive = try DiskArchive(file: folder.archive)
    _ = try archive.add([SampleReport.full])
    let rows = try archive.window(.everything, order: .newestFirst, anchor: .start, rows: 1).rows
    let record = try #require(try archive.record(rows[0].id))
    try DatabaseQueue(path: folder.archive).write { db in
      try db.execute(
        sql: "create trigger refusal before insert on coded_event begin select raise(abort, 'no'); end")
    }
    #expect(throws: ArchiveProblem.self) { try archive.correct(record.coded, .kind(.aid)) }
    #expect(try archive.record(rows[0].id) == record)
    #expect(try archive.corrections() == [])
  }
}
