import Archive
import Diplomacy
import Foundation
import GRDB
import Glibc
import SQLiteArchive
import Support
import Testing

@Suite struct ArchiveFileTests {
  private func archive(_ folder: PassingFolder) throws -> DiskArchive {
    let archive = try DiskArchive(file: folder.archive)
    _ = try archive.add((1...9).map { SampleReport(SampleReport.day($0), "KR").coded })
    return archive
  }

  @Test func anEmptyFileIsNoArchive() throws {
    let folder = try PassingFolder()
    let path = folder.path + "/empty.txt"
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: ArchiveProblem.cannotOpen(file: path, reason: "the file is empty")) {
      try DiskArchive(file: path)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
  }

  @Test func aNewArchiveLeavesNothingBesideItAndTakesAwayWhatADeadProcessLeft() throws {
    let folder = try PassingFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/deep", withIntermediateDirectories: true)
    let left = folder.archive + ".unfinished-2147483000"
    try Data("x".utf8).write(to: URL(fileURLWithPath: left))
    let archive = try archive(folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/deep").sorted()
    #expect(names == ["archive.sqlite", "archive.sqlite-shm", "archive.sqlite-wal"])
    #expect(try archive.count(.everything) == 9)
  }

  @Test(arguments: [true, false])
  func anArchiveThatIsReplacedSaysSo(_ isMoved: Bool) throws {
    let folder = try PassingFolder()
    let open = try archive(folder)
    let other = folder.path + "/other.sqlite"
    do { _ = try DiskArchive(file: other).add([SampleReport("2024-01-01", "JP").coded]) }
    if isMoved {
      #expect(rename(other, folder.archive) == 0)
    } else {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: other))
      let handle = try #require(FileHandle(forWritingAtPath: folder.archive))
      try handle.write(contentsOf: bytes)
      try handle.close()
    }
    let replaced = ArchiveProblem.replaced(file: folder.archive)
    #expect(throws: replaced) { try open.count(.everything) }
    #expect(throws: replaced) { try open.add([SampleReport("2025-01-01", "KR").coded]) }
  }

  @Test func anArchiveThatIsCopiedOverItselfByABackupSaysSo() throws {
    let folder = try PassingFolder()
    let open = try archive(folder)
    let copy = folder.path + "/copy.sqlite"
    try open.backup(to: copy)
    #expect(rename(copy, folder.archive) == 0)
    #expect(throws: ArchiveProblem.replaced(file: folder.archive)) { try open.count(.everything) }
  }

  @Test func anArchiveThatMayOnlyBeReadIsRead() throws {
    let folder = try PassingFolder()
    do { _ = try archive(folder) }
    let reader = try DiskArchive(file: folder.archive, mayWrite: false)
    #expect(try reader.count(Filter([.words("report")])) == 9)
    #expect(try reader.verify() == [])
    #expect(throws: ArchiveProblem.readOnly(file: folder.archive)) {
      try reader.add([SampleReport("2025-01-01", "KR").coded])
    }
    let writer = try DiskArchive(file: folder.archive)
    _ = try writer.add([SampleReport("2025-01-01", "KR").coded])
    #expect(try DiskArchive(file: folder.archive, mayWrite: false).count(.everything) == 10)
  }
}
