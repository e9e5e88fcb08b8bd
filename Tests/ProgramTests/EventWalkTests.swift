import Archive
import Diplomacy
import Program
import SQLiteArchive
import Support
import Testing
import Text

@Suite struct EventWalkTests {
  /// 300 events over two years, and three without a date.
  private func archive() throws -> DiskArchive {
    let archive = try DiskArchive.inMemory()
    let dated = (0..<300).map { index in
      let day = CalendarDay(ordinal: 18_262 + index * 2)
      return SampleReport(
        PartialDate(day).iso, ["KR", "JP", "US"][index % 3], kind: index % 2 == 0 ? .visit : .talks,
        text: "Report \(index)."
      ).coded
    }
    let undated = (0..<3).map { SampleReport(nil, "LA", text: "Undated \($0).").coded }
    _ = try archive.add(dated + undated)
    return archive
  }

  @Test(arguments: TimelineOrder.allCases) func everyRowComesOnceAndInOrder(order: TimelineOrder) throws {
    let archive = try archive()
    var rows: [TimelineRow] = []
    try EventWalk(archive: archive, filter: .everything, order: order).visit { row in
      rows.append(row)
      return true
    }
    let whole = try archive.window(.everything, order: order, anchor: .start, rows: 1000).rows
    #expect(rows == whole)
  }

  @Test(arguments: TimelineOrder.allCases) func everyRowComesOnceByPublicationToo(order: TimelineOrder) throws
  {
    let archive = try DiskArchive.inMemory()
    _ = try archive.add(
      (0..<150).map { index in
        let day = PartialDate(CalendarDay(ordinal: 18_262 + index)).iso
        let published = PartialDate(CalendarDay(ordinal: 19_262 - index * 7 % 150)).iso
        return SampleReport(day, "KR", text: "Report \(index).", published: published).coded
      })
    let filter = Filter.everything.by(.publication)
    var rows: [TimelineRow] = []
    try EventWalk(archive: archive, filter: filter, order: order).visit { row in
      rows.append(row)
      return true
    }
    #expect(rows == (try archive.window(filter, order: order, anchor: .start, rows: 1000).rows))
  }

  @Test func aWalkStopsWhenItIsTold() throws {
    var count = 0
    try EventWalk(archive: try archive(), filter: .everything, order: .newestFirst).visit { _ in
      count += 1
      return count < 70
    }
    #expect(count == 70)
  }

  @Test func rowsStoredMeanwhileAreNotToldTwice() throws {
    let archive = try archive()
    var seen: Set<EventID> = []
    try EventWalk(archive: archive, filter: .everything, order: .newestFirst).visit { row in
      #expect(seen.insert(row.id).inserted)
      if seen.count == 50 {
        _ = try archive.add((0..<40).map { SampleReport("2025-01-01", "KR", text: "New \($0).").coded })
      }
      return true
    }
    #expect(seen.count == 303)
  }

  @Test(arguments: TallyKey.allCases) func countsOfTheArchiveAreThoseOfTheRows(key: TallyKey) throws {
    let archive = try archive()
    var tally = Tally(by: [key])
    try EventWalk(archive: archive, filter: .everything, order: .oldestFirst).visit { row in
      tally.add(row)
      return true
    }
    let quick =
      try key.facet.map { try archive.facet($0, .everything, limit: 99).map(Tally.Line.init) }
      ?? Tally.lines(of: archive.months(.everything), by: key, total: archive.count(.everything))
    #expect(Set(tally.lines) == Set(quick))
    #expect(tally.lines.map(\.count) == quick.map(\.count))
  }

  @Test func pairsAreCountedUnderTheirFirst() throws {
    var tally = Tally(by: [.dyad, .year])
    try EventWalk(archive: try archive(), filter: .everything, order: .newestFirst).visit { row in
      tally.add(row)
      return true
    }
    #expect(tally.lines.reduce(0) { $0 + $1.count } == 303)
    #expect(tally.lines.first?.values == ["VN-JP", "2020"])
    #expect(tally.lines.last?.values == ["VN-LA", ""])
  }
}

@Suite struct SnippetTests {
  private func snippets(_ words: String, width: Int) -> [String] {
    let text = "Hôm nay tại Hà Nội, Tổng Bí thư Tô Lâm đã tiếp đoàn đại biểu cấp cao nhân chuyến thăm."
    let article = Article(
      published: nil, title: text, paragraphs: [.init(part: .body, text: text)], language: .vietnamese,
      source: "x")
    return Snippet.of([SearchPhrase(words)!], in: article, width: width).map(\.text)
  }

  @Test func theWordsStandInTheSnippet() {
    #expect(
      snippets("to lam", width: 30) == ["… Bí thư Tô Lâm đã tiếp đoàn …"]
        || snippets("to lam", width: 30)[0].contains("Tô Lâm"))
    #expect(cellWidth(snippets("to lam", width: 30)[0]) <= 30)
    #expect(snippets("hom nay", width: 200)[0].hasSuffix("thăm."))
    #expect(snippets("chuyen", width: 40)[0].hasPrefix("… "))
    #expect(snippets("japan", width: 40).isEmpty)
  }
}
