import Diplomacy
import Testing

@testable import Reading

@Suite struct PlaceJudgeTests {
  private func place(_ report: Report, _ kind: EventKind) throws -> String? {
    let found = PlaceJudge(scene: try report.scene(), act: try report.act(kind)).place()
    return found.map { "\($0.place.name ?? "-") \($0.place.country?.code ?? "-")" }
  }

  @Test(arguments: [
    ("Lào hội đàm với Nga tại Đà Nẵng.", EventKind.talks, "Đà Nẵng VN"),
    ("Tại Vientiane, Lào hội đàm với Nga.", .talks, "Vientiane LA"),
    ("Lào hội đàm với Nga tại Thái Lan.", .talks, "- TH"),
    ("Thủ tướng Lào thăm Nga.", .visit, "- RU"),
    ("Nga bắn vào tàu Lào ở Hải Phòng.", .incident, "Hải Phòng VN"),
  ]) func aWordOfPlaceNamesTheSiteOrTheCountry(_ text: String, _ kind: EventKind, _ place: String) throws {
    #expect(try self.place(Report(text), kind) == place)
  }

  @Test func theSiteOfTheTitlesActIsFoundFurtherDown() throws {
    let report = Report("Lào hội đàm với Nga", "Cuộc hội đàm giữa Lào và Nga diễn ra tại Đà Nẵng.")
    #expect(try place(report, .talks) == "Đà Nẵng VN")
  }

  @Test func talksOnAVisitTakePlaceInTheCountryVisited() throws {
    let report = Report("Thủ tướng Lào hội đàm với Thủ tướng Nga", "Thủ tướng Lào đang thăm Nga.")
    #expect(try place(report, .talks) == "- RU")
  }

  @Test(arguments: [
    ("Thủ tướng Lào điện đàm với Thủ tướng Nga tại Hà Nội.", EventKind.phoneCall),
    ("Thủ tướng Lào gửi điện mừng tới Thủ tướng Nga tại Hà Nội.", .message),
    ("Lào trừng phạt Nga, tin tại Hà Nội.", .sanction), ("Lào hội đàm với Nga.", .talks),
  ]) func callsAndMessagesHaveNoPlaceNorHasWhatNamesNone(_ text: String, _ kind: EventKind) throws {
    #expect(try place(Report(text), kind) == nil)
  }

  @Test func englishPlacesAreRead() throws {
    #expect(
      try place(Report("Laos held talks with Russia in Da Nang.", in: .english), .talks) == "Da Nang VN")
    #expect(try place(Report("Laos held talks with Russia in Moscow.", in: .english), .talks) == "Moscow RU")
  }
}
