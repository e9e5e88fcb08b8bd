import Diplomacy
import Testing

@testable import Reading

@Suite struct StatusJudgeTests {
  private func status(_ text: String, _ kind: EventKind, on day: String? = nil) throws -> EventStatus {
    let report = Report(text)
    let date = day.flatMap { PartialDate(iso: $0) }
    return StatusJudge(scene: try report.scene()).status(of: try report.act(kind), on: date)
  }

  @Test func whatIsAnnouncedForALaterDayIsPlanned() throws {
    #expect(try status("Thủ tướng Lào thăm Nga ngày 2/6.", .visit, on: "2024-06-02") == .planned)
    #expect(try status("Thủ tướng Lào sẽ thăm Nga.", .visit) == .planned)
    #expect(try status("Thủ tướng Lào sẽ thăm Nga hôm nay.", .visit, on: "2024-05-21") == .planned)
  }

  @Test func whatHasHappenedIsHeld() throws {
    #expect(try status("Thủ tướng Lào thăm Nga.", .visit) == .held)
    #expect(try status("Thủ tướng Lào thăm Nga.", .visit, on: "2024-05-21") == .held)
    #expect(try status("Thủ tướng Lào sắp thăm Nga khi đó.", .visit, on: "2024-05-02") == .held)
  }

  @Test func aThreatOrAMessageAboutTomorrowIsOfToday() throws {
    #expect(try status("Nga sẽ trừng phạt Anh.", .sanction) == .held)
    #expect(try status("Nga sẽ gửi điện mừng tới Lào.", .message) == .held)
  }

  @Test func whatIsCalledOffIsCancelledWhateverItsDay() throws {
    #expect(try status("Thủ tướng Lào hoãn chuyến thăm Nga.", .visit, on: "2024-06-02") == .cancelled)
    #expect(try status("Thủ tướng Lào hủy chuyến thăm Nga.", .visit) == .cancelled)
  }
}
