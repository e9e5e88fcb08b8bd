import Model
import Testing

@Suite struct CatalogueTests {
  private let say = Catalogue(["Saved: %1": "Đã lưu: %1", "%1 of %2 events": "%2 sự kiện, đang xem %1"])

  @Test func aPhraseIsSaidInItsLanguageWithItsValuesInPlace() {
    #expect(say("Saved: %1", "Hàn Quốc") == "Đã lưu: Hàn Quốc")
    #expect(say("%1 of %2 events", "17", "129") == "129 sự kiện, đang xem 17")
  }

  @Test func whatACatalogueLacksIsSaidInEnglish() {
    #expect(say("No note on %1", "VN-KR") == "No note on VN-KR")
    #expect(Catalogue.english("Saved: %1", "x") == "Saved: x")
  }

  @Test func aValueIsNeverSearchedForPlaces() {
    #expect(say("Saved: %1", "%2 %1") == "Đã lưu: %2 %1")
    #expect(say("100 % of %1", "all") == "100 % of all")
    #expect(say("%3 and %1", "one") == "%3 and one")
  }
}
