import Archive
import Diplomacy
import Foundation
import GRDB
import SQLiteArchive
import Support
import Testing

/// A folder that is gone with the test.
final class PassingFolder: Sendable {
  let path: String
  var archive: String { path + "/deep/archive.sqlite" }

  init() throws {
    path = NSTemporaryDirectory() + "dyad-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func mode(_ file: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
  }
}

@Suite struct SQLiteArchiveTests {
  @Test(arguments: ArchiveContract.checks)
  func anArchiveInMemoryKeepsTheContract(_ check: ArchiveContract.Check) throws {
    #expect(try ArchiveContract { try DiskArchive.inMemory() }.complaints(check) == [])
  }

  @Test(arguments: ArchiveContract.checks)
  func anArchiveOnDiskKeepsTheContract(_ check: ArchiveContract.Check) throws {
    let folder = try PassingFolder()
    #expect(try ArchiveContract { try DiskArchive(file: folder.archive) }.complaints(check) == [])
  }

  @Test func anArchiveIsThereAgainWhenReopened() throws {
    let folder = try PassingFolder()
    do { _ = try DiskArchive(file: folder.archive).add([SampleReport.full]) }
    let archive = try DiskArchive(file: folder.archive)
    #expect(try archive.add([SampleReport.full]) == [.alreadyThere])
    #expect(try archive.count(Filter([.words("hội đàm")])) == 1)
  }

  @Test func onlyTheOwnerMayReadTheFiles() throws {
    let folder = try PassingFolder()
    let archive = try DiskArchive(file: folder.archive)
    _ = try archive.add([SampleReport.full])
    #expect(try folder.mode(folder.path + "/deep") == 0o700)
    for suffix in ["", "-wal", "-shm"] { #expect(try folder.mode(folder.archive + suffix) == 0o600) }
  }

  @Test func twoArchivesOnOneFileSeeEachOther() throws {
    let folder = try PassingFolder()
    let one = try DiskArchive(file: folder.archive)
    let other = try DiskArchive(file: folder.archive)
    for day in 1...9 {
      let report = SampleReport(SampleReport.day(day), "KR").coded
      #expect(try (day % 2 == 0 ? one : other).add([report]) == [.added])
      #expect(try (day % 2 == 0 ? other : one).add([report]) == [.alreadyThere])
    }
    #expect(try one.count(.everything) == 9)
    #expect(try other.window(.everything, order: .newestFirst, anchor: .start, rows: 20).rows.count == 9)
  }

  @Test func aManyThreadedArchiveLosesNothing() async throws {
    let folder = try PassingFolder()
    let path = folder.archive
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let archive = try DiskArchive(file: path)
          for day in 1...10 {
            _ = try archive.add([
              SampleReport(SampleReport.day(day), "KR", text: "Report \(writer) \(day)").coded
            ])
            _ = try archive.window(.everything, order: .newestFirst, anchor: .end, rows: 5)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try DiskArchive(file: path).count(Filter.everything.counting(.reports)) == 40)
  }

  @Test func aBatchThatFailsLeavesNothing() throws {
    let folder = try PassingFolder()
    let archive = try DiskArchive(file: folder.archive)
    let queue = try DatabaseQueue(path: folder.archive)
    try queue.write { db in
      try db.execute(
        sql: """
          create trigger refusal before insert on event when new.first = 'JP' or new.second = 'JP'
          begin select raise(abort, 'no'); end
          """)
    }
    let batch = ["KR", "LA", "JP"].map { SampleReport("2024-01-01", $0).coded }
    #expect(throws: ArchiveProblem.self) { try archive.add(batch) }
    #expect(try archive.articles() == 0)
    #expect(try archive.count(Filter([.words("report")])) == 0)
    #expect(try archive.add(Array(batch.prefix(2))) == [.added, .added])
    #expect(try archive.count(Filter([.words("report")])) == 2)
  }

  @Test func anArchiveOfANewerProgramIsRefused() throws {
    let folder = try PassingFolder()
    do { _ = try DiskArchive(file: folder.archive) }
    try DatabaseQueue(path: folder.archive).write { db in
      try db.execute(sql: "insert into grdb_migrations values ('of the future')")
    }
    #expect(throws: ArchiveProblem.newerVersion(file: folder.archive)) {
      try DiskArchive(file: folder.archive)
    }
  }

  @Test func theDatabaseOfAnotherProgramIsRefused() throws {
    let folder = try PassingFolder()
    let path = folder.path + "/other.sqlite"
    try DatabaseQueue(path: path).write { db in try db.execute(sql: "create table song(name text)") }
    let reason = "it is the database of another program"
    #expect(throws: ArchiveProblem.cannotOpen(file: path, reason: reason)) { try DiskArchive(file: path) }
  }

  @Test func aDamagedFileIsRefused() throws {
    let folder = try PassingFolder()
    let path = folder.path + "/damaged.sqlite"
    try String(repeating: "no database ", count: 1000).write(toFile: path, atomically: true, encoding: .utf8)
    let problem = #expect(throws: ArchiveProblem.self) { try DiskArchive(file: path) }
    guard case .damaged = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
  }

  @Test func aFolderIsNoArchive() throws {
    let folder = try PassingFolder()
    #expect(throws: ArchiveProblem.cannotOpen(file: folder.path, reason: "it is not a file")) {
      try DiskArchive(file: folder.path)
    }
  }

  @Test func anIndexOfAnotherFoldIsMadeAgain() throws {
    let folder = try PassingFolder()
    do { _ = try DiskArchive(file: folder.archive).add([SampleReport.full]) }
    try DatabaseQueue(path: folder.archive).write { db in
      try db.execute(
        sql:
          "update upkeep set version = 0 where name = 'search'; insert into search(search) values ('delete-all')"
      )
    }
    let archive = try DiskArchive(file: folder.archive)
    #expect(try archive.count(Filter([.words("hoi dam")])) == 1)
  }
}
