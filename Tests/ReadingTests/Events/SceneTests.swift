import Diplomacy
import Testing

@testable import Reading

@Suite struct SceneTests {
  private let first = "Ngoại trưởng Nga Ivan Sokolov hội đàm với Thủ tướng Lào Bounmy Keovong ngày 20/5."

  private func people(_ second: String) throws -> [String] {
    try Report(first, second).scene().pages[1].people.map(\.told)
  }

  @Test func aShorterNameLaterIsTheSamePerson() throws {
    #expect(try people("Ngoại trưởng Sokolov cảm ơn nước chủ nhà.") == ["Ngoại trưởng|Ivan Sokolov|RU"])
    #expect(try people("Theo ông Keovong, hai bên sẽ gặp lại.") == ["Thủ tướng|Bounmy Keovong|LA"])
  }

  @Test func anOfficeAloneIsThatOfTheOneNamedBefore() throws {
    #expect(try people("Vị Ngoại trưởng rời đi vào buổi chiều.").map { $0.suffix(2) } == ["RU"])
  }

  @Test func anOfficeNobodyHeldBeforeIsThatOfThePapersOwnCountry() throws {
    let scene = try Report("Thủ tướng tiếp Đại sứ Peru Ana Quispe.").scene()
    #expect(scene.pages[0].people.map(\.country?.code) == ["VN", "PE"])
    let english = try Report("The Prime Minister met Peru and Chile envoys.", in: .english).scene()
    #expect(english.pages[0].people.first?.country == nil)
  }

  @Test func aFamilyNameOfThePapersCountryTellsTheSide() throws {
    let scene = try Report(
      "Thứ trưởng Trần Văn Hòa hội đàm với Thứ trưởng Peru Ana Quispe tại Việt Nam."
    ).scene()
    #expect(scene.pages[0].people.map(\.country?.code) == ["VN", "PE"])
  }

  @Test func aKnownLeaderNeedsNoOffice() throws {
    let scene = try Report("Obama điện đàm với Thủ tướng Lào Bounmy Keovong.").scene()
    #expect(scene.pages[0].people.map(\.country?.code) == ["US", "LA"])
    #expect(scene.pages[0].people.first?.level == .headOfStateOrParty)
  }

  @Test func aRelativeWhoBearsALeadersNameIsNotTheLeader() throws {
    let scene = try Report("Bà Melania Trump tiếp phu nhân Thủ tướng Lào tại Mỹ.").scene()
    #expect(!scene.pages[0].people.contains { $0.country?.code == "US" })
  }

  @Test func breadcrumbsAndCaptionsDoNotPushTheTextAway() throws {
    let scene = try Report("Thế giới", first, "Hai ông tại lễ đón. Ảnh: AFP", "Hai bên ký hiệp định.").scene()
    #expect(scene.pages.map(\.depth) == [0, 0, 1, 1])
  }

  @Test(arguments: [
    "Thủ tướng Lào phát biểu tại Vientiane.", "Lào và Nga nằm ở châu Á.", "Hai đoàn hội đàm rồi ra về.",
  ]) func oneCountryOrNoActMakesNoScene(_ text: String) {
    #expect(Scene(Report(text).article).map { _ in true } == nil)
  }

  @Test func twoCountriesAndAnActDo() {
    #expect(Scene(Report("Lào hội đàm với Nga.").article) != nil)
    #expect(Scene(Report("Chủ tịch nước gặp Đại sứ Lào.").article) != nil)
  }
}
