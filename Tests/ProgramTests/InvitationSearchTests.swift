import Archive
import Diplomacy
import Reading
import SQLiteArchive
import Testing

@testable import Program

@Suite struct InvitationSearchTests {
  private let korea = Country("KR")!

  private func archive(_ texts: [String]) throws -> DiskArchive {
    let archive = try DiskArchive.inMemory()
    let parties = try #require(Parties(.vietNam, korea))
    let items = texts.enumerated().map { day, text in
      let date = PartialDate(year: 2025, month: 3, day: day + 1)
      let head = "Chủ tịch nước Việt Nam hội đàm với Tổng thống Hàn Quốc"
      let article = Article(
        published: date, title: head,
        paragraphs: [Article.Paragraph(part: .title, text: head), .init(part: .body, text: text)],
        language: .vietnamese, source: "\(day).txt")
      let event = Event(date: date, kind: .talks, level: .headOfStateOrParty, parties: parties)
      return CodedArticle(article: article, events: [event, event])
    }
    _ = try archive.add(items)
    return archive
  }

  @Test func invitationsAreReadOutOfTheReportsThatSpeakOfThem() throws {
    let archive = try archive([
      "Tổng thống Hàn Quốc mời Chủ tịch nước Việt Nam sang thăm Hàn Quốc.",
      "Chủ tịch nước Việt Nam nhận lời mời thăm Hàn Quốc.",
      "Tổng thống Hàn Quốc mời doanh nghiệp đầu tư.", "Hai bên nhất trí tăng cường hợp tác.",
    ])
    let traces = try InvitationSearch(archive: archive, reader: CloseReader()).traces(.everything)
    #expect(traces.map(\.stage) == [.accepted, .invited])
    #expect(traces.allSatisfy { $0.guest == .vietNam && $0.host == korea })
    #expect(traces.map { $0.date?.iso } == ["2025-03-02", "2025-03-01"])
    #expect(traces.last?.words == "Tổng thống Hàn Quốc mời Chủ tịch nước Việt Nam sang thăm Hàn Quốc.")
    let first = Filter([.days(from: nil, to: CalendarDay(year: 2025, month: 3, day: 1))])
    #expect(
      try InvitationSearch(archive: archive, reader: CloseReader()).traces(first).map(\.stage) == [.invited])
    #expect(try InvitationSearch(archive: archive, reader: nil).traces(.everything).isEmpty)
  }
}
