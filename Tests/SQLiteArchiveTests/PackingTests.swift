import Archive
import Diplomacy
import Foundation
import GRDB
import Support
import Testing

@testable import SQLiteArchive

@Suite struct PackingTests {
  private static let long = String(
    repeating: "Bộ trưởng Ngoại giao hai nước đã hội đàm tại Hà Nội, khẳng định quan hệ đối tác chiến lược. ",
    count: 40)

  @Test(arguments: [0, 1, 15, 16, 17, 300, 70_000])
  func whatIsPackedComesBack(count: Int) throws {
    let packer = Packer()
    let plain = Array(Array(PackingTests.long.utf8).prefix(count))
    let noise = (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 7) }
    for bytes in [plain, noise, plain] {
      guard let packed = packer.packed(bytes, knowing: .reports) else { continue }
      #expect(packed.count < bytes.count)
      #expect(try Unpacker().unpacked(packed[...], count: bytes.count) == bytes)
    }
    if count >= 300 { #expect(packer.packed(plain, knowing: .reports).map { $0.count * 2 < count } == true) }
  }

  @Test func damagedBytesAreRefused() throws {
    let bytes = Array(PackingTests.long.utf8)
    let packed = try #require(Packer().packed(bytes, knowing: .rules))
    let unpacker = Unpacker()
    let wrongs: [ArraySlice<UInt8>] = [packed.dropLast(), packed.dropFirst(), packed[...3], [1], []]
    for wrong in wrongs {
      #expect(throws: Unpacker.Mistake.self) { try unpacker.unpacked(wrong, count: bytes.count) }
    }
    for count in [bytes.count - 1, bytes.count + 1, Int.max, -1, 0] {
      #expect(throws: Unpacker.Mistake.self) { try unpacker.unpacked(packed[...], count: count) }
    }
    for place in packed.indices {
      var wrong = packed
      wrong[place] ^= 0x55
      // A changed byte may come out as other text, never as text of another length.
      let text = try? unpacker.unpacked(wrong[...], count: bytes.count)
      #expect(text.map { $0.count == bytes.count } ?? true)
    }
    #expect(try unpacker.unpacked(packed[...], count: bytes.count) == bytes)
  }

  @Test func textStandsPackedOrAsItIs() throws {
    let folder = try PassingFolder()
    let archive = try DiskArchive(file: folder.archive)
    let report = SampleReport("2024-03-05", "LA", text: PackingTests.long).coded
    _ = try archive.add([report, SampleReport("2024-03-06", "KR").coded])
    let stored = {
      try DatabaseQueue(path: folder.archive).read { db in
        try Int.fetchOne(db, sql: "select sum(length(bytes)) from text_piece where id >> 16 = 1")
      }
    }
    #expect(try #require(try stored()) < PackingTests.long.utf8.count / 2)
    let row = try #require(
      try archive.window(.everything, order: .oldestFirst, anchor: .start, rows: 1).rows.first)
    #expect(try archive.record(row.id)?.article == report.article)
    // As an older dyad wrote it.
    try DatabaseQueue(path: folder.archive).write { db in
      try db.execute(sql: "delete from text_piece where id >> 16 = 1")
      try db.execute(
        sql: "insert into text_piece(id, bytes) values (?, ?)",
        arguments: [1 << 16, Array(report.article.paragraphs.map(\.text).joined().utf8).databaseBytes])
    }
    #expect(try archive.record(row.id)?.article == report.article)
    #expect(try archive.verify() == [])
  }

  @Test func evidenceIsReadOnlyWhereItIsWanted() throws {
    let packer = Packer()
    let event = SampleReport.full.events[0]
    let evidence = (0..<40).map { number in
      Evidence(
        field: number % 2 == 0 ? .people : .topics,
        span: TextSpan(paragraph: number, bytes: number..<number + 7),
        rule: "subject named near the act")
    }
    let told = event.with(evidence: evidence)
    let bytes = EventDetail(told).packed(packer)
    #expect(bytes.count < EventDetail(event.with(evidence: [])).packed(packer).count + 200)
    let whole = try EventDetail(bytes, of: 1)
    #expect(whole.evidence.count == 40)
    #expect(
      whole.evidence.map(\.span)
        == evidence.map { [$0.span.paragraph, $0.span.bytes.lowerBound, $0.span.bytes.upperBound] })
    let part = try EventDetail(bytes, of: 1, withEvidence: false)
    #expect(part.evidence.isEmpty)
    #expect(part.people.map(\.name) == told.people.map(\.name))
    for count in 0..<bytes.count {
      // A row cut short is told, or says less; it never traps.
      _ = try? EventDetail(Array(bytes.prefix(count)), of: 1)
    }
  }
}

extension [UInt8] {
  fileprivate var databaseBytes: DatabaseValue { Data(self).databaseValue }
}

extension Event {
  fileprivate func with(evidence: [Evidence]) -> Event {
    Event(
      date: date, end: end, kind: kind, subkind: subkind, status: status, level: level, parties: parties,
      host: host,
      people: people, place: place, topics: topics, commitments: commitments, mentions: mentions,
      mentionedCountries: mentionedCountries, evidence: evidence)
  }
}
