import Archive
import Diplomacy
import GRDB
import SQLiteArchive
import Support
import Synchronization
import Testing

@Suite struct KeepingTests {
  private static let reports =
    (1...9).map { SampleReport(SampleReport.day($0), $0 % 2 == 0 ? "KR" : "JP").coded }
    + ["One", "Two and longer"].map { SampleReport("2024-03-05", "LA", mentioned: ["TH"], text: $0).coded }
    + [SampleReport("2023", "LA").coded, SampleReport(nil, "LA").coded, SampleReport.full]

  private func archive(_ folder: PassingFolder) throws -> DiskArchive {
    let archive = try DiskArchive(file: folder.archive)
    _ = try archive.add(KeepingTests.reports)
    return archive
  }

  @Test func aSoundArchiveHasNoFindings() throws {
    let folder = try PassingFolder()
    #expect(try archive(folder).verify() == [])
    #expect(try DiskArchive.inMemory().verify() == [])
  }

  @Test(arguments: [
    ("update total set cells = x'000000000000000000000000' where id = 1", "The counts in all"),
    ("delete from tally where id = (select max(id) from tally)", "The counts by month"),
    ("delete from posting where term = 1", "missing or wrong"),
    ("insert into posting values (1, 1, 5, 0)", "too many"),
    ("insert into search(rowid, text) values (99, 'nothing')", "“nothing”"),
    (
      "update text_piece set bytes = x'41' where id = (select min(id) from text_piece)",
      "The text of article 1"
    ),
    ("delete from detail", "without details"),
  ])
  func whatDoesNotAgreeIsFound(_ damage: String, _ sentence: String) throws {
    let folder = try PassingFolder()
    let archive = try archive(folder)
    try DatabaseQueue(path: folder.archive).write { db in try db.execute(sql: damage) }
    let findings = try archive.verify()
    #expect(findings.contains { $0.contains(sentence) }, "\(findings)")
  }

  @Test func aRebuiltArchiveAnswersAsBefore() throws {
    let folder = try PassingFolder()
    let archive = try archive(folder)
    let rows = try archive.window(.everything, order: .newestFirst, anchor: .start, rows: 99).rows
    let record = try #require(try archive.record(rows[0].id))
    _ = try archive.correct(record.coded, .kind(.aid))
    let before = try archive.window(.everything, order: .newestFirst, anchor: .start, rows: 99)
    try DatabaseQueue(path: folder.archive).write { db in
      try db.execute(sql: "delete from posting; delete from total; delete from tally")
    }
    let coded = Dictionary(uniqueKeysWithValues: KeepingTests.reports.map { ($0.article, $0.events) })
    var seen: [ArchiveProgress] = []
    // Two reports tell one event.
    #expect(try archive.rebuild(code: { coded[$0] ?? [] }, { seen.append($0) }) == 13)
    #expect(try archive.count(.everything) == 13)
    #expect(seen.last == ArchiveProgress("reports", done: 14, all: 14))
    #expect(try archive.window(.everything, order: .newestFirst, anchor: .start, rows: 99) == before)
    #expect(try archive.verify() == [])
    #expect(try archive.rebuild(code: { _ in [] }) == 0)
    #expect(try archive.count(.everything) == 0)
    #expect(try archive.corrections().count == 1)
    #expect(try archive.rebuild(code: { coded[$0] ?? [] }) == 13)
    #expect(try archive.count(Filter([.kind(.aid)])) == 1)
  }

  @Test func aBackupOpensAsAnArchiveAndOverwritesNothing() throws {
    let folder = try PassingFolder()
    let archive = try archive(folder)
    let copy = folder.path + "/copy.sqlite"
    try archive.backup(to: copy)
    #expect(try folder.mode(copy) == 0o600)
    #expect(throws: ArchiveProblem.alreadyThere(file: copy)) { try archive.backup(to: copy) }
    let opened = try DiskArchive(file: copy)
    #expect(try opened.verify() == [])
    #expect(try opened.count(.everything) == (try archive.count(.everything)))
    #expect(try opened.add([SampleReport("2025-01-01", "KR").coded]) == [.added])
  }

  @Test func aBackupInMemoryAndOneWhileOthersWriteAreWhole() async throws {
    let folder = try PassingFolder()
    let memory = try DiskArchive.inMemory()
    _ = try memory.add(KeepingTests.reports)
    try memory.backup(to: folder.path + "/memory.sqlite")
    #expect(try DiskArchive(file: folder.path + "/memory.sqlite").verify() == [])
    let archive = try archive(folder)
    let writing = Task {
      for day in 1...20 {
        _ = try archive.add([SampleReport("2022-01-0\(day % 9 + 1)", "US", text: "Written \(day)").coded])
      }
    }
    for number in 1...3 {
      let copy = folder.path + "/copy\(number).sqlite"
      try archive.backup(to: copy)
      #expect(try DiskArchive(file: copy).verify() == [])
    }
    try await writing.value
  }

  @Test func aWithdrawnQuestionEndsAndTheNextIsAnswered() throws {
    let folder = try PassingFolder()
    let archive = try archive(folder)
    let question = Question()
    question.withdraw()
    for filter in [Filter.everything, Filter([.words("report")])] {
      #expect(throws: ArchiveProblem.withdrawn) {
        try Question.$current.withValue(question) { try archive.count(filter) }
      }
      #expect(try archive.count(filter) > 0)
    }
  }

  @Test func aRunningQuestionIsInterrupted() async throws {
    let archive = try DiskArchive.inMemory()
    _ = try archive.add(
      (0..<3000).map { SampleReport(SampleReport.day($0 % 9 + 1), "KR", text: "Hội đàm \($0)").coded })
    let question = Question()
    let asking = Task.detached {
      try Question.$current.withValue(question) {
        for _ in 0..<100_000 {
          _ = try archive.facet(.dyad, Filter([.country(SampleReport.country("KR"))]), limit: 9)
        }
      }
    }
    question.withdraw()
    await #expect(throws: ArchiveProblem.withdrawn) { try await asking.value }
    #expect(try archive.count(.everything) > 0)
  }

  @Test func aCommitOfAnotherProcessIsNoticed() throws {
    let folder = try PassingFolder()
    let one = try archive(folder)
    let other = try DiskArchive(file: folder.archive)
    let before = try one.commits()
    #expect(try one.commits() == before)
    _ = try other.add([SampleReport("2025-01-01", "KR").coded])
    #expect(try one.commits() > before)
  }
}
