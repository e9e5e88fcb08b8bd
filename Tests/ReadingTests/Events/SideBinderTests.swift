import Diplomacy
import Testing

@testable import Reading

@Suite struct SideBinderTests {
  @Test(arguments: [
    ("Ngoại trưởng Lào điện đàm với Ngoại trưởng Nga.", EventKind.phoneCall, "LA>RU"),
    ("Mỹ cho biết Sudan đã cắt đứt quan hệ với Triều Tiên.", .relations, "SD>KP"),
    ("Cuộc hội đàm giữa Mỹ và Trung Quốc diễn ra tại Geneva.", .talks, "US>CN"),
    ("Cuộc hội đàm Mỹ - Triều diễn ra tại Singapore.", .talks, "US>KP"),
    ("Trung Quốc theo dõi hội đàm liên Triều.", .talks, "KR>KP"),
    ("Chuyến thăm Trung Quốc của Ngoại trưởng Đức kết thúc.", .visit, "DE>CN"),
    ("Chuyến thăm của Thủ tướng Lào tới Thái Lan kết thúc.", .visit, "LA>TH"),
    ("Thủ tướng Nhật Bản thăm Lào.", .visit, "JP>LA"),
    ("Mỹ và Nga hội đàm về Ukraine.", .talks, "US>RU"),
    ("Tại Brussels, Lào và Nga ký hiệp định.", .agreement, "LA>RU"),
    ("Thủ tướng Lào và Thủ tướng Nga hội đàm, sau đó cùng Thái Lan ra về.", .talks, "LA>RU"),
    ("Tổng thống Pháp tiếp Đại sứ Lào.", .meeting, "FR>LA"),
    ("Nhật Bản viện trợ 2 triệu USD cho Lào.", .aid, "JP>LA"),
    ("Iran triệu Đại sứ Anh để phản đối.", .protest, "IR>GB"),
  ]) func whoActsStandsBeforeAndTheOtherBehind(_ text: String, _ kind: EventKind, _ sides: String) throws {
    let bound = try Report(text).sides(kind)
    #expect(bound == sides)
  }

  @Test(arguments: [
    ("The Lao Foreign Minister met with the Russian Foreign Minister.", EventKind.meeting, "LA>RU"),
    ("Talks between Russia and China opened.", .talks, "RU>CN"),
    ("The British ambassador was summoned by Iran.", .protest, "IR>GB"),
    ("Iran summoned the British ambassador.", .protest, "IR>GB"),
    ("Japan's Prime Minister visits Laos.", .visit, "JP>LA"),
    ("A visit by the Japanese Prime Minister to Laos ended.", .visit, "JP>LA"),
    ("Russia expelled two British diplomats.", .relations, "RU>GB"),
    ("Laos and Thailand signed a treaty.", .agreement, "LA>TH"),
    ("US and Russian officials held talks on Syria.", .talks, "US>RU"),
  ]) func englishSidesAreBoundToo(_ text: String, _ kind: EventKind, _ sides: String) throws {
    let bound = try Report(text, in: .english).sides(kind)
    #expect(bound == sides)
  }

  @Test(arguments: [
    ("Nga và Lào ra thông cáo về Syria sau cuộc hội đàm giữa bộ trưởng hai nước.", EventKind.talks, "RU>LA"),
    ("Thủ tướng Lào và Thủ tướng Nga gặp nhau bên lề Hội nghị Cấp cao ASEAN.", .meeting, "LA>RU"),
    ("Tổng thống Pháp và Thủ tướng Nga hội đàm lúc 9 giờ (15 giờ Hà Nội).", .talks, "FR>RU"),
    ("Cuba là nước Mỹ Latinh đầu tiên thiết lập quan hệ ngoại giao với Lào.", .relations, "CU>LA"),
  ]) func whatOnlyNamesAPlaceAForumOrBothIsNoSide(_ text: String, _ kind: EventKind, _ sides: String) throws {
    #expect(try Report(text).sides(kind) == sides)
  }

  @Test func whoArrivesInACityArrivesInItsState() throws {
    let report = Report("Thủ tướng Pháp đặt chân đến Đà Nẵng.", "Italy và Việt Nam cùng theo dõi.")
    #expect(try report.sides(.visit) == "FR>VN")
  }

  @Test func besideOneForeignCountryTheTwoAreThePapersOwnAndIt() throws {
    #expect(
      try Report("Trong chuyến thăm của Thủ tướng Lào, hai bên ký hiệp định.").sides(.agreement).contains(
        "VN"))
    #expect(Report("Thủ tướng Lào phát biểu về kinh tế Lào.").events.isEmpty)
  }

  @Test func someoneKnownByNameKeepsHisCountryBehindAnOfficeOfHome() throws {
    let text = "Tổng Bí thư Tô Lâm và Tổng Bí thư, Chủ tịch nước Thongloun Sisoulith hội đàm."
    let sides = try Report(text).sides(.talks)
    #expect(sides == "VN>LA")
  }

  @Test func theYearsOfRelationsAreCountedNotMade() throws {
    let text = "Thủ tướng Lào thăm Nga đúng năm thứ 60 thiết lập quan hệ ngoại giao."
    #expect(try !Report(text).acts().contains { $0.kind == .relations })
    let made = "Lào và Nga năm 1960 thiết lập quan hệ ngoại giao."
    #expect(try Report(made).acts().contains { $0.kind == .relations })
  }

  @Test func aPassiveTurnsTheSides() throws {
    #expect(try Report("Đại sứ Anh bị Iran triệu tập.").sides(.protest) == "IR>GB")
    #expect(try Report("Ngoại trưởng Lào được Thủ tướng Nga tiếp.").sides(.meeting) == "RU>LA")
  }

  @Test func anOfficeHolderActsRatherThanTheCountryNearest() throws {
    let text = "Thủ tướng Lào, từ Nhật Bản, thăm Nga."
    #expect(try Report(text).sides(.visit) == "LA>RU")
  }

  @Test func aSideTheSentenceDoesNotNameIsTheOneTheArticleIsAbout() throws {
    let report = Report("Tổng thống Pháp thăm Lào.", "Ông hội đàm với Thủ tướng Lào Bounmy Keovong.")
    let sides = try report.act(.talks).sides
    #expect(sides.actor.code == "FR" && sides.counterpart.code == "LA")
    #expect(sides.found == 1 && sides.actorMention == nil)
  }

  @Test func onlyCountriesBesideTheActArePaired() throws {
    #expect(try Report("Hội đàm Mỹ - Triều bắt đầu.").act(.talks).sides.isPaired)
    #expect(try !Report("Lào hội đàm với Nga.").act(.talks).sides.isPaired)
  }

  @Test func thoseListedTogetherFaceAThird() throws {
    let report = Report("Tại dinh Thủ tướng Lào hôm nay, Nga và Peru trình quốc thư.")
    #expect(try report.acts().map(\.sides.dyad?.code) == ["LA-RU", "LA-PE"])
  }
}
