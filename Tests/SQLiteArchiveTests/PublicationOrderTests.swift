import Archive
import Diplomacy
import SQLiteArchive
import Support
import Testing

@Suite struct PublicationOrderTests {
  /// The later the event, the earlier its report.
  private func archive() throws -> (DiskArchive, [TimelineRow]) {
    let archive = try DiskArchive.inMemory()
    _ = try archive.add(
      (1...6).map { day in
        SampleReport(
          SampleReport.day(day), day % 2 == 0 ? "KR" : "JP", published: SampleReport.day(20 - day)
        ).coded
      })
    let published = Filter.everything.by(.publication)
    return (archive, try archive.window(published, order: .oldestFirst, anchor: .start, rows: 9).rows)
  }

  private func read(_ archive: DiskArchive) throws -> Set<EventID> {
    let read = Filter([Filter.Clause(.trait(.read))])
    return Set(try archive.window(read, order: .oldestFirst, anchor: .start, rows: 9).rows.map(\.id))
  }

  @Test func allOfAFilterAreTheOnesItKeeps() throws {
    let (archive, rows) = try archive()
    let korea = Filter([Filter.Clause(.words("KR"))]).by(.publication)
    let shown = try archive.window(korea, order: .newestFirst, anchor: .start, rows: 9).rows
    #expect(shown.count == 3)
    _ = try archive.keep([.set(.read, true)], at: .filter(korea))
    #expect(try read(archive) == Set(shown.map(\.id)))
    #expect(rows.count == 6)
  }

  @Test func aStretchIsThatOfTheRowsShown() throws {
    let (archive, rows) = try archive()
    for filter in [Filter.everything, Filter([Filter.Clause(.words("report"))])] {
      let changes = try archive.keep(
        [.set(.read, true)], at: .range(rows[3].id, rows[1].id, filter.by(.publication)))
      #expect(try read(archive) == Set(rows[1...3].map(\.id)))
      try archive.put(changes.map(\.inverse))
      #expect(try read(archive).isEmpty)
    }
  }
}
