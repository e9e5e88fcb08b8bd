import Asking
import Commands
import Diplomacy
import Foundation
import Lexicons
import Program
import Reading
import Testing
import Text

@testable import Model

/// Every word the browser shows has its translation, and no translation is left over.
@Suite struct InterfaceTests {
  private let phrases = InterfaceWords.phrases(in: .vietnamese)

  /// What is said without a literal beside it.
  private var listed: Set<String> {
    let commands = CommandTable.rows.filter { $0.command.slot == nil }.flatMap { [$0.label, $0.help] }
    let months = Wording.months.flatMap { [$0, $0 + " %1", "%1 " + $0, "%1 " + $0 + " %2"] }
    let longMonths = Wording.longMonths.flatMap { [$0 + " %1 (day not known)", "%1 %2 " + $0 + " %3"] }
    let quarters = Wording.quarters.flatMap { [$0, $0 + " %1"] }
    return Set(
      commands + CommandGroup.allCases.map(\.rawValue) + months + longMonths + quarters + Wording.weekdays
        + Wording.longWeekdays + ["Country in that slot on or off", "country"])
  }

  @Test func nothingIsMissingAndNothingLeftOver() throws {
    let sources = try SourcePhrases(folders: [
      "Model", "Panes", "Program", "Comparing", "Commands", "Asking", "Archive", "Reading", "Screen",
      "Unpacking",
    ])
    let wanted = sources.phrases.union(listed)
    #expect(sources.phrases.count > 600)
    let missing = wanted.subtracting(phrases.keys).subtracting(["%1"]).sorted()
    #expect(missing.isEmpty, "\(missing.map { $0 + "\t" }.joined(separator: "\n"))")
    // Some phrases are chosen before they are said.
    let leftOver = Set(phrases.keys).subtracting(wanted).subtracting(sources.literals)
    #expect(leftOver.isEmpty, "\(leftOver.sorted().joined(separator: "\n"))")
  }

  /// The rules are told where they are applied, and said where they are shown.
  @Test func everyRuleOfTheReaderHasItsTranslation() throws {
    let bed = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("ReadingTests/Bed/vi/articles").path
    var rules: Set<String> = []
    let reader = EventReader()
    Importer.read(paths: [bed]) { item in
      guard case .article(let article) = item else { return }
      for event in reader.events(in: article) { rules.formUnion(event.evidence.map(\.rule)) }
    }
    #expect(rules.count > 10)
    #expect(rules.subtracting(phrases.keys) == [])
  }

  @Test func aSentenceOfAProblemIsSaidWithAllItsParts() {
    let say = Catalogue(phrases)
    let problem = ReadingProblem.unreadable(file: "a.txt", reason: "its name is too long")
    #expect(problem.sentence == "a.txt cannot be read: its name is too long.")
    #expect(say(problem.phrase) == "a.txt không đọc được: tên quá dài.")
    let reader = FilterReader(spellings: .ofCountries(), today: CalendarDay(ordinal: 0))
    do throws(Mistake) {
      _ = try reader.read("kind:viset")
      Issue.record("kind:viset is a mistake")
    } catch {
      #expect(error.sentence == "“viset” is no kind; visit is.")
      #expect(say(error.phrase) == "“viset” không phải loại; có visit.")
    }
  }

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
      for say in [Catalogue.english, Catalogue(phrases)] {
        let short = Wording.short(kind, say)
        #expect(cellWidth(short) <= 6, "\(short)")
      }
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
