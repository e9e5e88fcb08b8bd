import Diplomacy
import Testing

@testable import Reading

@Suite struct PersonMentionTests {
  @Test(arguments: [
    ("Tổng thống Hàn Quốc Park Do Hyun phát biểu.", "Tổng thống|Park Do Hyun|KR"),
    ("Bộ trưởng Bộ Quốc phòng Lào Bounmy Keovong tới dự.", "Bộ trưởng Bộ Quốc phòng|Bounmy Keovong|LA"),
    ("Bộ trưởng Quốc phòng Belarus Viktor Orlov", "Bộ trưởng Quốc phòng|Viktor Orlov|BY"),
    ("Bộ trưởng Ngoại giao của Peru Ana Quispe", "Bộ trưởng Ngoại giao|Ana Quispe|PE"),
    ("Chủ tịch nước Trần Văn Hòa tiếp khách.", "Chủ tịch nước|Trần Văn Hòa|VN"),
    ("Thủ tướng Lào, ông Bounmy Keovong, tới Hà Nội.", "Thủ tướng|Bounmy Keovong|LA"),
    ("Đại sứ Peru tại Việt Nam Ana Quispe", "Đại sứ|Ana Quispe|PE"),
    ("Đại sứ Việt Nam tại Peru Lê Văn Sơn", "Đại sứ|Lê Văn Sơn|VN"),
    ("Ngoại trưởng Nhật Bản (MOFA) Sato Kenji", "Ngoại trưởng|Sato Kenji|JP"),
  ]) func officeCountryAndNameMakeAPerson(_ text: String, _ told: String) {
    #expect(Report(text).people.map(\.told) == [told])
  }

  @Test func aChainOfOfficesIsOnePersonOfTheHighestRank() throws {
    let people = Report("Phó Thủ tướng, Bộ trưởng Ngoại giao Nga Ivan Sokolov tới thăm.").people
    #expect(people.map(\.name) == ["Ivan Sokolov"])
    #expect(people[0].level == .minister && people[0].country?.code == "RU")
    let leader = Report("Tổng Bí thư, Chủ tịch nước Lào Bounmy Keovong phát biểu.").people
    #expect(leader.map(\.name) == ["Bounmy Keovong"])
    #expect(leader[0].level == .headOfStateOrParty && leader[0].country?.code == "LA")
  }

  @Test func aCountryBehindAnOfficeStandsAboveTheOneItPresumes() {
    #expect(
      Report("Chủ tịch nước Lào Bounmy Keovong").people.map(\.told) == ["Chủ tịch nước|Bounmy Keovong|LA"])
    #expect(Report("Chủ tịch nước Việt Nam Trần Văn Hòa").people.map(\.country) == [.vietNam])
    #expect(Report("Tổng Bí thư, Chủ tịch Trung Quốc Li Wei").people.map(\.country?.code) == ["CN"])
    #expect(Report("Phó Chủ tịch Trung Quốc Li Wei").people.map(\.country?.code) == ["CN"])
  }

  @Test func twoOfficesOfTwoCountriesAreTwoPeople() {
    let text = "Thủ tướng Lào và Thủ tướng Nga, Bộ trưởng Bộ Công an Peru và Bộ trưởng Bộ Công an Chile"
    #expect(Report(text).people.map(\.country?.code) == ["LA", "RU", "PE", "CL"])
  }

  @Test func onlyAnEnvoyHasAPost() throws {
    let scene = try Report("Thủ tướng Lào tới Thái Lan hội đàm.").scene()
    #expect(scene.pages[0].sides.map(\.country.code) == ["LA", "TH"])
    let envoy = try Report("Đại sứ Lào tại Thái Lan gặp Đại sứ Nga.").scene()
    #expect(envoy.pages[0].sides.map(\.country.code) == ["LA", "RU"])
  }

  @Test func anOfficeBehindTheNameGivesRankAndCountry() throws {
    let text = "Trung tướng Viktor Orlov, Bộ trưởng Bộ Quốc phòng Belarus, đã tới Hà Nội."
    let people = Report(text).people
    #expect(people.map(\.told) == ["Trung tướng|Viktor Orlov|BY"])
    #expect(people[0].level == .minister)
  }

  @Test func anOfficeWithANameOfItsOwnIsTheNextPerson() {
    let text = "Dự có Thứ trưởng Lê Văn Sơn, Đại sứ Peru Ana Quispe."
    #expect(Report(text).people.map(\.told) == ["Thứ trưởng|Lê Văn Sơn|-", "Đại sứ|Ana Quispe|PE"])
  }

  @Test func aNameEndsWithItsSentenceAndBeforeAnotherCountry() {
    #expect(Report("Ông gặp Tổng thống. Nga Sơn mưa.").people.map(\.name) == [""])
    #expect(Report("Tổng thống Park Do Hyun Hàn Quốc").people.map(\.name) == ["Park Do Hyun"])
  }

  @Test func hyphensInitialsAndApostrophesBelongToTheName() {
    #expect(Report("Tổng thống Hàn Quốc Ban Do-moon tới.").people.map(\.name) == ["Ban Do-moon"])
    #expect(
      Report("Foreign Minister J. R. Patel spoke.", in: .english).people.map(\.name) == ["J. R. Patel"])
    #expect(
      Report("President Aine O’Dowd left.", in: .english).people.map(\.name) == ["Aine O’Dowd"])
  }

  @Test func anOfficeWithoutANameIsAMentionWithoutName() {
    let people = Report("Thủ tướng Lào sẽ tới Hà Nội.").people
    #expect(people.map(\.told) == ["Thủ tướng||LA"])
    #expect(people[0].nameWords == nil)
  }

  @Test(arguments: [
    ("South Korean President Park Do-hyun arrived.", "President|Park Do-hyun|KR"),
    ("China's Foreign Minister Li Wei spoke.", "Foreign Minister|Li Wei|CN"),
    ("China’s Foreign Minister Li Wei spoke.", "Foreign Minister|Li Wei|CN"),
    ("Prime Minister Anna Lind of Sweden spoke.", "Prime Minister|Anna Lind|SE"),
    ("President of France Luc Morel spoke.", "President|Luc Morel|FR"),
    ("President Park's plane landed.", "President|Park|-"),
    ("Minister of Foreign Affairs Ana Quispe spoke.", "Minister of Foreign Affairs|Ana Quispe|-"),
    ("Peru's ambassador to Vietnam Ana Quispe", "ambassador|Ana Quispe|PE"),
    (
      "Lao Deputy Prime Minister and Foreign Minister Bounmy Keovong",
      "Deputy Prime Minister and Foreign Minister|Bounmy Keovong|LA"
    ),
  ]) func inEnglishTheCountryStandsFirstOrBehindOf(_ text: String, _ told: String) {
    #expect(Report(text, in: .english).people.map(\.told) == [told])
  }
}
