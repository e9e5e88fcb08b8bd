import Diplomacy
import Testing

@testable import Reading

@Suite struct CountryMentionTests {
  @Test(arguments: [
    "Ông Cao Toàn Mỹ đến dự.", "Bà Trần Phương Nga phát biểu.", "Anh Nguyễn Văn Bình kể lại.",
    "Đồng chí Vũ Đức Thành chủ trì.", "Ca sĩ Mỹ Linh biểu diễn.", "Lê Đức Anh đã ký.",
    "Phạm Nhật Minh vắng mặt.",
  ]) func aSyllableOfAPersonsNameIsNoCountry(_ text: String) {
    #expect(Report(text).countries.isEmpty)
  }

  @Test func theSameSyllableAloneIsACountry() {
    #expect(Report("Đoàn đã tới Mỹ, Đức và Nga.").countries == ["US", "DE", "RU"])
    #expect(Report("Anh và Pháp phản đối.").countries == ["GB", "FR"])
    #expect(Report("Thủ tướng Anh tới Áo.").countries == ["GB", "AT"])
  }

  @Test func aHeadlineInCapitalsStillNamesItsCountries() {
    #expect(Report("TỔNG THỐNG MỸ GẶP THỦ TƯỚNG ĐỨC").countries == ["US", "DE"])
  }

  @Test(arguments: [
    ("Đàm phán Mỹ - Triều bế tắc", ["US", "KP"]), ("Quan hệ Việt-Trung phát triển", ["VN", "CN"]),
    ("Thỏa thuận Nga – Thổ có hiệu lực", ["RU", "TR"]), ("Cuộc gặp liên Triều", ["KR", "KP"]),
    ("Tập trận Mỹ - Nhật - Hàn", ["US", "JP", "KR"]),
  ]) func shortNamesCountBesideAHyphen(_ text: String, _ codes: [String]) {
    #expect(Report(text).countries == codes)
  }

  @Test func onlyNamesBesideTheHyphenArePaired() {
    let found = CountryMentions(Report("Lào theo dõi đàm phán Mỹ - Triều.").passage).found
    #expect(found.map(\.isPaired) == [false, true, true])
  }

  @Test(arguments: [
    "Trung tâm Việt Trì", "Viện Hàn lâm", "tỉnh Thái Bình", "Đài phát thanh", "ông Ấn, bà Nhật Lệ",
    "lãnh thổ", "cái áo màu đỏ", "biện pháp", "một ý kiến", "thiên nga", "thủy triều",
  ]) func aShortNameOrALowerCaseWordAloneIsNone(_ text: String) {
    #expect(Report(text).countries.isEmpty)
  }

  @Test(arguments: [
    "trên bán đảo Triều Tiên", "các nước Nam Mỹ", "ở Ấn Độ Dương", "người Mỹ gốc Việt", "tỉnh Lào Cai",
    "quận Thủ Đức", "phía Trung Mỹ",
  ]) func aTrapHidesTheCountryInside(_ text: String) {
    #expect(Report(text).countries.isEmpty)
  }

  @Test(arguments: [
    ("Nam Sudan và Sudan", ["SS", "SD"]), ("Nigeria và Niger", ["NG", "NE"]),
    ("Guinea Xích Đạo và Guinea", ["GQ", "GN"]), ("Cộng hòa Dominica", ["DO"]), ("Trung Phi", ["CF"]),
  ]) func theLongerNameIsAnotherCountry(_ text: String, _ codes: [String]) {
    #expect(Report(text).countries == codes)
  }

  @Test func everySpellingOfANameIsTheSameCountry() {
    #expect(Report("Mĩ, Thuỵ Sĩ, Thụy Sỹ").countries == ["US", "CH", "CH"])
    #expect(Report("Uỷ ban Cu-ba, Hoà Lan").countries.first == "CU")
  }

  @Test func aCapitalStandsForItsGovernment() {
    let found = CountryMentions(Report("Bình Nhưỡng chỉ trích Washington.").passage).found
    #expect(found.map(\.country.code) == ["KP", "US"])
    #expect(found.allSatisfy { $0.form == .seat })
  }

  @Test(arguments: [
    ("The Vietnamese and Chinese ministers met.", ["VN", "CN"]), ("Sino-Indian border talks", ["CN", "IN"]),
    ("Male suspects told us about turkey.", []), ("in the South China Sea", []),
    ("a Vietnam Airlines flight", []), ("on the Korean Peninsula", []), ("Inter-Korean talks", ["KR", "KP"]),
    ("South Sudan and Sudan", ["SS", "SD"]), ("the U.S. and the UK", ["US", "GB"]),
  ]) func englishNamesAreRead(_ text: String, _ codes: [String]) {
    #expect(Report(text, in: .english).countries == codes)
  }

  @Test func aTeamOrACompanyIsNoSide() throws {
    let scene = try Report("Đội tuyển Việt Nam gặp Lào, theo báo Thái Lan.").scene()
    #expect(scene.pages[0].sides.map(\.country.code) == ["LA", "TH"])
    let english = try Report("Chinese firms and Laos signed with Japan.", in: .english).scene()
    #expect(english.pages[0].sides.map(\.country.code) == ["LA", "JP"])
  }

  @Test func aCountryAsAPlaceOrSubjectIsSited() throws {
    let scene = try Report("Nga và Lào hội đàm về Syria tại Đà Nẵng, Việt Nam.").scene()
    let sited = scene.pages[0].sides.filter(\.isSited).map(\.country.code)
    #expect(sited == ["SY", "VN"])
  }
}
