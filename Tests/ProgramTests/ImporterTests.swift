import Archive
import Diplomacy
import Glibc
import SQLiteArchive
import Testing

@testable import Program

@Suite struct ImporterTests {
  /// A folder with these files, removed after the body.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    var template = Array("/tmp/dyad-import-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for (name, text) in files {
      let file = open(folder + "/" + name, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
      _ = Array(text.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      close(file)
    }
    defer {
      for name in files.keys { unlink(folder + "/" + name) }
      rmdir(folder)
    }
    try body(folder)
  }

  @Test func importingTwiceChangesNothingAndBadFilesLoseNoNeighbour() throws {
    let files = [
      "a.txt": " date 2024-05-06 Hai bên hội đàm tại Hà Nội.", "b.txt": " date 2025-02-30 Ngày không có.",
      "c.txt": "", "d.txt": " date 2024-05-07 Hai bên điện đàm.",
    ]
    try withFolder(files) { folder in
      let archive = try DiskArchive.inMemory()
      let importer = Importer(archive: archive, batchSize: 1) { _ in [] }
      var heard: [Int] = []
      let first = importer.run(paths: [folder]) { heard.append($0.added) }
      #expect(first.progress.added == 2)
      #expect(first.progress.rejected == 2)
      #expect(first.progress.files == 4)
      #expect(first.problems.contains { $0.contains("b.txt") && $0.contains("2025-02-30") })
      #expect(first.problems.contains { $0.contains("c.txt") && $0.contains("no text") })
      #expect(heard == [1, 2, 2])
      let second = importer.run(paths: [folder])
      #expect(second.progress.added == 0)
      #expect(second.progress.alreadyThere == 2)
      #expect(try archive.articles() == 2)
    }
  }

  @Test func filesOfManyReportsGoInOnceAndTheirBadLinesAreCounted() throws {
    let files = [
      "a.txt": " date 2024-05-06 Hai bên hội đàm tại Hà Nội.",
      "b.jsonl": """
      {"date":"2024-05-06","body":"Hai bên hội đàm tại Hà Nội.","source":"khác"}
      {"date":"2024-05-07","title":"Hai bên điện đàm","body":"Họ bàn về thương mại."}
      {"date":"2024-05-
      """,
      "c.csv": "date,body\r\n2024-05-08,\"Hai bên ký kết,\r\ntại Huế.\"\r\n2024-05-99,x\r\n",
    ]
    try withFolder(files) { folder in
      let archive = try DiskArchive.inMemory()
      let importer = Importer(archive: archive) { _ in [] }
      let first = importer.run(paths: [folder])
      #expect(first.progress.added == 3 && first.progress.alreadyThere == 1)
      #expect(first.progress.rejected == 2 && first.progress.files == 3 && first.progress.filesRead == 3)
      #expect(first.problems.contains { $0.hasPrefix(folder + "/b.jsonl, line 3: ") })
      #expect(first.problems.contains { $0.hasPrefix(folder + "/c.csv, line 4: ") })
      #expect(importer.run(paths: [folder]).progress.added == 0)
    }
  }

  @Test func whatIsNotThereIsSaid() throws {
    let archive = try DiskArchive.inMemory()
    let summary = Importer(archive: archive) { _ in [] }.run(paths: ["/nowhere/at/all"])
    #expect(summary.problems == ["/nowhere/at/all cannot be read: there is no such file."])
  }
}
