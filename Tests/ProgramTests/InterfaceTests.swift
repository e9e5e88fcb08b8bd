import Commands
import Diplomacy
import Foundation
import Lexicons
import Program
import Testing

@testable import Model

@Suite struct InterfaceTests {
  private let phrases = InterfaceWords.phrases(in: .vietnamese)

  @Test func aTranslationHasThePlacesOfItsPhrase() {
    for (english, vietnamese) in phrases {
      let places = (1...9).map { "%\($0)" }
      #expect(
        places.filter { english.contains($0) } == places.filter { vietnamese.contains($0) }, "\(english)")
      #expect(!vietnamese.isEmpty)
    }
  }

  @Test func aKindHasSixCellsInTheList() {
    for kind in EventKind.allCases {
      let short = Wording.short(kind)
      #expect((phrases[short] ?? short).count <= 6, "\(short)")
    }
  }

  @Test func theSettingComesBeforeTheLocale() {
    func language(_ setting: String?, _ environment: [String: String]) -> Article.Language {
      InterfaceLanguage(setting: setting, environment: environment).language
    }
    #expect(language(nil, [:]) == .english)
    #expect(language(nil, ["LANG": "vi_VN.UTF-8"]) == .vietnamese)
    #expect(language(nil, ["LANG": "vi_VN.UTF-8", "LC_ALL": "C.UTF-8"]) == .english)
    #expect(language(nil, ["LANG": "de_DE.UTF-8", "LC_ALL": ""]) == .english)
    #expect(language("vi", ["LANG": "en_US.UTF-8"]) == .vietnamese)
    #expect(language("en", ["LANG": "vi_VN"]) == .english)
  }
}
