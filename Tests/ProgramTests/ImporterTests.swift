import Archive
import Diplomacy
import Glibc
import SQLiteArchive
import Support
import Synchronization
import Testing

@testable import Program

@Suite struct ImporterTests {
  /// A folder with these files, removed after the body.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    try withFolder(of: files.mapValues { Array($0.utf8) }, body)
  }

  private func withFolder(of files: [String: [UInt8]], _ body: (String) throws -> Void) throws {
    var template = Array("/tmp/dyad-import-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for (name, text) in files {
      let file = open(folder + "/" + name, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
      _ = text.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
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

  private static let report = " date 2024-05-06 Hai bên hội đàm tại Hà Nội."
  private static let lines = """
    {"date":"2024-05-07","title":"Hai bên điện đàm","body":"Họ bàn về thương mại."}
    {"date":"2024-05-
    {"date":"2024-05-08","title":"Hai bên ký kết","body":"Văn kiện thứ nhất."}

    """

  @Test func packedFilesGoInLikeTheSameFilesAlone() throws {
    let table = "date,body\r\n2024-05-09,Hai bên gặp nhau.\r\n"
    let report = Array(ImporterTests.report.utf8)
    let zip = Packing.zip([
      Packing.Member("x/a.txt", ImporterTests.report), Packing.Member("dong.jsonl", ImporterTests.lines),
      Packing.Member("x/.ẩn.txt", "ẩn"),
    ])
    let files: [String: [UInt8]] = [
      "a.txt": report, "a.txt.gz": Packing.gzip(report), "b.zip": zip,
      "c.csv.gz": Packing.gzip(Array(table.utf8)),
      "dong.jsonl.gz": Packing.gzip(Array(ImporterTests.lines.utf8)),
      "e.tar.gz": Packing.gzip(Packing.tar("sau/f.txt", Array("Hai bên tiễn nhau.".utf8)) + Packing.tarEnd),
      "khong-ten": Packing.gzip(report),
    ]
    try withFolder(of: files) { folder in
      let archive = try DiskArchive.inMemory()
      let first = Importer(archive: archive) { _ in [] }.run(paths: [folder])
      // a.txt four times; both lines twice; the table; the tar.
      #expect(first.progress.added == 5 && first.progress.alreadyThere == 5)
      #expect(first.progress.bytes == files.values.reduce(0) { $0 + $1.count })
      #expect(
        Set(first.problems) == [
          "\(folder)/b.zip, member dong.jsonl, line 2: no JSON, or cut off. Write one object a line.",
          "\(folder)/dong.jsonl.gz, line 2: no JSON, or cut off. Write one object a line.",
        ])
      var sources: Set<String> = []
      Importer.read(paths: [folder]) { if case .article(let article) = $0 { sources.insert(article.source) } }
      #expect(sources == ["a.txt", "c.csv:2", "dong.jsonl:1", "dong.jsonl:3", "f.txt", "khong-ten"])
    }
  }

  @Test func whatIsWrongWithPackedFilesIsSaidAndCostsNoNeighbour() throws {
    let report = Array(ImporterTests.report.utf8)
    let lines = Packing.gzip(Array(String(repeating: ImporterTests.lines, count: 5).utf8))
    // Longer than the window of gzip, so that it does not pack better than text does.
    let block = (0..<8_000).flatMap { Array("\($0) ".utf8) }
    var long: [UInt8] = []
    for _ in 0..<500 { long += block }
    let empty = (0..<150).map { Packing.Member("\($0).txt", "") }
    let files: [String: [UInt8]] = [
      "a.gz": report, "b.txt.gz": Packing.gzip(Packing.gzip(report)), "c.jsonl.gz": Array(lines.dropLast(9)),
      "d.zip": Packing.zip([
        Packing.Member("t.zip", bytes: Packing.zip([])), Packing.Member("ảnh.png", bytes: [0x89, 0, 1]),
        Packing.Member("tốt.txt", ImporterTests.report),
      ]),
      "e.zip": Packing.zip(empty), "f.zip": Packing.zip([]),
      "g.txt.gz": Packing.gzip(long),
    ]
    try withFolder(of: files) { folder in
      let archive = try DiskArchive.inMemory()
      let summary = Importer(archive: archive) { _ in [] }.run(paths: [folder])
      // The two good lines of c before the cut, and the report of d.
      #expect(try archive.articles() == 3)
      func said(_ name: String) -> [String] {
        summary.problems.filter { $0.hasPrefix(folder + "/" + name) }
          .map { String($0.dropFirst(folder.count + 1)) }
      }
      #expect(said("a.gz") == ["a.gz is called like a gzip file, but is none. Rename it."])
      #expect(said("b.txt.gz") == ["b.txt.gz is packed twice. Unpack it once and import what comes out."])
      #expect(
        said("c.jsonl.gz").last
          == "c.jsonl.gz is cut off. Fetch it anew; whole reports before the cut were read."
      )
      #expect(said("d.zip").count == 2)
      #expect(
        said("d.zip").first
          == "d.zip, member t.zip is packed twice. Unpack it once and import what comes out.")
      #expect(said("e.zip").count == 101)
      #expect(said("e.zip").last?.hasPrefix("e.zip: 50 more reports were not read.") == true)
      #expect(said("f.zip") == ["f.zip has no text; a report needs at least one paragraph."])
      #expect(said("g.txt.gz").first?.contains("more than the 16777216 bytes") == true)
    }
  }

  @Test func aSecondImportCodesOnlyWhatIsNew() throws {
    let texts = (1...9).map { " date 2024-05-0\($0) Hai bên hội đàm lần thứ \($0)." }
    let files = Dictionary(uniqueKeysWithValues: texts.enumerated().map { ("\($0).txt", $1) })
    try withFolder(files) { folder in
      let archive = try DiskArchive.inMemory()
      let coded = Mutex(0)
      // Stopped once four reports were coded: what was read until then is stored.
      let stopped = Importer(archive: archive, batchSize: 2, isStopped: { coded.withLock { $0 >= 4 } }) { _ in
        coded.withLock { $0 += 1 }
        return []
      }
      let first = stopped.run(paths: [folder])
      #expect(first.isStopped && first.progress.added == 4)
      #expect(try archive.articles() == 4)
      let second = Importer(archive: archive, batchSize: 2) { _ in
        coded.withLock { $0 += 1 }
        return []
      }.run(paths: [folder])
      #expect(!second.isStopped && second.progress.added == 5 && second.progress.alreadyThere == 4)
      #expect(coded.withLock { $0 } == 9)
    }
  }

  @Test func whatIsNotThereIsSaid() throws {
    let archive = try DiskArchive.inMemory()
    let summary = Importer(archive: archive) { _ in [] }.run(paths: ["/nowhere/at/all"])
    #expect(summary.problems == ["/nowhere/at/all cannot be read: there is no such file."])
  }
}
